// SPDX-License-Identifier: MIT
// english/sink.h: where the features of a small model are put, one behind the
// other. Each model numbers its templates from a base of its own, so that all
// can share one hash.
#ifndef INKLING_ENGLISH_SINK_H
#define INKLING_ENGLISH_SINK_H

#include "english/features.h"

typedef struct Sink {
  uint64_t *out; // room for all features of the model
  uint64_t base;
  unsigned count;
} Sink;

static inline void put(Sink *s, uint64_t template, uint64_t value) {
  s->out[s->count++] = feature_mix(value, template + s->base);
}

static inline void put2(Sink *s, uint64_t template, uint64_t a, uint64_t b) {
  put(s, template, feature_mix(a, b + 77));
}

static inline void put3(Sink *s, uint64_t template, uint64_t a, uint64_t b,
                        uint64_t c) {
  put2(s, template, a, feature_mix(b, c + 99));
}

#endif
