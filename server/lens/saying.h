// SPDX-License-Identifier: MIT
// lens/saying.h: what a lens says once its patterns hold: the hint's words, its
// ways out, its proofs, and the measures of hints about whole paragraphs.
#ifndef INKLING_LENS_SAYING_H
#define INKLING_LENS_SAYING_H

#include "base/file.h"
#include "lens/part.h"

typedef Vec(uint32_t) IndexVec;

typedef enum FixKind { FIX_DROP, FIX_PRESENT, FIX_CHOOSE, FIX_REPLACE } FixKind;

enum { FIXES_MOST = 64 }; // of one hint

typedef struct FixRule {
  FixKind kind;
  Str title;
  uint32_t unless; // pattern, or NO_INDEX
  Str *words;      // choose: what to choose from; replace: one text
  uint32_t word_count;
} FixRule;

typedef enum MeasureKind {
  MEASURE_SENTENCES,
  MEASURE_PAST,
  MEASURE_QUESTIONS,
  MEASURE_LEVEL,
  MEASURE_BLOCK,
} MeasureKind;

typedef struct Measure {
  MeasureKind kind;
  uint32_t block;
  enum { AT_LEAST, AT_MOST, EXACTLY, OVER_HALF, ALL_OF } relation;
  uint32_t number;
  uint32_t group; // measures of one `when` line: all must hold
} Measure;

typedef struct With {
  uint32_t block;
  uint32_t line;
  bool lacks;
} With;

// One `flag` or `pass` line.
typedef struct Proof {
  Str text; // as written behind the keyword
  bool is_flag;
  const LensFile *file;
  Span span; // of the text in the file
} Proof;

// A hint or a notice.
typedef struct Block {
  Str code;
  const LensFile *file;
  uint32_t part, line;
  bool is_notice, is_off, hushes;
  bool rests;     // until what holds it back is mended
  uint32_t about; // as LensHint.about
  uint32_t hint;  // index of the hint or of the notice
  uint32_t kinds; // bit a PLACE_…; 0: all
  uint16_t weight;
  uint8_t level;
  Str says, source, source_words;
  StrVec asks, flags, passes;
  Vec(Proof) proofs;
  IndexVec whens, buts, unlesses; // patterns
  Vec(With) withs;
  Vec(FixRule) fixes;
  Vec(Measure) measures;
  uint32_t order; // those whose findings it asks for come first
} Block;

#endif
