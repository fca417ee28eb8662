// SPDX-License-Identifier: MIT
// tools/train/words.h: the lexicon and the irregular forms, from the treebank
// and from WordNet's index and exception files.
#ifndef INKLING_TRAIN_WORDS_H
#define INKLING_TRAIN_WORDS_H

#include "treebank.h"

// Writes what english/lexicon.h reads. `wordnet`: the folder with index.noun …
// Tells each word of the bank what is known of it from elsewhere.
bool words_lexicon(Treebank *bank, Str wordnet, StrBuf *out, Err *err);
// Writes what english/lemma.h reads.
bool words_lemmas(Str wordnet, StrBuf *out, Err *err);

#endif
