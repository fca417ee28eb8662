// SPDX-License-Identifier: MIT
// english/spelling.h: how a word is spelt where everybody spells it alike.
// People write to each other as they speak and as they type: "u", "luv", "wi",
// "tae", "feelin'", "embarassed". The norm of such a word is the usual one, so
// that tags, lemmas and lenses know it; the letters of the text stay as typed.
#ifndef INKLING_ENGLISH_SPELLING_H
#define INKLING_ENGLISH_SPELLING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

// The usual spelling of a lower-case word: static, in `room` (norm.len bytes,
// where the norm may stand already), or `norm` itself.
Str spelling_find(Str norm, char *room);

// Called once, so that the next may say true.
void spelling_init(void);
// Is a word of this lexicon_hash surely spelt as usual?
bool spelling_is_usual(Str norm, uint64_t hash);

#endif
