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

const Region *keep_regions(const Passage *p, Arena *a) {
  return COPY(a, Region, p->regions, p->region_count);
}

const Sentence *keep_sentences(const English *e, Arena *a) {
  return COPY(a, Sentence, e->sentences, e->sentence_count);
}

// A question without a slot is the set's, and so is a code.
static Str keep_str(Str s, const Arena *from, Arena *a) {
  return arena_holds(from, s.data) ? str_copy(a, s) : s;
}

static const Fix *keep_fixes(const Hint *h, const Arena *from, Arena *a) {
  Fix *fixes = COPY(a, Fix, h->fixes, h->fix_count);
  for (uint32_t i = 0; i < h->fix_count; i++) {
    fixes[i].title = keep_str(fixes[i].title, from, a);
    fixes[i].text = keep_str(fixes[i].text, from, a);
  }
  return fixes;
}

// A hint that nobody asks with has no turns.
static const Str *keep_turns(const Hint *h, const Arena *from, Arena *a) {
  if (!h->turns) return NULL;
  Str *turns = COPY(a, Str, h->turns, ASK_TURNS);
  for (uint32_t i = 0; i < ASK_TURNS; i++) {
    bool again = i && str_eq(h->turns[i], h->turns[i - 1]);
    turns[i] = again ? turns[i - 1] : keep_str(h->turns[i], from, a);
  }
  return turns;
}

static void keep_hint(Hint *h, const Arena *from, Arena *a) {
  h->message = keep_str(h->message, from, a);
  h->turns = keep_turns(h, from, a);
  h->ask = h->turns ? h->turns[0] : STR("");
  h->fixes = keep_fixes(h, from, a);
}

const LensReading *keep_reading(const LensReading *r, uint32_t sentences,
                                bool findings, const Arena *from, Arena *a) {
  LensReading *out = arena_new(a, LensReading);
  *out = *r;
  if (!findings) out->finding_count = 0;
  out->sentence_levels = COPY(a, uint8_t, r->sentence_levels, sentences);
  out->findings = COPY(a, LensFinding, r->findings, out->finding_count);
  Hint *hints = COPY(a, Hint, r->hints, r->hint_count);
  for (uint32_t i = 0; i < r->hint_count; i++) keep_hint(&hints[i], from, a);
  out->hints = hints;
  return out;
}
