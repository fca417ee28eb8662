// SPDX-License-Identifier: MIT
// lens/frozen.h: the set of the lenses that come with Inkling, made when the
// program is built (freezer.c) and linked into it as constants: so it takes no
// time to make, and of its memory only what is looked at, in pages that all
// Inklings of a machine share.
#ifndef INKLING_LENS_FROZEN_H
#define INKLING_LENS_FROZEN_H

#include "base/str.h"
#include "lens/lens.h"

extern const LensSet lens_frozen;

// Appends C that defines `lens_frozen` as a copy of a set of the built-in
// lenses alone. The same set gives the same text, also once it is frozen.
void freeze_write(const LensSet *s, StrBuf *out);

#endif
