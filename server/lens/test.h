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

// What one token has to be. An atom is a word or a lemma that some lens names.
// There are tens of thousands of these: they are kept small.
typedef struct Test {
  uint32_t kind : 3;     // a TestKind
  uint32_t inverted : 1; // !x
  uint32_t count : 28;   // how many atoms a choice has
  uint32_t id;           // atom, set, or the first one of a choice's atoms
  Facts need, ban;
  TagSet tags, not_tags; // tags 0: any
} Test;

#endif
