// SPDX-License-Identifier: MIT
#include "learner.h"

#include <math.h>
#include <string.h>

#include "base/vec.h"
#include "english/weights.h"

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

static double threshold(const Learner *l, uint32_t most) {
  Vec(double) uses = {0};
  for (uint32_t i = 0; i < l->cap; i++)
    for (uint32_t k = 0; k < l->rows[i].len; k++)
      vec_push(&uses, use_of(&l->rows[i], &l->rows[i].cells[k]));
  double least = 1e-9;
  if (uses.len > most) {
    qsort(uses.data, uses.len, sizeof *uses.data, by_size);
    least = uses.data[most];
  }
  vec_clear(&uses);
  return least;
}

static void keep_cells(LearnerRow *r, double least) {
  uint32_t kept = 0;
  for (uint32_t k = 0; k < r->len; k++)
    if (use_of(r, &r->cells[k]) > least && kept < ROW_MOST)
      r->cells[kept++] = (LearnerCell){.label = r->cells[k].label};
  r->len = kept;
}

void learner_prune(Learner *l, uint32_t most) {
  double least = threshold(l, most);
  Learner old = *l;
  *l = (Learner){0};
  for (uint32_t i = 0; i < old.cap; i++) {
    LearnerRow *r = &old.rows[i];
    keep_cells(r, least);
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

typedef struct Packed {
  uint64_t feature;
  const LearnerRow *row;
} Packed;

typedef Vec(Packed) PackedVec;

static int by_feature(const void *a, const void *b) {
  uint64_t x = ((const Packed *)a)->feature, y = ((const Packed *)b)->feature;
  return (x > y) - (x < y);
}

static double largest(const Learner *l) {
  double most = 1e-9;
  for (uint32_t i = 0; i < l->cap; i++)
    for (uint32_t k = 0; k < l->rows[i].len; k++) {
      double size = fabs(l->rows[i].cells[k].mean);
      if (size > most) most = size;
    }
  return most;
}

typedef Vec(uint16_t) Cells;

static void pack_row(const LearnerRow *r, double scale, Cells *cells) {
  uint32_t head = cells->len;
  vec_push(cells, 0);
  for (uint32_t k = 0; k < r->len && cells->len - head - 1 < ROW_MOST; k++) {
    long w = lround(r->cells[k].mean * scale);
    if (w == 0) continue;
    uint32_t cell = r->cells[k].label << CELL_WEIGHT_BITS;
    vec_push(cells, (uint16_t)(cell | (uint32_t)(w + CELL_ZERO)));
  }
  uint32_t count = cells->len - head - 1;
  if (!count) {
    cells->len = head;
    return;
  }
  uint32_t print = weights_print(r->feature);
  cells->data[head] = (uint16_t)(print << ROW_CELL_BITS | count);
}

static void put(StrBuf *out, const void *bytes, size_t len) {
  strbuf_put(out, (Str){bytes, len});
}

static void pack_buckets(const Learner *l, const PackedVec *rows,
                         uint32_t buckets, StrBuf *out) {
  Cells cells = {0};
  Vec(uint32_t) bases = {0};
  Vec(uint16_t) index = {0};
  double scale = (CELL_ZERO - 1) / largest(l);
  uint32_t at = 0;
  for (uint32_t b = 0; b <= buckets; b++) {
    if (b % BUCKETS_A_BASE == 0) vec_push(&bases, cells.len);
    vec_push(&index, (uint16_t)(cells.len - bases.data[bases.len - 1]));
    while (at < rows->len &&
           weights_bucket(rows->data[at].feature, buckets) == b)
      pack_row(rows->data[at++].row, scale, &cells);
  }
  uint32_t head[2] = {buckets, cells.len};
  put(out, head, sizeof head);
  put(out, bases.data, bases.len * 4);
  put(out, index.data, index.len * 2);
  put(out, cells.data, cells.len * 2);
  vec_clear(&cells);
  vec_clear(&bases);
  vec_clear(&index);
}

void learner_pack(Learner *l, StrBuf *out) {
  PackedVec rows = {0};
  for (uint32_t i = 0; i < l->cap; i++)
    if (l->rows[i].len)
      vec_push(&rows, (Packed){l->rows[i].feature, &l->rows[i]});
  qsort(rows.data, rows.len, sizeof *rows.data, by_feature);
  uint32_t buckets = rows.len + 1; // about a row each: short searches
  pack_buckets(l, &rows, buckets, out);
  vec_clear(&rows);
}
