// SPDX-License-Identifier: MIT
// lens/match.h: patterns over one sentence.
// A pattern is tried like a regular expression: at each place from left to
// right, what stands first in it first, gaps as short as they can be. No step
// is tried twice at one place (the pairs are remembered), so the work is at
// most steps times tokens, whatever the pattern.
#ifndef INKLING_LENS_MATCH_H
#define INKLING_LENS_MATCH_H

#include "lens/rules.h"

// A token as the patterns see it.
typedef struct Seen {
  uint32_t word, lemma; // atoms, NO_INDEX: no lens speaks of it
  Facts facts;
  Tag tag;
  uint32_t hits;  // first of its hits, NO_INDEX: none
  uint64_t names; // bits of its atoms and of the sets whose members begin here
} Seen;

// A member of some set that begins at a token; the longest ones first.
typedef struct Hit {
  uint32_t entry, len, next;
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
} Stretch;

typedef struct Match {
  uint32_t start, end;           // tokens of the stretch
  uint32_t flag_start, flag_end; // the flagged ones
  uint32_t pattern;
} Match;

typedef Vec(Match) MatchVec;

typedef struct Try {
  uint32_t step, at, open, close;
} Try;

// What the matcher needs to work, kept from one sentence to the next.
typedef struct Matcher {
  Vec(uint8_t) tried; // a bit a step and place
  Vec(Try) stack;
  uint32_t clean; // places whose bits are clear or in use
  uint32_t reach; // the last place looked at
  uint64_t work;  // steps tried
} Matcher;

void matcher_clear(Matcher *m);

// facts.c: fills a stretch's `seen` and `hits`. Buffers are used again.
void facts_fill(Stretch *s, uint64_t *work);

// Where a match may begin: the tokens [from, until).
typedef struct Starts {
  uint32_t from, until;
} Starts;

// Appends every match, from left to right, none of whose flagged words overlap.
void match_all(Matcher *m, const Stretch *s, uint32_t pattern, Starts starts,
               MatchVec *out);
bool match_any(Matcher *m, const Stretch *s, uint32_t pattern, Starts starts);

#endif
