// SPDX-License-Identifier: MIT
// tools/train/treebank.h: sentences of a CoNLL-U file as the analyser would
// have cut them, with what the treebank says of each word.
#ifndef INKLING_TRAIN_TREEBANK_H
#define INKLING_TRAIN_TREEBANK_H

#include "base/err.h"
#include "base/vec.h"
#include "english/parts.h"

typedef struct GoldWord {
  uint32_t head;    // index in the sentence; NO_INDEX: the root
  Str relation;     // "nsubj", without its subtype
  TagSet elsewhere; // what the lexicon would say had this place been unseen
} GoldWord;

typedef struct GoldSentence {
  Token *tokens; // tag and lemma set
  GoldWord *words;
  uint32_t count;
} GoldSentence;

typedef Vec(GoldSentence) Treebank;

// Appends the sentences of a file's bytes; all in `a`, borrowing `bytes`.
bool treebank_read(Str bytes, Arena *a, Treebank *out, Err *err);

#endif
