// SPDX-License-Identifier: MIT
// base/ascii.h: what a byte of UTF-8 is, told by ASCII alone; the C library's
// answers change with the user's locale.
#ifndef INKLING_BASE_ASCII_H
#define INKLING_BASE_ASCII_H

#include <stdbool.h>

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

#endif
