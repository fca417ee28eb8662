// SPDX-License-Identifier: MIT
#include "lens/candidates.h"

#include "lens/starts.h"

void candidates_clear(Candidates *c) {
  vec_clear(&c->bits);
  vec_clear(&c->waiting);
  vec_clear(&c->whens);
}

static void mark(Candidates *c, const uint32_t *orders, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    c->bits.data[orders[i] / 64] |= (uint64_t)1 << orders[i] % 64;
}

static void collect(Candidates *c, const LensSet *set) {
  vec_reserve(&c->waiting, set->in_order.len);
  c->waiting.len = 0;
  for (uint32_t w = 0; w < c->bits.len; w++)
    for (uint64_t bits = c->bits.data[w]; bits; bits &= bits - 1) {
      uint32_t order = w * 64 + (uint32_t)__builtin_ctzll(bits);
      c->waiting.data[c->waiting.len++] = set->in_order.data[order];
    }
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
    if (starts) vec_push(&c->whens, (Candidate){starts, c->waiting.data[i]});
  }
}

void candidates_find(Candidates *c, const Places *p, uint64_t *work) {
  const LensSet *set = p->set;
  const Rows *rows = &set->whens_of_name;
  c->bits.len = set->in_order.len / 64 + 1;
  vec_reserve(&c->bits, c->bits.len);
  memset(c->bits.data, 0, c->bits.len * sizeof *c->bits.data);
  mark(c, set->always.data, set->always.len);
  vec_each(const uint32_t, name, &p->met) {
    uint32_t count = rows->starts[*name + 1] - rows->starts[*name];
    mark(c, rows->items + rows->starts[*name], count);
    *work += count;
  }
  collect(c, set);
  sift(c, p);
  *work += c->waiting.len;
}
