// SPDX-License-Identifier: MIT
// english/sentence.h: where sentences end.
// A stop ends one unless it belongs to an abbreviation or the text goes on in
// small letters; so does a line end before a capital. Nothing else is asked of
// the writer: phones leave out capitals, diaries leave out stops.
#ifndef INKLING_ENGLISH_SENTENCE_H
#define INKLING_ENGLISH_SENTENCE_H

#include "english/token.h"

typedef Vec(Sentence) SentenceVec;

// A longer run of tokens is cut all the same, so that work and memory a
// sentence have a bound.
enum { SENTENCE_MOST = 500 }; // tokens

// Appends sentences with their span, first and end. Vector in `a`.
void sentence_run(const Token *tokens, uint32_t count, Arena *a,
                  SentenceVec *out);

#endif
