// SPDX-License-Identifier: MIT
#include "english/glyph.h"

#include "text/utf.h"

typedef struct Stretch {
  uint32_t first, last;
  uint8_t kind;
} Stretch;

// Sorted. What is in none of them, above ASCII, is a letter.
static const Stretch stretches[] = {
    {0x80, 0x84, GLYPH_PUNCT},          {0x85, 0x85, GLYPH_SPACE},
    {0x86, 0x9F, GLYPH_PUNCT},          {0xA0, 0xA0, GLYPH_SPACE},
    {0xA1, 0xA9, GLYPH_PUNCT},          {0xAB, 0xAC, GLYPH_PUNCT},
    {0xAD, 0xAD, GLYPH_JOINER},         {0xAE, 0xB1, GLYPH_PUNCT},
    {0xB4, 0xB4, GLYPH_APOSTROPHE},     {0xB6, 0xB9, GLYPH_PUNCT},
    {0xBB, 0xBF, GLYPH_PUNCT},          {0xD7, 0xD7, GLYPH_PUNCT},
    {0xF7, 0xF7, GLYPH_PUNCT},          {0x300, 0x36F, GLYPH_JOINER},
    {0x1680, 0x1680, GLYPH_SPACE},      {0x1AB0, 0x1AFF, GLYPH_JOINER},
    {0x1DC0, 0x1DFF, GLYPH_JOINER},     {0x2000, 0x200A, GLYPH_SPACE},
    {0x200B, 0x200F, GLYPH_JOINER},     {0x2010, 0x2017, GLYPH_PUNCT},
    {0x2018, 0x2019, GLYPH_APOSTROPHE}, {0x201A, 0x2027, GLYPH_PUNCT},
    {0x2028, 0x2029, GLYPH_SPACE},      {0x202A, 0x202E, GLYPH_JOINER},
    {0x202F, 0x202F, GLYPH_SPACE},      {0x2030, 0x205E, GLYPH_PUNCT},
    {0x205F, 0x205F, GLYPH_SPACE},      {0x2060, 0x206F, GLYPH_JOINER},
    {0x20A0, 0x20CF, GLYPH_PUNCT},      {0x20D0, 0x20FF, GLYPH_JOINER},
    {0x2190, 0x2BFF, GLYPH_PICTURE},    {0x3000, 0x3000, GLYPH_SPACE},
    {0x3001, 0x3004, GLYPH_PUNCT},      {0x3008, 0x3020, GLYPH_PUNCT},
    {0xE000, 0xF8FF, GLYPH_PICTURE},    {0xFE00, 0xFE0F, GLYPH_JOINER},
    {0xFE20, 0xFE2F, GLYPH_JOINER},     {0xFEFF, 0xFEFF, GLYPH_JOINER},
    {0xFF01, 0xFF0F, GLYPH_PUNCT},      {0xFF1A, 0xFF20, GLYPH_PUNCT},
    {0xFFFD, 0xFFFD, GLYPH_PUNCT},      {0x1F000, 0x1F3FA, GLYPH_PICTURE},
    {0x1F3FB, 0x1F3FF, GLYPH_JOINER},   {0x1F400, 0x1FAFF, GLYPH_PICTURE},
    {0xE0000, 0xE01EF, GLYPH_JOINER},
};

enum { STRETCHES = sizeof stretches / sizeof *stretches };

enum {
  S = GLYPH_SPACE,
  L = GLYPH_LETTER,
  D = GLYPH_DIGIT,
  A = GLYPH_APOSTROPHE,
  P = GLYPH_PUNCT
};

// clang-format off
const uint8_t glyph_ascii[128] = {
    P, P, P, P, P, P, P, P, P, S, S, S, S, S, P, P,
    P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P,
    S, P, P, P, P, P, P, A, P, P, P, P, P, P, P, P,
    D, D, D, D, D, D, D, D, D, D, P, P, P, P, P, P,
    P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, P, P, P, P, L,
    A, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, P, P, P, P, P,
};
// clang-format on

GlyphKind glyph_kind(uint32_t point) {
  if (point < 0x80) return (GlyphKind)glyph_ascii[point];
  uint32_t low = 0, high = STRETCHES;
  while (low < high) {
    uint32_t mid = (low + high) / 2;
    if (point > stretches[mid].last)
      low = mid + 1;
    else
      high = mid;
  }
  if (low == STRETCHES || point < stretches[low].first) return GLYPH_LETTER;
  return (GlyphKind)stretches[low].kind;
}

Glyph glyph_wide(Str s, size_t at) {
  unsigned width;
  uint32_t point = utf_at(s, at, &width);
  return (Glyph){point, (uint8_t)width, (uint8_t)glyph_kind(point)};
}

bool glyph_is_upper(uint32_t p) {
  return (p >= 'A' && p <= 'Z') || glyph_lower(p) != p;
}

// In these blocks capitals and small letters alternate, the capital at an even
// or at an odd place.
static bool alternates(uint32_t p, uint32_t *odd) {
  *odd = (p >= 0x139 && p <= 0x148) || (p >= 0x179 && p <= 0x17E);
  return (p >= 0x100 && p <= 0x12F) || (p >= 0x132 && p <= 0x137) ||
         (p >= 0x14A && p <= 0x177) || (p >= 0x460 && p <= 0x481) ||
         (p >= 0x1E00 && p <= 0x1E95) || *odd;
}

uint32_t glyph_lower_wide(uint32_t p) {
  uint32_t odd;
  if (p >= 0xC0 && p <= 0xDE && p != 0xD7) return p + 32;
  if (p >= 0x391 && p <= 0x3A9 && p != 0x3A2) return p + 32;
  if (p >= 0x410 && p <= 0x42F) return p + 32;
  if (p >= 0x400 && p <= 0x40F) return p + 80;
  if (p == 0x178) return 0xFF;
  if (alternates(p, &odd) && (p & 1) == odd) return p + 1;
  return p;
}

uint32_t glyph_straight(uint32_t p) {
  switch (p) {
  case 0x2018:
  case 0x2019:
  case 0xB4:
  case '`': return '\'';
  case 0x201C:
  case 0x201D:
  case 0x201E: return '"';
  default: return p;
  }
}

unsigned glyph_put(char *out, uint32_t p) {
  if (p < 0x80) return out[0] = (char)p, 1;
  if (p < 0x800) {
    out[0] = (char)(0xC0 | p >> 6);
    out[1] = (char)(0x80 | (p & 0x3F));
    return 2;
  }
  unsigned width = p < 0x10000 ? 3 : 4, shift = 6 * (width - 1);
  out[0] = (char)((width == 3 ? 0xE0 : 0xF0) | p >> shift);
  for (unsigned i = 1; i < width; i++) {
    shift -= 6;
    out[i] = (char)(0x80 | (p >> shift & 0x3F));
  }
  return width;
}
