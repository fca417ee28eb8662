// SPDX-License-Identifier: MIT
// lens/candidates.h: which patterns are worth a try in a sentence, and where.
// A pattern is a candidate once one of its triggers is met; the first and the
// last place of one, with the distances a trigger may stand from the start of
// a match, bound the starts to try. Most patterns are left with one or two.
// Candidates are told apart from the last sentence's by a stamp, so nothing
// has to be wiped between sentences.
#ifndef INKLING_LENS_CANDIDATES_H
#define INKLING_LENS_CANDIDATES_H

#include "lens/match.h"

typedef struct Met { // a pattern or a set; good where the stamp is of today
  uint32_t stamp, first, last;
} Met;

typedef struct Candidates {
  Met *patterns, *sets;
  uint32_t stamp;
  IndexVec met_sets;
  IndexVec whens; // `when` patterns, in their order
} Candidates;

Candidates candidates_new(const LensSet *s);
void candidates_clear(Candidates *c);
void candidates_find(Candidates *c, const Stretch *s, uint64_t *work);

// Where it may begin; empty: it is no candidate.
Starts candidate_starts(const Candidates *c, const Stretch *s,
                        uint32_t pattern);

#endif
