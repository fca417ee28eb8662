// SPDX-License-Identifier: MIT
#include "lens/candidates.h"

#include "lens/starts.h"

void candidates_clear(Candidates *c) {
  vec_clear(&c->bits);
  vec_clear(&c->whens);
}

static void mark(Candidates *c, const uint32_t *orders, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    c->bits.data[orders[i] / 64] |= (uint64_t)1 << orders[i] % 64;
}

// Of those that wait for a name here, the ones that may begin somewhere.
static void collect(Candidates *c, const Places *p, uint64_t *work) {
  const LensSet *set = p->set;
  c->whens.len = 0;
  for (uint32_t w = 0; w < c->bits.len; w++)
    for (uint64_t bits = c->bits.data[w]; bits; bits &= bits - 1) {
      uint32_t order = w * 64 + (uint32_t)__builtin_ctzll(bits);
      uint32_t pattern = set->in_order.data[order];
      uint64_t starts = starts_of(p, pattern);
      ++*work;
      if (starts) vec_push(&c->whens, (Candidate){starts, pattern});
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
  collect(c, p, work);
}
