// SPDX-License-Identifier: MIT
#include "cli/lines.h"

#include "text/utf.h"

static bool is_plain(unsigned char c) {
  return c >= ' ' && c < 0x80 && c != '"' && c != '\\';
}

static void put_odd(StrBuf *out, uint32_t point) {
  if (point == '"' || point == '\\') {
    strbuf_putc(out, '\\');
    strbuf_putc(out, (char)point);
  } else if (point < ' ') {
    strbuf_printf(out, "\\u%04x", (unsigned)point);
  } else {
    utf_put(out, point);
  }
}

void line_put_str(StrBuf *out, Str s) {
  strbuf_putc(out, '"');
  for (size_t at = 0; at < s.len;) {
    size_t end = at;
    while (end < s.len && is_plain((unsigned char)s.data[end])) end++;
    strbuf_put(out, str_slice(s, at, end));
    if (end == s.len) break;
    unsigned width;
    put_odd(out, utf_at(s, end, &width));
    at = end + width;
  }
  strbuf_putc(out, '"');
}

static void put_key(StrBuf *out, const char *before, const char *key) {
  strbuf_put(out, str_of(before));
  strbuf_putc(out, '"');
  strbuf_put(out, str_of(key));
  strbuf_put(out, STR("\":"));
}

void line_put_pair(StrBuf *out, const char *before, const char *key,
                   Str value) {
  put_key(out, before, key);
  line_put_str(out, value);
}

void line_put_number(StrBuf *out, const char *before, const char *key,
                     uint32_t n) {
  char digits[12];
  char *at = digits + sizeof digits;
  do *--at = (char)('0' + n % 10);
  while (n /= 10);
  put_key(out, before, key);
  strbuf_put(out, (Str){at, (size_t)(digits + sizeof digits - at)});
}
