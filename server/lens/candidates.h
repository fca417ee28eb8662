// SPDX-License-Identifier: MIT
// lens/candidates.h: which patterns are worth a look in a stretch. Each waits
// for two names (step.h), and for each of the two it has a bit in a long row,
// which the names that the stretch met have set. Where both are, its gate is
// asked (starts.h).
#ifndef INKLING_LENS_CANDIDATES_H
#define INKLING_LENS_CANDIDATES_H

#include "lens/places.h"

// A `when` pattern, and where it may begin (starts.h).
typedef struct Candidate {
  uint64_t starts;
  uint32_t pattern;
} Candidate;

typedef struct Candidates {
  Vec(uint8_t) bits;    // by the patterns' order; see wait_bit
  IndexVec waiting;     // `when` patterns that have both …
  Vec(Candidate) whens; // … and may begin somewhere, in their order
} Candidates;

// All first bits, then all second ones.
static inline uint32_t wait_bytes(const LensSet *s) {
  return (s->patterns.len / 64 + 1) * 8;
}

static inline uint32_t wait_bit(const LensSet *s, uint32_t order, bool second) {
  return (second ? wait_bytes(s) * 8 : 0) + order;
}

void candidates_clear(Candidates *c);
void candidates_find(Candidates *c, const Places *p, uint64_t *work);

// Of any patterns, by their order, in the same stretch: the first in [from, to)
// that has both bits, `to`: none. And where one may begin, as starts_of.
uint32_t candidates_next(const Candidates *c, const LensSet *set, uint32_t from,
                         uint32_t to);
uint64_t candidates_starts(const Candidates *c, const Places *p,
                           uint32_t pattern);

#endif
