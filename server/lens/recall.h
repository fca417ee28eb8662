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
  bool one_at_large, many_at_large; // of the stretch, behind it
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
// Of the sentence that the stretch is to be read for next; it fits into one.
uint64_t recall_key(const Recall *r, const Stretch *s);
const Recalled *recall_find(const Recall *r, const Stretch *s, uint64_t key);
// Sentences are put in their order, each with its findings, [first, end).
void recall_put(Recall *r, const Stretch *s, uint64_t key,
                const LensFinding *findings, uint32_t first, uint32_t end);

// From where the spans of a sentence's findings count.
static inline uint32_t recall_origin(const Stretch *s) {
  const Sentence *of = &s->english->sentences[s->sentence];
  return s->english->tokens[of->first].span.start;
}

#endif
