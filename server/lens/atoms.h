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
} Atom;

// A zeroed Atoms is a valid, empty one. Owned: atoms_clear.
typedef struct Atoms {
  Vec(Atom) rows;
  Vec(char) bytes;
  Vec(uint32_t) slots; // one more than an atom, 0: free; len a power of two
} Atoms;

void atoms_clear(Atoms *a);
// `hash`: str_hash of the word; NO_INDEX: none.
uint32_t atoms_find(const Atoms *a, Str word, uint64_t hash, bool is_lemma);
uint32_t atoms_put(Atoms *a, Str word, bool is_lemma); // copies the word

#endif
