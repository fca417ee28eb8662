// SPDX-License-Identifier: MIT
#include "pack.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/vec.h"
#include "english/weights.h"

enum {
  LIST_TO = 10, // weights; with more, a row is smaller or faster
  OFTEN = 2000, // times seen; a row is faster
  A_GROUP = 5,  // features to a group, on average
  A_FREE = 50,  // features to a slot that stays free
  ALL_LABELS = 1 << 16,
};

static bool is_row(const Learner *l, const LearnerRow *r, uint32_t cells) {
  if (cells <= 2) return false;
  return l->labels <= ROW_SHORT || cells > LIST_TO || r->seen >= OFTEN;
}

double pack_cost(const Learner *l, const LearnerRow *r, uint32_t cells) {
  const double slot = (1 + 1.0 / A_FREE) * sizeof(Slot) + 2.0 / A_GROUP;
  if (cells <= 2) return cells ? slot : 0;
  return slot + (is_row(l, r, cells) ? weights_row(l->labels) : cells * 2);
}

uint32_t pack_room(const Learner *l, const LearnerRow *r, uint32_t cells) {
  if (cells <= 2) return cells ? 2 : 0;
  return is_row(l, r, cells) ? ALL_LABELS : cells;
}

typedef Vec(const LearnerRow *) Features;
typedef Vec(uint16_t) Cells;

typedef struct Packer {
  const Learner *learner;
  double scale;
  Features features; // sorted
  uint32_t groups, slot_count;
  uint16_t *turns;
  bool *taken; // slots
  Slot *slots;
  Cells cells;
  StrBuf rows;
} Packer;

static int by_feature(const void *a, const void *b) {
  uint64_t x = (*(const LearnerRow *const *)a)->feature;
  uint64_t y = (*(const LearnerRow *const *)b)->feature;
  return (x > y) - (x < y);
}

static uint32_t slot_of(const Packer *p, uint32_t i, uint32_t turn) {
  assert(i < p->features.len);
  uint64_t feature = p->features.data[i]->feature;
  return weights_slot(feature, (uint16_t)turn, p->slot_count);
}

// Takes the slots of features [first, end) at this turn, or none of them.
static bool take(Packer *p, uint32_t first, uint32_t end, uint32_t turn) {
  uint32_t i = first;
  while (i < end && !p->taken[slot_of(p, i, turn)])
    p->taken[slot_of(p, i++, turn)] = true;
  if (i == end) return true;
  while (i-- > first) p->taken[slot_of(p, i, turn)] = false;
  return false;
}

typedef struct Group {
  uint32_t first, end; // features
} Group;

static int by_size(const void *a, const void *b) {
  const Group *x = a, *y = b;
  uint32_t m = x->end - x->first, n = y->end - y->first;
  return m != n ? (m < n) - (m > n)
                : (x->first > y->first) - (x->first < y->first);
}

// The largest groups first, while there is still room for them.
static bool find_turns(Packer *p, Group *groups) {
  for (uint32_t g = 0, i = 0; g < p->groups; g++) {
    groups[g].first = i;
    while (i < p->features.len &&
           weights_group(p->features.data[i]->feature, p->groups) == g)
      i++;
    groups[g].end = i;
  }
  qsort(groups, p->groups, sizeof *groups, by_size);
  for (uint32_t k = 0; k < p->groups && groups[k].end > groups[k].first; k++) {
    Group g = groups[k];
    uint32_t turn = 0;
    while (turn <= UINT16_MAX && !take(p, g.first, g.end, turn)) turn++;
    if (turn > UINT16_MAX) return false;
    uint64_t feature = p->features.data[g.first]->feature;
    p->turns[weights_group(feature, p->groups)] = (uint16_t)turn;
  }
  return true;
}

static long bounded(double weight, long most) {
  long w = lround(weight);
  return w > most ? most : w < -most ? -most : w;
}

static uint16_t cell_of(const Packer *p, const LearnerCell *c) {
  double weight = c->mean * p->scale;
  long w = bounded(weight, CELL_ZERO - 1) + CELL_ZERO;
  return (uint16_t)(c->label << CELL_WEIGHT_BITS | (uint32_t)w);
}

