// SPDX-License-Identifier: MIT
// english/clitic.h: words that are two: "don't", "dont", "I'm", "gonna".
// A word is cut where the Penn Treebank cuts it. What was typed without its
// apostrophe is cut only where it can mean nothing else: "dont" but not "well",
// "its" before "not" but not before "tail".
#ifndef INKLING_ENGLISH_CLITIC_H
#define INKLING_ENGLISH_CLITIC_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef struct Clitic {
  size_t cut; // bytes of the first part; 0: the word is one
  Str first;  // norm of the first part where it is not its own; else empty
  Str second; // norm of the second part
} Clitic;

// `word` as typed, the norm of the one before, empty where a sentence may begin
// here, and the one behind it. Constant time.
Clitic clitic_find(Str word, Str before, Str next);
// Called once, so that the next may say true.
void clitic_init(void);
// Is a word of this lexicon_hash (of its norm) none of those that are two
// without an apostrophe in them?
bool clitic_is_none(uint64_t hash);
// The full norm of a clitic cut off elsewhere ("nt" -> "n't"); else `norm`.
Str clitic_norm(Str norm);

#endif
