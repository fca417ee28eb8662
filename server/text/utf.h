// SPDX-License-Identifier: MIT
// text/utf.h: steps through bytes that are mostly UTF-8.
// Any byte string is read: a byte that starts no valid sequence (RFC 3629) is
// a step of its own, one byte wide, U+FFFD. Nothing here can fail.
#ifndef INKLING_TEXT_UTF_H
#define INKLING_TEXT_UTF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

// What one column of a Pos is: a byte, a UTF-16 unit or a code point.
typedef enum Encoding { UTF8, UTF16, UTF32 } Encoding;

enum { UTF_BAD = 0xFFFD };

// The code point at `at` (< s.len) and its width in bytes (1 to 4).
uint32_t utf_at(Str s, size_t at, unsigned *width);
// The width in bytes of the step that ends at `at` (> 0).
unsigned utf_width_before(Str s, size_t at);
// Columns that the bytes take up, in units of `e`.
uint32_t utf_columns(Str s, Encoding e);
// The byte offset (<= s.len) of a column; inside a character: at its start.
uint32_t utf_offset(Str s, uint32_t column, Encoding e);
bool utf_is_valid(Str s);
// Appends the UTF-8 form of a code point.
void utf_put(StrBuf *b, uint32_t point);

#endif
