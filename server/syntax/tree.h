// SPDX-License-Identifier: MIT
// syntax/tree.h: the one door to tree-sitter.
// Parses and re-parses after edits, and hands out a small value to walk with.
// Two languages are known by name; a tree-sitter type never leaves tree.c.
#ifndef INKLING_SYNTAX_TREE_H
#define INKLING_SYNTAX_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "text/span.h"
#include "text/text.h"

typedef enum Grammar { GRAMMAR_JOT, GRAMMAR_LENS } Grammar;

typedef struct Tree Tree;

// Owned: tree_free. Reads all of `bytes`; never NULL.
Tree *tree_new(Grammar grammar, Str bytes);
void tree_free(Tree *t);
// The same tree for another thread to look at; it is not edited. Owned.
Tree *tree_share(const Tree *t);
// Reads again what the edit touched. Call once an edit, `bytes` being the text
// after it. Nodes handed out before are void.
void tree_edit(Tree *t, const TextEdit *edit, Str bytes);

// The number that nodes of a named type bear, 0 where there is no such type.
uint16_t tree_symbol(Grammar grammar, Str type);

// A place in the tree; borrowed until tree_edit or tree_free. `raw` is
// tree-sitter's business.
typedef struct Node {
  struct {
    uint32_t context[4];
    const void *id, *tree;
  } raw;
} Node;

Node tree_root(const Tree *t);
bool node_is_null(Node n);
bool node_is_named(Node n);
bool node_is_error(Node n);        // an ERROR node
bool node_is_missing(Node n);      // put in by the parser
bool node_has_error(Node n);       // it or anything below
Str node_type(Node n);             // "paragraph"; static
uint16_t node_symbol(Node n);      // the type as a small number, for switches
Span node_span(Node n);            // bytes
uint32_t node_child_count(Node n); // named and unnamed
uint32_t node_named_count(Node n);
Node node_child(Node n, uint32_t index); // O(index): walk with a Cursor instead
Node node_next(Node n);                  // the next sibling, or null
Node node_field(Node n, Str name);       // null where there is none
Node node_at(Node n, Span s);            // the smallest named one that covers s
Node node_from(Node n, uint32_t at); // the first named child that ends behind
                                     // `at`; null; O(log of the children)

// Walks children in order, each step O(1) on average. Owned: cursor_clear.
typedef struct Cursor {
  struct {
    const void *tree, *id;
    uint32_t context[3];
    uint32_t more[4];
  } raw;
} Cursor;

void cursor_init(Cursor *c, Node n);
void cursor_clear(Cursor *c);
bool cursor_down(Cursor *c);
bool cursor_down_to(Cursor *c, uint32_t at); // a child that ends behind `at`
bool cursor_next(Cursor *c);
bool cursor_up(Cursor *c);
Node cursor_node(const Cursor *c);

#endif
