// SPDX-License-Identifier: MIT
// english/glyph.h: what a character is to somebody who cuts text into words.
// English prose with whatever else people type into it: any letter of any
// script is a letter, so that nothing is torn; only what is known to be space,
// punctuation or a picture is something else.
#ifndef INKLING_ENGLISH_GLYPH_H
#define INKLING_ENGLISH_GLYPH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef enum GlyphKind {
  GLYPH_SPACE,
  GLYPH_LETTER, // "_" too
  GLYPH_DIGIT,
  GLYPH_APOSTROPHE, // ' ’ ‘ ` ´
  GLYPH_PUNCT,
  GLYPH_PICTURE, // emoji, pictographs, arrows
  GLYPH_JOINER,  // continues what stands before it: accents, selectors, ZWJ
} GlyphKind;

typedef struct Glyph {
  uint32_t point;
  uint8_t width; // bytes, 1 to 4
  uint8_t kind;  // GlyphKind
} Glyph;

// GlyphKind of each ASCII character: nearly all there is, so looked up in line.
extern const uint8_t glyph_ascii[128];

Glyph glyph_wide(Str s, size_t at);
// The glyph at `at` (< s.len). Any bytes are read.
static inline Glyph glyph_at(Str s, size_t at) {
  unsigned char c = (unsigned char)s.data[at];
  return c < 0x80 ? (Glyph){c, 1, glyph_ascii[c]} : glyph_wide(s, at);
}

// The end of the ASCII letters that begin at `at`.
static inline size_t glyph_letters(Str s, size_t at, size_t end) {
  while (at < end && (unsigned char)s.data[at] < 0x80 &&
         glyph_ascii[(unsigned char)s.data[at]] == GLYPH_LETTER)
    at++;
  return at;
}

GlyphKind glyph_kind(uint32_t point);
bool glyph_is_upper(uint32_t point);
uint32_t glyph_lower_wide(uint32_t point);
// The lower-case form where it takes as many bytes in UTF-8, else `point`.
static inline uint32_t glyph_lower(uint32_t point) {
  if (point >= 0x80) return glyph_lower_wide(point);
  return point - 'A' < 26u ? point + 32 : point;
}
// The straight form of a curly quote or apostrophe, else `point`.
uint32_t glyph_straight(uint32_t point);
// Writes the UTF-8 form (1 to 4 bytes); returns its width.
unsigned glyph_put(char *out, uint32_t point);

#endif
