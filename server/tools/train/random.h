// SPDX-License-Identifier: MIT
// tools/train/random.h: the same luck on every machine (xorshift64*).
#ifndef INKLING_TRAIN_RANDOM_H
#define INKLING_TRAIN_RANDOM_H

#include <stdint.h>

typedef uint64_t Random; // the state; never 0

static inline uint32_t random_below(Random *r, uint32_t most) {
  *r ^= *r >> 12;
  *r ^= *r << 25;
  *r ^= *r >> 27;
  return (uint32_t)((*r * 0x2545F4914F6CDD1Du >> 32) * most >> 32);
}

static inline void random_shuffle(Random *r, uint32_t *order, uint32_t count) {
  for (uint32_t i = count; i > 1; i--) {
    uint32_t k = random_below(r, i), other = order[i - 1];
    order[i - 1] = order[k];
    order[k] = other;
  }
}

#endif
