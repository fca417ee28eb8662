// SPDX-License-Identifier: MIT
#include "lens/feelings.h"

#include <stdlib.h>

#include "lens/build.h"
#include "lens/shape.h"

static const Str valences[] = {
    [VALENCE_HARD] = {"hard", 4},
    [VALENCE_WARM] = {"warm", 4},
    [VALENCE_MIXED] = {"mixed", 5},
    [VALENCE_VAGUE] = {"vague", 5},
};
enum { VALENCES = sizeof valences / sizeof *valences };

static uint32_t family_put(LensSet *s, Str name) {
  for (uint32_t i = 0; i < s->families.len; i++)
    if (str_eq(s->families.data[i], name)) return i;
  vec_push_in(&s->arena, &s->families, str_copy(&s->arena, name));
  vec_push_in(&s->arena, &s->near, STR(""));
  return s->families.len - 1;
}

// A family says its valence once; where a later file adds words, it need not.
static Valence read_valence(Build *b, const LensFile *f, uint32_t part,
                            uint32_t family) {
  uint32_t name = part_find(f, part, PART_word);
  part_each(f, part, at) {
    if (at == name || f->parts.data[at].kind != PART_word) continue;
    for (unsigned v = 0; v < VALENCES; v++)
      if (str_eq(part_text(f, at), valences[v])) return (Valence)v;
    lens_trouble(&b->report, f, f->parts.data[at].span,
                 "“" STR_FMT "” is no valence: hard, warm, mixed or vague",
                 STR_ARG(part_text(f, at)));
    return VALENCE_MIXED;
  }
  vec_each(const Feeling, known, &b->set->feelings)
    if (str_eq(known->family, b->set->families.data[family]))
      return known->valence;
  lens_trouble(&b->report, f, f->parts.data[part].span,
               "say whether these feelings are hard, warm, mixed or vague");
  return VALENCE_MIXED;
}

static void add_to(LensSet *s, Str set, const uint32_t *atoms, uint32_t n) {
  set_add(s, set_named(s, set), atoms, n);
}

static Str set_name(LensSet *s, Str of) {
  return str_printf(&s->arena, "feeling " STR_FMT, STR_ARG(of));
}

static void add_feeling(Build *b, const LensFile *f, uint32_t entry,
                        Feeling feeling) {
  LensSet *s = b->set;
  uint32_t atoms[ENTRY_WORDS_MOST];
  uint32_t n = entry_atoms(b, f, entry, atoms);
  if (!n) return;
  feeling.word = entry_text(b, f, entry);
  if (str_starts(feeling.word, STR("~")))
    feeling.word = str_slice(feeling.word, 1, feeling.word.len);
  add_to(s, STR("feeling"), atoms, n);
  add_to(s, set_name(s, feeling.family), atoms, n);
  add_to(s, set_name(s, valences[feeling.valence]), atoms, n);
  if (feeling.valence != VALENCE_VAGUE)
    add_to(s, STR("feeling precise"), atoms, n);
  if (!feeling.is_form) add_to(s, STR("feeling word"), atoms, n);
  vec_push_in(&s->arena, &s->feelings, feeling);
}

static void add_near(Build *b, uint32_t family, Str name) {
  LensSet *s = b->set;
  Str old = s->near.data[family];
  s->near.data[family] = old.len ? str_printf(&s->arena, STR_FMT "," STR_FMT,
                                              STR_ARG(old), STR_ARG(name))
                                 : str_copy(&s->arena, name);
}

static void read_line(Build *b, const LensFile *f, uint32_t line,
                      Valence valence, uint32_t family) {
  Str text = part_text(f, line);
  bool near = str_starts(text, STR("near"));
  part_each(f, line, at) {
    if (f->parts.data[at].kind != PART_entry) continue;
    if (near) {
      add_near(b, family, entry_text(b, f, at));
      continue;
    }
    Feeling feeling = {.family = b->set->families.data[family],
                       .valence = valence,
                       .is_broad = str_starts(text, STR("broad")),
                       .is_form = str_starts(text, STR("also"))};
    add_feeling(b, f, at, feeling);
  }
}

