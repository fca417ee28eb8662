// SPDX-License-Identifier: MIT
// english/runon.h: where a sentence ends that nobody ended.
// Phones and diaries leave out stops: "zoe sat with them again she ignored me
// i ate outside". A small linear model reads the tags of such a run and says
// where a new sentence begins; each piece is then tagged again for itself.
#ifndef INKLING_ENGLISH_RUNON_H
#define INKLING_ENGLISH_RUNON_H

#include "english/scope.h"
#include "english/weights.h"

// Is the scope long enough to hold more than one sentence?
bool runon_maybe(const Scope *s);

// What was read since the sentence began.
typedef struct Run {
  uint32_t verb;   // the last finite verb; NO_INDEX: none
  uint32_t finite; // how many there were
  uint64_t link;   // conjunctions and commas since the last, as bits
} Run;

Run run_begun(const Scope *s); // its first token read
void run_add(Run *r, const Scope *s, uint32_t at);

enum { RUNON_FEATURES = 40 };
// What the model looks at before token `at` (s->first < at < s->end).
unsigned runon_features(const Scope *s, const Run *r, uint32_t at,
                        uint64_t *out);

// The first token of the next sentence in `s`, or s->end. Tags and lemmas set.
uint32_t runon_next(const Scope *s, const Weights *weights);

#endif
