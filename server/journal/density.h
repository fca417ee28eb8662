// SPDX-License-Identifier: MIT
// journal/density.h: which hints a density lets through (what they mean:
// journal/doc.h, doc_shown). An entry is settled by itself, so that a key costs
// one entry.
#ifndef INKLING_JOURNAL_DENSITY_H
#define INKLING_JOURNAL_DENSITY_H

#include "journal/analysis.h"
#include "journal/settings.h"

// Settles `taken`, a bool a hint of `all`, for the entries that hold one of the
// paragraphs [first, end); those of the others stay.
void density_choose(const Analysis *all, Density density, uint32_t first,
                    uint32_t end, bool *taken);

#endif