void feelings_declare(Build *b, const LensFile *f, uint32_t part) {
  uint32_t name = part_find(f, part, PART_word);
  if (!name) return;
  uint32_t family = family_put(b->set, part_text(f, name));
  Valence valence = read_valence(b, f, part, family);
  part_each(f, part, at)
    if (f->parts.data[at].kind == PART_feeling_line)
      read_line(b, f, at, valence, family);
}

static uint32_t rank(const LensSet *s, const Feeling *f) {
  uint32_t family = 0;
  while (!str_eq(s->families.data[family], f->family)) family++;
  return family * 3 + (f->is_form ? 2 : !f->is_broad);
}

static unsigned char lower(char c) {
  return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static int compare_words(Str a, Str b) {
  for (size_t i = 0; i < a.len && i < b.len; i++) {
    int by = lower(a.data[i]) - lower(b.data[i]);
    if (by) return by;
  }
  return (a.len > b.len) - (a.len < b.len);
}

static int by_word(const void *a, const void *b) {
  const Feeling *x = *(const Feeling *const *)a,
                *y = *(const Feeling *const *)b;
  int by = compare_words(x->word, y->word);
  return by ? by : (x > y) - (x < y);
}

// For whoever looks for a word; of those that are written alike the first.
static void index_words(Build *b) {
  LensSet *s = b->set;
  uint32_t count = s->feelings.len;
  const Feeling **rows = arena_array(&b->scratch, const Feeling *, count + 1);
  for (uint32_t i = 0; i < count; i++) rows[i] = &s->feelings.data[i];
  if (count) qsort(rows, count, sizeof *rows, by_word);
  for (uint32_t i = 0; i < count; i++)
    if (!i || compare_words(rows[i - 1]->word, rows[i]->word))
      vec_push_in(&s->arena, &s->feelings_by_word,
                  (uint32_t)(rows[i] - s->feelings.data));
}

// In order of family, broad ones first, else as written: a counting sort.
void feelings_sort(Build *b) {
  LensSet *s = b->set;
  Feeling *sorted = arena_array(&s->arena, Feeling, s->feelings.len);
  uint32_t *ranks = arena_array(&b->scratch, uint32_t, s->feelings.len);
  for (uint32_t i = 0; i < s->feelings.len; i++)
    ranks[i] = rank(s, &s->feelings.data[i]);
  uint32_t n = 0;
  for (uint32_t r = 0; r < s->families.len * 3; r++)
    for (uint32_t i = 0; i < s->feelings.len; i++)
      if (ranks[i] == r) sorted[n++] = s->feelings.data[i];
  s->feelings.data = sorted;
  s->feelings.cap = n;
  index_words(b);
}

bool feeling_is_in(const Feeling *f, Str set) {
  if (f->is_form) return false;
  if (str_eq(set, STR("feeling"))) return true;
  if (!str_starts(set, STR("feeling "))) return false;
  Str what = str_trim(str_slice(set, 8, set.len));
  if (str_eq(what, STR("precise"))) return f->valence != VALENCE_VAGUE;
  return str_eq(what, f->family) || str_eq(what, valences[f->valence]);
}

uint32_t feeling_count(const LensSet *s) {
  return s->feelings.len;
}

const Feeling *feeling_at(const LensSet *s, uint32_t index) {
  return &s->feelings.data[index];
}

const Feeling *feeling_find(const LensSet *s, Str word) {
  const IndexVec *rows = &s->feelings_by_word;
  uint32_t low = 0, high = rows->len;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    const Feeling *f = &s->feelings.data[rows->data[mid]];
    int by = compare_words(f->word, word);
    if (!by) return f;
    if (by < 0)
      low = mid + 1;
    else
      high = mid;
  }
  return NULL;
}

StrVec feeling_near(const LensSet *s, Str family, Arena *a) {
  StrVec names = {0};
  for (uint32_t i = 0; i < s->families.len; i++) {
    if (!str_eq(s->families.data[i], family)) continue;
    Str rest = s->near.data[i], name;
    while (rest.len && str_cut(&rest, ',', &name)) vec_push_in(a, &names, name);
  }
  return names;
}
