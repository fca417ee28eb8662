// SPDX-License-Identifier: MIT
#include "english/clitic.h"

#include <string.h>

#include "english/glyph.h"

enum { LONGEST = 16 }; // bytes of a whole word in the table below

typedef struct Row {
  const char *word;
  uint8_t cut;
  const char *first, *second; // first NULL: the letters themselves
} Row;

// Typed without an apostrophe, or written as one word. Sorted.
static const Row whole[] = {
    {"aint", 2, NULL, "n't"},     {"arent", 3, NULL, "n't"},
    {"arnt", 2, "are", "n't"},    {"cannot", 3, NULL, "not"},
    {"cant", 2, NULL, "n't"},     {"couldnt", 5, NULL, "n't"},
    {"couldve", 5, NULL, "'ve"},  {"didnt", 3, NULL, "n't"},
    {"doesnt", 4, NULL, "n't"},   {"dont", 2, NULL, "n't"},
    {"dunno", 3, "dun", "no"},    {"gimme", 3, NULL, NULL},
    {"gonna", 3, NULL, NULL},     {"gotta", 3, NULL, NULL},
    {"hadnt", 3, NULL, "n't"},    {"hasnt", 3, NULL, "n't"},
    {"havent", 4, NULL, "n't"},   {"heres", 4, NULL, "'s"},
    {"hes", 2, NULL, "'s"},       {"hows", 3, NULL, "'s"},
    {"im", 1, NULL, "'m"},        {"isnt", 2, NULL, "n't"},
    {"itd", 2, NULL, "'d"},       {"itll", 2, NULL, "'ll"},
    {"ive", 1, NULL, "'ve"},      {"lemme", 3, NULL, NULL},
    {"lets", 3, NULL, "'s"},      {"mightve", 5, NULL, "'ve"},
    {"mustnt", 4, NULL, "n't"},   {"mustve", 4, NULL, "'ve"},
    {"neednt", 4, NULL, "n't"},   {"outta", 3, NULL, NULL},
    {"shes", 3, NULL, "'s"},      {"shouldnt", 6, NULL, "n't"},
    {"shouldve", 6, NULL, "'ve"}, {"thats", 4, NULL, "'s"},
    {"theres", 5, NULL, "'s"},    {"theyd", 4, NULL, "'d"},
    {"theyll", 4, NULL, "'ll"},   {"theyre", 4, NULL, "'re"},
    {"theyve", 4, NULL, "'ve"},   {"wanna", 3, NULL, NULL},
    {"wasnt", 3, NULL, "n't"},    {"werent", 4, NULL, "n't"},
    {"weve", 2, NULL, "'ve"},     {"whats", 4, NULL, "'s"},
    {"wheres", 5, NULL, "'s"},    {"wont", 2, NULL, "n't"},
    {"wouldnt", 5, NULL, "n't"},  {"wouldve", 5, NULL, "'ve"},
    {"youd", 3, NULL, "'d"},      {"youll", 3, NULL, "'ll"},
    {"youre", 3, NULL, "'re"},    {"youve", 3, NULL, "'ve"},
};

enum { WHOLE = sizeof whole / sizeof *whole };

// The last letters of a word, lower case, apostrophes straight and one byte.
typedef struct Tail {
  char text[4]; // behind the last apostrophe, or the last three letters
  size_t len;
  size_t at;   // byte where the apostrophe (else the tail) begins
  bool curved; // an apostrophe was there
} Tail;

static size_t apostrophe_before(Str w, size_t at) {
  if (at >= 1 && (w.data[at - 1] == '\'' || w.data[at - 1] == '`')) return 1;
  if (at >= 3 && !memcmp(w.data + at - 3, "\xE2\x80", 2) &&
      ((unsigned char)w.data[at - 1] == 0x99 ||
       (unsigned char)w.data[at - 1] == 0x98))
    return 3;
  if (at >= 2 && !memcmp(w.data + at - 2, "\xC2\xB4", 2)) return 2;
  return 0;
}

static Tail tail_of(Str w) {
  Tail t = {.at = w.len};
  while (t.len < 3 && t.at > 0 && (unsigned char)w.data[t.at - 1] < 0x80 &&
         !apostrophe_before(w, t.at)) {
    memmove(t.text + 1, t.text, t.len);
    t.text[0] = (char)glyph_lower((unsigned char)w.data[--t.at]);
    t.len++;
  }
  size_t width = apostrophe_before(w, t.at);
  t.curved = width > 0 && t.at > width;
  if (t.curved) t.at -= width;
  return t;
}

static bool tail_is(const Tail *t, const char *text) {
  return t->len == strlen(text) && !memcmp(t->text, text, t->len);
}

static Clitic of_tail(Str w) {
  Tail t = tail_of(w);
  if (!t.curved) return (Clitic){0};
  if (tail_is(&t, "t") && (w.data[t.at - 1] | 32) == 'n' && t.at > 1)
    return (Clitic){t.at - 1, {0}, STR("n't")};
  static const char *const forms[] = {"s", "m", "re", "ve", "ll", "d", NULL};
  static const char *const norms[] = {"'s", "'m", "'re", "'ve", "'ll", "'d"};
  for (int i = 0; forms[i]; i++)
    if (tail_is(&t, forms[i])) return (Clitic){t.at, {0}, str_of(norms[i])};
  return (Clitic){0};
}

static const Row *find_whole(Str word) {
  char low[LONGEST];
  if (word.len > LONGEST || word.len < 2) return NULL;
  for (size_t i = 0; i < word.len; i++)
    low[i] = (char)glyph_lower((unsigned char)word.data[i]);
  size_t from = 0, to = WHOLE;
  while (from < to) {
    size_t mid = (from + to) / 2;
    int order = str_cmp((Str){low, word.len}, str_of(whole[mid].word));
    if (order == 0) return &whole[mid];
    if (order < 0)
      to = mid;
    else
      from = mid + 1;
  }
  return NULL;
}

Clitic clitic_find(Str word) {
  const Row *row = find_whole(word);
  if (!row) return of_tail(word);
  // An abbreviation in capitals ("IM") is a word of its own.
  if (row->cut == 1 && word.data[1] >= 'A' && word.data[1] <= 'Z')
    return (Clitic){0};
  return (Clitic){row->cut, str_of(row->first), str_of(row->second)};
}

Str clitic_norm(Str norm) {
  if (str_eq(norm, STR("nt")) || str_eq(norm, STR("n t"))) return STR("n't");
  return norm;
}
