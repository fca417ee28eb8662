// SPDX-License-Identifier: MIT
#include "english/weights.h"

#include <string.h>

typedef struct Head {
  uint32_t groups, slots, cells, rows;
} Head;

static bool cell_holds(uint16_t cell, unsigned labels) {
  return cell >> CELL_WEIGHT_BITS < labels;
}

static uint32_t list_of(const Slot *s) {
  return s->body[0] | (uint32_t)s->body[1] << 16;
}

static bool slot_holds(const Weights *w, const Slot *s, unsigned labels) {
  switch ((SlotKind)(s->head >> SLOT_PRINT_BITS)) {
  case SLOT_PAIR:
    return cell_holds(s->body[0], labels) && cell_holds(s->body[1], labels);
  case SLOT_LIST: {
    uint32_t list = list_of(s), at = list >> LIST_COUNT_BITS;
    return at <= w->cell_count && (list & LIST_MOST) <= w->cell_count - at;
  }
  case SLOT_ROW:
    return s->body[0] < w->row_count && cell_holds(s->body[1], labels);
  default: return false;
  }
}

static bool all_hold(const Weights *w, unsigned labels) {
  for (uint32_t i = 0; i < w->slot_count; i++)
    if (!slot_holds(w, &w->slots[i], labels)) return false;
  for (uint32_t i = 0; i < w->cell_count; i++)
    if (!cell_holds(w->cells[i], labels)) return false;
  return true;
}

bool weights_open(Weights *w, Str bytes, unsigned labels) {
  Head head;
  if (bytes.len < sizeof head) return false;
  memcpy(&head, bytes.data, sizeof head);
  uint64_t rows = (uint64_t)head.rows * weights_row(labels);
  uint64_t slots = (uint64_t)head.slots * sizeof(Slot);
  uint64_t pairs = (uint64_t)head.groups + head.cells;
  if (!head.groups || !head.slots || labels > WEIGHTS_LABELS ||
      sizeof head + rows + slots + pairs * 2 > bytes.len)
    return false;
  w->rows = (const uint8_t *)bytes.data + sizeof head;
  const void *at = w->rows + rows;
  w->slots = at;
  w->turns = (const uint16_t *)(w->slots + head.slots);
  w->cells = w->turns + head.groups;
  w->groups = head.groups;
  w->slot_count = head.slots;
  w->cell_count = head.cells;
  w->row_count = head.rows;
  w->row = weights_row(labels);
  return all_hold(w, labels);
}

// Eight sums at once, in whatever vectors the machine has.
typedef uint16_t Sums __attribute__((vector_size(16)));

static inline Sums load(const void *at) {
  Sums s;
  memcpy(&s, at, sizeof s);
  return s;
}

// Sets eight scores, or adds to them.
static inline void put_sums(Sums sums, bool set, Score *scores) {
  if (!set) sums += load(scores);
  memcpy(scores, &sums, sizeof sums);
}

enum { LIST_ROOM = LIST_MOST + 1 }; // cells that are copied of any list

// What the slots of some features hold, each kind behind one another: so one
// loop adds all cells, and the processor has one end of it to guess.
typedef struct Found {
  uint16_t cells[(WEIGHTS_FEATURES + 1) * LIST_ROOM];
  uint32_t lists[WEIGHTS_FEATURES], rows[WEIGHTS_FEATURES];
  unsigned cell_count, list_count, row_count;
} Found;

// All slots are asked for before any is read, so that their ways to the
// processor overlap.
static inline void ask_slots(const Weights *w, const uint64_t *features,
                             unsigned count, const Slot **slots) {
  const Slot *all = w->slots;
  const uint16_t *turns = w->turns;
  uint32_t groups = w->groups, most = w->slot_count;
  for (unsigned i = 0; i < count; i++) {
    uint16_t turn = turns[weights_group(features[i], groups)];
    slots[i] = &all[weights_slot(features[i], turn, most)];
    __builtin_prefetch(slots[i]);
  }
}

// 1 where they are the same, else 0; of 16 bits. Said so that no compiler makes
// it a jump, which the processor would have to guess.
static inline unsigned is_same(unsigned a, unsigned b) {
  return ((a ^ b) - 1) >> 31;
}

// Sorts them by kind.
static inline void take_slots(const uint64_t *features,
                              const Slot *const *slots, unsigned count,
                              Found *f) {
  uint16_t *cell = f->cells;
  uint32_t *list = f->lists, *row = f->rows;
  for (unsigned i = 0; i < count; i++) {
    const Slot *s = slots[i];
    unsigned kind = s->head ^ weights_print(features[i]);
    uint32_t body;
    memcpy(&body, s->body, sizeof body);
    memcpy(cell, &body, sizeof body);
    *list = *row = body;
    cell += is_same(kind, SLOT_PAIR << SLOT_PRINT_BITS) << 1;
    list += is_same(kind, SLOT_LIST << SLOT_PRINT_BITS);
    row += is_same(kind, SLOT_ROW << SLOT_PRINT_BITS);
  }
  f->cell_count = (unsigned)(cell - f->cells);
  f->list_count = (unsigned)(list - f->lists);
  f->row_count = (unsigned)(row - f->rows);
}

