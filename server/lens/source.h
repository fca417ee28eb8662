// SPDX-License-Identifier: MIT
// lens/source.h: a lens file while it is being read, and what is wrong in it.
// The tree is walked once into a flat array of its named parts and let go;
// every later pass steps through the array, which is small and stays in cache.
#ifndef INKLING_LENS_SOURCE_H
#define INKLING_LENS_SOURCE_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "lens/lens.h"
#include "text/span.h"

typedef enum PartKind {
  PART_other,
#define PART(name) PART_##name,
#include "lens/part.def"
#undef PART
  PART_COUNT,
} PartKind;

typedef struct Part {
  PartKind kind;
  Span span;            // in the file
  uint32_t child, next; // index of a part; 0: none (0 is the file itself)
} Part;

typedef struct LensFile {
  Str path, bytes; // borrowed from the set's arena
  uint32_t index;  // in the set
  bool is_extra;   // a user's, not ours
  Str lens;        // its name
  Str source, source_words;
  Vec(Part) parts;    // while the set is being built
  Vec(uint32_t) torn; // lines that hold back, with an error: their offsets
  Vec(uint32_t) torn_fixes; // and those of fixes
  Vec(uint32_t) lines;      // offset of each line's first byte
} LensFile;

enum {
  LENS_FILE_MOST = 1 << 20, // bytes
  LENS_TROUBLES_MOST = 100, // a file
};

// Where troubles go, and the memory they live in.
typedef struct LensReport {
  Arena *arena;
  LensTroubleVec *troubles; // may be NULL
} LensReport;

void lens_trouble(const LensReport *r, const LensFile *f, Span at,
                  const char *format, ...)
    __attribute__((format(printf, 4, 5)));
uint32_t lens_line(const LensFile *f, uint32_t offset); // from 1

#endif
