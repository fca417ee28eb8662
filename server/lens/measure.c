// SPDX-License-Identifier: MIT
// `when` lines of hints about a paragraph or a letter: measures and relations
// apart by commas. They have the shape of patterns and are read as such.
#include "lens/build.h"

typedef struct Words {
  Str at[8];
  Span span;
  uint32_t count;
} Words;

static MeasureKind measure_kind(Str name) {
  if (str_eq(name, STR("sentences"))) return MEASURE_SENTENCES;
  if (str_eq(name, STR("past"))) return MEASURE_PAST;
  if (str_eq(name, STR("questions"))) return MEASURE_QUESTIONS;
  if (str_eq(name, STR("level"))) return MEASURE_LEVEL;
  return MEASURE_BLOCK;
}

static bool relate(Measure *m, const Words *w) {
  bool two = w->count == 2, four = w->count == 4;
  if (two && str_eq(w->at[1], STR("none"))) {
    m->relation = AT_MOST;
    return true;
  }
  if (two && str_eq(w->at[1], STR("some"))) {
    m->relation = AT_LEAST, m->number = 1;
    return true;
  }
  if (two && str_eq(w->at[1], STR("all"))) {
    m->relation = ALL_OF;
    return true;
  }
  if (w->count == 3 && str_eq(w->at[1], STR("exactly"))) {
    m->relation = EXACTLY;
    return str_to_u32(w->at[2], &m->number);
  }
  if (w->count == 3 && str_eq(w->at[1], STR("over")) &&
      str_eq(w->at[2], STR("half"))) {
    m->relation = OVER_HALF;
    return true;
  }
  if (!four || !str_eq(w->at[1], STR("at"))) return false;
  bool least = str_eq(w->at[2], STR("least"));
  if (!least && !str_eq(w->at[2], STR("most"))) return false;
  m->relation = least ? AT_LEAST : AT_MOST;
  return str_to_u32(w->at[3], &m->number);
}

// What was written wrong must not hold by accident.
static Measure never(uint32_t group) {
  return (Measure){.kind = MEASURE_SENTENCES,
                   .relation = AT_LEAST,
                   .number = UINT32_MAX,
                   .group = group};
}

static void add_measure(Build *b, Block *block, const LensFile *f,
                        const Words *w, uint32_t group) {
  if (!w->count) return;
  Measure m = {.kind = measure_kind(w->at[0]), .group = group};
  if (m.kind == MEASURE_BLOCK) m.block = block_find(b->set, w->at[0]);
  if (m.kind == MEASURE_BLOCK && m.block == NO_INDEX) {
    lens_trouble(&b->report, f, w->span,
                 "“" STR_FMT "” is no measure, notice or hint",
                 STR_ARG(w->at[0]));
    m = never(group);
  } else if (!relate(&m, w)) {
    lens_trouble(&b->report, f, w->span,
                 "a measure goes on with: at least N, at most N, exactly N, "
                 "none, some, over half or all");
    m = never(group);
  }
  vec_push_in(&b->set->arena, &block->measures, m);
}

void measure_read(Build *b, Block *block, const LensFile *f, uint32_t part) {
  uint32_t pattern = part_find(f, part, PART_pattern);
  if (!pattern) return;
  uint32_t group = block->measures.len;
  Words w = {.count = 0};
  part_each(f, pattern, term) {
    uint32_t inner = f->parts.data[term].child;
    if (inner && f->parts.data[inner].kind == PART_comma) {
      add_measure(b, block, f, &w, group);
      w.count = 0;
      continue;
    }
    if (!w.count) w.span = f->parts.data[term].span;
    w.span.end = f->parts.data[term].span.end;
    if (w.count < 8) w.at[w.count++] = part_text(f, term);
  }
  add_measure(b, block, f, &w, group);
}
