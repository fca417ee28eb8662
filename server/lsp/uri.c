// SPDX-License-Identifier: MIT
#include "lsp/uri.h"

#include <string.h>

static int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static Str decoded(Str s, Arena *a) {
  char *out = arena_alloc(a, s.len + 1);
  size_t len = 0;
  for (size_t i = 0; i < s.len; i++) {
    bool escape = s.data[i] == '%' && i + 2 < s.len &&
                  hex(s.data[i + 1]) >= 0 && hex(s.data[i + 2]) >= 0;
    out[len++] = escape ? (char)(hex(s.data[i + 1]) * 16 + hex(s.data[i + 2]))
                        : s.data[i];
    if (escape) i += 2;
  }
  return (Str){out, len};
}

Str uri_path(Str uri, Arena *a) {
  if (!str_eq_nocase(str_slice(uri, 0, 7), STR("file://"))) return STR("");
  Str rest = str_slice(uri, 7, uri.len);
  if (str_eq_nocase(str_slice(rest, 0, 10), STR("localhost/")))
    rest = str_slice(rest, 9, rest.len);
  if (!str_starts(rest, STR("/"))) return STR(""); // another machine's
  for (size_t i = 0; i < rest.len; i++)
    if (rest.data[i] == '?' || rest.data[i] == '#') rest.len = i;
  Str path = decoded(rest, a);
  return memchr(path.data, 0, path.len) ? STR("") : path;
}

static bool stays(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || (c && strchr("-._~/", c));
}

Str uri_of_path(Str path, Arena *a) {
  static const char digits[] = "0123456789ABCDEF";
  const Str scheme = STR("file://");
  char *out = arena_alloc(a, scheme.len + 3 * path.len + 1);
  memcpy(out, scheme.data, scheme.len);
  size_t len = scheme.len;
  for (size_t i = 0; i < path.len; i++) {
    unsigned char c = (unsigned char)path.data[i];
    if (stays(path.data[i])) {
      out[len++] = path.data[i];
    } else {
      out[len++] = '%';
      out[len++] = digits[c >> 4];
      out[len++] = digits[c & 15];
    }
  }
  return (Str){out, len};
}

bool uri_same(Str one, Str other, Arena *a) {
  if (str_eq(one, other)) return true;
  Str path = uri_path(one, a);
  return path.len && str_eq(path, uri_path(other, a));
}
