// SPDX-License-Identifier: MIT
// lens/part.h: from a lens file's bytes to its parts, through the grammar.
// Troubles of the shape are found here, all of a file's at once; troubles of
// meaning are added by those who read the parts.
#ifndef INKLING_LENS_PART_H
#define INKLING_LENS_PART_H

#include "lens/source.h"

// Fills lines (in `keep`) and parts (in `scratch`, for as long as the set is
// being built) of a file whose path and bytes are set.
void part_read(LensFile *f, Arena *keep, Arena *scratch, const LensReport *r);
// Takes over parts that were read at build time (built_in.h) as they are.
void part_take(LensFile *f, const Part *parts, uint32_t count, Arena *keep);
Str part_text(const LensFile *f, uint32_t part);
// The first child of that kind, or 0.
uint32_t part_find(const LensFile *f, uint32_t part, PartKind kind);
// What a string part says, without quotes and escapes, in `a`.
Str part_string(const LensFile *f, uint32_t part, Arena *a);

#define part_each(f, parent, at)                                               \
  for (uint32_t at = (f)->parts.data[parent].child; at;                        \
       at = (f)->parts.data[at].next)

#endif
