// SPDX-License-Identifier: MIT
// lens/step.h: what a pattern becomes: steps that a match walks, each from its
// tests, and what a sentence has to have before they are walked at all.
// Plain structs that refer to each other by index (rules.h holds the rows).
#ifndef INKLING_LENS_STEP_H
#define INKLING_LENS_STEP_H

#include "lens/test.h"

enum {
  PATTERN_STEPS_MOST = 2000, // states of one pattern
  PATTERN_NESTING_MOST = 24, // parentheses and phrases within each other
  STRETCH_MOST = 1000,       // tokens; a longer sentence is read in stretches
};

typedef enum StepOp {
  STEP_DONE,
  STEP_TOKEN, // one token that passes the test
  STEP_SET,   // a member of the test's set, of one or more tokens
  STEP_SPLIT, // `next` first, then `other`
  STEP_WAY,   // the same, of ( | ), whose first one has a fan in `arg`
  STEP_GAP,   // tokens that pass the test, none to as many as `other` says
  STEP_EDGE,  // START, END or a kind of document, no token
} StepOp;

// Names that no word bears (rules.h): of no place, of every place, and of the
// edges: at or before a sentence's first word, behind its last one, and all of
// a document of one kind.
typedef enum KeptName {
  NO_NAME,
  ANY_NAME,
  EDGE_START,
  EDGE_END,
  EDGE_JOURNAL,
  EDGE_LETTER,
  EDGE_WORKSHEET,
  NAMES_KEPT
} KeptName;

// « and » are no steps: they lie on the way to one. While patterns are compiled
// a link is a step's number and these bits.
enum { LINK_OPEN = 1 << 12, LINK_CLOSE = 1 << 13, LINK_STEP = LINK_OPEN - 1 };
_Static_assert((int)PATTERN_STEPS_MOST <= (int)LINK_STEP,
               "a step's number has room");

typedef struct Step {
  uint32_t op : 4;         // a StepOp
  uint32_t must : 1;       // every match passes through it
  uint32_t next_opens : 1; // on the way to `next` …
  uint32_t next_closes : 1;
  uint32_t other_opens : 1; // … and to `other`
  uint32_t other_closes : 1;
  uint32_t arg : 23;    // index of a test, a fan, or an edge
  uint16_t next, other; // steps compiled before it, from the pattern's first
} Step;

static inline bool step_splits(const Step *s) {
  return s->op == STEP_SPLIT || s->op == STEP_WAY;
}

// The ways of ( | ), by the names that they may begin with, in fours (filled up
// with NO_NAME): where none of the four stands, none of their ways is tried.
typedef struct Four {
  uint32_t names[4];
  uint16_t ways[4]; // steps, from the pattern's first
} Four;

typedef struct Fan {
  uint32_t first, count; // fours
} Fan;

// A gate tells what a sentence has to have for a match of a pattern: of each of
// its groups of names one, so many tokens behind where the match begins. Of a
// pattern that has its two names (below) often only this is looked at, so it
// lies together, as numbers: each group's head and its names, in fours (filled
// up with NO_NAME), and 0 behind the last.
enum { GROUP_FAR = 64 }; // tokens, or further: it may be anywhere
typedef struct Group {
  uint8_t fours;           // of its names
  uint8_t least, greatest; // tokens from the start, at most GROUP_FAR
} Group;

static inline uint32_t group_head(Group g) {
  return (uint32_t)(g.fours << 16 | g.least << 8 | g.greatest);
}

static inline Group group_of(uint32_t head) {
  return (Group){(uint8_t)(head >> 16), (uint8_t)(head >> 8), (uint8_t)head};
}

typedef struct Pattern {
  uint32_t first, end; // its steps
  uint32_t start;      // the step to begin with, from the first one
  uint32_t block;
  Facts need;     // a sentence has them, of any tokens
  bool marked;    // has «»
  bool is_when;   // not an exception
  uint32_t order; // when it is tried: with its block, then as it stands there
  uint32_t file, line;
} Pattern;

// A token that any match of `pattern` holds: it may be noticed by it.
typedef struct Trigger {
  enum { TRIGGER_ATOM, TRIGGER_SET, TRIGGER_ALWAYS } kind;
  uint32_t id;
  uint32_t pattern;
} Trigger;

// A pattern waits for two names: one by which it is noticed, and one of another
// group of its gate.
typedef struct Wait {
  uint32_t name, pattern;
  bool is_second;
} Wait;

#endif
