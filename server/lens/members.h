// SPDX-License-Identifier: MIT
// lens/members.h: sets of words: which members they have, in rows of numbers,
// and in an order in which a text narrows them down word by word.
#ifndef INKLING_LENS_MEMBERS_H
#define INKLING_LENS_MEMBERS_H

#include "base/file.h"
#include "lens/part.h"

enum { ENTRY_WORDS_MOST = 12 }; // words of one member of a set

// Rows of numbers of uneven length, one behind the other.
typedef struct Rows {
  uint32_t *starts; // row i is items[starts[i] … starts[i + 1])
  uint32_t *items;
  uint32_t count;
} Rows;

// A member of sets: one or several atoms in order.
typedef struct Entry {
  uint32_t first, len; // in entry_atoms
} Entry;

// The same in the order of their atoms, so that those which begin alike are
// neighbours and a text narrows them down word by word.
typedef struct Ranked {
  uint32_t first, len; // in entry_atoms
  uint32_t entry;
} Ranked;

// Whether an atom may go on with those that are ranked from `from` on and begin
// alike, told by a bit of a hash: most words go on with nothing, and this says
// so in one step.
typedef struct Onward {
  uint32_t count; // of the bits; a power of two, 32 or more
  uint32_t *bits;
} Onward;

static inline uint32_t onward_bit(const Onward *o, uint32_t from,
                                  uint32_t atom) {
  uint32_t hash = (from * 0x9E3779B1u ^ atom) * 0x85EBCA6Bu;
  return hash >> 8 & (o->count - 1);
}

static inline bool onward_may(const Onward *o, uint32_t from, uint32_t atom) {
  uint32_t bit = onward_bit(o, from, atom);
  return o->bits[bit / 32] >> bit % 32 & 1;
}

typedef struct WordSet {
  Str name;             // "softener", "feeling", "feeling sad"
  const LensFile *file; // NULL: a set of feelings
  uint32_t part;
  enum { SET_UNREAD, SET_BEING_READ, SET_READ } state;
  Vec(uint32_t) entries;
  uint32_t cost; // how common its members are together
} WordSet;

#endif
