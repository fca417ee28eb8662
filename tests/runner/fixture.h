// SPDX-License-Identifier: MIT
// tests/runner/fixture.h: tests as data, one form for all of them.
// A fixture file is any words of introduction, then cases:
//
//   === name of the case
//   input, as many lines as it takes
//   --- what
//   what must come out
//
// A case may ask for several things of one input: a `--- what` section each.
// Input and expectation keep their line ends; a blank line more is a blank line
// more. A test program hands fixture_main the function that makes `what` out of
// an input. `PROGRAM --accept FILE…` writes what came out into the file: read
// the difference before committing it.
#ifndef INKLING_TESTS_FIXTURE_H
#define INKLING_TESTS_FIXTURE_H

#include "base/str.h"
#include "base/vec.h"
#include "text/span.h"

typedef struct FixtureCase {
  Str path, name;
  Str input;     // marks still in it: fixture_unmark
  uint32_t line; // of the case's `===` line, from 1
} FixtureCase;

typedef Vec(Span) SpanVec;

// Appends to *out what `what` asks of the case. Called once a section.
typedef void FixtureRun(const FixtureCase *c, Str what, StrBuf *out);

// main of a fixture test: [--accept] FILE…; prints each difference with its
// place and a count. 0: all as expected (and at least one case), 1: not.
int fixture_main(int argc, char **argv, FixtureRun *run);

// The input without its marks, in `a`; *marks (in `a`) gets what they marked,
// in order of their start: «…» a range, § a point (an empty span). Offsets are
// those of the text without marks. Ranges may nest.
Str fixture_unmark(Str input, Arena *a, SpanVec *marks);

// The inverse, for output: `text` with « » round each span and § at the empty
// ones. Spans sorted by start, not crossing.
void fixture_mark(Str text, const Span *spans, uint32_t count, StrBuf *out);

#endif
