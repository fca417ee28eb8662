// SPDX-License-Identifier: MIT
// lens/reading.h: the parts of one reading, for the files of this floor.
#ifndef INKLING_LENS_READING_H
#define INKLING_LENS_READING_H

#include "lens/match.h"

typedef Vec(LensFinding) FindingVec;
typedef Vec(Hint) HintVec;

// The counts that measures ask for, over a paragraph or a whole letter.
typedef struct Counts {
  uint32_t sentences, past, questions;
  uint8_t level;
  uint32_t *blocks; // sentences that carry it, a block
} Counts;

// measures.c
Counts counts_new(const LensSet *s, Arena *a);
void counts_add(Counts *c, const LensSet *s, const LensReading *r);
void sentences_count(LensReading *r, const English *e); // its own sentences
bool measures_hold(const Block *block, const Counts *c);

// sentences.c: all findings of each passage, in order of sentence and place.
// And the steps that it took.
uint64_t sentences_read(LensReader *r, const LensPassage *passages,
                        uint32_t count, FindingVec *findings, Arena *a);
const LensSet *reader_set(const LensReader *r);

// hints.c: what a finding says, asks and offers.
typedef struct Speech {
  const LensSet *set;
  const English *english;
  Str bytes;
  const LensPlace *place;
  Arena *arena;
  uint64_t seed; // of the passage's bytes, once it has a hint
} Speech;
// `finding`: a paragraph's or a letter's has no fixes.
Hint hint_make(const Speech *speech, const Block *block,
               const LensFinding *finding, uint32_t ordinal);
// slots.c: the text with its slots filled, itself where it has none; false:
// one has nothing to fill it.
bool slots_fill(const Speech *speech, Str text, uint32_t sentence, Span span,
                Str *out);
// fix.c: appends what one rule offers for these words, if anything.
typedef Vec(Fix) FixVec;
void fix_make(const Speech *speech, const FixRule *rule, uint32_t sentence,
              Span span, FixVec *out);

static inline bool kind_fits(const Block *b, const LensPlace *p) {
  return !b->rests && (!b->kinds || (b->kinds >> p->kind) & 1);
}

#endif
