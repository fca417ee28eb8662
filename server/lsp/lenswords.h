// SPDX-License-Identifier: MIT
// lsp/lenswords.h: the words of the lens language, for a coach who writes one:
// each with what it means. The language itself is read by lens/; the manual is
// docs/lenses.md.
#ifndef INKLING_LSP_LENSWORDS_H
#define INKLING_LSP_LENSWORDS_H

#include "lsp/lensplace.h"
#include "lsp/method.h"

typedef struct LensWord {
  LensWordKind kind;
  const char *word, *meaning;
} LensWord;

uint32_t lenswords_count(void);
const LensWord *lenswords_at(uint32_t index);

Json *lenswords_hover(Call *c, const Document *d, uint32_t at);
Json *lenswords_complete(Call *c, const Document *d, uint32_t at);

#endif
