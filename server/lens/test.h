// SPDX-License-Identifier: MIT
// lens/test.h: what one token is asked: a word, a set, a tag, and facts, which
// are told once a sentence and then cost one look each.
#ifndef INKLING_LENS_TEST_H
#define INKLING_LENS_TEST_H

#include <stdbool.h>
#include <stdint.h>

#include "english/english.h"

// What is true of a token and its clause, a bit each (fact.def).
typedef uint64_t Facts;
enum {
#define FACT(id, name) FACT_BIT_##id,
#include "lens/fact.def"
#undef FACT
  FACT_COUNT,
};
#define FACT_OF(id) ((Facts)1 << FACT_BIT_##id)

typedef enum TestKind {
  TEST_ANY,
  TEST_WORD,
  TEST_LEMMA,
  TEST_SET,
  TEST_CHOICE
} TestKind;

// What a token has to be beside its name.
typedef struct Trait {
  Facts need, ban;
  TagSet tags, not_tags; // tags 0: any
} Trait;

// What one token has to be, as a pattern is compiled. An atom is a word or a
// lemma that some lens names.
typedef struct Test {
  TestKind kind;
  bool inverted;  // !x
  uint32_t count; // how many atoms a choice has
  uint32_t id;    // atom, set, or the first one of a choice's atoms
  Trait trait;
} Test;

// The same, as sentences are asked it. There are tens of thousands of these, so
// they are kept small; they share some hundred traits.
typedef struct Probe {
  uint32_t kind : 3;
  uint32_t inverted : 1;
  uint32_t count : 28;
  uint32_t id, trait;
} Probe;

#endif
