// SPDX-License-Identifier: MIT
// english/lemma.h: the word that a form belongs to: "felt" -> "feel".
// Irregular forms from WordNet's lists, then the spelling rules of English,
// each taken only where it ends in a word that the lexicon knows as such.
#ifndef INKLING_ENGLISH_LEMMA_H
#define INKLING_ENGLISH_LEMMA_H

#include "base/arena.h"
#include "english/lexicon.h"
#include "english/parts.h"
#include "english/rows.h"

typedef enum LemmaKind { LEMMA_VERB, LEMMA_NOUN, LEMMA_ADJ } LemmaKind;

// Rows "form\0lemma\0", sorted by form, one block a kind.
typedef struct LemmaList {
  struct {
    const uint32_t *rows; // offsets into text, sorted by form
    uint32_t count;
  } kinds[3];
  const char *text; // ends with NUL
  uint32_t text_len;
  RowsAbsent closed;        // which hashes are no closed-class form's,
  uint64_t absent[1 << 10]; // and no irregular one's
} LemmaList;

bool lemma_open(LemmaList *l, Str bytes);
// The lemma of a token by its norm, word and tag: static, borrowed from the
// norm, or in `a`.
Str lemma_find(const LemmaList *l, const Lexicon *lexicon, const Token *t,
               Arena *a);

#endif
