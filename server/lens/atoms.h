// SPDX-License-Identifier: MIT
// lens/atoms.h: the words and lemmas that some lens names, numbered from 0 on
// in the order in which they came. A word and a lemma that are written alike
// are two atoms. Rows of numbers and one run of bytes, no pointers: so a set
// that is made with the program stays in pages which nobody has to touch.
#ifndef INKLING_LENS_ATOMS_H
#define INKLING_LENS_ATOMS_H

#include "base/str.h"
#include "base/vec.h"

typedef struct Atom {
  uint32_t hash;
  uint32_t at; // in `bytes`
  uint32_t len : 31;
  uint32_t is_lemma : 1;
  uint32_t twin; // the other that is written alike; NO_INDEX: none
} Atom;

// A zeroed Atoms is a valid, empty one. Owned: atoms_clear.
typedef struct Atoms {
  Vec(Atom) rows;
  Vec(char) bytes;
  Vec(uint32_t) slots; // one more than an atom, 0: free; len a power of two.
                       // Of twins the first has one
} Atoms;

// The atoms that are written so; NO_INDEX: none.
typedef struct Alike {
  uint32_t word, lemma;
} Alike;

void atoms_clear(Atoms *a);
// `hash`: lexicon_hash of the word, which each token knows already.
Alike atoms_find(const Atoms *a, Str word, uint64_t hash);
// Asks the memory for what will be read of a word: first its slot, then, once
// that came, the atom that is in it. There are some.
static inline void atoms_ask(const Atoms *a, uint64_t hash) {
  __builtin_prefetch(&a->slots.data[hash & (a->slots.len - 1)]);
}

static inline void atoms_ask_more(const Atoms *a, uint64_t hash) {
  uint32_t slot = a->slots.data[hash & (a->slots.len - 1)];
  __builtin_prefetch(&a->rows.data[slot - (slot > 0)]);
}

uint32_t atoms_put(Atoms *a, Str word, bool is_lemma); // copies the word

#endif
