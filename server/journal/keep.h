// SPDX-License-Identifier: MIT
// journal/keep.h: what is kept of a reading, in the size it has.
// English and the lenses work in an arena that serves one passage after the
// other; a journal that lies open all evening keeps a tenth of that.
#ifndef INKLING_JOURNAL_KEEP_H
#define INKLING_JOURNAL_KEEP_H

#include "lens/lens.h"

// Copies in `a`. Of English the sentences alone: the words are most of it and
// quickly read again.
const Region *keep_regions(const Passage *p, Arena *a);
const Sentence *keep_sentences(const English *e, Arena *a);
// Of the words of its hints what lies in `from`: the rest is the lenses' own.
// Findings, of which a paragraph has dozens, only where they are wanted.
const LensReading *keep_reading(const LensReading *r, uint32_t sentences,
                                bool findings, const Arena *from, Arena *a);

#endif
