// SPDX-License-Identifier: MIT
// lens/match.h: patterns over the sentences of a stretch.
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
#include "lens/reader.h"

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

// A sentence where it lies: its tokens take the places [from, to).
typedef struct Laid {
  uint32_t passage; // of those that are read together
  uint32_t sentence;
  uint32_t first;                // token at `from`, in English
  uint32_t from, to;             // `to` is free
  uint32_t first_word, end_word; // places
} Laid;

// Sentences side by side in the places of one word of a mask, a free one behind
// each: a pattern is swept over all of them at once, and no match leads across.
// They may be of several passages, in documents of one kind. A longer sentence
// lies alone; a very long one is read in stretches.
typedef struct Stretch {
  const LensSet *set;
  const LensPassage *passages; // that are read together
  uint32_t passage;            // the one that sentences are laid from …
  const English *english;      // … its English, …
  const LensPlace *place;      // … its place
  Vec(Laid) laid;
  uint32_t count; // places
  Vec(Seen) seen; // a place
  Vec(Hit) hits;
  IndexVec longs; // hits of more than one token
  Places places;
  uint32_t told_until; // token up to which whom.c has read the passage
  bool one_at_large, many_at_large; // whom "he", "she" and "they" mean there
} Stretch;

typedef struct Match {
  uint32_t start, end;           // places of the stretch
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

// facts.c: an empty stretch for a sentence of so many tokens and what finds
// room beside it; lays tokens of a sentence, one stretch of it, behind what
// lies there. Buffers are used again.
void stretch_begin(Stretch *s, uint32_t tokens);
bool stretch_has_room(const Stretch *s, uint32_t tokens);
void stretch_lay(Stretch *s, uint32_t sentence, uint32_t first, uint32_t count,
                 uint64_t *work);
void stretch_clear(Stretch *s);

// Of the sentence that was laid last: the token at a place.
static inline const Laid *laid_last(const Stretch *s) {
  return &s->laid.data[s->laid.len - 1];
}

static inline uint32_t index_at(const Stretch *s, uint32_t place) {
  const Laid *l = laid_last(s);
  return l->first + place - l->from;
}

static inline const Token *token_at(const Stretch *s, uint32_t place) {
  return &s->english->tokens[index_at(s, place)];
}

// Appends every match, from left to right, none of whose flagged words overlap.
// `starts`: where it may begin (starts.h), not 0. And whether there is any in
// one of the stretch's sentences.
void match_all(Matcher *m, Stretch *s, uint32_t pattern, uint64_t starts,
               MatchVec *out);
bool match_any(Matcher *m, Stretch *s, uint32_t pattern, uint64_t starts,
               const Laid *within);

#endif
