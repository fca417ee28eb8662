// SPDX-License-Identifier: MIT
// english/abbreviation.h: words whose full stop is their own.
// Whether such a stop is the sentence's too depends on what kind of word it is:
// "Mr." is before a name, "Vol." before a number, "etc." may be the last word.
// A closed class, listed; single letters and "U.S." are told by their form.
#ifndef INKLING_ENGLISH_ABBREVIATION_H
#define INKLING_ENGLISH_ABBREVIATION_H

#include <stdbool.h>

#include "base/str.h"

typedef enum Abbreviation {
  ABBREVIATION_NONE,
  ABBREVIATION_NAME,   // "Mr.", "Geo.", "Nat.": a name may come next
  ABBREVIATION_NUMBER, // "Vol.", "p.": none at all where no number comes next
  ABBREVIATION_INNER,  // "viz.", "cf.": the sentence always goes on
  ABBREVIATION_LAST,   // "etc.", "p.m.": may be the last word
} Abbreviation;

// Of a word without its stop.
Abbreviation abbreviation_find(Str word);
// Does the stop behind s[start .. at) belong to that word, given what comes
// next? Looks a few bytes ahead.
bool abbreviation_keeps_stop(Str s, size_t start, size_t at);

#endif
