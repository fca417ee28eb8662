// SPDX-License-Identifier: MIT
// lens/recall.h: what was found in the sentences of the passage read before.
// While somebody types, the same paragraph is read at every key, and all its
// sentences but one are what they were. What is found in a sentence is a
// function of its tokens, its clauses and whom "he" and "they" mean so far, so
// it is taken over where those are the same. Only the sentence that stands as
// far from the beginning, or from the end, is compared.
#ifndef INKLING_LENS_RECALL_H
#define INKLING_LENS_RECALL_H

#include "lens/reading.h"

typedef struct Recalled {
  uint64_t key;                     // a hash of all that the findings depend on
  uint32_t first, end;              // its findings
  bool one_at_large, many_at_large; // of the passage, behind it
} Recalled;

typedef struct Told {
  Vec(Recalled) sentences;
  Vec(LensFinding) findings; // spans from the sentence's first token on
} Told;

typedef struct Recall {
  Told before, now;
  uint32_t count; // sentences of the passage at hand
  uint64_t place; // hash of where it stands
} Recall;

void recall_clear(Recall *r);
void recall_begin(Recall *r, const English *e, const LensPlace *place);
// Of the sentence that is to be laid into the stretch next; it fits into one.
uint64_t recall_key(const Recall *r, const Stretch *s, uint32_t sentence);
const Recalled *recall_find(const Recall *r, uint32_t sentence, uint64_t key);
// Sentences are put in their order, right behind what was told of them; their
// findings when all of them are there, in the same order.
void recall_put(Recall *r, const Stretch *s, uint64_t key);
void recall_keep(Recall *r, const English *e, const LensFinding *findings,
                 uint32_t count);

// From where the spans of a sentence's findings count.
static inline uint32_t recall_origin(const English *e, uint32_t sentence) {
  return e->tokens[e->sentences[sentence].first].span.start;
}

#endif
