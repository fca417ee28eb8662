// SPDX-License-Identifier: MIT
// base/str.h: two types for bytes, so that ownership shows in the type.
// Str borrows (pointer and length, NUL allowed, no NUL behind it promised);
// StrBuf owns and grows. Lengths are in bytes.
#ifndef INKLING_BASE_STR_H
#define INKLING_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

typedef struct Str {
  const char *data;
  size_t len;
} Str;

#define STR(literal) ((Str){(literal), sizeof(literal) - 1})
#define STR_FMT "%.*s"                    // printf's form of a Str …
#define STR_ARG(s) (int)(s).len, (s).data // … and its arguments

Str str_of(const char *z); // of a NUL-terminated text; NULL gives the empty one
bool str_eq(Str a, Str b);
// The same against a text whose length is known as it is compiled.
static inline bool str_is(Str s, const char *z) {
  size_t len = strlen(z);
  return s.len == len && !memcmp(s.data, z, len);
}
bool str_eq_nocase(Str a, Str b);    // ASCII letters only
int str_cmp(Str a, Str b);           // byte order
int str_cmp_z(Str a, const char *z); // of what differs in its first bytes
bool str_starts(Str s, Str prefix);
bool str_ends(Str s, Str suffix);
Str str_slice(Str s, size_t start, size_t end); // clamped to s
Str str_trim(Str s);                            // ASCII white space, both ends
ptrdiff_t str_find(Str s, Str part);            // first place, -1 where none
uint64_t str_hash(Str s);                       // stable within one program
// A hash goes on with what comes next.
static inline uint64_t hash_mix(uint64_t hash, uint64_t next) {
  hash = (hash ^ next) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 29;
}
bool str_to_u32(Str s, uint32_t *out); // decimal digits only
// Cuts the part before `sep` off the front of *rest; false when *rest is done.
bool str_cut(Str *rest, char sep, Str *part);
Str str_copy(Arena *a, Str s); // in `a`, a NUL behind it
Str str_printf(Arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// A zeroed StrBuf is a valid, empty one. Owned: strbuf_clear.
typedef struct StrBuf {
  char *data; // a NUL stands behind the last byte once anything was put
  size_t len, cap;
} StrBuf;

void strbuf_clear(StrBuf *b);
void strbuf_reserve(StrBuf *b, size_t more);
void strbuf_put(StrBuf *b, Str s);
void strbuf_putc(StrBuf *b, char c);
void strbuf_put_u32(StrBuf *b, uint32_t n); // in decimal
void strbuf_printf(StrBuf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
// Puts `s` in the place of the bytes [start, end); clamped to the buffer.
void strbuf_replace(StrBuf *b, size_t start, size_t end, Str s);
Str strbuf_str(const StrBuf *b); // borrowed until the buffer changes

#endif
