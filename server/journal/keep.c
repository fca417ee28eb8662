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

static const Fix *keep_fixes(const Hint *h, Arena *a) {
  Fix *fixes = COPY(a, Fix, h->fixes, h->fix_count);
  for (uint32_t i = 0; i < h->fix_count; i++) {
    fixes[i].title = str_copy(a, fixes[i].title);
    fixes[i].text = str_copy(a, fixes[i].text);
  }
  return fixes;
}

// A hint that nobody asks with has no turns.
static const Str *keep_turns(const Hint *h, Arena *a) {
  if (!h->turns) return NULL;
  Str *turns = COPY(a, Str, h->turns, ASK_TURNS);
  for (uint32_t i = 0; i < ASK_TURNS; i++) {
    bool again = i && str_eq(h->turns[i], h->turns[i - 1]);
    turns[i] = again ? turns[i - 1] : str_copy(a, h->turns[i]);
  }
  return turns;
}

static void keep_hint(Hint *h, Arena *a) {
  h->message = str_copy(a, h->message);
  h->turns = keep_turns(h, a);
  h->ask = h->turns ? h->turns[0] : STR("");
  h->fixes = keep_fixes(h, a);
}

// Codes and names of lenses belong to the set and stay where they are.
const LensReading *keep_reading(const LensReading *r, uint32_t sentences,
                                Arena *a) {
  LensReading *out = arena_new(a, LensReading);
  *out = *r;
  out->sentence_levels = COPY(a, uint8_t, r->sentence_levels, sentences);
  out->findings = COPY(a, LensFinding, r->findings, r->finding_count);
  Hint *hints = COPY(a, Hint, r->hints, r->hint_count);
  for (uint32_t i = 0; i < r->hint_count; i++) keep_hint(&hints[i], a);
  out->hints = hints;
  return out;
}
