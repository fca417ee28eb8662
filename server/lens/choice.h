// SPDX-License-Identifier: MIT
// lens/choice.h: (just | really | so): of some words one. A third of all steps
// were such words and the forks between them; a run of them is one step, whose
// test holds for any of its names. It is as wide as each of them, so it makes
// no difference which one is met, nor what stands before it.
#ifndef INKLING_LENS_CHOICE_H
#define INKLING_LENS_CHOICE_H

#include "lens/build.h"

// The alternatives of a pattern: the terms of one end where the next begin.
typedef struct Ways {
  IndexVec terms, ends;
} Ways;

Ways choice_ways(Build *b, const LensFile *f, uint32_t part); // in `passing`
uint32_t choice_start(const Ways *w, uint32_t way);           // in its terms
// How many ways up to the last one are a plain word each; 1 if that is none.
uint32_t choice_run(Build *b, const LensFile *f, const Ways *w, uint32_t last);
// The atom of a term that is one word or lemma and asks nothing more; NO_INDEX
// of any other.
uint32_t choice_atom(Build *b, const LensFile *f, uint32_t term,
                     uint32_t *cost);
// Where these atoms lie in the set's choices. Borrows nothing.
uint32_t choice_put(Build *b, const uint32_t *atoms, uint32_t count);

#endif
