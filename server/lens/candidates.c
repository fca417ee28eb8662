// SPDX-License-Identifier: MIT
#include "lens/candidates.h"

#include "lens/starts.h"

void candidates_clear(Candidates *c) {
  vec_clear(&c->bits);
  vec_clear(&c->waiting);
  vec_clear(&c->whens);
}

static uint32_t mark(uint8_t *bits, const Rows *rows, uint32_t name) {
  const uint32_t *item = rows->items + rows->starts[name];
  const uint32_t *end = rows->items + rows->starts[name + 1];
  for (const uint32_t *i = item; i < end; i += 4)
    for (unsigned k = 0; k < 4; k++) bits[i[k] >> 8] |= (uint8_t)i[k];
  return (uint32_t)(end - item);
}

static void mark_all(Candidates *c, const Places *p, uint64_t *work) {
  uint32_t bytes = 2 * wait_bytes(p->set);
  vec_reserve(&c->bits, bytes);
  memset(c->bits.data, 0, bytes);
  vec_each(const uint32_t, name, &p->met)
    *work += mark(c->bits.data, &p->set->waits_of_name, *name);
}

// Of 64 bits the lowest lies in the first byte.
static uint64_t bits_at(const uint8_t *at) {
  uint64_t bits;
  memcpy(&bits, at, sizeof bits);
  return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? bits
                                                   : __builtin_bswap64(bits);
}

// Which of the 64 patterns from one order on, below `to`, have both bits.
static uint64_t both_at(const Candidates *c, const LensSet *set, uint32_t order,
                        uint32_t to) {
  const uint8_t *first = c->bits.data + order / 8;
  uint64_t both = bits_at(first) & bits_at(first + wait_bytes(set));
  return to - order < 64 ? both & (((uint64_t)1 << (to - order)) - 1) : both;
}

static void collect(Candidates *c, const LensSet *set) {
  uint32_t to = set->when_count;
  vec_reserve(&c->waiting, to);
  c->waiting.len = 0;
  for (uint32_t order = 0; order < to; order += 64)
    for (uint64_t bits = both_at(c, set, order, to); bits; bits &= bits - 1)
      c->waiting.data[c->waiting.len++] =
          set->in_order.data[order + (uint32_t)__builtin_ctzll(bits)];
}

// What is swept first of a pattern is on its way from here on.
static void prepare(const LensSet *set, uint32_t pattern) {
  const Pattern *p = &set->patterns.data[pattern];
  __builtin_prefetch(set->steps.data + p->first + p->start);
}

// Of those that wait, the ones that may begin somewhere. Their gates lie far
// apart, so each is sent for some turns before it is asked.
static void sift(Candidates *c, const Places *p) {
  enum { TURNS = 6 };
  c->whens.len = 0;
  for (uint32_t i = 0; i < c->waiting.len; i++) {
    if (i + TURNS < c->waiting.len)
      starts_prepare(p, c->waiting.data[i + TURNS]);
    uint64_t starts = starts_of(p, c->waiting.data[i]);
    if (!starts) continue;
    prepare(p->set, c->waiting.data[i]);
    vec_push(&c->whens, (Candidate){starts, c->waiting.data[i]});
  }
}

void candidates_find(Candidates *c, const Places *p, uint64_t *work) {
  mark_all(c, p, work);
  collect(c, p->set);
  sift(c, p);
  *work += c->waiting.len;
}

uint32_t candidates_next(const Candidates *c, const LensSet *set, uint32_t from,
                         uint32_t to) {
  for (; from < to; from = (from / 64 + 1) * 64) {
    uint64_t both = both_at(c, set, from / 64 * 64, to) >> from % 64;
    if (both) return from + (uint32_t)__builtin_ctzll(both);
  }
  return to;
}

uint64_t candidates_starts(const Candidates *c, const Places *p,
                           uint32_t pattern) {
  uint32_t order = p->set->patterns.data[pattern].order;
  bool has_both = candidates_next(c, p->set, order, order + 1) == order;
  return has_both ? starts_of(p, pattern) : 0;
}
