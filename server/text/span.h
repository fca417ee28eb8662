// SPDX-License-Identifier: MIT
// text/span.h: a stretch of bytes, and a place as editors count it.
#ifndef INKLING_TEXT_SPAN_H
#define INKLING_TEXT_SPAN_H

#include <stdbool.h>
#include <stdint.h>

// Bytes [start, end) of whatever text its owner says.
typedef struct Span {
  uint32_t start, end;
} Span;

// Line and column from 0. What a column counts is said by an Encoding.
typedef struct Pos {
  uint32_t line, column;
} Pos;

typedef struct Range {
  Pos start, end;
} Range;

static inline uint32_t span_len(Span s) {
  return s.end - s.start;
}

static inline bool span_has(Span s, uint32_t at) {
  return s.start <= at && at < s.end;
}

static inline bool span_covers(Span s, Span inner) {
  return s.start <= inner.start && inner.end <= s.end;
}

static inline bool span_meets(Span a, Span b) {
  return a.start < b.end && b.start < a.end;
}

static inline Span span_moved(Span s, uint32_t by) {
  return (Span){s.start + by, s.end + by};
}

static inline int pos_cmp(Pos a, Pos b) {
  if (a.line != b.line) return a.line < b.line ? -1 : 1;
  return (a.column > b.column) - (a.column < b.column);
}

#endif
