// SPDX-License-Identifier: MIT
// english/token.h: cuts prose into tokens as the Penn Treebank does.
// No grammar here, only letters: where a word begins and ends, which clitics
// come off it ("ca|n't", "im" -> "i|m"), what belongs together ("…", ":-)",
// "3.50", an emoji and its joiners). Every byte that is no white space and no
// markup lands in exactly one token; the work is linear in the bytes.
#ifndef INKLING_ENGLISH_TOKEN_H
#define INKLING_ENGLISH_TOKEN_H

#include "base/vec.h"
#include "english/parts.h"

typedef Vec(Token) TokenVec;

// Appends the tokens of a passage; `regions` sorted. Vector and norms in `a`.
void token_run(Str bytes, const Region *regions, uint32_t count, Arena *a,
               TokenVec *out);

// A token of a known surface: norm and the flags that follow from its letters.
// Writes at most surface.len bytes to `room`; the norm borrows one of the two.
// The trainer makes its tokens by this, so that both see the same words.
Token token_of(Str surface, Span span, char *room);

// Whether it is this word, by its norm; one of a list, whose end is NULL.
static inline bool token_is(const Token *t, const char *norm) {
  return str_is(t->norm, norm);
}
bool token_is_any(const Token *t, const char *const *list);

#endif
