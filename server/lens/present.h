// SPDX-License-Identifier: MIT
// lens/present.h: "felt" -> "feel", "wasn't" -> "isn't": a simple past verb
// brought to now. English inflection, and no more of it than this needs.
#ifndef INKLING_LENS_PRESENT_H
#define INKLING_LENS_PRESENT_H

#include "english/english.h"

// The finite past verb at token `at`; tokens up to `end` may change with it
// (the n't of "wasn't"). False where the present would not be a plain swap:
// "had felt", "used to", an n't beyond `end`.
bool present_find(const English *e, Str bytes, uint32_t at, uint32_t end,
                  Arena *a, Span *span, Str *text);

#endif
