// SPDX-License-Identifier: MIT
#include "lens/match.h"

void matcher_clear(Matcher *m) {
  vec_clear(&m->masks);
}

// What is done with rows of `width` words is compiled twice: most sentences
// take one.
#define ALWAYS_INLINE static inline __attribute__((always_inline))

// A pattern at work: a mask of `width` words for each of its steps, good where
// the step is live.
typedef struct Sweep {
  Stretch *stretch;
  const Step *steps;
  uint64_t *masks;
  uint64_t *live; // a bit a step
  uint64_t out[MASK_WORDS_MOST];
  uint64_t work;
} Sweep;

static inline uint64_t *row(const Sweep *w, uint32_t step, uint32_t width) {
  return w->masks + (size_t)step * width;
}

// ---- from the start to the end: the places that each step is reached at ----

// A token has to pass its test before it counts as reached, a set has to have a
// member that begins there. What ends it is asked later: it may be longer than
// a token.
ALWAYS_INLINE uint64_t admit(const Places *p, const Step *step, uint64_t here,
                             uint32_t word) {
  const Probe *t = p->set->probes.data + step->arg;
  uint32_t name = step->arg;
  if (step->op == STEP_TOKEN) return places_pass(p, t, here, word);
  if (step->op == STEP_SET)
    name = name_of_set(p->set, t->id);
  else if (step->op != STEP_EDGE)
    return here;
  return here & p->names[(size_t)name * p->width + word];
}

ALWAYS_INLINE void reach(Sweep *w, uint32_t index, const uint64_t *by,
                         uint32_t width) {
  uint64_t *mask = row(w, index, width), more[MASK_WORDS_MOST], any = 0;
  for (uint32_t i = 0; i < width; i++)
    any |= more[i] = admit(&w->stretch->places, &w->steps[index], by[i], i);
  if (!any) return;
  uint64_t known = mask_has(w->live, index) ? UINT64_MAX : 0;
  for (uint32_t i = 0; i < width; i++) mask[i] = (mask[i] & known) | more[i];
  mask_put(w->live, index);
}

ALWAYS_INLINE bool meets(const Places *p, uint32_t name, const uint64_t *here,
                         uint32_t width) {
  const uint64_t *at = p->names + (size_t)name * width;
  uint64_t any = 0;
  for (uint32_t i = 0; i < width; i++) any |= at[i] & here[i];
  return any;
}

ALWAYS_INLINE bool meets_one(const Places *p, const Four *four,
                             const uint64_t *here, uint32_t width) {
  const uint32_t *name = four->names;
  uint64_t any = 0;
  for (uint32_t i = 0; i < width; i++) {
    const uint64_t *at = p->names + i;
    any |=
        here[i] & (at[(size_t)name[0] * width] | at[(size_t)name[1] * width] |
                   at[(size_t)name[2] * width] | at[(size_t)name[3] * width]);
  }
  return any;
}

// The ways between which it is chosen are not looked at by themselves.
ALWAYS_INLINE void reach_ways(Sweep *w, const Step *way, const uint64_t *here,
                              uint32_t width) {
  const LensSet *set = w->stretch->set;
  const Places *p = &w->stretch->places;
  const Fan *fan = &set->fans.data[way->arg];
  const Four *four = set->fours.data + fan->first, *end = four + fan->count;
  for (; four < end; four++) {
    if (!meets_one(p, four, here, width)) continue;
    for (uint32_t k = 0; k < 4; k++)
      if (meets(p, four->names[k], here, width))
        reach(w, four->ways[k], here, width);
  }
}

static bool is_member(const Stretch *s, const Hit *h, const Probe *t) {
  if (!rows_has(&s->set->sets_of_entry, h->entry, t->id)) return false;
  const Seen *k = &s->seen.data[h->at + h->len - 1];
  const Trait *is = probe_trait(s->set, t);
  return (k->facts & is->need) == is->need && !(k->facts & is->ban) &&
         (!is->tags || tag_in(k->tag, is->tags)) &&
         !tag_in(k->tag, is->not_tags);
}

// Members of one token are in the test's mask; longer ones are few. Here may be
// one where a member begins and something longer than a token does.
ALWAYS_INLINE bool may_be_long(const Stretch *s, const Probe *t,
                               const uint64_t *here, uint32_t width) {
  const Places *p = &s->places;
  const uint64_t *set = p->names + (size_t)name_of_set(p->set, t->id) * width;
  uint64_t any = 0;
  for (uint32_t i = 0; i < width; i++) any |= here[i] & p->longs[i] & set[i];
  return any;
}

