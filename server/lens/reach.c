// SPDX-License-Identifier: MIT
// How far a trigger can stand from where a match begins, and what its first
// token can be. Steps only ever lead to steps compiled before them, so one
// walk from the last one down meets each step after all that lead to it.
#include "lens/build.h"

// Tokens, least and greatest; least > greatest: not reached.
typedef struct Reach {
  uint32_t least, greatest;
} Reach;

static Reach set_lengths(const LensSet *s, const WordSet *set) {
  Reach r = {UINT32_MAX, 0};
  vec_each(const uint32_t, e, &set->entries) {
    uint32_t len = s->entries.data[*e].len;
    if (len < r.least) r.least = len;
    if (len > r.greatest) r.greatest = len;
  }
  return r;
}

static Reach step_length(const LensSet *s, const Reach *sets, uint32_t step) {
  const Step *at = &s->steps.data[step];
  if (at->op == STEP_TOKEN) return (Reach){1, 1};
  if (at->op == STEP_SET) return sets[s->tests.data[at->arg].id];
  return (Reach){0, 0};
}

static void widen(Reach *r, uint32_t least, uint32_t greatest) {
  if (least < r->least) r->least = least;
  if (greatest > r->greatest) r->greatest = greatest;
}

static void walk(const LensSet *s, const Pattern *p, const Reach *sets,
                 Reach *reach) {
  for (uint32_t i = p->first; i < p->end; i++)
    reach[i] = (Reach){UINT32_MAX, 0};
  reach[p->start] = (Reach){0, 0};
  for (uint32_t i = p->end; i-- > p->first;) {
    const Step *step = &s->steps.data[i];
    Reach len = step_length(s, sets, i);
    if (reach[i].least > reach[i].greatest || len.least > len.greatest ||
        step->op == STEP_DONE)
      continue;
    uint32_t least = reach[i].least + len.least;
    uint32_t greatest = reach[i].greatest + len.greatest;
    widen(&reach[step->next], least, greatest);
    if (step->op == STEP_SPLIT) widen(&reach[step->other], least, greatest);
  }
}

static bool has_name(const Test *t) {
  return !t->inverted && t->kind != TEST_ANY;
}

static void add_first(First *f, const Test *t) {
  if (has_name(t)) {
    f->names |= name_bit(t->kind == TEST_SET ? ~t->id : t->id);
    return;
  }
  f->need &= t->need;
  f->ban &= t->ban | FACT_OF(SPEECH) | (t->inverted ? FACT_OF(OPAQUE) : 0);
  f->tags |= t->tags ? t->tags : ~(TagSet)0;
}

static First first_of(const LensSet *s, const Pattern *p, const Reach *reach) {
  First f = {.need = ~(Facts)0, .ban = ~(Facts)0};
  for (uint32_t i = p->first; i < p->end; i++) {
    const Step *step = &s->steps.data[i];
    if (reach[i].least) continue; // tokens lie before it, or no way leads there
    if (step->op == STEP_TOKEN || step->op == STEP_SET)
      add_first(&f, &s->tests.data[step->arg]);
  }
  return f;
}

void reach_measure(Build *b) {
  LensSet *s = b->set;
  Reach *sets = arena_array(&b->scratch, Reach, s->sets.len + 1);
  Reach *reach = arena_array(&b->scratch, Reach, s->steps.len + 1);
  for (uint32_t i = 0; i < s->sets.len; i++)
    sets[i] = set_lengths(s, &s->sets.data[i]);
  vec_each(Pattern, p, &s->patterns) {
    walk(s, p, sets, reach);
    p->begins = first_of(s, p, reach);
    p->least = UINT32_MAX, p->greatest = 0;
  }
  vec_each(const Trigger, t, &b->needs) {
    Pattern *p = &s->patterns.data[t->pattern];
    Reach r = reach[t->step];
    if (r.least < p->least) p->least = r.least;
    if (r.greatest > p->greatest) p->greatest = r.greatest;
  }
}
