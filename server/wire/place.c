// SPDX-License-Identifier: MIT
// Finds a member in JSON text by its bytes: json-c forgets places as it reads.
// It trusts that json_read took the text, but never reads past its end.
#include <string.h>

#include "wire/json.h"

static size_t skip_space(Str s, size_t i) {
  while (i < s.len && strchr(" \t\r\n", s.data[i]) && s.data[i]) i++;
  return i;
}

static size_t skip_string(Str s, size_t i) {
  for (i++; i < s.len && s.data[i] != '"'; i++)
    if (s.data[i] == '\\') i++;
  return i < s.len ? i + 1 : s.len;
}

static size_t skip_value(Str s, size_t i) {
  int depth = 0;
  while (i < s.len) {
    char c = s.data[i];
    if (c == '"') {
      i = skip_string(s, i);
      if (!depth) return i;
      continue;
    }
    if (!depth && (c == ',' || c == '}' || c == ']' || strchr(" \t\r\n", c)))
      return i;
    if (c == '{' || c == '[') depth++;
    i++;
    if ((c == '}' || c == ']') && --depth == 0) return i;
  }
  return s.len;
}

// Of two members with one key the last counts, as it does for json-c.
static bool member_at(Str s, size_t i, Str key, JsonPlace *out) {
  bool found = false;
  if (i >= s.len || s.data[i] != '{') return false;
  for (i = skip_space(s, i + 1); i < s.len && s.data[i] == '"';) {
    size_t quote = i, after = skip_string(s, i);
    size_t value = skip_space(s, skip_space(s, after) + 1);
    i = skip_value(s, value);
    if (str_eq(str_slice(s, quote + 1, after - 1), key)) {
      *out = (JsonPlace){.key = quote, .start = value, .end = i};
      found = true;
    }
    i = skip_space(s, i);
    if (i < s.len && s.data[i] == ',') i = skip_space(s, i + 1);
  }
  return found;
}

bool json_place(Str bytes, const Str *keys, uint32_t count, JsonPlace *out) {
  *out = (JsonPlace){.start = skip_space(bytes, 0)};
  out->end = skip_value(bytes, out->start);
  for (uint32_t i = 0; i < count; i++)
    if (!member_at(bytes, out->start, keys[i], out)) return false;
  out->line = out->column = 1;
  for (size_t i = 0; i < out->key; i++) {
    out->column++;
    if (bytes.data[i] == '\n') out->line++, out->column = 1;
  }
  return true;
}
