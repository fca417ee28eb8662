// SPDX-License-Identifier: MIT
#include "lens/match.h"

void matcher_clear(Matcher *m) {
  vec_clear(&m->masks);
}

static uint64_t *mask_of(const Matcher *m, const Pattern *p, const Stretch *s,
                         uint32_t step) {
  return m->masks.data + (size_t)(step - p->first) * s->places.width;
}

// One word of a mask seen from `by` tokens (1 to 63) further left.
static uint64_t ahead(const uint64_t *mask, uint32_t w, uint32_t width,
                      uint32_t by) {
  uint64_t next = w + 1 < width ? mask[w + 1] << (64 - by) : 0;
  return mask[w] >> by | next;
}

static bool is_member(const Stretch *s, const Hit *h, const Test *t) {
  if (!rows_has(&s->set->sets_of_entry, h->entry, t->id)) return false;
  const Seen *k = &s->seen.data[h->at + h->len - 1];
  return (k->facts & t->need) == t->need && !(k->facts & t->ban) &&
         (!t->tags || tag_in(k->tag, t->tags)) && !tag_in(k->tag, t->not_tags);
}

static void sweep_token(Stretch *s, const Step *step, const uint64_t *next,
                        uint64_t *mask) {
  const uint64_t *fit = places_of_test(&s->places, step->arg);
  uint32_t width = s->places.width;
  for (uint32_t w = 0; w < width; w++)
    mask[w] = fit[w] & ahead(next, w, width, 1);
}

// Members of one token are in the test's mask; longer ones are few.
static void sweep_set(Stretch *s, const Step *step, const uint64_t *next,
                      uint64_t *mask) {
  sweep_token(s, step, next, mask);
  const Test *t = &s->set->tests.data[step->arg];
  vec_each(const uint32_t, index, &s->longs) {
    const Hit *h = &s->hits.data[*index];
    if (mask_has(next, h->at + h->len) && is_member(s, h, t))
      mask[h->at / 64] |= (uint64_t)1 << h->at % 64;
  }
}

static bool edge_holds(const Stretch *s, uint32_t edge, uint32_t at) {
  switch ((Edge)edge) {
  case EDGE_START: return at <= s->first_word;
  case EDGE_END: return at >= s->end_word;
  case EDGE_JOURNAL: return s->place->kind == PLACE_JOURNAL;
  case EDGE_LETTER: return s->place->kind == PLACE_LETTER;
  default: return s->place->kind == PLACE_WORKSHEET;
  }
}

static void sweep_edge(const Stretch *s, uint32_t edge, const uint64_t *next,
                       uint64_t *mask) {
  for (uint32_t w = 0; w < s->places.width; w++) mask[w] = 0;
  for (uint32_t at = 0; at <= s->count; at++)
    if (mask_has(next, at) && edge_holds(s, edge, at))
      mask[at / 64] |= (uint64_t)1 << at % 64;
}

static void sweep_done(const Stretch *s, uint64_t *mask) {
  memcpy(mask, s->places.all, s->places.width * sizeof *mask);
  mask[s->count / 64] |= (uint64_t)1 << s->count % 64;
}

// The places from which the pattern can be matched from this step on.
static void sweep_step(Matcher *m, Stretch *s, const Pattern *p,
                       uint32_t index) {
  const Step *step = &s->set->steps.data[index];
  uint64_t *mask = mask_of(m, p, s, index);
  if (step->op == STEP_DONE) {
    sweep_done(s, mask);
    return;
  }
  const uint64_t *next = mask_of(m, p, s, step->next), *other = next;
  switch ((StepOp)step->op) {
  case STEP_TOKEN: sweep_token(s, step, next, mask); return;
  case STEP_SET: sweep_set(s, step, next, mask); return;
  case STEP_EDGE: sweep_edge(s, step->arg, next, mask); return;
  case STEP_SPLIT: other = mask_of(m, p, s, step->other); break;
  default: break;
  }
  for (uint32_t w = 0; w < s->places.width; w++) mask[w] = next[w] | other[w];
}

