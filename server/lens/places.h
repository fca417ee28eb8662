// SPDX-License-Identifier: MIT
// lens/places.h: where things stand in a stretch, a bit a token.
// A mask is a row of 64-bit words, one for most sentences. Words, lemmas and
// sets have a mask each, facts and tags too, and from them the mask of a test
// is made once a stretch, however many patterns ask it. What no token of the
// stretch has costs nothing: a bit says which names were met, and a stamp tells
// this stretch's masks of tests from old ones.
#ifndef INKLING_LENS_PLACES_H
#define INKLING_LENS_PLACES_H

#include "lens/rules.h"

// Words of the longest mask: a bit for each token and one for the end.
enum { MASK_WORDS_MOST = STRETCH_MOST / 64 + 1 };

// Rows of masks; row i is good where its stamp is the stretch's.
typedef struct Masks {
  Vec(uint32_t) stamps;
  Vec(uint64_t) words;
} Masks;

typedef struct Places {
  const LensSet *set;
  uint32_t count; // tokens
  uint32_t width; // words a mask
  uint32_t stamp;
  IndexVec met;        // names, each once
  Vec(uint64_t) here;  // a bit a name: was it met
  Vec(uint64_t) names; // a mask a name, good where it was met
  Masks tests;
  Facts facts; // all that hold somewhere
  TagSet tags;
  uint64_t all[MASK_WORDS_MOST]; // every token
  uint64_t fact[FACT_COUNT][MASK_WORDS_MOST];
  uint64_t tag[TAG_COUNT][MASK_WORDS_MOST];
} Places;

void places_clear(Places *p);
void places_begin(Places *p, const LensSet *set, uint32_t count);
void places_put_name(Places *p, uint32_t name, uint32_t at);
void places_put_token(Places *p, Facts facts, Tag tag, uint32_t at);
void places_fill_test(Places *p, uint32_t test);
// Whether all stands here that a match of the pattern cannot do without.
bool places_meet(const Places *p, const Pattern *pattern);
void mask_fill(uint64_t *mask, uint32_t count, uint32_t width);

// Where single tokens pass a test. Borrowed until places_begin.
static inline const uint64_t *places_of_test(Places *p, uint32_t test) {
  if (p->tests.stamps.data[test] != p->stamp) places_fill_test(p, test);
  return p->tests.words.data + (size_t)test * p->width;
}

static inline bool places_has_name(const Places *p, uint32_t name) {
  return p->here.data[name / 64] >> name % 64 & 1;
}

// The first word of a name's mask.
static inline uint64_t places_word(const Places *p, uint32_t name) {
  return places_has_name(p, name) ? p->names.data[(size_t)name * p->width] : 0;
}

static inline bool mask_has(const uint64_t *mask, uint32_t at) {
  return mask[at / 64] >> at % 64 & 1;
}

static inline bool places_name_at(const Places *p, uint32_t name, uint32_t at) {
  return places_has_name(p, name) &&
         mask_has(p->names.data + (size_t)name * p->width, at);
}

#endif
