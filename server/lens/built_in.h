// SPDX-License-Identifier: MIT
// lens/built_in.h: the lenses that come with Inkling, put into the program at
// build time in the order of their names, with the parts that the grammar
// finds in them: so a start costs no parsing, and a slip in one of them fails
// the build (embed.c).
#ifndef INKLING_LENS_BUILT_IN_H
#define INKLING_LENS_BUILT_IN_H

#include "lens/source.h"

typedef struct BuiltIn {
  const char *name;  // "hedge.lens"
  const char *bytes; // static
  uint32_t size;
  const Part *parts;
  uint32_t part_count;
} BuiltIn;

extern const BuiltIn built_in[];
extern const uint32_t built_in_count;

#endif
