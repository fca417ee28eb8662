// SPDX-License-Identifier: MIT
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"

Str str_of(const char *z) {
  return z ? (Str){z, strlen(z)} : (Str){"", 0};
}

bool str_eq(Str a, Str b) {
  return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

static unsigned char lower(char c) {
  return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

bool str_eq_nocase(Str a, Str b) {
  if (a.len != b.len) return false;
  for (size_t i = 0; i < a.len; i++)
    if (lower(a.data[i]) != lower(b.data[i])) return false;
  return true;
}

int str_cmp(Str a, Str b) {
  size_t shorter = a.len < b.len ? a.len : b.len;
  int order = shorter ? memcmp(a.data, b.data, shorter) : 0;
  return order ? order : (a.len > b.len) - (a.len < b.len);
}

int str_cmp_z(Str a, const char *z) {
  for (size_t i = 0; i < a.len; i++) {
    int order = (unsigned char)a.data[i] - (unsigned char)z[i];
    if (order || !z[i]) return order ? order : 1;
  }
  return z[a.len] ? -1 : 0;
}

bool str_starts(Str s, Str prefix) {
  return s.len >= prefix.len && str_eq((Str){s.data, prefix.len}, prefix);
}

bool str_ends(Str s, Str suffix) {
  return s.len >= suffix.len &&
         str_eq((Str){s.data + (s.len - suffix.len), suffix.len}, suffix);
}

Str str_slice(Str s, size_t start, size_t end) {
  if (end > s.len) end = s.len;
  if (start > end) start = end;
  return (Str){s.data ? s.data + start : s.data, end - start};
}

Str str_trim(Str s) {
  while (s.len && is_space(s.data[s.len - 1])) s.len--;
  while (s.len && is_space(s.data[0])) s.data++, s.len--;
  return s;
}

ptrdiff_t str_find(Str s, Str part) {
  if (part.len == 0) return 0;
  for (size_t i = 0; i + part.len <= s.len; i++) {
    const char *at = memchr(s.data + i, part.data[0], s.len - part.len - i + 1);
    if (!at) return -1;
    i = (size_t)(at - s.data);
    if (memcmp(at, part.data, part.len) == 0) return (ptrdiff_t)i;
  }
  return -1;
}

// Eight bytes a step: a whole journal is hashed at every key.
uint64_t str_hash(Str s) {
  uint64_t h = 0xCBF29CE484222325u ^ s.len, word;
  size_t i = 0;
  for (; i + 8 <= s.len; i += 8) {
    memcpy(&word, s.data + i, 8);
    h = hash_mix(h, word);
  }
  word = 0;
  if (i < s.len) memcpy(&word, s.data + i, s.len - i);
  h = hash_mix(h, word);
  return h ^ (h >> 32);
}

bool str_to_u32(Str s, uint32_t *out) {
  uint64_t n = 0;
  for (size_t i = 0; i < s.len; i++) {
    if (s.data[i] < '0' || s.data[i] > '9') return false;
    n = n * 10 + (uint64_t)(s.data[i] - '0');
    if (n > UINT32_MAX) return false;
  }
  *out = (uint32_t)n;
  return s.len > 0;
}

bool str_cut(Str *rest, char sep, Str *part) {
  if (!rest->data) return false;
  const char *at = rest->len ? memchr(rest->data, sep, rest->len) : NULL;
  size_t len = at ? (size_t)(at - rest->data) : rest->len;
  *part = (Str){rest->data, len};
  *rest = at ? (Str){at + 1, rest->len - len - 1} : (Str){NULL, 0};
  return true;
}

Str str_copy(Arena *a, Str s) {
  return (Str){arena_copy(a, s.data, s.len), s.len};
}

// What is short is written once, and measured with it.
Str str_printf(Arena *a, const char *format, ...) {
  char brief[256];
  va_list args, again;
  va_start(args, format);
  va_copy(again, args);
  int len = vsnprintf(brief, sizeof brief, format, args);
  va_end(args);
  size_t size = len < 0 ? 0 : (size_t)len;
  bool fits = size < sizeof brief;
  char *out = fits ? arena_copy(a, brief, size) : arena_room(a, size + 1, 1);
  if (!fits) vsnprintf(out, size + 1, format, again);
  va_end(again);
  return (Str){out, size};
}

void strbuf_clear(StrBuf *b) {
  free(b->data);
  *b = (StrBuf){0};
}

// The first room holds a sentence: one made of words, byte by byte or part by
// part, is moved once, not at each of them.
enum { ROOM_LEAST = 248 }; // bytes

void strbuf_reserve(StrBuf *b, size_t more) {
  if (b->cap > b->len && b->cap - b->len > more) return;
  size_t need = b->len + more + 1;
  if (need < more) need = SIZE_MAX; // heap_resize refuses it
  size_t cap = b->cap > SIZE_MAX / 2 ? SIZE_MAX : b->cap * 2;
  if (cap < ROOM_LEAST) cap = ROOM_LEAST;
  b->cap = cap < need ? need : cap;
  b->data = heap_resize(b->data, b->cap, 1);
}

void strbuf_put(StrBuf *b, Str s) {
  strbuf_reserve(b, s.len);
  if (s.len) memcpy(b->data + b->len, s.data, s.len);
  b->len += s.len;
  b->data[b->len] = '\0';
}

void strbuf_putc(StrBuf *b, char c) {
  strbuf_put(b, (Str){&c, 1});
}

void strbuf_put_u32(StrBuf *b, uint32_t n) {
  char digits[10], *at = digits + sizeof digits, *end = at;
  do *--at = (char)('0' + n % 10);
  while (n /= 10);
  strbuf_put(b, (Str){at, (size_t)(end - at)});
}

void strbuf_printf(StrBuf *b, const char *format, ...) {
  va_list args, again;
  va_start(args, format);
  va_copy(again, args);
  int len = vsnprintf(NULL, 0, format, args);
  va_end(args);
  size_t size = len < 0 ? 0 : (size_t)len;
  strbuf_reserve(b, size);
  vsnprintf(b->data + b->len, size + 1, format, again);
  va_end(again);
  b->len += size;
}

void strbuf_replace(StrBuf *b, size_t start, size_t end, Str s) {
  if (end > b->len) end = b->len;
  if (start > end) start = end;
  strbuf_reserve(b, s.len);
  memmove(b->data + start + s.len, b->data + end, b->len - end);
  if (s.len) memcpy(b->data + start, s.data, s.len);
  b->len = b->len - (end - start) + s.len;
  b->data[b->len] = '\0';
}

Str strbuf_str(const StrBuf *b) {
  return (Str){b->data ? b->data : "", b->len};
}
