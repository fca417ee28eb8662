// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "lens/candidates.h"
#include "lens/reading.h"
#include "lens/recall.h"
#include "lens/starts.h"

struct LensReader {
  const LensSet *set;
  Stretch stretch;
  Matcher matcher;
  Recall recall;
  uint32_t *marked; // a block: the last sentence it marked, one more
  Candidates candidates;
  MatchVec matches, others;
  FindingVec findings; // of the passage under way, in `arena`
  Arena *arena;
};

// The line of a `with`, `without` or `unless` that keeps the whole sentence
// from the block; 0: none.
static uint32_t held_everywhere(LensReader *r, const Block *block) {
  vec_each(const With, w, &block->withs) {
    bool has = r->marked[w->block] == r->stretch.sentence + 1;
    if (has == w->lacks) return w->line;
  }
  vec_each(const uint32_t, p,
           &block->unlesses) if (match_any(&r->matcher, &r->stretch,
                                           *p)) return r->set->patterns.data[*p]
      .line;
  return 0;
}

static void find_exceptions(LensReader *r, const Block *block) {
  r->others.len = 0;
  vec_each(const uint32_t, p, &block->buts) {
    uint64_t starts = starts_of(&r->stretch.places, *p);
    if (starts) match_all(&r->matcher, &r->stretch, *p, starts, &r->others);
  }
}

static bool overlap(const Match *a, const Match *b) {
  return a->flag_start < b->flag_end && b->flag_start < a->flag_end;
}

static uint32_t held_here(LensReader *r, const Match *m) {
  vec_each(const Match, o,
           &r->others) if (overlap(m, o)) return r->set->patterns
      .data[o->pattern]
      .line;
  return 0;
}

static Span span_of(const Stretch *s, const Match *m) {
  const Token *t = s->english->tokens + s->first;
  return (Span){t[m->flag_start].span.start, t[m->flag_end - 1].span.end};
}

static void add_finding(LensReader *r, const Match *m, uint32_t index,
                        uint32_t held) {
  const Block *block = &r->set->blocks.data[index];
  const Pattern *p = &r->set->patterns.data[m->pattern];
  LensFinding f = {.hint = block->is_notice ? NO_INDEX : block->hint,
                   .notice = block->is_notice ? block->hint : NO_INDEX,
                   .sentence = r->stretch.sentence,
                   .span = span_of(&r->stretch, m),
                   .rule_path = r->set->files.data[p->file]->path.data,
                   .rule_line = p->line,
                   .held_by_line = held};
  vec_push_in(r->arena, &r->findings, f);
  if (!held) r->marked[index] = r->stretch.sentence + 1;
}

static int by_place(const void *a, const void *b) {
  const Match *x = a, *y = b;
  if (x->flag_start != y->flag_start)
    return x->flag_start < y->flag_start ? -1 : 1;
  if (x->flag_end != y->flag_end) return x->flag_end > y->flag_end ? -1 : 1;
  return (x->pattern > y->pattern) - (x->pattern < y->pattern);
}

// Of matches that share words the first, or the longer one, speaks for all.
static void conclude(LensReader *r, uint32_t index) {
  const Block *block = &r->set->blocks.data[index];
  if (!r->matches.len) return;
  qsort(r->matches.data, r->matches.len, sizeof(Match), by_place);
  uint32_t held = held_everywhere(r, block);
  find_exceptions(r, block);
  const Match *last = NULL;
  vec_each(const Match, m, &r->matches) {
    if (last && overlap(last, m)) continue;
    uint32_t by = held ? held : held_here(r, m);
    add_finding(r, m, index, by);
    if (!by) last = m;
  }
}

static void read_block(LensReader *r, uint32_t index, const Candidate *whens,
                       uint32_t count) {
  r->matches.len = 0;
  for (const Candidate *c = whens; c < whens + count; c++)
    match_all(&r->matcher, &r->stretch, c->pattern, c->starts, &r->matches);
  conclude(r, index);
}

