// SPDX-License-Identifier: MIT
#include "lens/term.h"

typedef struct Term {
  Str name;
  Facts need;
} Term;

static const Term terms[] = {
#define TERM(name, need) {{name, sizeof name - 1}, need},
#include "lens/term.def"
#undef TERM
};

static const Str edges[] = {
    [EDGE_START] = {"START", 5},         [EDGE_END] = {"END", 3},
    [EDGE_JOURNAL] = {"JOURNAL", 7},     [EDGE_LETTER] = {"LETTER", 6},
    [EDGE_WORKSHEET] = {"WORKSHEET", 9},
};

typedef struct FactName {
  Str name;
  Facts fact;
} FactName;

static const FactName tests[] = {
#define FACT(id, name) {{name, sizeof name - 1}, FACT_OF(id)},
#include "lens/fact.def"
#undef FACT
};

enum {
  TERMS = sizeof terms / sizeof *terms,
  EDGES = sizeof edges / sizeof *edges,
  TESTS = sizeof tests / sizeof *tests,
};

bool term_edge(Str name, KeptName *edge) {
  for (unsigned i = EDGE_START; i < EDGES; i++)
    if (str_eq(name, edges[i])) {
      *edge = (KeptName)i;
      return true;
    }
  return false;
}

static TagSet tags_of_class(TagClass class) {
  TagSet set = 0;
  for (unsigned t = 0; t < TAG_COUNT; t++)
    if (tag_class((Tag)t) == class) set |= tag_bit(t);
  return set;
}

static TagSet tags_named(Str name) {
  Tag tag;
  TagClass class;
  if (tag_find(name, &tag)) return tag_bit(tag);
  if (tag_class_find(name, &class)) return tags_of_class(class);
  return 0;
}

static bool narrow(Test *t, TagSet tags) {
  t->trait.tags = t->trait.tags ? t->trait.tags & tags : tags;
  if (!t->trait.tags)
    t->trait.tags = tag_bit(TAG_NONE); // two that exclude each other
  return true;
}

bool term_class(Str name, Test *test) {
  for (unsigned i = 0; i < TERMS; i++)
    if (str_eq(name, terms[i].name)) {
      test->trait.need |= terms[i].need;
      return true;
    }
  TagSet tags = tags_named(name);
  return tags && narrow(test, tags);
}

bool term_test(Str name, Test *test) {
  bool negated = str_starts(name, STR("!"));
  if (negated) name = str_slice(name, 1, name.len);
  for (unsigned i = 0; i < TESTS; i++) {
    if (!tests[i].name.len || !str_eq(name, tests[i].name)) continue;
    *(negated ? &test->trait.ban : &test->trait.need) |= tests[i].fact;
    return true;
  }
  Test also = {.kind = TEST_ANY};
  if (!term_class(name, &also)) return false;
  if (!negated) {
    test->trait.need |= also.trait.need;
    return !also.trait.tags || narrow(test, also.trait.tags);
  }
  test->trait.ban |= also.trait.need;
  test->trait.not_tags |= also.trait.tags;
  return true;
}

static const Str class_names[] = {{"NOUN", 4}, {"VERB", 4}, {"ADJ", 3},
                                  {"ADV", 3},  {"PRON", 4}, {"DET", 3},
                                  {"PREP", 4}, {"NUM", 3}};

StrVec term_names(Arena *a) {
  StrVec all = {0};
  for (unsigned i = 0; i < TERMS; i++) vec_push_in(a, &all, terms[i].name);
  for (unsigned i = EDGE_START; i < EDGES; i++) vec_push_in(a, &all, edges[i]);
  for (unsigned i = 0; i < TESTS; i++)
    if (tests[i].name.len) vec_push_in(a, &all, tests[i].name);
  for (unsigned i = 0; i < sizeof class_names / sizeof *class_names; i++)
    vec_push_in(a, &all, class_names[i]);
  for (unsigned i = 1; i < TAG_COUNT; i++)
    vec_push_in(a, &all, tag_name((Tag)i));
  return all;
}
