// SPDX-License-Identifier: MIT
// tests/syntax/show.h: what the syntax floor makes of a text, for people to
// read: the one form in which fixtures and docs/jot.md say what they expect.
#ifndef INKLING_TESTS_SHOW_H
#define INKLING_TESTS_SHOW_H

#include "syntax/outline.h"

// `what`: "outline", "passages", "references", "entries" or "hushes", with
// "-markdown" or "-plain" behind it for another language than Jot. False where
// it is none of these.
bool show(Str bytes, Str what, StrBuf *out);

#endif
