// SPDX-License-Identifier: MIT
// lsp/words.h: the word at a place, and the line before it, as bytes.
#ifndef INKLING_LSP_WORDS_H
#define INKLING_LSP_WORDS_H

#include "text/text.h"

// Letters, digits, apostrophes, hyphens and everything beyond ASCII.
bool word_byte(char c);
// The word that holds or touches `at`; empty at `at` where there is none.
Span word_at(Str text, uint32_t at);
// The next word before `at` on the same line; false where there is none.
bool word_before(Str text, uint32_t at, Span *word);
// The line up to `at`.
Str line_before(const Text *t, uint32_t at);

#endif
