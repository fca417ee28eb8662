// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "lens/candidates.h"
#include "lens/reading.h"
#include "lens/recall.h"
#include "lens/starts.h"

// Which sentences a block marked, of those in one stretch.
typedef struct Marked {
  uint32_t stretch; // its id
  uint32_t laid;    // a bit a sentence
} Marked;

struct LensReader {
  const LensSet *set;
  Stretch stretch;
  Matcher matcher;
  Recall recall;
  Marked *marked; // a block
  Candidates candidates;
  MatchVec matches, others;
  FindingVec *findings; // a passage, in `arena`
  Arena *arena;
  uint32_t sentences;  // of the passages before this one
  uint32_t stretch_id; // its first sentence of all of theirs, one more
  bool recalls;        // a single passage: it may be the one before, edited
};

static bool has_marked(const LensReader *r, uint32_t block, uint32_t laid) {
  const Marked *m = &r->marked[block];
  return m->stretch == r->stretch_id && m->laid >> laid & 1;
}

static void mark(LensReader *r, uint32_t block, uint32_t laid) {
  Marked *m = &r->marked[block];
  if (m->stretch != r->stretch_id) *m = (Marked){r->stretch_id, 0};
  m->laid |= (uint32_t)1 << laid;
}

// Which of its sentences a place belongs to.
static uint32_t laid_at(const Stretch *s, uint32_t place) {
  uint32_t i = 0;
  while (s->laid.data[i].to < place) i++;
  return i;
}

static uint64_t starts(const LensReader *r, uint32_t pattern) {
  return candidates_starts(&r->candidates, &r->stretch.places, pattern);
}

static bool is_there(LensReader *r, uint32_t pattern, const Laid *within) {
  uint64_t from = starts(r, pattern);
  return from && match_any(&r->matcher, &r->stretch, pattern, from, within);
}

// The line of a `with`, `without` or `unless` that keeps a whole sentence from
// the block; 0: none.
static uint32_t held_everywhere(LensReader *r, const Block *block,
                                uint32_t laid) {
  const Laid *l = &r->stretch.laid.data[laid];
  vec_each(const With, w, &block->withs) {
    if (has_marked(r, w->block, laid) == w->lacks) return w->line;
  }
  vec_each(const uint32_t, p, &block->unlesses)
    if (is_there(r, *p, l)) return r->set->patterns.data[*p].line;
  return 0;
}

static void find_exceptions(LensReader *r, const Block *block) {
  r->others.len = 0;
  if (!block->buts.len) return;
  uint32_t at = r->set->patterns.data[block->buts.data[0]].order;
  uint32_t end = at + block->buts.len; // they lie together
  while ((at = candidates_next(&r->candidates, r->set, at, end)) < end) {
    uint32_t p = r->set->in_order.data[at++];
    uint64_t from = starts_of(&r->stretch.places, p);
    if (from) match_all(&r->matcher, &r->stretch, p, from, &r->others);
  }
}

static bool overlap(const Match *a, const Match *b) {
  return a->flag_start < b->flag_end && b->flag_start < a->flag_end;
}

static uint32_t held_here(LensReader *r, const Match *m) {
  vec_each(const Match, o, &r->others)
    if (overlap(m, o)) return r->set->patterns.data[o->pattern].line;
  return 0;
}

static Span span_of(const Stretch *s, const Laid *l, const Match *m) {
  const Token *t = s->passages[l->passage].english->tokens + l->first;
  return (Span){t[m->flag_start - l->from].span.start,
                t[m->flag_end - 1 - l->from].span.end};
}

static uint64_t unwise_fixes(LensReader *r, const Block *block, const Laid *l) {
  uint64_t unwise = 0, bit = 1;
  vec_each(const FixRule, rule, &block->fixes) {
    if (rule->unless != NO_INDEX && is_there(r, rule->unless, l)) unwise |= bit;
    bit <<= 1;
  }
  return unwise;
}

static void add_finding(LensReader *r, const Match *m, uint32_t laid,
                        uint32_t index, uint32_t held) {
  const Block *block = &r->set->blocks.data[index];
  const Pattern *p = &r->set->patterns.data[m->pattern];
  const Laid *l = &r->stretch.laid.data[laid];
  LensFinding f = {.hint = block->is_notice ? NO_INDEX : block->hint,
                   .notice = block->is_notice ? block->hint : NO_INDEX,
                   .sentence = l->sentence,
                   .span = span_of(&r->stretch, l, m),
                   .rule_path = r->set->files.data[p->file]->path.data,
                   .rule_line = p->line,
                   .held_by_line = held,
                   .fixes_held = held ? 0 : unwise_fixes(r, block, l)};
  vec_push_in(r->arena, &r->findings[l->passage], f);
  if (!held) mark(r, index, laid);
}

static int by_place(const void *a, const void *b) {
  const Match *x = a, *y = b;
  if (x->flag_start != y->flag_start)
    return x->flag_start < y->flag_start ? -1 : 1;
  if (x->flag_end != y->flag_end) return x->flag_end > y->flag_end ? -1 : 1;
  return (x->pattern > y->pattern) - (x->pattern < y->pattern);
}

// Those of one pattern are in their order.
static void sort_matches(MatchVec *v) {
  if (v->data[0].pattern != v->data[v->len - 1].pattern)
    qsort(v->data, v->len, sizeof(Match), by_place);
}

