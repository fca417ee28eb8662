// SPDX-License-Identifier: MIT
#include "lens/choice.h"

static uint32_t word_atom(Build *b, Str raw, bool is_lemma, uint32_t *cost) {
  const Split *split = words_split(b, raw);
  if (split->count != 1) return NO_INDEX;
  *cost = atom_cost(b, split->words[0], is_lemma);
  return atoms_put(&b->set->atoms, split->words[0], is_lemma);
}

uint32_t choice_atom(Build *b, const LensFile *f, uint32_t term,
                     uint32_t *cost) {
  uint32_t atom = f->parts.data[term].child;
  if (f->parts.data[term].kind != PART_term || !atom) return NO_INDEX;
  if (f->parts.data[atom].next) return NO_INDEX;
  Str raw = part_text(f, atom);
  switch (f->parts.data[atom].kind) {
  case PART_word: return word_atom(b, raw, false, cost);
  case PART_lemma: return word_atom(b, str_slice(raw, 1, raw.len), true, cost);
  default: return NO_INDEX;
  }
}

uint32_t choice_put(Build *b, const uint32_t *atoms, uint32_t count) {
  IndexVec *choices = &b->set->choices;
  Str bytes = {(const char *)atoms, count * sizeof *atoms};
  uint32_t known = map_get(&b->choice_of, bytes, NO_INDEX);
  if (known != NO_INDEX) return known;
  uint32_t first = choices->len;
  map_put(&b->choice_of, str_copy(&b->scratch, bytes), first);
  for (uint32_t i = 0; i < count; i++) vec_push(choices, atoms[i]);
  return first;
}

Ways choice_ways(Build *b, const LensFile *f, uint32_t part) {
  Ways w = {0};
  part_each(f, part, at) {
    if (f->parts.data[at].kind == PART_or)
      vec_push_in(&b->passing, &w.ends, w.terms.len);
    else
      vec_push_in(&b->passing, &w.terms, at);
  }
  vec_push_in(&b->passing, &w.ends, w.terms.len);
  return w;
}

uint32_t choice_start(const Ways *w, uint32_t way) {
  return way ? w->ends.data[way - 1] : 0;
}

uint32_t choice_run(Build *b, const LensFile *f, const Ways *w, uint32_t last) {
  uint32_t n = 0, cost;
  for (; n <= last; n++) {
    uint32_t start = choice_start(w, last - n);
    if (w->ends.data[last - n] - start != 1) break;
    if (choice_atom(b, f, w->terms.data[start], &cost) == NO_INDEX) break;
  }
  return n ? n : 1;
}
