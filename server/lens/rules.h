// SPDX-License-Identifier: MIT
// lens/rules.h: what a set of lenses is made of, for the files of this floor.
// Rows of plain structs that refer to each other by index: written once while
// the set is built (build.c and what it calls), only read afterwards.
#ifndef INKLING_LENS_RULES_H
#define INKLING_LENS_RULES_H

#include "base/file.h"
#include "base/map.h"
#include "lens/atoms.h"
#include "lens/feelings.h"
#include "lens/members.h"
#include "lens/saying.h"
#include "lens/step.h"

struct LensSet {
  Arena arena;
  bool is_frozen; // constants of the program (frozen.h)
  Vec(LensFile *) files;
  Atoms atoms;
  Vec(uint32_t) entry_atoms; // heap, like all that grows long
  Vec(Entry) entries;
  Map entry_of; // bytes of the atoms -> entry
  Vec(WordSet) sets;
  Vec(Probe) probes;
  Vec(Trait) traits;
  Vec(Step) steps;
  Vec(Fan) fans;
  Vec(Four) fours; // of all fans
  Vec(Pattern) patterns;
  Vec(Block) blocks;
  IndexVec hints, notices; // blocks, in order of the files
  Vec(LensHint) hint_rows;
  IndexVec order;    // blocks as they have to be read
  IndexVec wholes;   // of them those about a paragraph or a letter
  IndexVec in_order; // patterns by their order, the `when` ones first
  uint32_t when_count;
  Vec(Feeling) feelings;
  Vec(Str) families, near; // near[i]: names, apart by a comma
  IndexVec feelings_by_word;
  IndexVec gates;   // of all patterns
  IndexVec gate_of; // a pattern: where its own begins
  IndexVec choices; // atoms
  // The index: which entries begin with an atom, which sets hold an entry,
  // which patterns wait for a name (candidates.h).
  Ranked *ranked;        // entries by their atoms
  uint32_t *ranked_from; // the first of those that begin with an atom
  Onward onward;
  Rows sets_of_entry, waits_of_name;
  // Sets by meaning; NO_INDEX: none.
  uint32_t me, you, other, anybody, unnamed;
  uint32_t one_told, many_told, human, not_human; // for whom.c
};

static inline const Trait *probe_trait(const LensSet *s, const Probe *p) {
  return &s->traits.data[p->trait];
}

bool rows_has(const Rows *r, uint32_t row, uint32_t item); // rows are sorted

// A name is an atom or a set; a set has two: one for any member, one for those
// of a single token. The first atoms, KeptName, are no words.
static inline uint32_t name_of_set(const LensSet *s, uint32_t set) {
  return s->atoms.rows.len + 2 * set;
}

static inline uint32_t name_of_single(const LensSet *s, uint32_t set) {
  return s->atoms.rows.len + 2 * set + 1;
}

static inline uint32_t name_of_trigger(const LensSet *s, const Trigger *t) {
  return t->kind == TRIGGER_SET ? name_of_set(s, t->id) : t->id;
}

static inline uint32_t name_count(const LensSet *s) {
  return s->atoms.rows.len + 2 * s->sets.len;
}

#endif
