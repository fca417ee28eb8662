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
  vec_each(
      const Feeling, known,
      &b->set->feelings) if (str_eq(known->family,
                                    b->set->families.data[family])) return known
      ->valence;
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
  part_each(f, part, at) if (f->parts.data[at].kind == PART_feeling_line)
      read_line(b, f, at, valence, family);
}

static uint32_t rank(const LensSet *s, const Feeling *f) {
  uint32_t family = 0;
  while (!str_eq(s->families.data[family], f->family)) family++;
  return family * 3 + (f->is_form ? 2 : !f->is_broad);
}

static Str lower(LensSet *s, Str word) {
  char *out = arena_copy(&s->arena, word.data, word.len);
  for (size_t i = 0; i < word.len; i++)
    if (out[i] >= 'A' && out[i] <= 'Z') out[i] = (char)(out[i] + 32);
  return (Str){out, word.len};
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
  for (uint32_t i = 0; i < n; i++) {
    Str key = lower(s, sorted[i].word);
    if (!map_has(&s->feeling_of, key)) map_put(&s->feeling_of, key, i);
  }
  s->feelings.data = sorted;
  s->feelings.cap = n;
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
  char text[128];
  if (word.len > sizeof text) return NULL;
  for (size_t i = 0; i < word.len; i++) {
    char c = word.data[i];
    text[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
  }
  uint32_t at = map_get(&s->feeling_of, (Str){text, word.len}, NO_INDEX);
  return at == NO_INDEX ? NULL : &s->feelings.data[at];
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
