// SPDX-License-Identifier: MIT
// The index: what to look at when a word comes by.
#include <stdlib.h>
#include <string.h>

#include "lens/build.h"
#include "lens/candidates.h"

bool rows_has(const Rows *r, uint32_t row, uint32_t item) {
  uint32_t low = r->starts[row], high = r->starts[row + 1];
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (r->items[mid] < item)
      low = mid + 1;
    else
      high = mid;
  }
  return low < r->starts[row + 1] && r->items[low] == item;
}

typedef struct Pair {
  uint32_t row, item;
} Pair;

typedef Vec(Pair) Pairs;

static int by_row(const void *a, const void *b) {
  const Pair *x = a, *y = b;
  if (x->row != y->row) return x->row < y->row ? -1 : 1;
  return (x->item > y->item) - (x->item < y->item);
}

static Rows rows_make(Arena *a, Pairs *pairs, uint32_t count) {
  Rows r = {.count = count};
  if (pairs->len) qsort(pairs->data, pairs->len, sizeof(Pair), by_row);
  r.starts = arena_array(a, uint32_t, (size_t)count + 1);
  r.items = arena_array(a, uint32_t, pairs->len);
  uint32_t n = 0;
  for (uint32_t i = 0, row = 0; row <= count; row++) {
    r.starts[row] = n;
    for (; i < pairs->len && pairs->data[i].row == row; i++)
      if (n == r.starts[row] || r.items[n - 1] != pairs->data[i].item)
        r.items[n++] = pairs->data[i].item;
  }
  vec_clear(pairs);
  return r;
}

// An entry, while the ranks are given out.
typedef struct Rank {
  const uint32_t *atoms;
  uint32_t len, entry;
} Rank;

static int by_atoms(const void *a, const void *b) {
  const Rank *x = a, *y = b;
  for (uint32_t i = 0; i < x->len && i < y->len; i++)
    if (x->atoms[i] != y->atoms[i]) return x->atoms[i] < y->atoms[i] ? -1 : 1;
  return (x->len > y->len) - (x->len < y->len);
}

static void rank_entries(Build *b) {
  LensSet *s = b->set;
  uint32_t count = s->entries.len;
  Rank *ranks = arena_array(&b->scratch, Rank, (size_t)count + 1);
  for (uint32_t i = 0; i < count; i++) {
    const Entry *e = &s->entries.data[i];
    ranks[i] = (Rank){s->entry_atoms.data + e->first, e->len, i};
  }
  if (count) qsort(ranks, count, sizeof(Rank), by_atoms);
  s->ranked = arena_array(&s->arena, Ranked, (size_t)count + 1);
  for (uint32_t i = 0; i < count; i++) {
    const Entry *e = &s->entries.data[ranks[i].entry];
    s->ranked[i] = (Ranked){e->first, e->len, ranks[i].entry};
  }
  uint32_t atoms = s->atoms.rows.len;
  s->ranked_from = arena_array(&s->arena, uint32_t, (size_t)atoms + 1);
  for (uint32_t atom = 0, i = 0; atom <= atoms; atom++) {
    while (i < count && ranks[i].atoms[0] < atom) i++;
    s->ranked_from[atom] = i;
  }
}

// How many atoms two entries begin with alike.
static uint32_t alike(const LensSet *s, const Ranked *a, const Ranked *b) {
  const uint32_t *atoms = s->entry_atoms.data;
  uint32_t n = 0;
  while (n < a->len && n < b->len && atoms[a->first + n] == atoms[b->first + n])
    n++;
  return n;
}

// Eight bits or more for each word that goes on.
static Onward onward_new(LensSet *s) {
  uint32_t most = s->entry_atoms.len - s->entries.len;
  Onward o = {.count = 32};
  while (o.count / 8 < most) o.count *= 2;
  o.bits = arena_array(&s->arena, uint32_t, o.count / 32);
  return o;
}

static void find_onward(LensSet *s) {
  Onward o = onward_new(s);
  // The first one that has as many atoms alike.
  uint32_t from[ENTRY_WORDS_MOST + 1] = {0};
  for (uint32_t i = 0; i < s->entries.len; i++) {
    const Ranked *r = &s->ranked[i];
    for (uint32_t n = i ? alike(s, r - 1, r) + 1 : 1; n <= r->len; n++)
      from[n] = i;
    for (uint32_t n = 1; n < r->len; n++) {
      uint32_t bit = onward_bit(&o, from[n], s->entry_atoms.data[r->first + n]);
      o.bits[bit / 32] |= (uint32_t)1 << bit % 32;
    }
  }
  s->onward = o;
}

static Rows sets_by_entry(Build *b) {
  LensSet *s = b->set;
  Pairs pairs = {0};
  for (uint32_t i = 0; i < s->sets.len; i++)
    for (uint32_t k = 0; k < s->sets.data[i].entries.len; k++)
      vec_push(&pairs, (Pair){s->sets.data[i].entries.data[k], i});
  return rows_make(&s->arena, &pairs, s->entries.len);
}

// Waits lie as bits, eight to a number; above them stands which eight. A row is
// filled up to fours with numbers that say nothing.
static Rows rows_packed(Arena *a, const Rows *r) {
  Rows to = {.count = r->count};
  to.starts = arena_array(a, uint32_t, (size_t)r->count + 1);
  to.items =
      arena_array(a, uint32_t, r->starts[r->count] + r->count * (size_t)3);
  uint32_t n = 0;
  for (uint32_t row = 0; row < r->count; row++) {
    to.starts[row] = n;
    for (uint32_t i = r->starts[row]; i < r->starts[row + 1]; i++) {
      uint32_t wait = r->items[i], byte = wait / 8;
      if (n == to.starts[row] || to.items[n - 1] >> 8 != byte)
        to.items[n++] = byte << 8;
      to.items[n - 1] |= (uint32_t)1 << wait % 8;
    }
    n += (4 - n % 4) % 4;
  }
  to.starts[r->count] = n;
  return to;
}

static void wait_for_triggers(Build *b) {
  vec_each(const Trigger, t, &b->needs) {
    uint32_t name = name_of_trigger(b->set, t);
    vec_push(&b->waits, (Wait){name, t->pattern, false});
  }
}

static Rows waits_by_name(Build *b) {
  const LensSet *s = b->set;
  Pairs pairs = {0};
  vec_each(const Wait, w, &b->waits) {
    uint32_t order = s->patterns.data[w->pattern].order;
    vec_push(&pairs, (Pair){w->name, wait_bit(s, order, w->is_second)});
  }
  Rows rows = rows_make(&b->scratch, &pairs, name_count(s));
  return rows_packed(&b->set->arena, &rows);
}

void index_build(Build *b) {
  LensSet *s = b->set;
  rank_entries(b);
  find_onward(s);
  needs_find(b);
  s->sets_of_entry = sets_by_entry(b);
  wait_for_triggers(b);
  s->waits_of_name = waits_by_name(b);
}
