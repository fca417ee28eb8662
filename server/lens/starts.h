// SPDX-License-Identifier: MIT
// lens/starts.h: where in a stretch a match of a pattern may begin, told by
// names alone: each group of names that it cannot do without (needs.c) has one
// that stands as far behind the start as it has to. Of the patterns whose two
// names are there (candidates.h) most end here.
#ifndef INKLING_LENS_STARTS_H
#define INKLING_LENS_STARTS_H

#include "lens/places.h"

// What starts_of will look at is on its way from here on.
static inline void starts_prepare(const Places *p, uint32_t pattern) {
  __builtin_prefetch(p->set->gates.data + p->set->gate_of.data[pattern]);
}

// A bit a token, 0: nowhere. Where a stretch takes several words it is not
// told so closely: all bits or none.
uint64_t starts_of(const Places *p, uint32_t pattern);

#endif
