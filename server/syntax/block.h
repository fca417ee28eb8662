// SPDX-License-Identifier: MIT
// syntax/block.h: the nouns of an outline: a block, an entry, a hush.
// They hold spans only, so that a long document's are a few flat arrays; a
// block's inside is read on demand (syntax/prose.h).
#ifndef INKLING_SYNTAX_BLOCK_H
#define INKLING_SYNTAX_BLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"
#include "text/span.h"

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
  Span key;        // FIELD: the key; CODE: the info string; a dated HEADING:
                   // the date; else empty
  uint8_t depth;   // HEADING: 1 up; ITEM: nesting from 1; both to 255
  uint16_t indent; // ITEM: columns before its marker, to 65535
  bool answers;    // PARAGRAPH, ITEM: stands under a prompt
  bool task, done; // ITEM: - [ ], - [x]
  bool dated;      // HEADING: begins an entry; its key is the ISO date
  bool marked;     // the tree knows more of its inside: marks, speech, links
  Language language; // how its inside is to be read
  uint32_t at;       // where the first node that it covers begins
  uint64_t context;  // of a part of a node: the hash of the whole node and the
                     // part's place in it, for speech may begin above; else 0
} Block;

typedef Vec(Block) BlockVec;

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

#endif