static void reach_longs(Sweep *w, const Step *step, const uint64_t *here,
                        uint32_t width) {
  const Stretch *s = w->stretch;
  const Probe *t = &s->set->probes.data[step->arg];
  vec_each(const uint32_t, index, &s->longs) {
    const Hit *h = &s->hits.data[*index];
    if (!mask_has(here, h->at) || !is_member(s, h, t)) continue;
    uint64_t end[MASK_WORDS_MOST] = {0};
    mask_put(end, h->at + h->len);
    reach(w, step->next, end, width);
  }
}

ALWAYS_INLINE void reach_behind(Sweep *w, const Step *step,
                                const uint64_t *good, uint32_t width) {
  uint64_t out[MASK_WORDS_MOST], any = 0;
  for (uint32_t i = 0; i < width; i++) {
    out[i] = good[i] << 1 | (i ? good[i - 1] >> 63 : 0);
    any |= out[i];
  }
  if (any) reach(w, step->next, out, width);
}

ALWAYS_INLINE void reach_members(Sweep *w, const Step *step,
                                 const uint64_t *here, uint32_t width) {
  const Stretch *s = w->stretch;
  const Probe *t = &s->set->probes.data[step->arg];
  uint64_t good[MASK_WORDS_MOST];
  for (uint32_t i = 0; i < width; i++)
    good[i] = places_pass(&s->places, t, here[i], i);
  reach_behind(w, step, good, width);
  if (may_be_long(s, t, here, width)) reach_longs(w, step, here, width);
}

ALWAYS_INLINE void find_any(const Sweep *w, const Step *gap, uint64_t *any,
                            uint32_t width) {
  const Probe *t = &w->stretch->set->probes.data[gap->arg];
  for (uint32_t i = 0; i < width; i++)
    any[i] = places_pass(&w->stretch->places, t, UINT64_MAX, i);
}

ALWAYS_INLINE void reach_over(Sweep *w, const Step *gap, const uint64_t *here,
                              uint32_t width) {
  uint64_t any[MASK_WORDS_MOST], out[MASK_WORDS_MOST];
  find_any(w, gap, any, width);
  for (uint32_t i = 0; i < width; i++) out[i] = here[i];
  for (uint32_t n = gap->other; n; n--)
    for (uint32_t i = width; i-- > 0;)
      out[i] |=
          (out[i] & any[i]) << 1 | (i ? (out[i - 1] & any[i - 1]) >> 63 : 0);
  reach(w, gap->next, out, width);
}

ALWAYS_INLINE void pass_on(Sweep *w, uint32_t index, uint32_t width) {
  const Step *step = &w->steps[index];
  const uint64_t *here = row(w, index, width);
  switch ((StepOp)step->op) {
  case STEP_DONE: break;
  case STEP_TOKEN: reach_behind(w, step, here, width); break;
  case STEP_SET: reach_members(w, step, here, width); break;
  case STEP_GAP: reach_over(w, step, here, width); break;
  case STEP_WAY: reach_ways(w, step, here, width); break;
  case STEP_SPLIT:
    reach(w, step->next, here, width);
    reach(w, step->other, here, width);
    break;
  default: reach(w, step->next, here, width);
  }
}

// Steps only lead to lower ones, so the highest live one is settled. True where
// the last one, at the bottom, is reached.
ALWAYS_INLINE bool spread(Sweep *w, uint32_t start, uint32_t width) {
  for (uint32_t i = start / 64 + 1; i-- > 0;)
    for (uint64_t left = w->live[i]; left;) {
      uint32_t bit = 63 - (uint32_t)__builtin_clzll(left);
      pass_on(w, i * 64 + bit, width);
      left = w->live[i] & (((uint64_t)1 << bit) - 1);
      w->work += width;
    }
  return w->live[0] & 1;
}

// ---- and back: of these the places from which the end is reached -----------

