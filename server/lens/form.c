// SPDX-License-Identifier: MIT
#include "lens/form.h"

typedef struct Form {
  Str cut, full;
} Form;

#define FORM(cut, full)                                                        \
  {                                                                            \
    {cut, sizeof cut - 1}, {                                                   \
      full, sizeof full - 1                                                    \
    }                                                                          \
  }

static const Form forms[] = {
    FORM("'m", "am"),    FORM("n't", "not"),  FORM("'re", "are"),
    FORM("'ve", "have"), FORM("'ll", "will"), FORM("'d", "would"),
};

static const Form stems[] = {
    FORM("ca", "can"),
    FORM("wo", "will"),
    FORM("sha", "shall"),
};

// Behind these a 's is a verb.
static const Str verbs_before[] = {
    {"it", 2},    {"he", 2},   {"she", 3},   {"that", 4}, {"this", 4},
    {"what", 4},  {"who", 3},  {"there", 5}, {"here", 4}, {"how", 3},
    {"where", 5}, {"when", 4}, {"why", 3},   {"", 0},
};

static Str full_of(Str word) {
  if (!word.len || (word.data[0] != '\'' && word.data[0] != 'n')) return word;
  for (unsigned i = 0; i < sizeof forms / sizeof *forms; i++)
    if (str_eq(word, forms[i].cut)) return forms[i].full;
  return word;
}

Str form_of_stem(Str word) {
  for (unsigned i = 0; i < sizeof stems / sizeof *stems; i++)
    if (str_eq(word, stems[i].cut)) return stems[i].full;
  return word;
}

Str form_of_token(const Token *t) {
  if (t->tag == TAG_MD && t->norm.len < 4)
    return form_of_stem(full_of(t->norm));
  if (!str_eq(t->norm, STR("'s"))) return full_of(t->norm);
  if (t->tag == TAG_PRP) return STR("us");
  return t->tag == TAG_POS ? t->norm : STR("is");
}

Str form_of_word(Str word, Str before) {
  if (!str_eq(word, STR("'s"))) return full_of(word);
  if (str_eq(before, STR("let"))) return STR("us");
  for (unsigned i = 0; i < sizeof verbs_before / sizeof *verbs_before; i++)
    if (str_eq(before, verbs_before[i])) return STR("is");
  return word;
}
