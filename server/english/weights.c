// SPDX-License-Identifier: MIT
#include "english/weights.h"

#include <string.h>

static inline uint32_t bucket_start(const Weights *w, uint32_t b) {
  return w->bases[b / BUCKETS_A_BASE] + w->index[b];
}

static bool rows_hold(const Weights *w, uint32_t at, uint32_t end,
                      unsigned labels) {
  while (at < end) {
    uint32_t cells = w->cells[at++] & ROW_MOST;
    if (cells > end - at) return false;
    for (; cells > 0; cells--)
      if (w->cells[at++] >> CELL_WEIGHT_BITS >= labels) return false;
  }
  return true;
}

static bool buckets_hold(const Weights *w, unsigned labels) {
  uint32_t at = 0;
  for (uint32_t b = 0; b < w->buckets; b++) {
    uint32_t start = bucket_start(w, b), end = bucket_start(w, b + 1);
    if (start != at || end < start || end > w->cell_count) return false;
    if (!rows_hold(w, start, end, labels)) return false;
    at = end;
  }
  return at == w->cell_count;
}

bool weights_open(Weights *w, Str bytes, unsigned labels) {
  uint32_t head[2];
  if (bytes.len < sizeof head) return false;
  memcpy(head, bytes.data, sizeof head);
  uint64_t bases = (uint64_t)head[0] / BUCKETS_A_BASE + 1;
  uint64_t index = (uint64_t)head[0] + 1, cells = head[1];
  uint64_t need = sizeof head + bases * 4 + (index + cells) * 2;
  if (head[0] == 0 || need > bytes.len) return false;
  const void *at = bytes.data + sizeof head;
  w->bases = at;
  w->index = (const uint16_t *)(w->bases + bases);
  w->cells = w->index + index;
  w->buckets = head[0];
  w->cell_count = head[1];
  return buckets_hold(w, labels);
}

static inline void add_range(const uint16_t *cell, const uint16_t *end,
                             uint32_t print, int32_t *restrict scores) {
  while (cell < end) {
    uint32_t head = *cell++;
    const uint16_t *next = cell + (head & ROW_MOST);
    if (head >> ROW_CELL_BITS == print) {
      for (; cell < next; cell++)
        scores[*cell >> CELL_WEIGHT_BITS] +=
            (int32_t)(*cell & (CELL_ZERO * 2 - 1)) - CELL_ZERO;
      return;
    }
    cell = next;
  }
}

void weights_add(const Weights *w, uint64_t feature, int32_t *scores) {
  uint32_t b = weights_bucket(feature, w->buckets);
  add_range(w->cells + bucket_start(w, b), w->cells + bucket_start(w, b + 1),
            weights_print(feature), scores);
}

void weights_add_all(const Weights *w, const uint64_t *features, unsigned count,
                     int32_t *scores) {
  enum { AHEAD = 8 };
  for (unsigned i = 0; i < count; i++) {
    if (i + AHEAD < count) {
      uint32_t b = weights_bucket(features[i + AHEAD], w->buckets);
      __builtin_prefetch(w->cells + bucket_start(w, b));
    }
    weights_add(w, features[i], scores);
  }
}
