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
#include "lens/part.h"

enum {
  PATTERN_STEPS_MOST = 2000, // states of one pattern
  PATTERN_NESTING_MOST = 24, // parentheses and phrases within each other
  ENTRY_WORDS_MOST = 12,     // words of one member of a set
  STRETCH_MOST = 1000,       // tokens; a longer sentence is read in stretches
};

// What is true of a token and its clause, a bit each (fact.def).
typedef uint64_t Facts;
enum {
#define FACT(id, name) FACT_BIT_##id,
#include "lens/fact.def"
#undef FACT
  FACT_COUNT,
};
#define FACT_OF(id) ((Facts)1 << FACT_BIT_##id)

// What one token has to be. An atom is a word or a lemma that some lens names.
typedef struct Test {
  enum { TEST_ANY, TEST_WORD, TEST_LEMMA, TEST_SET, TEST_CHOICE } kind;
  uint32_t id;    // atom, set, or the first one of a choice's atoms …
  uint32_t count; // … and how many they are
  Facts need, ban;
  TagSet tags, not_tags; // tags 0: any
  bool inverted;         // !x
} Test;

typedef enum StepOp {
  STEP_DONE,
  STEP_TOKEN, // one token that passes the test
  STEP_SET,   // a member of the test's set, of one or more tokens
  STEP_SPLIT, // `next` first, then `other`
  STEP_EDGE,  // START, END or a kind of document, no token
  STEP_OPEN,  // « and »
  STEP_CLOSE,
} StepOp;

typedef enum Edge {
  EDGE_START,
  EDGE_END,
  EDGE_JOURNAL,
  EDGE_LETTER,
  EDGE_WORKSHEET
} Edge;

typedef struct Step {
  uint32_t op : 7;      // a StepOp
  uint32_t must : 1;    // every match passes through it
  uint32_t arg : 24;    // index of a test, or an Edge
  uint16_t next, other; // steps compiled before it, from the pattern's first
} Step;

// Names that a match holds one of, so many tokens behind where it begins.
typedef struct Group {
  uint32_t first, end; // in group_names
  uint32_t least, greatest;
} Group;

// Steps [from, end) of a pattern that are entered at `start` alone, one of
// several ways: a match through them holds one of the names.
typedef struct Guard {
  uint32_t from, end, start;
  uint32_t first_name, end_name; // in group_names
} Guard;

typedef struct Pattern {
  uint32_t first, end; // its steps
  uint32_t start;      // the step to begin with, from the first one
  uint32_t block;
  // What a sentence has to have for a match (needs.c): facts, of any tokens,
  // and of each group a name.
  Facts need;
  uint32_t first_group, end_group;
  uint32_t first_guard, end_guard; // by where they begin, outer ones first
  bool marked;                     // has «»
  bool is_when;                    // not an exception
  uint32_t order; // of its block, then its own: when it is tried
  uint32_t file, line;
} Pattern;

// A token that any match of `pattern` holds: seeing it makes a candidate.
typedef struct Trigger {
  enum { TRIGGER_ATOM, TRIGGER_SET, TRIGGER_ALWAYS } kind;
  uint32_t id;
  uint32_t pattern;
} Trigger;

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

typedef struct WordSet {
  Str name;             // "softener", "feeling", "feeling sad"
  const LensFile *file; // NULL: a set of feelings
  uint32_t part;
  enum { SET_UNREAD, SET_BEING_READ, SET_READ } state;
  Vec(uint32_t) entries;
  uint32_t cost; // how common its commonest member is
} WordSet;

typedef enum FixKind { FIX_DROP, FIX_PRESENT, FIX_CHOOSE, FIX_REPLACE } FixKind;

typedef struct FixRule {
  FixKind kind;
  Str title;
  uint32_t unless; // pattern, or NO_INDEX
  Str *words;      // choose: what to choose from; replace: one text
  uint32_t word_count;
} FixRule;

typedef enum MeasureKind {
  MEASURE_SENTENCES,
  MEASURE_PAST,
  MEASURE_QUESTIONS,
  MEASURE_LEVEL,
  MEASURE_BLOCK,
} MeasureKind;

typedef struct Measure {
  MeasureKind kind;
  uint32_t block;
  enum { AT_LEAST, AT_MOST, EXACTLY, OVER_HALF, ALL_OF } relation;
  uint32_t number;
  uint32_t group; // measures of one `when` line: all must hold
} Measure;

typedef struct With {
  uint32_t block;
  uint32_t line;
  bool lacks;
} With;

typedef Vec(uint32_t) IndexVec;

// One `flag` or `pass` line.
typedef struct Proof {
  Str text; // as written behind the keyword
  bool is_flag;
  const LensFile *file;
  Span span; // of the text in the file
} Proof;

// A hint or a notice.
typedef struct Block {
  Str code;
  const LensFile *file;
  uint32_t part, line;
  bool is_notice, is_off, hushes;
  bool rests;     // until what holds it back is mended
  uint32_t about; // as LensHint.about
  uint32_t hint;  // index of the hint or of the notice
  uint32_t kinds; // bit a PLACE_…; 0: all
  uint16_t weight;
  uint8_t level;
  Str says, source, source_words;
  StrVec asks, flags, passes;
  Vec(Proof) proofs;
  IndexVec whens, buts, unlesses; // patterns
  Vec(With) withs;
  Vec(FixRule) fixes;
  Vec(Measure) measures;
  uint32_t order; // those whose findings it asks for come first
} Block;

struct LensSet {
  Arena arena;
  bool is_frozen; // constants of the program (frozen.h)
  Vec(LensFile *) files;
  Atoms atoms;
  Vec(uint32_t) entry_atoms; // heap, like all that grows long
  Vec(Entry) entries;
  Map entry_of; // bytes of the atoms -> entry
  Vec(WordSet) sets;
  Vec(Test) tests;
  Vec(Step) steps;
  Vec(Pattern) patterns;
  Vec(Block) blocks;
  IndexVec hints, notices; // blocks, in order of the files
  Vec(LensHint) hint_rows;
  IndexVec order;    // blocks as they have to be read
  IndexVec in_order; // `when` patterns by their order
  Vec(Feeling) feelings;
  Vec(Str) families, near; // near[i]: names, apart by a comma
  IndexVec feelings_by_word;
  Vec(Group) groups;
  Vec(Guard) guards;
  IndexVec group_names;
  IndexVec choices; // atoms
  // The index: which entries begin with an atom, which sets hold an entry,
  // which `when` patterns (by their order) wait for a name or nothing at all.
  Ranked *ranked;        // entries by their atoms
  uint32_t *ranked_from; // the first of those that begin with an atom
  Rows sets_of_entry, whens_of_name;
  IndexVec always;
  // Sets by meaning; NO_INDEX: none.
  uint32_t me, you, other, anybody, unnamed;
  uint32_t one_told, many_told, human, not_human; // for whom.c
};

bool rows_has(const Rows *r, uint32_t row, uint32_t item); // rows are sorted

// A name is an atom or a set; a set has two: one for any member, one for those
// of a single token.
static inline uint32_t name_of_set(const LensSet *s, uint32_t set) {
  return s->atoms.rows.len + 2 * set;
}

static inline uint32_t name_of_single(const LensSet *s, uint32_t set) {
  return s->atoms.rows.len + 2 * set + 1;
}

static inline uint32_t name_count(const LensSet *s) {
  return s->atoms.rows.len + 2 * s->sets.len;
}

#endif
