// SPDX-License-Identifier: MIT
#include "lens/match.h"

void matcher_clear(Matcher *m) {
  vec_clear(&m->masks);
}

// A pattern at work: its steps, and a mask of `width` words for each.
typedef struct Sweep {
  Stretch *stretch;
  const Step *steps;
  uint64_t *masks;
  const Guard *guard, *end_guard; // those still to come
  uint64_t work;
} Sweep;

// One word of a mask seen from `by` tokens (1 to 63) further left.
static inline uint64_t ahead(const uint64_t *mask, uint32_t w, uint32_t width,
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
                        uint64_t *mask, uint32_t width) {
  const uint64_t *fit = places_of_test(&s->places, step->arg);
  for (uint32_t w = 0; w < width; w++)
    mask[w] = fit[w] & ahead(next, w, width, 1);
}

// Members of one token are in the test's mask; longer ones are few.
static void add_longs(const Stretch *s, const Step *step, const uint64_t *next,
                      uint64_t *mask) {
  const Test *t = &s->set->tests.data[step->arg];
  uint32_t name = name_of_set(s->set, t->id);
  if (!places_has_name(&s->places, name)) return;
  vec_each(const uint32_t, index, &s->longs) {
    const Hit *h = &s->hits.data[*index];
    if (mask_has(next, h->at + h->len) &&
        places_name_at(&s->places, name, h->at) && is_member(s, h, t))
      mask[h->at / 64] |= (uint64_t)1 << h->at % 64;
  }
}

// At or before the first word, behind the last one, or anywhere.
static void sweep_edge(const Stretch *s, uint32_t edge, const uint64_t *next,
                       uint64_t *mask) {
  uint32_t width = s->places.width;
  PlaceKind kind = s->place->kind;
  uint64_t before[MASK_WORDS_MOST];
  uint32_t until = edge == EDGE_START ? s->first_word + 1 : s->end_word;
  bool holds = edge == EDGE_JOURNAL  ? kind == PLACE_JOURNAL
               : edge == EDGE_LETTER ? kind == PLACE_LETTER
                                     : kind == PLACE_WORKSHEET;
  mask_fill(before, until, width);
  for (uint32_t w = 0; w < width; w++)
    mask[w] = edge == EDGE_START ? next[w] & before[w]
              : edge == EDGE_END ? next[w] & ~before[w]
              : holds            ? next[w]
                                 : 0;
}

// The places from which the pattern can be matched from this step on; false
// where there is none.
static bool sweep_step(const Sweep *w, uint32_t index) {
  uint32_t width = w->stretch->places.width;
  const Step *step = &w->steps[index];
  uint64_t *mask = w->masks + (size_t)index * width;
  const uint64_t *next = w->masks + (size_t)step->next * width, *other = next;
  uint64_t any = 0;
  switch ((StepOp)step->op) {
  case STEP_DONE: mask_fill(mask, w->stretch->count + 1, width); break;
  case STEP_TOKEN: sweep_token(w->stretch, step, next, mask, width); break;
  case STEP_SET:
    sweep_token(w->stretch, step, next, mask, width);
    add_longs(w->stretch, step, next, mask);
    break;
  case STEP_EDGE: sweep_edge(w->stretch, step->arg, next, mask); break;
  default:
    if (step->op == STEP_SPLIT) other = w->masks + (size_t)step->other * width;
    for (uint32_t i = 0; i < width; i++) mask[i] = next[i] | other[i];
  }
  for (uint32_t i = 0; i < width; i++) any |= mask[i];
  return any;
}

// The same where a mask is one word; what nothing can follow asks no test.
static inline uint64_t sweep_word(Stretch *s, const Step *step,
                                  const uint64_t *masks) {
  uint64_t next, mask;
  if (step->op == STEP_DONE) return mask_fill(&mask, s->count + 1, 1), mask;
  next = mask = masks[step->next];
  if (step->op == STEP_SPLIT) return next | masks[step->other];
  if (!next) return mask;
  if (step->op == STEP_EDGE) sweep_edge(s, step->arg, &next, &mask);
  if (step->op != STEP_TOKEN && step->op != STEP_SET) return mask;
  mask = next >> 1 & *places_of_test(&s->places, step->arg);
  if (step->op == STEP_SET && s->longs.len) add_longs(s, step, &next, &mask);
  return mask;
}

// One of the names in set->group_names.
static bool has_one(const Stretch *s, uint32_t first, uint32_t end) {
  const uint32_t *names = s->set->group_names.data;
  for (uint32_t n = first; n < end; n++)
    if (places_has_name(&s->places, names[n])) return true;
  return false;
}

