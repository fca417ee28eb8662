// SPDX-License-Identifier: MIT
// lens/match.h: patterns over one sentence.
// Which of two ways counts is settled as in a regular expression: the leftmost
// place first, what stands first in the pattern first, gaps as short as they
// can be. But nothing is tried and taken back: a pattern is swept from its
// start to its end, each step handing on the places, as bits, that it is
// reached at; where the end is reached it is swept back, which leaves the
// places from which the rest can be matched, and a match is walked straight
// through those. So the work is steps times tokens (by 64), whatever the
// pattern, and a step that nothing reaches costs nothing.
#ifndef INKLING_LENS_MATCH_H
#define INKLING_LENS_MATCH_H

#include "lens/places.h"

// A token as the patterns see it.
typedef struct Seen {
  uint32_t word, lemma; // atoms, NO_INDEX: no lens speaks of it
  Facts facts;
  Tag tag;
  uint32_t hits; // first of its hits, NO_INDEX: none
} Seen;

// A member of some set that begins at a token; the longest ones first.
typedef struct Hit {
  uint32_t entry, at, len, next;
} Hit;

// Tokens of one sentence, or of a stretch of a very long one.
typedef struct Stretch {
  const LensSet *set;
  const English *english;
  const LensPlace *place;
  uint32_t sentence;
  uint32_t first, count;         // tokens, in English
  uint32_t first_word, end_word; // within the stretch
  Vec(Seen) seen;
  Vec(Hit) hits;
  IndexVec longs; // hits of more than one token
  Places places;
  uint32_t told_until; // token up to which whom.c has read the passage
  bool one_at_large, many_at_large; // whom "he", "she" and "they" mean there
} Stretch;

typedef struct Match {
  uint32_t start, end;           // tokens of the stretch
  uint32_t flag_start, flag_end; // the flagged ones
  uint32_t pattern;
} Match;

typedef Vec(Match) MatchVec;

// What the matcher needs to work, kept from one sentence to the next.
typedef struct Matcher {
  Vec(uint64_t) masks;                        // a mask a step
  uint64_t live[PATTERN_STEPS_MOST / 64 + 1]; // a bit a step: is it reached
  uint64_t work;                              // words of masks made
} Matcher;

void matcher_clear(Matcher *m);

// facts.c: fills a stretch's `seen`, `hits` and `places`. Buffers are used
// again.
void facts_fill(Stretch *s, uint64_t *work);
void stretch_clear(Stretch *s);

// Appends every match, from left to right, none of whose flagged words overlap.
// `starts`: where it may begin (starts.h), not 0.
void match_all(Matcher *m, Stretch *s, uint32_t pattern, uint64_t starts,
               MatchVec *out);
bool match_any(Matcher *m, Stretch *s, uint32_t pattern);

#endif
