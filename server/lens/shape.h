// SPDX-License-Identifier: MIT
// lens/shape.h: says in words what is wrong with the shape of a lens file.
// The parser knows that a line does not fit; a person wants to hear why. So
// the line is looked at once more, by hand, for the slips people make.
#ifndef INKLING_LENS_SHAPE_H
#define INKLING_LENS_SHAPE_H

#include "lens/source.h"

// Tells of every line that `error`, an error of the parser's, touches.
void shape_trouble(const LensReport *r, const LensFile *f, Span error);

// Notes those of its lines that were to hold a hint back (but, unless, …): it
// would speak where its author meant it to be silent. Those of fixes as well.
void shape_tear(LensFile *f, Span error, Arena *a);

// The nearest of `names` to what was written (one or two letters off), or the
// empty Str: for "did you mean".
Str shape_nearest(Str written, const Str *names, uint32_t count);

#endif
