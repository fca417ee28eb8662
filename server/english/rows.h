// SPDX-License-Identifier: MIT
// english/rows.h: finds a word in a sorted table, for every word of a text.
// Words stand in the rows themselves, zeros behind them, so that eight letters
// are compared at once and no step of the search is a guess of the processor.
#ifndef INKLING_ENGLISH_ROWS_H
#define INKLING_ENGLISH_ROWS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "english/lexicon.h"

enum { ROW_WORD = 16 }; // bytes of a word in a row; at least one is zero

// The first eight letters as a number in the order of the alphabet.
static inline uint64_t rows_key(const char *word) {
  uint64_t key;
  memcpy(&key, word, sizeof key);
  return __builtin_bswap64(key); // little-endian, as the model is
}

// The row of `word` (ROW_WORD bytes) among `count` > 0 sorted rows of `size`
// bytes, each of which begins with its word; NULL where there is none.
static inline const void *rows_find(const void *rows, size_t count, size_t size,
                                    const char *word) {
  const char *row = rows, *end = row + count * size;
  uint64_t key = rows_key(word);
  for (; count > 1; count -= count / 2) {
    const char *half = row + count / 2 * size;
    row = rows_key(half - size) < key ? half : row;
  }
  for (; row < end && rows_key(row) <= key; row += size)
    if (!memcmp(row, word, ROW_WORD)) return row;
  return NULL;
}

// Which hashes no word of a table has: most words are in none, and this tells
// so in one step. All zero it tells of nothing, so that what was never filled
// is slow, not wrong.
typedef struct RowsAbsent {
  uint64_t bits[64];
} RowsAbsent;

static inline void rows_add(RowsAbsent *a, uint64_t hash) {
  a->bits[hash >> 6 & 63] &= ~((uint64_t)1 << (hash & 63));
}

// Of all words of a table, rows as above.
static inline RowsAbsent rows_absent_from(const void *rows, size_t count,
                                          size_t size) {
  RowsAbsent all;
  memset(&all, 0xFF, sizeof all);
  for (size_t i = 0; i < count; i++)
    rows_add(&all, lexicon_hash(str_of((const char *)rows + i * size)));
  return all;
}

static inline bool rows_absent(const RowsAbsent *a, uint64_t hash) {
  return a->bits[hash >> 6 & 63] >> (hash & 63) & 1;
}

#endif