// Puts the cells of all lists behind those that are there. A list is copied
// with as much behind it as fits a few wide moves; the next one overwrites
// that.
static inline void take_lists(const Weights *w, Found *f) {
  uint16_t *cell = f->cells + f->cell_count;
  for (unsigned i = 0; i < f->list_count; i++) {
    uint32_t at = f->lists[i] >> LIST_COUNT_BITS;
    uint32_t count = f->lists[i] & LIST_MOST;
    if (at + LIST_ROOM <= w->cell_count)
      memcpy(cell, w->cells + at, LIST_ROOM * sizeof *cell);
    else
      memcpy(cell, w->cells + at, count * sizeof *cell);
    cell += count;
  }
  f->cell_count = (unsigned)(cell - f->cells);
}

static inline void add_cells(const Found *f, Score *scores) {
  for (unsigned i = 0; i < f->cell_count; i++) {
    unsigned cell = f->cells[i];
    Score *score = &scores[cell >> CELL_WEIGHT_BITS];
    *score = (Score)(*score + (int)(cell & (CELL_ZERO * 2 - 1)) - CELL_ZERO);
  }
}

// A sum of WEIGHTS_FEATURES bytes fits 16 bits; that of the even bytes is what
// the odd ones leave of both.
static inline void add_long(const Weights *w, Found *f, bool set,
                            Score *scores) {
  Sums both[3] = {{0}}, odd[3] = {{0}};
  for (unsigned i = 0; i < f->row_count; i++) {
    const uint8_t *row = w->rows + (size_t)(f->rows[i] & 0xFFFF) * ROW_LONG;
    Sums a = load(row), b = load(row + 16), c = load(row + 32);
    both[0] += a, odd[0] += a >> 8;
    both[1] += b, odd[1] += b >> 8;
    both[2] += c, odd[2] += c >> 8;
    uint16_t beyond = (uint16_t)(f->rows[i] >> 16);
    f->cells[f->cell_count] = beyond;
    f->cell_count += 1 - is_same(beyond, CELL_ZERO);
  }
  uint16_t bias = (uint16_t)(f->row_count * ROW_ZERO);
  for (size_t i = 0; i < 3; i++) {
    Sums even = both[i] - (odd[i] << 8) - bias;
    put_sums(even * ROW_STEP, set, scores + i * 16);
    put_sums((odd[i] - bias) * ROW_STEP, set, scores + i * 16 + 8);
  }
  const Sums none = {0};
  put_sums(none, set, scores + ROW_LONG);
  put_sums(none, set, scores + ROW_LONG + 8);
}

// Four sums in each word; no label is beyond.
static inline void add_short(const Weights *w, const Found *f, bool set,
                             Score *scores) {
  const uint64_t low = 0x00FF00FF00FF00FFu;
  const Sums none = {0};
  uint64_t even = 0, odd = 0, row;
  for (unsigned i = 0; i < f->row_count; i++) {
    size_t at = (size_t)(f->rows[i] & 0xFFFF) * ROW_SHORT;
    memcpy(&row, w->rows + at, sizeof row);
    even += row & low, odd += row >> 8 & low;
  }
  int bias = (int)(f->row_count * ROW_ZERO);
  if (set) put_sums(none, set, scores);
  for (unsigned k = 0; k < ROW_SHORT; k += 2, even >>= 16, odd >>= 16) {
    scores[k] = (Score)(scores[k] + ((int)(even & 0xFFFF) - bias) * ROW_STEP);
    scores[k + 1] =
        (Score)(scores[k + 1] + ((int)(odd & 0xFFFF) - bias) * ROW_STEP);
  }
}

static inline void add(const Weights *w, const uint64_t *features,
                       unsigned count, bool set, Score *scores) {
  const Slot *slots[WEIGHTS_FEATURES];
  Found f;
  ask_slots(w, features, count, slots);
  take_slots(features, slots, count, &f);
  take_lists(w, &f);
  if (w->row == ROW_LONG)
    add_long(w, &f, set, scores);
  else
    add_short(w, &f, set, scores);
  add_cells(&f, scores);
}

void weights_add(const Weights *w, const uint64_t *features, unsigned count,
                 Score *scores) {
  add(w, features, count, false, scores);
}

void weights_score(const Weights *w, const uint64_t *features, unsigned count,
                   Score *scores) {
  add(w, features, count, true, scores);
}
