// SPDX-License-Identifier: MIT
// lens/built_in.h: the lenses that come with Inkling, put into the program at
// build time in the order of their names.
#ifndef INKLING_LENS_BUILT_IN_H
#define INKLING_LENS_BUILT_IN_H

typedef struct BuiltIn {
  const char *name;           // "hedge.lens"
  const unsigned char *bytes; // static
  unsigned size;
} BuiltIn;

extern const BuiltIn built_in[];
extern const unsigned built_in_count;

#endif
