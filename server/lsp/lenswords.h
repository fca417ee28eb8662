// SPDX-License-Identifier: MIT
// lsp/lenswords.h: the words of the lens language, for a coach who writes one:
// each with what it means. The language itself is read by lens/; the manual is
// docs/lenses.md.
#ifndef INKLING_LSP_LENSWORDS_H
#define INKLING_LSP_LENSWORDS_H

#include "lsp/method.h"

typedef enum LensWordKind {
  LENSWORD_BLOCK,  // opens a block, at the start of a line
  LENSWORD_CLAUSE, // a line inside a block
  LENSWORD_TERM,   // of a pattern
  LENSWORD_TEST,   // behind a term's slash
  LENSWORD_SLOT,   // of a message or question
} LensWordKind;

typedef struct LensWord {
  LensWordKind kind;
  const char *word, *meaning;
} LensWord;

uint32_t lenswords_count(void);
const LensWord *lenswords_at(uint32_t index);
const LensWord *lenswords_find(Str word); // NULL: not one of the language

Json *lenswords_hover(Call *c, const Document *d, uint32_t at);
Json *lenswords_complete(Call *c, const Document *d, uint32_t at);

#endif