static void keep_longs(const Stretch *s, const Probe *t, const uint64_t *here,
                       const uint64_t *next, uint64_t *out) {
  vec_each(const uint32_t, index, &s->longs) {
    const Hit *h = &s->hits.data[*index];
    if (mask_has(here, h->at) && mask_has(next, h->at + h->len) &&
        is_member(s, h, t))
      mask_put(out, h->at);
  }
}

ALWAYS_INLINE void keep_before(Sweep *w, const Step *step, const uint64_t *here,
                               const uint64_t *next, uint32_t width) {
  const Stretch *s = w->stretch;
  const Probe *t = &s->set->probes.data[step->arg];
  for (uint32_t i = 0; i < width; i++) {
    uint64_t after = i + 1 < width ? next[i + 1] << 63 : 0;
    w->out[i] = here[i] & (next[i] >> 1 | after);
    w->out[i] = places_pass(&s->places, t, w->out[i], i);
  }
  if (step->op == STEP_SET && may_be_long(s, t, here, width))
    keep_longs(s, t, here, next, w->out);
}

ALWAYS_INLINE void keep_over(Sweep *w, const Step *gap, const uint64_t *here,
                             const uint64_t *next, uint32_t width) {
  uint64_t any[MASK_WORDS_MOST];
  find_any(w, gap, any, width);
  for (uint32_t i = 0; i < width; i++) w->out[i] = next[i];
  for (uint32_t n = gap->other; n; n--)
    for (uint32_t i = 0; i < width; i++)
      w->out[i] |=
          any[i] & (w->out[i] >> 1 | (i + 1 < width ? w->out[i + 1] << 63 : 0));
  for (uint32_t i = 0; i < width; i++) w->out[i] &= here[i];
}

static inline const uint64_t *kept(const Sweep *w, uint32_t step,
                                   uint32_t width) {
  static const uint64_t none[MASK_WORDS_MOST];
  return mask_has(w->live, step) ? row(w, step, width) : none;
}

ALWAYS_INLINE void add_way(Sweep *w, uint32_t step, uint32_t width) {
  const uint64_t *way = kept(w, step, width);
  for (uint32_t i = 0; i < width; i++) w->out[i] |= way[i];
}

ALWAYS_INLINE void keep_ways(Sweep *w, const Step *split, const uint64_t *here,
                             uint32_t width) {
  for (uint32_t i = 0; i < width; i++) w->out[i] = 0;
  add_way(w, split->next, width);
  while (split->op == STEP_WAY && w->steps[split->other].op == STEP_WAY) {
    split = &w->steps[split->other];
    add_way(w, split->next, width);
  }
  add_way(w, split->other, width);
  for (uint32_t i = 0; i < width; i++) w->out[i] &= here[i];
}

ALWAYS_INLINE void keep(Sweep *w, uint32_t index, uint32_t width) {
  const Step *step = &w->steps[index];
  uint64_t *here = row(w, index, width);
  const uint64_t *next = kept(w, step->next, width);
  for (uint32_t i = 0; i < width; i++) w->out[i] = here[i] & next[i];
  switch ((StepOp)step->op) {
  case STEP_TOKEN:
  case STEP_SET: keep_before(w, step, here, next, width); break;
  case STEP_GAP: keep_over(w, step, here, next, width); break;
  case STEP_SPLIT:
  case STEP_WAY: keep_ways(w, step, here, width); break;
  default: break;
  }
  for (uint32_t i = 0; i < width; i++) here[i] = w->out[i];
}

ALWAYS_INLINE void sweep_back(Sweep *w, uint32_t start, uint32_t width) {
  for (uint32_t i = 0; i <= start / 64; i++)
    for (uint64_t left = w->live[i]; left; left &= left - 1) {
      uint32_t step = i * 64 + (uint32_t)__builtin_ctzll(left);
      if (step) keep(w, step, width);
      w->work += width;
    }
}

ALWAYS_INLINE bool sweep_on(Sweep *w, uint32_t start, uint64_t starts,
                            uint32_t width) {
  uint64_t mask[MASK_WORDS_MOST];
  for (uint32_t i = 0; i < width; i++)
    mask[i] = w->stretch->places.all[i] & starts;
  reach(w, start, mask, width);
  return spread(w, start, width);
}

static void sweep_home(Sweep *w, uint32_t start) {
  uint32_t width = w->stretch->places.width;
  if (width == 1)
    sweep_back(w, start, 1);
  else
    sweep_back(w, start, width);
}

