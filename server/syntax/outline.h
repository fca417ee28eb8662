// SPDX-License-Identifier: MIT
// syntax/outline.h: a document's blocks in order, as flat arrays.
// It holds spans only; a block's inside is read on demand (syntax/prose.h).
// What an edit did not touch is taken over and moved, for a walk over the tree
// is what costs. What the words say is nobody's business here.
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
  Span key;        // FIELD: the key; CODE: the info string; a dated HEADING:
                   // the date; else empty
  uint8_t depth;   // HEADING: 1 up; ITEM: nesting from 1; both to 255
  uint16_t indent; // ITEM: columns before its marker, to 65535
  bool answers;    // PARAGRAPH, ITEM: stands under a prompt
  bool task, done; // ITEM: - [ ], - [x]
  bool dated;      // HEADING: begins an entry; its key is the ISO date
  Language language; // how its inside is to be read
  uint32_t at;       // where the first node that it covers begins
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
  DocKind kind;              // from `kind:`; journal where it is not said
  Vec(Block) blocks;         // arena
  Vec(Entry) entries;        // arena
  Vec(Hush) hushes;          // arena
  Vec(uint32_t) file_hushes; // arena; those of the whole file
  Vec(uint32_t) fields;      // arena; the blocks that are fields
  Vec(uint32_t) unsure; // arena; what far below them may make them another form
  uint32_t header_end;  // blocks before the first heading
  // Blocks at either end that outline_again took over; answers, depths,
  // entries and hushes are settled anew for all.
  uint32_t kept_front, kept_back;
} Outline;

// All in `a`; `tree` is not looked at in PLAIN and may be NULL there. Cannot
// fail.
const Outline *outline_run(const Text *text, const Tree *tree,
                           Language language, Arena *a);

// What became of a text since its outline was made: [start, old_end) of it is
// [start, new_end) now.
typedef struct Change {
  uint32_t start, old_end, new_end;
} Change;
#define CHANGE_NONE ((Change){UINT32_MAX, 0, 0})
void change_add(Change *c, const TextEdit *edit); // made after what *c tells

// The same as outline_run, from the outline of the text before the change: of
// Jot only the blocks that it touched are looked at again. `old` lies in
// another arena than `a`.
const Outline *outline_again(const Outline *old, const Change *change,
                             const Text *text, const Tree *tree,
                             Language language, Arena *a);

// The value of a header field or of the entry's fields (the nearer one wins)
// for a block; an empty Str where there is none. Borrowed from `text`.
Str outline_field(const Outline *o, const Text *text, uint32_t block, Str key);

// Whether the hint `code` is hushed in the block; the empty code asks whether
// every hint is.
bool outline_hushes(const Outline *o, uint32_t block, Str code);

#endif
