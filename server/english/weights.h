// SPDX-License-Identifier: MIT
// english/weights.h: the weights of a linear model, in little memory.
// Features are 64-bit hashes, found by a perfect hash (hash and displace:
// Belazzougui, Botelho, Dietzfelbinger 2009) in one step: a slot holds a print
// of its feature and two weights. Features with more weights have a list; those
// that say something of nearly every label, or that are met all the time, a row
// of bytes, summed in vectors.
// A feature never seen finds nothing, but for one in 16,000.
#ifndef INKLING_ENGLISH_WEIGHTS_H
#define INKLING_ENGLISH_WEIGHTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum {
  WEIGHTS_LABELS = 64,   // room for scores; a cell has 6 bits for its label
  WEIGHTS_FEATURES = 64, // the most that are scored at once
  CELL_WEIGHT_BITS = 10, // of a cell, biased by CELL_ZERO; the label above
  CELL_ZERO = 1 << (CELL_WEIGHT_BITS - 1),
  SLOT_PRINT_BITS = 14, // of a slot's head; its kind above
  LIST_COUNT_BITS = 4,  // of a list's place; where it begins above
  LIST_MOST = (1 << LIST_COUNT_BITS) - 1,
  ROW_SHORT = 8,  // bytes of a row, one a label: of few labels,
  ROW_LONG = 48,  // of many; a label beyond has the slot's second cell
  ROW_ZERO = 128, // a byte's bias
  ROW_STEP = 2,   // of a cell's steps make one of a row's
};

static inline unsigned weights_row(unsigned labels) {
  return labels <= ROW_SHORT ? ROW_SHORT : ROW_LONG;
}

// Where a long row keeps a label's byte: eight labels in the even bytes of
// sixteen, the next eight in the odd ones, as vectors of pairs take them apart.
static inline unsigned weights_place(unsigned label) {
  return (label & ~15u) + (label & 7) * 2 + (label >> 3 & 1);
}

typedef int16_t Score;

typedef enum SlotKind {
  SLOT_PAIR, // two cells
  SLOT_LIST, // 32 bits: where it begins, how many cells
  SLOT_ROW,  // the row's number, a cell
} SlotKind;

typedef struct Slot {
  uint16_t head;
  uint16_t body[2];
} Slot;

typedef struct Weights {
  const uint16_t *turns; // of each group of features: tells them apart
  const Slot *slots;
  const uint16_t *cells; // of the lists
  const uint8_t *rows;
  uint32_t groups, slot_count, cell_count, row_count;
  unsigned row; // bytes of one
} Weights;

static inline uint32_t weights_group(uint64_t feature, uint32_t groups) {
  return (uint32_t)((feature >> 32) * groups >> 32);
}

static inline uint32_t weights_slot(uint64_t feature, uint16_t turn,
                                    uint32_t slots) {
  uint64_t h = (feature ^ turn * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
  return (uint32_t)((h >> 32) * slots >> 32);
}

static inline uint32_t weights_print(uint64_t feature) {
  return (uint32_t)feature & ((1u << SLOT_PRINT_BITS) - 1);
}

// Borrows `bytes` (8-aligned). False where anything would reach outside or name
// a label >= labels; what passed needs no further check.
bool weights_open(Weights *w, Str bytes, unsigned labels);
// Sets scores[0 .. WEIGHTS_LABELS) to the sums of the features' weights.
// `count` <= WEIGHTS_FEATURES, whose weights a score has room for.
void weights_score(const Weights *w, const uint64_t *features, unsigned count,
                   Score *scores);
// Adds them to what is there; WEIGHTS_FEATURES in all.
void weights_add(const Weights *w, const uint64_t *features, unsigned count,
                 Score *scores);

#endif