// Where, within one word, a match may begin so that a name of the group stands
// as far behind as it has to.
static uint64_t starts_before(const Stretch *s, const Group *g) {
  const LensSet *set = s->set;
  uint64_t at = 0;
  for (uint32_t n = g->first; n < g->end; n++)
    at |= places_word(&s->places, set->group_names.data[n]);
  if (g->greatest > 63) return at ? UINT64_MAX : 0;
  at >>= g->least;
  for (uint32_t left = g->greatest - g->least, step = 1; left; step *= 2) {
    if (step > left) step = left;
    at |= at >> step;
    left -= step;
  }
  return at;
}

// Whether what the pattern needs stands as it has to, loosely. Asked only of
// sentences of one word: most are, and a sweep costs more.
static bool may_fit(const Stretch *s, const Pattern *p) {
  uint64_t starts = UINT64_MAX;
  for (uint32_t i = p->first_group; i < p->end_group && starts; i++)
    starts &= starts_before(s, &s->set->groups.data[i]);
  return starts;
}

// Behind the steps that are not worth a look: ways whose names are not here
// lead nowhere.
static uint32_t pass_guards(Sweep *w, uint32_t step) {
  uint32_t width = w->stretch->places.width;
  while (w->guard < w->end_guard && w->guard->from <= step) {
    const Guard *g = w->guard++;
    if (g->from < step || has_one(w->stretch, g->first_name, g->end_name))
      continue;
    for (uint32_t i = 0; i < width; i++) w->masks[g->start * width + i] = 0;
    step = g->end;
  }
  return step;
}

// Where the steps end that are to be looked at one behind the other.
static uint32_t next_guard(const Sweep *w, uint32_t count) {
  if (w->guard == w->end_guard || w->guard->from > count) return count;
  return w->guard->from;
}

static bool sweep_all(Sweep *w, uint32_t count) {
  for (uint32_t i = 0; (i = pass_guards(w, i)) < count; i++) {
    w->work += w->stretch->places.width;
    if (!sweep_step(w, i) && w->steps[i].must) return false;
  }
  return true;
}

static bool sweep_words(Sweep *w, uint32_t count) {
  for (uint32_t i = 0; i < count; i = pass_guards(w, i)) {
    uint32_t until = next_guard(w, count);
    w->work += until - i;
    for (; i < until; i++) {
      const Step *step = &w->steps[i];
      w->masks[i] = sweep_word(w->stretch, step, w->masks);
      if (!w->masks[i] && step->must) return false;
    }
  }
  return true;
}

// False where there is no match. From the end of the pattern to its start; most
// sentences take one word.
static bool sweep(Matcher *m, Stretch *s, const Pattern *p, Sweep *w) {
  uint32_t width = s->places.width, count = p->start + 1;
  m->work++;
  if (width == 1 && !may_fit(s, p)) return false;
  vec_reserve(&m->masks, count * width);
  const LensSet *set = s->set;
  *w = (Sweep){.stretch = s,
               .steps = set->steps.data + p->first,
               .masks = m->masks.data,
               .guard = set->guards.data + p->first_guard,
               .end_guard = set->guards.data + p->end_guard};
  bool found = width == 1 ? sweep_words(w, count) : sweep_all(w, count);
  m->work += w->work;
  return found;
}

static const uint64_t *mask_of(const Sweep *w, uint32_t step) {
  return w->masks + (size_t)step * w->stretch->places.width;
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
static Match walk(const Sweep *w, const Pattern *p, uint32_t start) {
  uint32_t at = start, open = start, close = start, index = p->start;
  for (const Step *step; (step = &w->steps[index])->op != STEP_DONE;) {
    const uint64_t *next = mask_of(w, step->next);
    index = step->next;
    switch ((StepOp)step->op) {
    case STEP_TOKEN: at++; break;
    case STEP_SET: at += member_len(w->stretch, step, at, next); break;
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
  Sweep w;
  if (!places_meet(&s->places, p) || !sweep(m, s, p, &w)) return;
  const uint64_t *starts = mask_of(&w, p->start);
  uint32_t at = 0;
  while ((at = first_from(starts, at, s->count)) < s->count) {
    Match found = walk(&w, p, at);
    found.pattern = pattern;
    m->work += found.end - at;
    at = found.flag_end > at ? found.flag_end : at + 1;
    vec_push(out, found);
  }
}

bool match_any(Matcher *m, Stretch *s, uint32_t pattern) {
  const Pattern *p = &s->set->patterns.data[pattern];
  Sweep w;
  return places_meet(&s->places, p) && sweep(m, s, p, &w) &&
         first_from(mask_of(&w, p->start), 0, s->count) < s->count;
}
