// SPDX-License-Identifier: MIT
// lsp/hint_at.h: which hints a place or a stretch is about.
#ifndef INKLING_LSP_HINT_AT_H
#define INKLING_LSP_HINT_AT_H

#include "lsp/document.h"

// The shown hint that holds or touches `offset`, the narrowest; NULL: none.
const Hint *hint_at(Document *d, uint32_t offset, Arena *a);
// The sentence around `offset`, or an empty span there.
Span sentence_at(Document *d, uint32_t offset);
// Of a paragraph's shown hints with a question the most telling; NULL: none.
const Hint *hint_to_ask(const Hint *const *shown, uint32_t count, Span within);

#endif
