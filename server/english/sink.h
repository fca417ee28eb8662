// SPDX-License-Identifier: MIT
// english/sink.h: where the features of a linear model are put, one behind the
// other. A feature is a 64-bit hash of its template and its values; each model
// numbers its templates from a base of its own, so that all can share one hash.
#ifndef INKLING_ENGLISH_SINK_H
#define INKLING_ENGLISH_SINK_H

#include <stdint.h>

typedef struct Sink {
  uint64_t *out; // room for all features of the model
  uint64_t base;
  uint64_t pair; // sets the second of two values apart from the first
  unsigned count;
} Sink;

static inline uint64_t feature_mix(uint64_t a, uint64_t b) {
  uint64_t h = (a ^ b * 0x9E3779B97F4A7C15u) * 0xFF51AFD7ED558CCDu;
  return h ^ h >> 32;
}

static inline void put(Sink *s, uint64_t template, uint64_t value) {
  s->out[s->count++] = feature_mix(value, template + s->base);
}

static inline void put2(Sink *s, uint64_t template, uint64_t a, uint64_t b) {
  put(s, template, feature_mix(a, b + s->pair));
}

static inline void put3(Sink *s, uint64_t template, uint64_t a, uint64_t b,
                        uint64_t c) {
  put2(s, template, a, feature_mix(b, c + 99));
}

#endif