// Of matches that share words the first, or the longer one, speaks for all.
static void conclude(LensReader *r, uint32_t index) {
  const Block *block = &r->set->blocks.data[index];
  const Match *last = NULL;
  uint32_t laid = NO_INDEX, held = 0;
  if (!r->matches.len) return;
  sort_matches(&r->matches);
  find_exceptions(r, block);
  vec_each(const Match, m, &r->matches) {
    if (last && overlap(last, m)) continue;
    uint32_t of = laid_at(&r->stretch, m->start);
    if (of != laid) held = held_everywhere(r, block, laid = of);
    uint32_t by = held ? held : held_here(r, m);
    add_finding(r, m, laid, index, by);
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

// What was laid so far is read.
static void read_laid(LensReader *r) {
  if (r->stretch.laid.len) read_stretch(r);
  r->stretch.laid.len = 0;
}

static void lay(LensReader *r, uint32_t sentence, uint32_t first,
                uint32_t count) {
  Stretch *s = &r->stretch;
  if (s->laid.len && !stretch_has_room(s, count)) read_laid(r);
  if (!s->laid.len) {
    stretch_begin(s, count);
    r->stretch_id = r->sentences + sentence + 1;
  }
  stretch_lay(s, sentence, first, count, &r->matcher.work);
}

static void lay_sentence(LensReader *r, uint32_t index) {
  const Sentence *s = &r->stretch.english->sentences[index];
  for (uint32_t at = s->first, count; at < s->end; at += count) {
    count = s->end - at < STRETCH_MOST ? s->end - at : STRETCH_MOST;
    lay(r, index, at, count);
  }
}

static void take_over(LensReader *r, uint32_t sentence, const Recalled *known) {
  const English *e = r->stretch.english;
  const LensFinding *found = r->recall.before.findings.data;
  for (uint32_t i = known->first; i < known->end; i++) {
    LensFinding f = found[i];
    f.sentence = sentence;
    f.span = span_moved(f.span, recall_origin(e, sentence));
    vec_push_in(r->arena, &r->findings[r->stretch.passage], f);
  }
  r->stretch.one_at_large = known->one_at_large;
  r->stretch.many_at_large = known->many_at_large;
  r->stretch.told_until = e->sentences[sentence].end;
  r->matcher.work++;
}

// What was told of the passage before is looked at, and kept for the next one.
static void read_recalling(LensReader *r, uint32_t index) {
  uint64_t key = recall_key(&r->recall, &r->stretch, index);
  const Recalled *known = recall_find(&r->recall, index, key);
  if (known)
    take_over(r, index, known);
  else
    lay_sentence(r, index);
  recall_put(&r->recall, &r->stretch, key);
}

static void read_sentence(LensReader *r, uint32_t index) {
  const Sentence *s = &r->stretch.english->sentences[index];
  bool is_long = s->end - s->first > STRETCH_MOST;
  if (r->recalls && !is_long) {
    read_recalling(r, index);
    return;
  }
  lay_sentence(r, index);
  if (r->recalls) recall_put(&r->recall, &r->stretch, 0);
}

// From the order in which they were found to that of their sentences.
static void sort_findings(FindingVec *v, uint32_t sentences, Arena *a) {
  uint32_t *next = arena_array(a, uint32_t, sentences + 1);
  LensFinding *sorted = arena_array(a, LensFinding, v->len + 1);
  vec_each(const LensFinding, f, v) next[f->sentence + 1]++;
  for (uint32_t i = 1; i <= sentences; i++) next[i] += next[i - 1];
  vec_each(const LensFinding, f, v) sorted[next[f->sentence]++] = *f;
  *v = (FindingVec){sorted, v->len, v->len + 1};
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

// Sentences of another kind of document do not lie beside these.
static void turn_to(LensReader *r, uint32_t passage) {
  Stretch *s = &r->stretch;
  const LensPassage *p = &s->passages[passage];
  if (passage && p->place.kind != s->place->kind) read_laid(r);
  s->passage = passage;
  s->english = p->english;
  s->place = &p->place;
}

static void begin(LensReader *r, const LensPassage *passages, uint32_t count,
                  FindingVec *findings, Arena *a) {
  r->stretch.passages = passages;
  r->stretch.laid.len = 0;
  r->findings = findings;
  r->arena = a;
  r->matcher.work = 0;
  r->sentences = 0;
  r->recalls = count == 1;
  memset(r->marked, 0, r->set->blocks.len * sizeof *r->marked);
}

uint64_t sentences_read(LensReader *r, const LensPassage *passages,
                        uint32_t count, FindingVec *findings, Arena *a) {
  begin(r, passages, count, findings, a);
  const LensPassage *p = passages, *end = passages + count;
  if (r->recalls) recall_begin(&r->recall, p->english, &p->place);
  for (; p < end; p++) {
    turn_to(r, (uint32_t)(p - passages));
    for (uint32_t i = 0; i < p->english->sentence_count; i++)
      read_sentence(r, i);
    r->sentences += p->english->sentence_count;
  }
  read_laid(r);
  for (uint32_t i = 0; i < count; i++)
    sort_findings(&findings[i], passages[i].english->sentence_count, a);
  if (r->recalls)
    recall_keep(&r->recall, passages->english, findings->data, findings->len);
  return r->matcher.work;
}
