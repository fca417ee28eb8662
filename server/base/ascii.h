// SPDX-License-Identifier: MIT
// base/ascii.h: what a byte of UTF-8 is, told by ASCII alone; the C library's
// answers change with the user's locale.
#ifndef INKLING_BASE_ASCII_H
#define INKLING_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

static inline bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool is_letter(char c) {
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Of a word of whatever script: letters, digits, all beyond ASCII.
static inline bool is_word_byte(char c) {
  return (unsigned char)c >= 0x80 || is_letter(c) || is_digit(c);
}

// How many bytes from `at` on are ASCII from `least` on, told eight a step: a
// word has one that is not where taking `least` from each borrows a high bit.
static inline size_t ascii_run(const char *text, size_t at, size_t len,
                               unsigned char least) {
  const uint64_t each = 0x0101010101010101u, high = each * 0x80;
  size_t from = at;
  for (uint64_t word; at + 8 <= len; at += 8) {
    memcpy(&word, text + at, 8);
    if ((word | (word - each * least)) & high) break;
  }
  for (; at < len; at++) {
    unsigned char c = (unsigned char)text[at];
    if (c < least || c >= 0x80) break;
  }
  return at - from;
}

// The same, but up to a byte `a` or `b`, both ASCII, as well: where one stands,
// what is left of the word without its bits has a byte that borrows, too.
static inline size_t ascii_run_to(const char *text, size_t at, size_t len,
                                  unsigned char least, unsigned char a,
                                  unsigned char b) {
  const uint64_t each = 0x0101010101010101u, high = each * 0x80;
  size_t from = at;
  for (uint64_t word; at + 8 <= len; at += 8) {
    memcpy(&word, text + at, 8);
    uint64_t is_a = (word ^ each * a) - each, is_b = (word ^ each * b) - each;
    if ((word | (word - each * least) | is_a | is_b) & high) break;
  }
  for (; at < len; at++) {
    unsigned char c = (unsigned char)text[at];
    if (c < least || c >= 0x80 || c == a || c == b) break;
  }
  return at - from;
}

#endif
