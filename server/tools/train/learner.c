// SPDX-License-Identifier: MIT
#include "learner.h"

#include <math.h>
#include <string.h>

#include "base/vec.h"
#include "pack.h"

void learner_clear(Learner *l) {
  for (uint32_t i = 0; i < l->cap; i++) free(l->rows[i].cells);
  free(l->rows);
  *l = (Learner){0};
}

static LearnerRow *slot(const Learner *l, uint64_t feature) {
  uint32_t i = (uint32_t)(feature >> 20) & (l->cap - 1);
  while (l->rows[i].seen && l->rows[i].feature != feature)
    i = (i + 1) & (l->cap - 1);
  return &l->rows[i];
}

static void grow(Learner *l) {
  Learner old = *l;
  l->cap = old.cap ? old.cap * 2 : 1 << 16;
  l->rows = heap_alloc((size_t)l->cap * sizeof *l->rows);
  for (uint32_t i = 0; i < old.cap; i++)
    if (old.rows[i].seen) *slot(l, old.rows[i].feature) = old.rows[i];
  free(old.rows);
}

static LearnerRow *row_of(Learner *l, uint64_t feature) {
  if (l->len * 2 >= l->cap) grow(l);
  LearnerRow *r = slot(l, feature);
  if (!r->seen) {
    if (l->frozen) return NULL;
    r->feature = feature;
    l->len++;
  }
  r->seen += !l->frozen;
  return r;
}

void learner_score(Learner *l, const uint64_t *features, unsigned count,
                   float *scores) {
  for (unsigned i = 0; i < count; i++) {
    LearnerRow *r = row_of(l, features[i]);
    for (uint32_t k = 0; r && k < r->len; k++)
      scores[r->cells[k].label] += r->cells[k].weight;
  }
}

static void change(Learner *l, LearnerRow *r, unsigned label, float by) {
  uint32_t k = 0;
  while (k < r->len && r->cells[k].label != label) k++;
  if (k == r->len) {
    if (l->frozen) return;
    if (r->len == r->cap) {
      r->cap = r->cap ? r->cap * 2 : 2;
      r->cells = heap_resize(r->cells, r->cap, sizeof *r->cells);
    }
    r->cells[r->len++] = (LearnerCell){.label = label};
  }
  r->cells[k].weight += by;
  r->cells[k].total += (double)l->step * by;
}

void learner_step(Learner *l, const uint64_t *features, unsigned count,
                  unsigned right, unsigned wrong) {
  l->step++;
  if (right == wrong) return;
  for (unsigned i = 0; i < count; i++) {
    LearnerRow *r = row_of(l, features[i]);
    if (!r) continue;
    change(l, r, right, 1);
    change(l, r, wrong, -1);
  }
}

void learner_settle(Learner *l) {
  for (uint32_t i = 0; l->step && i < l->cap; i++)
    for (uint32_t k = 0; k < l->rows[i].len; k++) {
      LearnerCell *c = &l->rows[i].cells[k];
      c->mean += c->weight - c->total / (double)l->step;
      c->weight = 0;
      c->total = 0;
    }
  l->step = 0;
}

// How much a weight moves, over all the places that it was asked at.
static double use_of(const LearnerRow *r, const LearnerCell *c) {
  return fabs(c->mean) * log2(1.0 + r->seen);
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x < y) - (x > y);
}

static uint32_t used(const LearnerRow *r, double least) {
  uint32_t count = 0;
  for (uint32_t k = 0; k < r->len; k++)
    count += use_of(r, &r->cells[k]) > least;
  return count;
}

static double bytes_at(const Learner *l, double least) {
  double bytes = 0;
  for (uint32_t i = 0; i < l->cap; i++)
    bytes += pack_cost(l, &l->rows[i], used(&l->rows[i], least));
  return bytes;
}

// The least use that a weight must be of for what is kept to fit `most` bytes.
static double threshold(const Learner *l, double most) {
  Vec(double) uses = {0};
  for (uint32_t i = 0; i < l->cap; i++)
    for (uint32_t k = 0; k < l->rows[i].len; k++)
      vec_push(&uses, use_of(&l->rows[i], &l->rows[i].cells[k]));
  double least = 1e-9;
  if (uses.len && bytes_at(l, least) > most) {
    qsort(uses.data, uses.len, sizeof *uses.data, by_size);
    uint32_t fits = 0, over = uses.len - 1;
    while (over - fits > 1) {
      uint32_t mid = fits + (over - fits) / 2;
      *(bytes_at(l, uses.data[mid]) > most ? &over : &fits) = mid;
    }
    least = uses.data[fits];
  }
  vec_clear(&uses);
  return least;
}

// What the row has room for stays with what was of use: it costs nothing.
static void keep_cells(const Learner *l, LearnerRow *r, double least) {
  uint32_t count = used(r, least), room = pack_room(l, r, count), kept = 0;
  for (int free_ones = 0; free_ones < 2; free_ones++)
    for (uint32_t k = kept; k < r->len && kept < room; k++) {
      double use = use_of(r, &r->cells[k]);
      if (free_ones ? use <= 1e-9 : use <= least) continue;
      LearnerCell keep = r->cells[k];
      r->cells[k] = r->cells[kept];
      r->cells[kept++] = keep;
    }
  r->len = kept;
}

void learner_prune(Learner *l, double most) {
  double least = threshold(l, most);
  Learner old = *l;
  *l = (Learner){.labels = old.labels};
  for (uint32_t i = 0; i < old.cap; i++) {
    LearnerRow *r = &old.rows[i];
    keep_cells(l, r, least);
    for (uint32_t k = 0; k < r->len; k++)
      r->cells[k] = (LearnerCell){.label = r->cells[k].label};
    if (!r->len) {
      free(r->cells);
      continue;
    }
    if (l->len * 2 >= l->cap) grow(l);
    *slot(l, r->feature) = *r;
    l->len++;
  }
  free(old.rows);
  l->frozen = true;
}
