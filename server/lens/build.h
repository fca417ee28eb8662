// SPDX-License-Identifier: MIT
// lens/build.h: the passes that make a LensSet of lens files, in their order:
// every file is read into parts, the blocks are declared, sets are filled,
// patterns compiled, and the index drawn up. A trouble in one line costs that
// line alone, or its whole hint where the line was to hold it back.
#ifndef INKLING_LENS_BUILD_H
#define INKLING_LENS_BUILD_H

#include "lens/rules.h"

typedef struct Phrase {
  Str name;
  const LensFile *file;
  uint32_t part;
  bool open; // being read: a phrase within itself
} Phrase;

// One stretch of lines that speak of a block: its own, or an `also hint`.
typedef struct Body {
  uint32_t block;
  const LensFile *file;
  uint32_t part;
} Body;

// A literal, cut into words as the analyser would cut it.
typedef struct Split {
  uint32_t count;
  Str *words;
} Split;

typedef struct Build {
  LensSet *set;
  Arena scratch;
  Arena words;   // of the literal that is being cut
  Arena passing; // of the pattern that is being compiled
  Vec(Split *) splits;
  Map split_of; // raw literals
  LensReport report;
  Vec(Phrase) phrases;
  Vec(Body) bodies;
  Vec(Trigger) triggers; // of the pattern that is being compiled; heap
  Vec(Trigger) needs;    // of all patterns
  Vec(Wait) waits;       // as they are found in needs.c
  Atoms heard;           // words of the proofs …
  IndexVec times;        // … and how often they come
  Map test_of;           // a test's fields to its index
  Map trait_of;          // and a trait's
  Map choice_of;         // the atoms of a choice to where they lie
} Build;

// The built-in lenses and others, all read at this moment; as lens_set_new.
LensSet *lens_set_build(const LensSource *extra, uint32_t extra_count, Arena *a,
                        LensTroubleVec *troubles);

// sets.c
// The words of a literal as the analyser would split them ("don't": do n't),
// the first ENTRY_WORDS_MOST. Borrows `raw` while the set is built.
const Split *words_split(Build *b, Str raw);
void set_declare(Build *b, const LensFile *f, uint32_t part);
void sets_fill(Build *b);
uint32_t set_find(Build *b, const LensFile *from, Str name); // NO_INDEX: none
// "feeling   sad" of a reference part is "feeling sad"; in `passing`.
Str reference_name(Build *b, const LensFile *f, uint32_t part);
Phrase *phrase_find(Build *b, const LensFile *from, Str name); // may be NULL
uint32_t set_named(LensSet *s, Str name); // without a file: made if need be
void set_add(LensSet *s, uint32_t set, const uint32_t *atoms, uint32_t count);
// The atoms of an entry part ("~want to"); 0 and a trouble where it has none.
uint32_t entry_atoms(Build *b, const LensFile *f, uint32_t part,
                     uint32_t atoms[ENTRY_WORDS_MOST]);
// What is written in an entry part, one space between words, in the set.
Str entry_text(Build *b, const LensFile *f, uint32_t part);

// heard.c
void heard_fill(Build *b);
// How common it is, from 1 on.
uint32_t atom_cost(const Build *b, Str word, bool is_lemma);

// vocabulary.c
void feelings_declare(Build *b, const LensFile *f, uint32_t part);
void feelings_sort(Build *b); // by family; call once all are declared
bool feeling_is_in(const Feeling *f, Str set); // "feeling sad"

// pattern.c: index of the compiled pattern or NO_INDEX; `part`: a pattern.
uint32_t pattern_compile(Build *b, const LensFile *f, uint32_t part,
                         uint32_t block);

// codes.c: the block of that code or NO_INDEX; `wanted` tells of what is not
// there, with the nearest code. `name`: a part of `f`.
uint32_t block_find(const LensSet *s, Str code);
uint32_t block_wanted(Build *b, const LensFile *f, uint32_t name);

// block.c
void block_declare(Build *b, const LensFile *f, uint32_t part);
void block_extend(Build *b, const LensFile *f, uint32_t part);
void file_from(Build *b, LensFile *f, uint32_t part); // the file's `from`
void block_turn_off(Build *b, const LensFile *f, uint32_t part);
void blocks_compile(Build *b);

// rest.c: a hint with a torn exception is silent as a whole.
void block_rest(Build *b, uint32_t block);
void blocks_rest(Build *b);

// measure.c
void measure_read(Build *b, Block *block, const LensFile *f, uint32_t part);

// rows.c
void index_build(Build *b);

// needs.c: what each pattern cannot do without.
void needs_find(Build *b);

#endif
