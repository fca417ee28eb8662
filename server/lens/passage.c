// SPDX-License-Identifier: MIT
// One passage, read: findings, levels, hints.
#include <stdlib.h>

#include "lens/reading.h"

typedef struct Maker {
  Speech speech;
  LensReading *reading;
  FindingVec findings;
  HintVec hints;
  uint32_t *told; // hints so far, a block: their ordinals
} Maker;

static uint32_t block_of(const LensSet *s, const LensFinding *f) {
  return f->hint != NO_INDEX ? s->hints.data[f->hint]
                             : s->notices.data[f->notice];
}

static void find_levels(Maker *m) {
  uint32_t count = m->speech.english->sentence_count;
  uint8_t *levels = arena_alloc(m->speech.arena, count + 1);
  for (uint32_t i = 0; i < count; i++) levels[i] = 1;
  vec_each(const LensFinding, f, &m->findings) {
    const LensSet *s = m->speech.set;
    uint8_t level = s->blocks.data[block_of(s, f)].level;
    if (!f->held_by_line && level > levels[f->sentence])
      levels[f->sentence] = level;
  }
  m->reading->sentence_levels = levels;
  m->reading->level = 1;
  for (uint32_t i = 0; i < count; i++)
    if (levels[i] > m->reading->level) m->reading->level = levels[i];
}

static void put_findings(Maker *m) {
  m->reading->findings = m->findings.data;
  m->reading->finding_count = m->findings.len;
}

static bool has_word(const English *e, const Sentence *s) {
  for (uint32_t i = s->first; i < s->end; i++)
    if (e->tokens[i].flags & TOKEN_WORD) return true;
  return false;
}

// The first sentence that says something: "..." and "--" before it do not.
static uint32_t first_of(const English *e) {
  uint32_t i = 0;
  while (i + 1 < e->sentence_count && !has_word(e, &e->sentences[i])) i++;
  return i;
}

static Span span_of(const English *e, uint32_t sentence) {
  return sentence < e->sentence_count ? e->sentences[sentence].span
                                      : (Span){0, 0};
}

// A paragraph's hints hold where its measures do; they stand at its first
// sentence and, like any finding, can be asked for by the letter's measures.
static void read_paragraph(Maker *m) {
  const LensSet *s = m->speech.set;
  Counts counts = counts_new(s, m->speech.arena);
  sentences_count(m->reading, m->speech.english);
  counts_add(&counts, s, m->reading);
  uint32_t first = first_of(m->speech.english);
  vec_each(const uint32_t, index, &s->wholes) {
    const Block *b = &s->blocks.data[*index];
    if (b->about != ABOUT_PARAGRAPH || !kind_fits(b, m->speech.place) ||
        !measures_hold(b, &counts))
      continue;
    counts.blocks[*index]++;
    LensFinding f = {.hint = b->is_notice ? NO_INDEX : b->hint,
                     .notice = b->is_notice ? b->hint : NO_INDEX,
                     .sentence = first,
                     .span = span_of(m->speech.english, first),
                     .rule_path = b->file->path.data,
                     .rule_line = b->line};
    vec_push_in(m->speech.arena, &m->findings, f);
  }
}

// Stable from one run of the program to the next.
static uint64_t seed_of(Str bytes) {
  uint64_t h = 1469598103934665603u;
  for (size_t i = 0; i < bytes.len; i++)
    h = (h ^ (unsigned char)bytes.data[i]) * 1099511628211u;
  return h;
}

static void add_hint(Maker *m, const LensFinding *f) {
  if (!m->hints.len) m->speech.seed = seed_of(m->speech.bytes);
  uint32_t index = m->speech.set->hints.data[f->hint];
  const Block *b = &m->speech.set->blocks.data[index];
  Hint h = hint_make(&m->speech, b, f, m->told[index]++);
  vec_push_in(m->speech.arena, &m->hints, h);
}

