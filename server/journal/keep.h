// SPDX-License-Identifier: MIT
// journal/keep.h: what is kept of a reading, in the size it has.
// English and the lenses work in an arena that serves one passage after the
// other; a journal that lies open all evening keeps a tenth of that.
#ifndef INKLING_JOURNAL_KEEP_H
#define INKLING_JOURNAL_KEEP_H

#include "lens/lens.h"

// Copies in `a`. What borrows from `bytes`, the passage's words, goes on to.
const English *keep_english(const English *e, Str bytes, Arena *a);
const LensReading *keep_reading(const LensReading *r, uint32_t sentences,
                                Arena *a);

#endif
