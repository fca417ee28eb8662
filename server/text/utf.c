// SPDX-License-Identifier: MIT
#include "text/utf.h"

#include "base/ascii.h"

static unsigned char byte_at(Str s, size_t at) {
  return at < s.len ? (unsigned char)s.data[at] : 0;
}

static bool is_tail(unsigned char b) {
  return (b & 0xC0) == 0x80;
}

// The width that a first byte announces; 0: none can start so.
static unsigned width_of(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  if (first >= 0xF0 && first <= 0xF4) return 4;
  return 0;
}

// Overlong forms, surrogates and what lies past U+10FFFF are no characters.
static bool in_range(uint32_t point, unsigned width) {
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return point >= least[width] && point <= 0x10FFFF &&
         !(point >= 0xD800 && point <= 0xDFFF);
}

uint32_t utf_at(Str s, size_t at, unsigned *width) {
  unsigned char first = byte_at(s, at);
  unsigned n = width_of(first);
  *width = 1;
  if (n == 1) return first;
  if (n == 0 || at + n > s.len) return UTF_BAD;
  uint32_t point = first & (0x7Fu >> n);
  for (unsigned i = 1; i < n; i++) {
    unsigned char b = byte_at(s, at + i);
    if (!is_tail(b)) return UTF_BAD;
    point = point << 6 | (b & 0x3F);
  }
  if (!in_range(point, n)) return UTF_BAD;
  *width = n;
  return point;
}

unsigned utf_width_before(Str s, size_t at) {
  for (unsigned n = 1; n <= 4 && n <= at; n++) {
    if (is_tail(byte_at(s, at - n))) continue;
    unsigned width;
    utf_at(s, at - n, &width);
    return width == n ? n : 1;
  }
  return 1;
}

static uint32_t units(uint32_t point, unsigned width, Encoding e) {
  if (e == UTF8) return width;
  return e == UTF16 && point > 0xFFFF ? 2 : 1;
}

uint32_t utf_columns(Str s, Encoding e) {
  if (e == UTF8) return (uint32_t)s.len;
  uint32_t n = 0;
  for (size_t at = 0;;) {
    size_t run = ascii_run(s.data, at, s.len, 0);
    n += (uint32_t)run;
    if ((at += run) == s.len) return n;
    unsigned width;
    uint32_t point = utf_at(s, at, &width);
    n += units(point, width, e);
    at += width;
  }
}

uint32_t utf_offset(Str s, uint32_t column, Encoding e) {
  size_t at = 0;
  for (uint32_t n = 0; at < s.len;) {
    unsigned width;
    uint32_t point = utf_at(s, at, &width);
    n += units(point, width, e);
    if (n > column) break;
    at += width;
  }
  return (uint32_t)at;
}

bool utf_is_valid(Str s) {
  for (size_t at = 0;;) {
    at += ascii_run(s.data, at, s.len, 0);
    if (at == s.len) return true;
    unsigned width;
    uint32_t point = utf_at(s, at, &width);
    if (point == UTF_BAD && width == 1) return false;
    at += width;
  }
}

void utf_put(StrBuf *b, uint32_t c) {
  if (!in_range(c, 0)) c = UTF_BAD;
  if (c < 0x80) {
    strbuf_putc(b, (char)c);
    return;
  }
  unsigned tails = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
  strbuf_putc(b, (char)(lead[tails] | c >> (6 * tails)));
  while (tails--) strbuf_putc(b, (char)(0x80 | (c >> (6 * tails) & 0x3F)));
}
