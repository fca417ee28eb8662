// SPDX-License-Identifier: MIT
// journal/hushes.h: codes behind `%% hush` that no lens has. A slip there
// hushes nothing, and whoever made it would never hear why.
#ifndef INKLING_JOURNAL_HUSHES_H
#define INKLING_JOURNAL_HUSHES_H

#include "journal/doc.h"

typedef struct HushSlip {
  Span span;   // the word, in bytes of the text
  Str message; // one sentence; arena
} HushSlip;
typedef Vec(HushSlip) HushSlips;

// Appends in order of place, in `a`, each word once. Silent where danger is
// told, and where no word of a line looks like a code: that may be a note.
void hushes_check(Doc *d, Arena *a, HushSlips *out);

#endif
