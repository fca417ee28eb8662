// SPDX-License-Identifier: MIT
// cli/lines.h: JSON Lines, written straight into a buffer: a diary has a
// hundred thousand tokens, and each is a small object.
#ifndef INKLING_CLI_LINES_H
#define INKLING_CLI_LINES_H

#include "base/str.h"

// A string with its quotes; bytes that are no UTF-8 become U+FFFD.
void line_put_str(StrBuf *out, Str s);
// `"key":` and a string, or a number; `before` is "," or "{".
void line_put_pair(StrBuf *out, const char *before, const char *key, Str value);
void line_put_number(StrBuf *out, const char *before, const char *key,
                     uint32_t n);

#endif
