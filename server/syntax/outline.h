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

typedef struct Block {
  BlockKind kind;
  Span span;    // whole lines, without the last line break
  Span content; // FIELD: the value; HEADING, PROMPT, ITEM, HUSH, NOTE: the text
                // behind the marker; else the same as span
  Span key;     // FIELD: the key; CODE: the info string; else empty
  uint8_t depth;     // HEADING: 1 to 6; ITEM: nesting from 1
  bool answers;      // PARAGRAPH, ITEM: stands under a prompt
  bool task, done;   // ITEM: - [ ], - [x]
  Node node;         // borrowed from the tree
} Block;

typedef enum DocKind { KIND_JOURNAL, KIND_LETTER, KIND_WORKSHEET } DocKind;

typedef enum Language { LANGUAGE_JOT, LANGUAGE_MARKDOWN, LANGUAGE_PLAIN } Language;

// An entry: from its heading (one that begins with an ISO date) or from the
// document's start to the next entry.
typedef struct Entry {
  Span span;
  Span heading; // empty for what stands before the first heading
  Span date;    // "2026-11-21" in the heading; empty where there is none
  uint32_t first_block, end_block;
} Entry;

typedef struct Outline {
  DocKind kind;          // from `kind:`; journal where it is not said
  Vec(Block) blocks;     // arena
  Vec(Entry) entries;    // arena
} Outline;

// All in `a`; borrows spans of `text` and nodes of `tree`. Cannot fail.
const Outline *outline_run(const Text *text, const Tree *tree, Language language,
                           Arena *a);

// The value of a header field or of the entry's fields (the nearer one wins)
// for a block; an empty Str where there is none. Borrowed from `text`.
Str outline_field(const Outline *o, const Text *text, uint32_t block, Str key);

#endif
