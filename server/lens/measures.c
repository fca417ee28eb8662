// SPDX-License-Identifier: MIT
#include "lens/reading.h"

Counts counts_new(const LensSet *s, Arena *a) {
  return (Counts){.blocks = arena_array(a, uint32_t, s->blocks.len + 1)};
}

// A sentence counts where some word of it is the writer's own.
static bool is_own(const English *e, const Sentence *s) {
  for (uint32_t i = s->first; i < s->end; i++)
    if (e->tokens[i].flags & TOKEN_WORD && !(e->tokens[i].flags & TOKEN_SPEECH))
      return true;
  return false;
}

void sentences_count(LensReading *r, const English *e) {
  for (uint32_t i = 0; i < e->sentence_count; i++) {
    const Sentence *s = &e->sentences[i];
    if (!is_own(e, s)) continue;
    r->sentences++;
    r->past += s->tense == TENSE_PAST;
    r->questions += s->question;
  }
}

// Findings of one block in one sentence lie side by side: they count once.
static void count_findings(Counts *c, const LensSet *s, const LensReading *r) {
  uint32_t last_block = NO_INDEX, last_sentence = NO_INDEX;
  for (uint32_t i = 0; i < r->finding_count; i++) {
    const LensFinding *f = &r->findings[i];
    if (f->held_by_line) continue;
    uint32_t block = f->hint != NO_INDEX ? s->hints.data[f->hint]
                                         : s->notices.data[f->notice];
    if (block == last_block && f->sentence == last_sentence) continue;
    c->blocks[block]++;
    last_block = block, last_sentence = f->sentence;
  }
}

void counts_add(Counts *c, const LensSet *s, const LensReading *r) {
  c->sentences += r->sentences;
  c->past += r->past;
  c->questions += r->questions;
  count_findings(c, s, r);
  if (r->level > c->level) c->level = r->level;
}

static uint32_t value_of(const Measure *m, const Counts *c) {
  switch (m->kind) {
  case MEASURE_SENTENCES: return c->sentences;
  case MEASURE_PAST: return c->past;
  case MEASURE_QUESTIONS: return c->questions;
  case MEASURE_LEVEL: return c->level;
  default: return c->blocks[m->block];
  }
}

static bool measure_holds(const Measure *m, const Counts *c) {
  uint32_t value = value_of(m, c);
  switch (m->relation) {
  case AT_LEAST: return value >= m->number;
  case AT_MOST: return value <= m->number;
  case EXACTLY: return value == m->number;
  case OVER_HALF: return value * 2 > c->sentences;
  default: return value == c->sentences && value > 0;
  }
}

bool measures_hold(const Block *block, const Counts *c) {
  bool line = false;
  for (uint32_t i = 0; i < block->measures.len; i++) {
    const Measure *m = &block->measures.data[i];
    if (i == 0 || m->group != m[-1].group) {
      if (line) return true;
      line = true;
    }
    line = line && measure_holds(m, c);
  }
  return line;
}