static void put_row(Packer *p, const LearnerRow *r, Slot *s) {
  char row[ROW_LONG];
  unsigned bytes = weights_row(p->learner->labels);
  memset(row, (char)ROW_ZERO, sizeof row);
  s->body[0] = (uint16_t)(p->rows.len / bytes);
  s->body[1] = CELL_ZERO;
  for (uint32_t k = 0; k < r->len; k++) {
    const LearnerCell *c = &r->cells[k];
    double weight = c->mean * p->scale / ROW_STEP;
    if (c->label >= bytes)
      s->body[1] = cell_of(p, c);
    else
      row[bytes == ROW_LONG ? weights_place(c->label) : c->label] =
          (char)(bounded(weight, ROW_ZERO - 1) + ROW_ZERO);
  }
  strbuf_put(&p->rows, (Str){row, bytes});
}

static SlotKind put_cells(Packer *p, const LearnerRow *r, Slot *s) {
  if (r->len <= 2) {
    for (uint32_t k = 0; k < r->len; k++) s->body[k] = cell_of(p, &r->cells[k]);
    return SLOT_PAIR;
  }
  if (is_row(p->learner, r, r->len)) {
    put_row(p, r, s);
    return SLOT_ROW;
  }
  uint32_t list = p->cells.len << LIST_COUNT_BITS | r->len;
  s->body[0] = (uint16_t)list;
  s->body[1] = (uint16_t)(list >> 16);
  for (uint32_t k = 0; k < r->len; k++)
    vec_push(&p->cells, cell_of(p, &r->cells[k]));
  return SLOT_LIST;
}

static void fill_slots(Packer *p) {
  for (uint32_t i = 0; i < p->slot_count; i++)
    p->slots[i] = (Slot){SLOT_PAIR, {CELL_ZERO, CELL_ZERO}};
  for (uint32_t i = 0; i < p->features.len; i++) {
    const LearnerRow *r = p->features.data[i];
    uint16_t turn = p->turns[weights_group(r->feature, p->groups)];
    Slot *s = &p->slots[slot_of(p, i, turn)];
    uint32_t kind = (uint32_t)put_cells(p, r, s) << SLOT_PRINT_BITS;
    s->head = (uint16_t)(kind | weights_print(r->feature));
  }
}

static void put(StrBuf *out, const void *bytes, size_t len) {
  strbuf_put(out, (Str){bytes, len});
}

static void write_all(const Packer *p, StrBuf *out) {
  uint32_t rows = (uint32_t)(p->rows.len / weights_row(p->learner->labels));
  uint32_t head[4] = {p->groups, p->slot_count, p->cells.len, rows};
  put(out, head, sizeof head);
  strbuf_put(out, strbuf_str(&p->rows));
  put(out, p->slots, p->slot_count * sizeof *p->slots);
  put(out, p->turns, p->groups * sizeof *p->turns);
  put(out, p->cells.data, p->cells.len * sizeof *p->cells.data);
}

bool pack_weights(const Learner *l, double scale, StrBuf *out) {
  Packer p = {.learner = l, .scale = scale};
  for (uint32_t i = 0; i < l->cap; i++)
    if (l->rows[i].len) vec_push(&p.features, &l->rows[i]);
  if (p.features.len)
    qsort(p.features.data, p.features.len, sizeof *p.features.data, by_feature);
  p.groups = p.features.len / A_GROUP + 1;
  p.slot_count = p.features.len + p.features.len / A_FREE + 1;
  p.turns = heap_alloc(p.groups * sizeof *p.turns);
  p.taken = heap_alloc(p.slot_count * sizeof *p.taken);
  p.slots = heap_alloc(p.slot_count * sizeof *p.slots);
  Group *groups = heap_alloc(p.groups * sizeof *groups);
  bool ok = find_turns(&p, groups);
  if (ok) {
    fill_slots(&p);
    write_all(&p, out);
  }
  free(groups);
  free(p.turns);
  free(p.taken);
  free(p.slots);
  vec_clear(&p.features);
  vec_clear(&p.cells);
  strbuf_clear(&p.rows);
  return ok;
}
