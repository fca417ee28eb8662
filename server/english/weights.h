// SPDX-License-Identifier: MIT
// english/weights.h: a linear model folded into few bytes.
// Features are 64-bit hashes. A row holds an 11-bit print of its feature and
// its few weights that are not zero, 10 bits each; rows of one bucket stand
// side by side, so that a feature costs about one line of cache. A feature
// never seen finds no row, but for one in some thousands.
#ifndef INKLING_ENGLISH_WEIGHTS_H
#define INKLING_ENGLISH_WEIGHTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum {
  ROW_PRINT_BITS = 11, // of a row's head; the rest counts its cells
  ROW_CELL_BITS = 5,
  ROW_MOST = (1 << ROW_CELL_BITS) - 1,
  CELL_WEIGHT_BITS = 10, // biased by CELL_ZERO; the label stands above
  CELL_ZERO = 1 << (CELL_WEIGHT_BITS - 1),
  BUCKETS_A_BASE = 256,
};

typedef struct Weights {
  const uint32_t *bases; // first cell of every 256th bucket
  const uint16_t *index; // of each bucket, from its base; one more at the end
  const uint16_t *cells;
  uint32_t buckets, cell_count;
} Weights;

static inline uint32_t weights_bucket(uint64_t feature, uint32_t buckets) {
  return (uint32_t)((feature >> 32) * buckets >> 32);
}

static inline uint32_t weights_print(uint64_t feature) {
  return (uint32_t)feature & ((1u << ROW_PRINT_BITS) - 1);
}

// Borrows `bytes` (8-aligned). False where any row would reach outside or name
// a label >= labels; what passed needs no further check.
bool weights_open(Weights *w, Str bytes, unsigned labels);
// Adds the feature's weights to scores[label].
void weights_add(const Weights *w, uint64_t feature, int32_t *scores);
void weights_add_all(const Weights *w, const uint64_t *features, unsigned count,
                     int32_t *scores);

#endif