// Candidates lie in the order of their blocks, those of one block together.
static void read_stretch(LensReader *r) {
  facts_fill(&r->stretch, &r->matcher.work);
  candidates_find(&r->candidates, &r->stretch.places, &r->matcher.work);
  if (!r->candidates.whens.len) return;
  const Candidate *c = r->candidates.whens.data;
  const Candidate *end = c + r->candidates.whens.len;
  const Pattern *patterns = r->set->patterns.data;
  while (c < end) {
    const Candidate *first = c;
    uint32_t block = patterns[c->pattern].block;
    while (c < end && patterns[c->pattern].block == block) c++;
    if (kind_fits(&r->set->blocks.data[block], r->stretch.place))
      read_block(r, block, first, (uint32_t)(c - first));
  }
}

static void read_stretches(LensReader *r, const Sentence *s) {
  for (uint32_t at = s->first; at < s->end; at += r->stretch.count) {
    r->stretch.first = at;
    r->stretch.count = s->end - at < STRETCH_MOST ? s->end - at : STRETCH_MOST;
    read_stretch(r);
  }
}

static void take_over(LensReader *r, const Sentence *s, const Recalled *known) {
  const LensFinding *found = r->recall.before.findings.data;
  for (uint32_t i = known->first; i < known->end; i++) {
    LensFinding f = found[i];
    f.sentence = r->stretch.sentence;
    f.span = span_moved(f.span, recall_origin(&r->stretch));
    vec_push_in(r->arena, &r->findings, f);
  }
  r->stretch.one_at_large = known->one_at_large;
  r->stretch.many_at_large = known->many_at_large;
  r->stretch.told_until = s->end;
  r->matcher.work++;
}

static void read_sentence(LensReader *r, uint32_t index) {
  const Sentence *s = &r->stretch.english->sentences[index];
  r->stretch.sentence = index;
  uint32_t first = r->findings.len;
  bool is_long = s->end - s->first > STRETCH_MOST;
  uint64_t key = is_long ? 0 : recall_key(&r->recall, &r->stretch);
  const Recalled *known =
      is_long ? NULL : recall_find(&r->recall, &r->stretch, key);
  if (known)
    take_over(r, s, known);
  else
    read_stretches(r, s);
  recall_put(&r->recall, &r->stretch, key, r->findings.data, first,
             r->findings.len);
}

LensReader *lens_reader_new(const LensSet *s) {
  LensReader *r = heap_alloc(sizeof *r);
  r->set = r->stretch.set = s;
  r->marked = heap_alloc((s->blocks.len + 1) * sizeof *r->marked);
  return r;
}

void lens_reader_free(LensReader *r) {
  if (!r) return;
  candidates_clear(&r->candidates);
  recall_clear(&r->recall);
  free(r->marked);
  matcher_clear(&r->matcher);
  stretch_clear(&r->stretch);
  vec_clear(&r->matches);
  vec_clear(&r->others);
  free(r);
}

const LensSet *reader_set(const LensReader *r) {
  return r->set;
}

static void turn_to(LensReader *r, const English *e, const LensPlace *place) {
  r->stretch.english = e;
  r->stretch.place = place;
}

FindingVec sentences_read(LensReader *r, const English *e,
                          const LensPlace *place, Arena *a, uint64_t *work) {
  turn_to(r, e, place);
  r->arena = a;
  r->findings = (FindingVec){0};
  r->matcher.work = 0;
  recall_begin(&r->recall, e, place);
  memset(r->marked, 0, r->set->blocks.len * sizeof *r->marked);
  for (uint32_t i = 0; i < e->sentence_count; i++) read_sentence(r, i);
  *work = r->matcher.work;
  return r->findings;
}

bool sentence_matches(LensReader *r, const English *e, const LensPlace *place,
                      uint32_t sentence, uint32_t pattern) {
  const Sentence *of = &e->sentences[sentence];
  Stretch *s = &r->stretch;
  turn_to(r, e, place);
  s->sentence = sentence;
  for (uint32_t at = of->first; at < of->end; at += s->count) {
    s->first = at;
    s->count = of->end - at < STRETCH_MOST ? of->end - at : STRETCH_MOST;
    facts_fill(s, &r->matcher.work);
    if (match_any(&r->matcher, s, pattern)) return true;
  }
  return false;
}
