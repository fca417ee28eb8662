// SPDX-License-Identifier: MIT
#include "lens/candidates.h"

#include <stdlib.h>

static Met *met_new(uint32_t count) {
  return heap_alloc((count + 1) * sizeof(Met));
}

Candidates candidates_new(const LensSet *s) {
  return (Candidates){.patterns = met_new(s->patterns.len),
                      .sets = met_new(s->sets.len)};
}

void candidates_clear(Candidates *c) {
  free(c->patterns);
  free(c->sets);
  vec_clear(&c->met_sets);
  vec_clear(&c->whens);
}

// True the first time.
static bool meet(Met *m, uint32_t stamp, uint32_t first, uint32_t last) {
  bool is_new = m->stamp != stamp;
  if (is_new) *m = (Met){stamp, first, last};
  if (first < m->first) m->first = first;
  if (last > m->last) m->last = last;
  return is_new;
}

static void meet_pattern(Candidates *c, const LensSet *s, uint32_t pattern,
                         uint32_t first, uint32_t last) {
  if (!meet(&c->patterns[pattern], c->stamp, first, last)) return;
  if (s->patterns.data[pattern].is_when)
    vec_push(&c->whens, s->patterns.data[pattern].order);
}

static void meet_row(Candidates *c, const LensSet *s, const Rows *rows,
                     uint32_t row, uint32_t first, uint32_t last,
                     uint64_t *work) {
  for (uint32_t i = rows->starts[row]; i < rows->starts[row + 1]; i++)
    meet_pattern(c, s, rows->items[i], first, last);
  *work += rows->starts[row + 1] - rows->starts[row];
}

static void meet_entry(Candidates *c, const LensSet *s, uint32_t entry,
                       uint32_t at, uint64_t *work) {
  const Rows *sets = &s->sets_of_entry;
  for (uint32_t i = sets->starts[entry]; i < sets->starts[entry + 1]; i++)
    if (meet(&c->sets[sets->items[i]], c->stamp, at, at))
      vec_push(&c->met_sets, sets->items[i]);
  *work += sets->starts[entry + 1] - sets->starts[entry];
}

static void meet_token(Candidates *c, const Stretch *s, uint32_t at,
                       uint64_t *work) {
  const Seen *k = &s->seen.data[at];
  const Rows *rows = &s->set->patterns_of_atom;
  if (k->word != NO_INDEX) meet_row(c, s->set, rows, k->word, at, at, work);
  if (k->lemma != NO_INDEX) meet_row(c, s->set, rows, k->lemma, at, at, work);
  for (uint32_t h = k->hits; h != NO_INDEX; h = s->hits.data[h].next)
    meet_entry(c, s->set, s->hits.data[h].entry, at, work);
}

static int by_order(const void *a, const void *b) {
  const uint32_t *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

void candidates_find(Candidates *c, const Stretch *s, uint64_t *work) {
  const LensSet *set = s->set;
  c->stamp++;
  c->whens.len = c->met_sets.len = 0;
  vec_each(const uint32_t, p, &set->always)
      meet_pattern(c, set, *p, 0, s->count);
  *work += set->always.len;
  for (uint32_t at = 0; at < s->count; at++) meet_token(c, s, at, work);
  vec_each(const uint32_t, w, &c->met_sets)
      meet_row(c, set, &set->patterns_of_set, *w, c->sets[*w].first,
               c->sets[*w].last, work);
  if (c->whens.len > 1)
    qsort(c->whens.data, c->whens.len, sizeof(uint32_t), by_order);
  vec_each(uint32_t, w, &c->whens) *w = set->in_order.data[*w];
}

// Patterns without triggers have least > greatest, and begin anywhere.
Starts candidate_starts(const Candidates *c, const Stretch *s,
                        uint32_t pattern) {
  const Pattern *p = &s->set->patterns.data[pattern];
  const Met *met = &c->patterns[pattern];
  if (met->stamp != c->stamp) return (Starts){0, 0};
  if (p->least > p->greatest) return (Starts){0, s->count};
  if (met->last < p->least) return (Starts){0, 0};
  uint32_t from = met->first > p->greatest ? met->first - p->greatest : 0;
  return (Starts){from, met->last - p->least + 1};
}
