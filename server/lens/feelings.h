// SPDX-License-Identifier: MIT
// lens/feelings.h: the vocabulary of feelings, broad to fine, for completion
// and hover. It is written in feelings.lens and in a user's own lenses.
#ifndef INKLING_LENS_FEELINGS_H
#define INKLING_LENS_FEELINGS_H

#include "base/file.h"
#include "lens/lens.h"

typedef enum Valence {
  VALENCE_HARD,
  VALENCE_WARM,
  VALENCE_MIXED,
  VALENCE_VAGUE,
} Valence;

typedef struct Feeling {
  Str word;   // "gutted", "over the moon"
  Str family; // "sad"
  Valence valence;
  bool is_broad;
  bool is_form; // "grief": known, but not fit to follow "I feel"
} Feeling;

// Borrowed from the set. In order of family, broad ones first.
uint32_t feeling_count(const LensSet *s);
const Feeling *feeling_at(const LensSet *s, uint32_t index);
const Feeling *feeling_find(const LensSet *s,
                            Str word); // any case; may be NULL
// Neighbouring families' names of a family, in `a`.
StrVec feeling_near(const LensSet *s, Str family, Arena *a);

#endif
