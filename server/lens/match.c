// SPDX-License-Identifier: MIT
#include "lens/match.h"

void matcher_clear(Matcher *m) {
  vec_clear(&m->tried);
  vec_clear(&m->stack);
}

static bool is_member(const LensSet *set, const Stretch *s, uint32_t at,
                      uint32_t which) {
  for (uint32_t h = s->seen.data[at].hits; h != NO_INDEX;
       h = s->hits.data[h].next)
    if (rows_has(&set->sets_of_entry, s->hits.data[h].entry, which))
      return true;
  return false;
}

static bool has_tests(const Test *t, const Seen *k) {
  return (k->facts & t->need) == t->need && !(k->facts & t->ban) &&
         (!t->tags || tag_in(k->tag, t->tags)) && !tag_in(k->tag, t->not_tags);
}

static bool passes(const Stretch *s, const Test *t, uint32_t at) {
  const Seen *k = &s->seen.data[at];
  if (k->facts & FACT_OF(SPEECH) || !has_tests(t, k)) return false;
  if (t->inverted && k->facts & FACT_OF(OPAQUE)) return false;
  switch (t->kind) {
  case TEST_WORD: return (k->word == t->id) != t->inverted;
  case TEST_LEMMA: return (k->lemma == t->id) != t->inverted;
  case TEST_SET: return is_member(s->set, s, at, t->id) != t->inverted;
  default: return true;
  }
}

// Most starts are turned down here, before any step is tried.
static bool may_begin(const Stretch *s, const First *f, uint32_t at) {
  const Seen *k = &s->seen.data[at];
  if (k->names & f->names) return true;
  return tag_in(k->tag, f->tags) && (k->facts & f->need) == f->need &&
         !(k->facts & f->ban);
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

static size_t row_bytes(const Pattern *p) {
  return (p->end - p->first + 7) / 8;
}

// True the first time a step is met at a place.
static bool is_new(Matcher *m, const Pattern *p, uint32_t step, uint32_t at) {
  size_t row = row_bytes(p);
  while (m->clean <= at) memset(m->tried.data + m->clean++ * row, 0, row);
  if (at > m->reach) m->reach = at;
  uint8_t *byte = m->tried.data + at * row + (step - p->first) / 8;
  uint8_t bit = (uint8_t)(1u << (step - p->first) % 8);
  if (*byte & bit) return false;
  *byte |= bit;
  return true;
}

static void push(Matcher *m, Try t, uint32_t step, uint32_t at) {
  t.step = step, t.at = at;
  vec_push(&m->stack, t);
}

// Members that begin here, pushed so that the longest one is tried first.
static void push_members(Matcher *m, const Stretch *s, const Step *step,
                         const Test *t, Try from) {
  uint32_t base = m->stack.len;
  for (uint32_t h = s->seen.data[from.at].hits; h != NO_INDEX;
       h = s->hits.data[h].next) {
    const Hit *hit = &s->hits.data[h];
    m->work++;
    if (!rows_has(&s->set->sets_of_entry, hit->entry, t->id)) continue;
    if (has_tests(t, &s->seen.data[from.at + hit->len - 1]))
      push(m, from, step->next, from.at + hit->len);
  }
  for (uint32_t i = base, j = m->stack.len; i + 1 < j; i++) {
    Try swap = m->stack.data[i];
    m->stack.data[i] = m->stack.data[--j];
    m->stack.data[j] = swap;
  }
}

// Tries one step; true where the pattern is at its end.
static bool try_step(Matcher *m, const Stretch *s, Try t) {
  const Step *step = &s->set->steps.data[t.step];
  const Test *test = &s->set->tests.data[step->arg];
  bool more = t.at < s->count;
  switch (step->op) {
  case STEP_DONE: return true;
  case STEP_TOKEN:
    if (more && passes(s, test, t.at)) push(m, t, step->next, t.at + 1);
    break;
  case STEP_SET:
    if (more) push_members(m, s, step, test, t);
    break;
  case STEP_SPLIT:
    push(m, t, step->other, t.at);
    push(m, t, step->next, t.at);
    break;
  case STEP_EDGE:
    if (edge_holds(s, step->arg, t.at)) push(m, t, step->next, t.at);
    break;
  case STEP_OPEN:
    t.open = t.at;
    push(m, t, step->next, t.at);
    break;
  case STEP_CLOSE:
    t.close = t.at;
    push(m, t, step->next, t.at);
    break;
  }
  return false;
}

static bool match_at(Matcher *m, const Stretch *s, const Pattern *p,
                     uint32_t start, Match *out) {
  m->stack.len = 0;
  vec_push(&m->stack, (Try){p->start, start, start, start});
  while (m->stack.len) {
    Try t = m->stack.data[--m->stack.len];
    if (!is_new(m, p, t.step, t.at)) continue;
    m->work++;
    if (!try_step(m, s, t)) continue;
    bool marked = p->marked && t.close > t.open;
    out->start = start, out->end = t.at;
    out->flag_start = marked ? t.open : start;
    out->flag_end = marked ? t.close : t.at;
    return true;
  }
  return false;
}

static void begin(Matcher *m, const Stretch *s, const Pattern *p,
                  uint32_t from) {
  vec_reserve(&m->tried, (uint32_t)row_bytes(p) * (s->count + 1));
  m->clean = m->reach = from;
}

// The next match at or behind starts->from, which is moved behind its flagged
// words.
// What failed stays remembered; what led to a match is forgotten, for a later
// one may pass through the same places.
static bool next_match(Matcher *m, const Stretch *s, const Pattern *p,
                       Starts *starts, Match *out) {
  for (uint32_t at = starts->from; at < starts->until; at++) {
    if (!may_begin(s, &p->begins, at) || !match_at(m, s, p, at, out)) continue;
    size_t row = row_bytes(p);
    memset(m->tried.data + at * row, 0, (m->reach - at + 1) * row);
    starts->from = out->flag_end > at ? out->flag_end : at + 1;
    return true;
  }
  return false;
}

void match_all(Matcher *m, const Stretch *s, uint32_t pattern, Starts starts,
               MatchVec *out) {
  const Pattern *p = &s->set->patterns.data[pattern];
  Match found = {.pattern = pattern};
  begin(m, s, p, starts.from);
  while (next_match(m, s, p, &starts, &found)) vec_push(out, found);
}

bool match_any(Matcher *m, const Stretch *s, uint32_t pattern, Starts starts) {
  const Pattern *p = &s->set->patterns.data[pattern];
  Match found;
  begin(m, s, p, starts.from);
  return next_match(m, s, p, &starts, &found);
}
