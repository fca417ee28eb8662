// SPDX-License-Identifier: MIT
#include "syntax/tree.h"

#include <assert.h>
#include <string.h>
#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_jot(void);
const TSLanguage *tree_sitter_lens(void);

struct Tree {
  TSParser *parser;
  TSTree *tree;
};

_Static_assert(sizeof(TSNode) == sizeof(Node), "Node holds a TSNode");
_Static_assert(sizeof(TSTreeCursor) <= sizeof(Cursor),
               "Cursor holds a TSTreeCursor");

static TSNode in(Node n) {
  TSNode node;
  memcpy(&node, &n, sizeof node);
  return node;
}

static Node out(TSNode node) {
  Node n;
  memcpy(&n, &node, sizeof n);
  return n;
}

static const TSLanguage *language_of(Grammar grammar) {
  return grammar == GRAMMAR_LENS ? tree_sitter_lens() : tree_sitter_jot();
}

// Parsing gives NULL only where no language was set or somebody cancelled it.
static TSTree *parse(TSParser *parser, const TSTree *old, Str bytes) {
  const char *data = bytes.len ? bytes.data : "";
  TSTree *tree = ts_parser_parse_string(parser, old, data, (uint32_t)bytes.len);
  assert(tree);
  return tree;
}

Tree *tree_new(Grammar grammar, Str bytes) {
  Tree *t = heap_alloc(sizeof *t);
  t->parser = ts_parser_new();
  bool fits = ts_parser_set_language(t->parser, language_of(grammar));
  assert(fits && "the grammar's ABI is one this tree-sitter reads");
  (void)fits;
  t->tree = parse(t->parser, NULL, bytes);
  return t;
}

Tree *tree_share(const Tree *t) {
  Tree *copy = heap_alloc(sizeof *copy);
  copy->tree = ts_tree_copy(t->tree);
  return copy;
}

void tree_free(Tree *t) {
  if (!t) return;
  ts_tree_delete(t->tree);
  ts_parser_delete(t->parser);
  free(t);
}

static TSPoint point(Pos p) {
  return (TSPoint){.row = p.line, .column = p.column};
}

void tree_edit(Tree *t, const TextEdit *edit, Str bytes) {
  TSInputEdit e = {
      .start_byte = edit->start,
      .old_end_byte = edit->old_end,
      .new_end_byte = edit->new_end,
      .start_point = point(edit->start_pos),
      .old_end_point = point(edit->old_end_pos),
      .new_end_point = point(edit->new_end_pos),
  };
  ts_tree_edit(t->tree, &e);
  TSTree *old = t->tree;
  t->tree = parse(t->parser, old, bytes);
  ts_tree_delete(old);
}

Node tree_root(const Tree *t) {
  return out(ts_tree_root_node(t->tree));
}

bool node_is_null(Node n) {
  return ts_node_is_null(in(n));
}

bool node_is_named(Node n) {
  return ts_node_is_named(in(n));
}

bool node_is_error(Node n) {
  return ts_node_symbol(in(n)) == (TSSymbol)-1;
}

bool node_is_missing(Node n) {
  return ts_node_is_missing(in(n));
}

bool node_has_error(Node n) {
  return ts_node_has_error(in(n));
}

Str node_type(Node n) {
  return str_of(ts_node_type(in(n)));
}

uint16_t node_symbol(Node n) {
  return ts_node_symbol(in(n));
}

uint16_t tree_symbol(Grammar grammar, Str type) {
  return ts_language_symbol_for_name(language_of(grammar), type.data,
                                     (uint32_t)type.len, true);
}

Span node_span(Node n) {
  TSNode node = in(n);
  return (Span){ts_node_start_byte(node), ts_node_end_byte(node)};
}

uint32_t node_child_count(Node n) {
  return ts_node_child_count(in(n));
}

uint32_t node_named_count(Node n) {
  return ts_node_named_child_count(in(n));
}

Node node_child(Node n, uint32_t index) {
  return out(ts_node_child(in(n), index));
}

Node node_next(Node n) {
  return out(ts_node_next_sibling(in(n)));
}

Node node_field(Node n, Str name) {
  return out(ts_node_child_by_field_name(in(n), name.data, (uint32_t)name.len));
}

Node node_at(Node n, Span s) {
  return out(ts_node_named_descendant_for_byte_range(in(n), s.start, s.end));
}

Node node_from(Node n, uint32_t at) {
  return out(ts_node_first_named_child_for_byte(in(n), at));
}

// A TSTreeCursor has grown from one version of tree-sitter to the next, so it
// is copied in and out of a place that is large enough for all of them.
static TSTreeCursor load(const Cursor *c) {
  TSTreeCursor cursor;
  memcpy(&cursor, c, sizeof cursor);
  return cursor;
}

static void store(Cursor *c, TSTreeCursor cursor) {
  memcpy(c, &cursor, sizeof cursor);
}

void cursor_init(Cursor *c, Node n) {
  *c = (Cursor){0};
  store(c, ts_tree_cursor_new(in(n)));
}

void cursor_clear(Cursor *c) {
  TSTreeCursor cursor = load(c);
  ts_tree_cursor_delete(&cursor);
  *c = (Cursor){0};
}

bool cursor_down(Cursor *c) {
  TSTreeCursor cursor = load(c);
  bool moved = ts_tree_cursor_goto_first_child(&cursor);
  store(c, cursor);
  return moved;
}

// The library gives up where `at` lies in what no node shows, such as the line
// break that ends a page: then the next bytes are tried, no child of which can
// be passed over so, and where there are many the children one by one.
bool cursor_down_to(Cursor *c, uint32_t at) {
  enum { TRIES = 64 };
  TSTreeCursor cursor = load(c);
  bool moved = false;
  for (uint32_t i = 0; i < TRIES && !moved; i++)
    moved = ts_tree_cursor_goto_first_child_for_byte(&cursor, at + i) >= 0;
  store(c, cursor);
  if (moved || !cursor_down(c)) return moved;
  while (node_span(cursor_node(c)).end <= at)
    if (!cursor_next(c)) return cursor_up(c), false;
  return true;
}

bool cursor_next(Cursor *c) {
  TSTreeCursor cursor = load(c);
  bool moved = ts_tree_cursor_goto_next_sibling(&cursor);
  store(c, cursor);
  return moved;
}

bool cursor_up(Cursor *c) {
  TSTreeCursor cursor = load(c);
  bool moved = ts_tree_cursor_goto_parent(&cursor);
  store(c, cursor);
  return moved;
}

Node cursor_node(const Cursor *c) {
  TSTreeCursor cursor = load(c);
  return out(ts_tree_cursor_current_node(&cursor));
}
