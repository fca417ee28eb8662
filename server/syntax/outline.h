// SPDX-License-Identifier: MIT
// syntax/outline.h: a document's blocks in order, as flat arrays.
// What an edit did not touch is taken over and moved, for a walk over the tree
// is what costs. What the words say is nobody's business here.
#ifndef INKLING_SYNTAX_OUTLINE_H
#define INKLING_SYNTAX_OUTLINE_H

#include "syntax/block.h"
#include "syntax/tree.h"
#include "text/text.h"

// The numbers that the grammar gives its nodes, learned once a document.
enum { SYMBOLS = 256 };
typedef struct Symbols {
  uint8_t kinds[SYMBOLS]; // from a node's symbol to its BlockKind
  uint16_t entry_marker, task_open, task_done;
} Symbols;

typedef struct Outline {
  DocKind kind;              // from `kind:`; journal where it is not said
  BlockVec blocks;           // arena
  Vec(Entry) entries;        // arena
  Vec(Hush) hushes;          // arena
  Vec(uint32_t) file_hushes; // arena; those of the whole file
  Vec(uint32_t) fields;      // arena; the blocks that are fields
  Vec(uint32_t) unsure; // arena; what far below them may make them another form
  uint32_t header_end;  // blocks before the first heading
  // Blocks at either end that outline_again took over; answers, depths,
  // entries and hushes are settled anew for all.
  uint32_t kept_front, kept_back;
  Symbols symbols;
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

// Blocks that may mean something else: [first, end) of an outline stands for
// [first, old_end) of the one before. What is outside says what it said; whom
// it is about and what hushes it is the same as well.
typedef struct Part {
  uint32_t first, end, old_end;
} Part;
// As few as can be told; false: all of them may.
bool outline_part(const Outline *o, const Outline *old, const Change *c,
                  Part *part);
// The entry of a block; NULL where there is none.
const Entry *outline_entry(const Outline *o, uint32_t block);

// The value of a header field or of the entry's fields (the nearer one wins)
// for a block; an empty Str where there is none. Borrowed from `text`.
Str outline_field(const Outline *o, const Text *text, uint32_t block, Str key);

// Whether the hint `code` is hushed in the block; the empty code asks whether
// every hint is.
bool outline_hushes(const Outline *o, uint32_t block, Str code);

#endif
