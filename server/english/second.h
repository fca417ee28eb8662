// SPDX-License-Identifier: MIT
// english/second.h: a second look at what may be past or participle.
// "The letter she sent came", "the letter sent came": left to right nobody can
// tell. Once the whole sentence has tags a small linear model looks at the
// verbs, commas and nouns on both sides of each form that is in doubt.
#ifndef INKLING_ENGLISH_SECOND_H
#define INKLING_ENGLISH_SECOND_H

#include "english/features.h"

enum { SECOND_FEATURES = 40 };
// What is looked at around token `i` of a sentence whose tags are set.
unsigned second_features(const Cue *c, const Token *t, uint32_t i,
                         uint32_t count, uint64_t *out);

#endif
