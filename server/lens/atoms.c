// SPDX-License-Identifier: MIT
#include "lens/atoms.h"

#include "english/english.h"
#include "english/lexicon.h"

void atoms_clear(Atoms *a) {
  vec_clear(&a->rows);
  vec_clear(&a->bytes);
  vec_clear(&a->slots);
}

static bool is_it(const Atoms *a, const Atom *row, Str word, uint32_t hash) {
  return row->hash == hash && row->len == word.len &&
         (!word.len || !memcmp(a->bytes.data + row->at, word.data, word.len));
}

// The slot of the word's atoms, or the free one where they would go.
static uint32_t *slot_of(const Atoms *a, Str word, uint32_t hash) {
  uint32_t mask = a->slots.len - 1;
  for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
    uint32_t *slot = &a->slots.data[i];
    if (!*slot || is_it(a, &a->rows.data[*slot - 1], word, hash)) return slot;
  }
}

Alike atoms_find(const Atoms *a, Str word, uint64_t hash) {
  Alike none = {NO_INDEX, NO_INDEX};
  uint32_t slot = a->slots.len ? *slot_of(a, word, (uint32_t)hash) : 0;
  if (!slot) return none;
  const Atom *atom = &a->rows.data[slot - 1];
  return atom->is_lemma ? (Alike){atom->twin, slot - 1}
                        : (Alike){slot - 1, atom->twin};
}

static Str word_at(const Atoms *a, uint32_t row) {
  const Atom *atom = &a->rows.data[row];
  return (Str){a->bytes.data + atom->at, atom->len};
}

// At most half of the slots are taken.
static void make_room(Atoms *a) {
  if ((a->rows.len + 1) * 2 <= a->slots.len) return;
  uint32_t slots = a->slots.len ? a->slots.len * 2 : 64;
  vec_reserve(&a->slots, slots);
  a->slots.len = slots;
  memset(a->slots.data, 0, slots * sizeof *a->slots.data);
  for (uint32_t i = 0; i < a->rows.len; i++) {
    uint32_t *slot = slot_of(a, word_at(a, i), a->rows.data[i].hash);
    if (!*slot) *slot = i + 1;
  }
}

static uint32_t add(Atoms *a, Str word, uint32_t hash, bool is_lemma) {
  Atom atom = {.hash = hash,
               .at = a->bytes.len,
               .len = (uint32_t)word.len & INT32_MAX,
               .is_lemma = is_lemma,
               .twin = NO_INDEX};
  for (size_t i = 0; i < word.len; i++) vec_push(&a->bytes, word.data[i]);
  vec_push(&a->rows, atom);
  return a->rows.len - 1;
}

static void join(Atoms *a, uint32_t one, uint32_t other) {
  a->rows.data[one].twin = other;
  a->rows.data[other].twin = one;
}

uint32_t atoms_put(Atoms *a, Str word, bool is_lemma) {
  make_room(a);
  uint32_t hash = (uint32_t)lexicon_hash(word);
  Alike old = atoms_find(a, word, hash);
  uint32_t it = is_lemma ? old.lemma : old.word;
  uint32_t twin = is_lemma ? old.word : old.lemma;
  if (it != NO_INDEX) return it;
  it = add(a, word, hash, is_lemma);
  if (twin != NO_INDEX)
    join(a, it, twin);
  else
    *slot_of(a, word, hash) = it + 1;
  return it;
}
