// SPDX-License-Identifier: MIT
// lens/term.h: the words in capitals and the tests behind a slash: what each
// asks of a token, in facts and tags.
#ifndef INKLING_LENS_TERM_H
#define INKLING_LENS_TERM_H

#include "lens/rules.h"

bool term_edge(Str name, KeptName *edge); // START, LETTER …
bool term_class(Str name, Test *test);    // NOUN, VBD, ME …; false: unknown
bool term_test(Str name, Test *test);     // "past", "!VBD"; false: unknown
StrVec term_names(Arena *a);              // all of them, for "did you mean"

#endif
