// SPDX-License-Identifier: MIT
// lsp/lensplace.h: what may stand at a place of a lens file, told by its line.
// Told by letters and not by the tree, for a line that is being typed is
// mostly one that cannot be read yet.
#ifndef INKLING_LSP_LENSPLACE_H
#define INKLING_LSP_LENSPLACE_H

#include "base/str.h"

typedef enum LensWordKind {
  LENSWORD_BLOCK,   // opens a block, at the start of a line
  LENSWORD_CLAUSE,  // begins a line inside a block
  LENSWORD_TERM,    // of a pattern, and behind a slash
  LENSWORD_EDGE,    // of a pattern: what takes no word up
  LENSWORD_TEST,    // behind a term's slash
  LENSWORD_SET,     // in [ ]
  LENSWORD_SLOT,    // of a message or question
  LENSWORD_MEASURE, // behind `when`, about paragraphs and letters
  LENSWORD_ABOUT,   // behind the word of that name, as those below
  LENSWORD_ONLY,
  LENSWORD_HUSH,
  LENSWORD_TURN,
  LENSWORD_ALSO,
  LENSWORD_ACT, // behind `fix "…"`
  LENSWORD_COUNT,
} LensWordKind;

// Names that somebody gave, beside the kinds of words (a bit each).
enum {
  NAMES_OF_SETS = 1u << LENSWORD_COUNT,
  NAMES_OF_HINTS = NAMES_OF_SETS << 1,
  NAMES_OF_MARKS = NAMES_OF_SETS << 2, // hints about sentences, and notices
};

static inline unsigned lensword_bit(LensWordKind kind) {
  return 1u << kind;
}

// Bits of what may stand where a word begins at `start`.
unsigned lensplace_may(Str text, uint32_t start);
// Where the word before `at` begins: with the brace of a slot, and in brackets
// with the words before it.
uint32_t lensplace_start(Str text, uint32_t at);
bool lensplace_is_indented(Str line);

#endif
