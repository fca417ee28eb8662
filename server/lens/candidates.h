// SPDX-License-Identifier: MIT
// lens/candidates.h: which patterns are worth a look in a sentence: those that
// wait for a name which stands in it. They are marked in a row of bits, in
// which they come out in their order.
#ifndef INKLING_LENS_CANDIDATES_H
#define INKLING_LENS_CANDIDATES_H

#include "lens/places.h"

// A `when` pattern, and where it may begin (starts.h).
typedef struct Candidate {
  uint64_t starts;
  uint32_t pattern;
} Candidate;

typedef struct Candidates {
  Vec(uint64_t) bits;   // a bit a `when` pattern, by its order
  IndexVec waiting;     // those whose bit is set
  Vec(Candidate) whens; // in their order
} Candidates;

void candidates_clear(Candidates *c);
void candidates_find(Candidates *c, const Places *p, uint64_t *work);

#endif