static bool is_empty(const uint64_t *mask, uint32_t width) {
  for (uint32_t w = 0; w < width; w++)
    if (mask[w]) return false;
  return true;
}

static bool has_needs(const Stretch *s, const Pattern *p) {
  const LensSet *set = s->set;
  if ((s->places.facts & p->need) != p->need) return false;
  for (uint32_t i = p->first_group; i < p->end_group; i++) {
    const Group *g = &set->groups.data[i];
    uint32_t n = g->first;
    while (n < g->end &&
           !places_has_name(&s->places, set->group_names.data[n]))
      n++;
    if (n == g->end) return false;
  }
  return true;
}

// False where there is no match. From the end of the pattern to its start.
static bool sweep(Matcher *m, Stretch *s, const Pattern *p) {
  uint32_t width = s->places.width;
  m->work++;
  if (!has_needs(s, p)) return false;
  vec_reserve(&m->masks, (p->end - p->first) * width);
  for (uint32_t i = p->first; i <= p->start; i++) {
    sweep_step(m, s, p, i);
    m->work += width;
    bool must = s->set->steps.data[i].must;
    if (must && is_empty(mask_of(m, p, s, i), width)) return false;
  }
  return true;
}

// The length of the longest member from which it goes on.
static uint32_t member_len(const Stretch *s, const Step *step, uint32_t at,
                           const uint64_t *next) {
  const Test *t = &s->set->tests.data[step->arg];
  uint32_t h = s->seen.data[at].hits;
  for (; h != NO_INDEX; h = s->hits.data[h].next) {
    const Hit *hit = &s->hits.data[h];
    if (mask_has(next, at + hit->len) && is_member(s, hit, t)) return hit->len;
  }
  return 1; // never: the sweep has been here
}

// From a place that the sweep found good, what stands first first.
static Match walk(const Matcher *m, const Stretch *s, const Pattern *p,
                  uint32_t start) {
  uint32_t at = start, open = start, close = start, index = p->start;
  const Step *step = &s->set->steps.data[index];
  for (; step->op != STEP_DONE; step = &s->set->steps.data[index]) {
    const uint64_t *next = mask_of(m, p, s, step->next);
    index = step->next;
    switch ((StepOp)step->op) {
    case STEP_TOKEN: at++; break;
    case STEP_SET: at += member_len(s, step, at, next); break;
    case STEP_SPLIT: index = mask_has(next, at) ? index : step->other; break;
    case STEP_OPEN: open = at; break;
    case STEP_CLOSE: close = at; break;
    default: break;
    }
  }
  bool marked = p->marked && close > open;
  return (Match){.start = start,
                 .end = at,
                 .flag_start = marked ? open : start,
                 .flag_end = marked ? close : at};
}

// The first place at or behind `at` that a mask has; `count`: none.
static uint32_t first_from(const uint64_t *mask, uint32_t at, uint32_t count) {
  for (; at < count; at = (at / 64 + 1) * 64) {
    uint64_t rest = mask[at / 64] >> at % 64;
    if (rest) return at + (uint32_t)__builtin_ctzll(rest);
  }
  return count;
}

void match_all(Matcher *m, Stretch *s, uint32_t pattern, MatchVec *out) {
  const Pattern *p = &s->set->patterns.data[pattern];
  if (!sweep(m, s, p)) return;
  const uint64_t *starts = mask_of(m, p, s, p->start);
  uint32_t at = 0;
  while ((at = first_from(starts, at, s->count)) < s->count) {
    Match found = walk(m, s, p, at);
    found.pattern = pattern;
    m->work += found.end - at;
    at = found.flag_end > at ? found.flag_end : at + 1;
    vec_push(out, found);
  }
}

bool match_any(Matcher *m, Stretch *s, uint32_t pattern) {
  const Pattern *p = &s->set->patterns.data[pattern];
  return sweep(m, s, p) &&
         first_from(mask_of(m, p, s, p->start), 0, s->count) < s->count;
}