// False where there is no match.
static bool sweep(Matcher *m, Stretch *s, const Pattern *p, uint64_t starts,
                  Sweep *w) {
  uint32_t width = s->places.width;
  m->work++;
  vec_reserve(&m->masks, (p->start + 1) * width);
  w->stretch = s;
  w->steps = s->set->steps.data + p->first;
  w->masks = m->masks.data;
  w->live = m->live;
  w->work = 0;
  m->live[0] = 0; // most have no more steps than this
  if (p->start >= 64) memset(m->live, 0, (p->start / 64 + 1) * sizeof *m->live);
  bool found = width == 1 ? sweep_on(w, p->start, starts, 1)
                          : sweep_on(w, p->start, starts, width);
  m->work += w->work;
  return found;
}

static const uint64_t *mask_of(const Sweep *w, uint32_t step) {
  return w->masks + (size_t)step * w->stretch->places.width;
}

// The length of the longest member from which it goes on.
static uint32_t member_len(const Stretch *s, const Step *step, uint32_t at,
                           const uint64_t *next) {
  const Probe *t = &s->set->probes.data[step->arg];
  uint32_t h = s->seen.data[at].hits;
  for (; h != NO_INDEX; h = s->hits.data[h].next) {
    const Hit *hit = &s->hits.data[h];
    if (mask_has(next, at + hit->len) && is_member(s, hit, t)) return hit->len;
  }
  return 1; // never: the sweep has been here
}

// A way through the steps, from one place to the next.
typedef struct Walk {
  uint32_t at, open, close;
} Walk;

static void pass_marks(Walk *k, bool opens, bool closes) {
  if (opens) k->open = k->at;
  if (closes) k->close = k->at;
}

// The step that it goes on to: what stands first first.
static uint32_t walk_on(const Sweep *w, const Step *step, Walk *k) {
  const uint64_t *next = kept(w, step->next, w->stretch->places.width);
  if (step_splits(step) && !mask_has(next, k->at)) {
    pass_marks(k, step->other_opens, step->other_closes);
    return step->other;
  }
  if (step->op == STEP_TOKEN) k->at++;
  if (step->op == STEP_SET) k->at += member_len(w->stretch, step, k->at, next);
  while (step->op == STEP_GAP && !mask_has(next, k->at)) k->at++;
  pass_marks(k, step->next_opens, step->next_closes);
  return step->next;
}

// From a place that the sweep found good.
static Match walk(const Sweep *w, const Pattern *p, uint32_t start) {
  Walk k = {start, start, start};
  for (uint32_t i = p->start; w->steps[i].op != STEP_DONE;)
    i = walk_on(w, &w->steps[i], &k);
  bool marked = p->marked && k.close > k.open;
  return (Match){.start = start,
                 .end = k.at,
                 .flag_start = marked ? k.open : start,
                 .flag_end = marked ? k.close : k.at};
}

// The first place at or behind `at` that a mask has; `count`: none.
static uint32_t first_from(const uint64_t *mask, uint32_t at, uint32_t count) {
  for (; at < count; at = (at / 64 + 1) * 64) {
    uint64_t rest = mask[at / 64] >> at % 64;
    if (rest) return at + (uint32_t)__builtin_ctzll(rest);
  }
  return count;
}

void match_all(Matcher *m, Stretch *s, uint32_t pattern, uint64_t starts,
               MatchVec *out) {
  const Pattern *p = &s->set->patterns.data[pattern];
  Sweep w;
  if (!sweep(m, s, p, starts, &w)) return;
  sweep_home(&w, p->start);
  const uint64_t *good = mask_of(&w, p->start);
  uint32_t at = 0;
  while ((at = first_from(good, at, s->count)) < s->count) {
    Match found = walk(&w, p, at);
    found.pattern = pattern;
    m->work += found.end - at;
    at = found.flag_end > at ? found.flag_end : at + 1;
    vec_push(out, found);
  }
}

bool match_any(Matcher *m, Stretch *s, uint32_t pattern, uint64_t starts,
               const Laid *within) {
  const Pattern *p = &s->set->patterns.data[pattern];
  uint64_t here = 0;
  Sweep w;
  if (s->places.width > 1)
    here = UINT64_MAX;
  else
    mask_fill(&here, within->from, within->to);
  return starts & here && sweep(m, s, p, starts & here, &w);
}