static bool is_hint(const LensFinding *f) {
  return f->hint != NO_INDEX && !f->held_by_line;
}

// Where a hint hushes the others it speaks once, and alone.
static bool hush(Maker *m) {
  const LensSet *s = m->speech.set;
  for (uint32_t i = 0; i < m->reading->finding_count; i++) {
    const LensFinding *f = &m->reading->findings[i];
    if (!is_hint(f) || !s->blocks.data[s->hints.data[f->hint]].hushes) continue;
    add_hint(m, f);
    return true;
  }
  return false;
}

static int by_place(const void *a, const void *b) {
  const Hint *x = a, *y = b;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end) return x->span.end < y->span.end ? -1 : 1;
  return str_cmp(x->code, y->code);
}

// Most passages have none.
static void make_hints(Maker *m) {
  if (!m->reading->finding_count) return;
  m->told =
      arena_array(m->speech.arena, uint32_t, m->speech.set->blocks.len + 1);
  m->reading->hushes_others = hush(m);
  uint32_t count = m->reading->hushes_others ? 0 : m->reading->finding_count;
  for (uint32_t i = 0; i < count; i++)
    if (is_hint(&m->reading->findings[i]))
      add_hint(m, &m->reading->findings[i]);
  if (m->hints.len > 1)
    qsort(m->hints.data, m->hints.len, sizeof(Hint), by_place);
  m->reading->hints = m->hints.data;
  m->reading->hint_count = m->hints.len;
}

static const LensReading *make_reading(const LensSet *s, const LensPassage *p,
                                       FindingVec findings, uint64_t work,
                                       Arena *a) {
  Maker m = {.speech = {s, p->english, p->bytes, &p->place, a, 0},
             .reading = arena_new(a, LensReading),
             .findings = findings};
  m.reading->work = work;
  put_findings(&m);
  find_levels(&m);
  read_paragraph(&m);
  put_findings(&m);
  make_hints(&m);
  return m.reading;
}

void lens_read_passages(LensReader *r, LensPassage *passages, uint32_t count,
                        Arena *a) {
  FindingVec *findings = arena_array(a, FindingVec, count);
  uint64_t work = sentences_read(r, passages, count, findings, a);
  for (uint32_t i = 0; i < count; i++)
    passages[i].reading =
        make_reading(reader_set(r), &passages[i], findings[i], work, a);
}

const LensReading *lens_read_passage(LensReader *r, const English *e, Str bytes,
                                     const LensPlace *place, Arena *a) {
  LensPassage one = {.english = e, .bytes = bytes, .place = *place};
  lens_read_passages(r, &one, 1, a);
  return one.reading;
}

// Nothing is said of a letter in which a hint hushed the others.
static bool count_parts(Counts *c, const LensSet *s,
                        const LensReading *const *parts, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (parts[i]->hushes_others) return false;
    counts_add(c, s, parts[i]);
  }
  return true;
}

const Hint *lens_read_letter(const LensSet *s, const LensReading *const *parts,
                             uint32_t count, const LensPlace *place, Arena *a,
                             uint32_t *hint_count) {
  static const English nothing;
  Speech speech = {s, &nothing, STR(""), place, a, count};
  LensFinding whole = {.sentence = NO_INDEX};
  Counts counts = counts_new(s, a);
  HintVec hints = {0};
  *hint_count = 0;
  if (place->kind != PLACE_LETTER || !count_parts(&counts, s, parts, count))
    return NULL;
  vec_each(const uint32_t, index, &s->wholes) {
    const Block *b = &s->blocks.data[*index];
    if (b->about != ABOUT_LETTER || !kind_fits(b, place) ||
        !measures_hold(b, &counts))
      continue;
    counts.blocks[*index]++;
    if (b->is_notice) continue;
    vec_push_in(a, &hints, hint_make(&speech, b, &whole, 0));
  }
  *hint_count = hints.len;
  return hints.data;
}
