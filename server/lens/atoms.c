// SPDX-License-Identifier: MIT
#include "lens/atoms.h"

#include "english/english.h"

void atoms_clear(Atoms *a) {
  vec_clear(&a->rows);
  vec_clear(&a->bytes);
  vec_clear(&a->slots);
}

static bool is_it(const Atoms *a, const Atom *row, const Atom *as, Str word) {
  return row->hash == as->hash && row->len == as->len &&
         row->is_lemma == as->is_lemma &&
         (!word.len || !memcmp(a->bytes.data + row->at, word.data, word.len));
}

// The slot of the atom, or the free one where it would go.
static uint32_t *slot_of(const Atoms *a, const Atom *as, Str word) {
  uint32_t mask = a->slots.len - 1;
  for (uint32_t i = as->hash & mask;; i = (i + 1) & mask) {
    uint32_t *slot = &a->slots.data[i];
    if (!*slot || is_it(a, &a->rows.data[*slot - 1], as, word)) return slot;
  }
}

static Atom atom_of(Str word, uint64_t hash, bool is_lemma) {
  return (Atom){.hash = (uint32_t)hash + is_lemma,
                .len = (uint32_t)word.len & INT32_MAX,
                .is_lemma = is_lemma};
}

uint32_t atoms_find(const Atoms *a, Str word, uint64_t hash, bool is_lemma) {
  if (!a->slots.len) return NO_INDEX;
  Atom as = atom_of(word, hash, is_lemma);
  uint32_t slot = *slot_of(a, &as, word);
  return slot ? slot - 1 : NO_INDEX;
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
  for (uint32_t i = 0; i < a->rows.len; i++)
    *slot_of(a, &a->rows.data[i], word_at(a, i)) = i + 1;
}

uint32_t atoms_put(Atoms *a, Str word, bool is_lemma) {
  make_room(a);
  Atom atom = atom_of(word, str_hash(word), is_lemma);
  uint32_t *slot = slot_of(a, &atom, word);
  if (*slot) return *slot - 1;
  atom.at = a->bytes.len;
  for (size_t i = 0; i < word.len; i++) vec_push(&a->bytes, word.data[i]);
  vec_push(&a->rows, atom);
  return (*slot = a->rows.len) - 1;
}
