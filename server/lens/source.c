// SPDX-License-Identifier: MIT
#include "lens/source.h"

#include <stdarg.h>
#include <stdio.h>

#include "text/utf.h"

uint32_t lens_line(const LensFile *f, uint32_t offset) {
  uint32_t low = 0, high = f->lines.len;
  while (high - low > 1) {
    uint32_t mid = low + (high - low) / 2;
    if (f->lines.data[mid] <= offset)
      low = mid;
    else
      high = mid;
  }
  return low + 1;
}

static void put_trouble(const LensReport *r, const LensFile *f, Span at,
                        Str message) {
  LensTrouble t = {.path = f->path, .span = at, .message = message};
  t.line = lens_line(f, at.start);
  Str before = str_slice(f->bytes, f->lines.data[t.line - 1], at.start);
  t.column = utf_columns(before, UTF32) + 1;
  vec_push_in(r->arena, r->troubles, t);
}

void lens_trouble(const LensReport *r, const LensFile *f, Span at,
                  const char *format, ...) {
  if (!r->troubles) return;
  uint32_t already = 0;
  for (uint32_t i = r->troubles->len; i && already <= LENS_TROUBLES_MOST; i--)
    already += str_eq(r->troubles->data[i - 1].path, f->path);
  if (already >= LENS_TROUBLES_MOST) return;
  char text[512];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  put_trouble(r, f, at, str_copy(r->arena, str_of(text)));
}
