// SPDX-License-Identifier: MIT
// syntax/outline.h: a document's blocks in order, as flat arrays.
// One walk over the top of the tree fills it at every edit, so it holds spans
// only; a block's inside is read on demand (syntax/prose.h). What the words
// say is nobody's business here.
#ifndef INKLING_SYNTAX_OUTLINE_H
#define INKLING_SYNTAX_OUTLINE_H

#include "base/vec.h"
#include "syntax/tree.h"
#include "text/text.h"

typedef enum BlockKind {
  BLOCK_HEADING,
  BLOCK_FIELD,     // key: value
  BLOCK_PARAGRAPH, // the writer's own prose
  BLOCK_ITEM,      // one item of a list, the writer's own prose as well
  BLOCK_PROMPT,    // ? …
  BLOCK_BLANK,     // ____
  BLOCK_QUOTE,     // > …
  BLOCK_BREAK,     // ---
  BLOCK_NOTE,      // %% …
  BLOCK_HUSH,      // %% hush …
  BLOCK_CODE,      // fenced
  BLOCK_FRONT_MATTER,
} BlockKind;

typedef enum Language {
  LANGUAGE_JOT,
  LANGUAGE_MARKDOWN,
  LANGUAGE_PLAIN
} Language;

typedef struct Block {
  BlockKind kind;
  Span span;       // whole lines, without the last line break
  Span content;    // behind the marker, or the value; CODE: the lines between;
                   // else the same; without the blanks around it
  Span key;        // FIELD: the key; CODE: the info string; else empty
  uint8_t depth;   // HEADING: 1 up; ITEM: nesting from 1; both to 255
  bool answers;    // PARAGRAPH, ITEM: stands under a prompt
  bool task, done; // ITEM: - [ ], - [x]
  Language language; // how its inside is to be read
  Node node;         // the first that it covers, borrowed; null in PLAIN
} Block;

typedef enum DocKind { KIND_JOURNAL, KIND_LETTER, KIND_WORKSHEET } DocKind;

// An entry: from its heading (one that begins with an ISO date) or from the
// document's start to the next entry. An entry holds a block or more.
typedef struct Entry {
  Span span;
  Span heading; // empty for what stands before the first dated heading
  Span date;    // "2026-11-21" in the heading; empty where there is none
  uint32_t first_block, end_block;
} Entry;

typedef enum HushScope { HUSH_NEXT, HUSH_FILE } HushScope;

// A `%% hush` line, or the comment that stands for it.
typedef struct Hush {
  HushScope scope;
  uint32_t block;  // its own place in blocks
  uint32_t target; // NEXT: the paragraph or item it hushes; UINT32_MAX: none
  Vec(Str) codes;  // borrowed from the text; none: every hint
} Hush;

typedef struct Outline {
  DocKind kind;         // from `kind:`; journal where it is not said
  Vec(Block) blocks;    // arena
  Vec(Entry) entries;   // arena
  Vec(Hush) hushes;     // arena
  Vec(uint32_t) fields; // arena; the blocks that are fields
  uint32_t header_end;  // blocks before the first heading
} Outline;

// All in `a`; borrows spans of `text` and nodes of `tree`, which is not looked
// at in PLAIN and may be NULL there. Cannot fail.
const Outline *outline_run(const Text *text, const Tree *tree,
                           Language language, Arena *a);

// The value of a header field or of the entry's fields (the nearer one wins)
// for a block; an empty Str where there is none. Borrowed from `text`.
Str outline_field(const Outline *o, const Text *text, uint32_t block, Str key);

// Whether the hint `code` is hushed in the block; the empty code asks whether
// every hint is.
bool outline_hushes(const Outline *o, uint32_t block, Str code);

#endif
