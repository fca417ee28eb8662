// SPDX-License-Identifier: MIT
#include "journal/keep.h"

#include <string.h>

#define COPY(a, T, items, count)                                               \
  ((T *)copy_of((a), (items), (count), sizeof(T)))

static void *copy_of(Arena *a, const void *items, uint32_t count, size_t size) {
  if (!count) return NULL;
  void *out = arena_alloc_array(a, count, size);
  return memcpy(out, items, count * size);
}

// Where the strings of one passage go: the arena has one block for all.
typedef struct Shelf {
  Str bytes;
  char *at;
} Shelf;

static bool is_within(Str s, Str whole) {
  return s.data >= whole.data && s.data + s.len <= whole.data + whole.len;
}

static Str move(Shelf *shelf, Str s) {
  if (!s.len) return (Str){"", 0};
  if (is_within(s, shelf->bytes)) return s;
  char *to = memcpy(shelf->at, s.data, s.len);
  shelf->at += s.len;
  return (Str){to, s.len};
}

static size_t room_of(const English *e) {
  size_t room = 1;
  for (uint32_t i = 0; i < e->token_count; i++)
    room += e->tokens[i].norm.len + e->tokens[i].lemma.len;
  return room;
}

const English *keep_english(const English *e, Str bytes, Arena *a) {
  English *out = arena_new(a, English);
  *out = *e;
  out->tokens = COPY(a, Token, e->tokens, e->token_count);
  out->clauses = COPY(a, Clause, e->clauses, e->clause_count);
  out->sentences = COPY(a, Sentence, e->sentences, e->sentence_count);
  Shelf shelf = {bytes, arena_alloc(a, room_of(e))};
  for (uint32_t i = 0; i < e->token_count; i++) {
    Token *t = &out->tokens[i];
    bool is_one = t->norm.data == t->lemma.data && t->norm.len == t->lemma.len;
    t->norm = move(&shelf, t->norm);
    t->lemma = is_one ? t->norm : move(&shelf, t->lemma);
  }
  return out;
}

static const Fix *keep_fixes(const Hint *h, Arena *a) {
  Fix *fixes = COPY(a, Fix, h->fixes, h->fix_count);
  for (uint32_t i = 0; i < h->fix_count; i++) {
    fixes[i].title = str_copy(a, fixes[i].title);
    fixes[i].text = str_copy(a, fixes[i].text);
  }
  return fixes;
}

// Codes and names of lenses belong to the set and stay where they are.
const LensReading *keep_reading(const LensReading *r, uint32_t sentences,
                                Arena *a) {
  LensReading *out = arena_new(a, LensReading);
  *out = *r;
  out->sentence_levels = COPY(a, uint8_t, r->sentence_levels, sentences);
  out->findings = COPY(a, LensFinding, r->findings, r->finding_count);
  Hint *hints = COPY(a, Hint, r->hints, r->hint_count);
  for (uint32_t i = 0; i < r->hint_count; i++) {
    hints[i].message = str_copy(a, hints[i].message);
    hints[i].ask = str_copy(a, hints[i].ask);
    hints[i].fixes = keep_fixes(&hints[i], a);
  }
  out->hints = hints;
  return out;
}
