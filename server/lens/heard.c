// SPDX-License-Identifier: MIT
// How common a word is: by how often the lenses' own proofs use it, some twenty
// thousand words of just the kind that lenses are laid over. A pattern waits
// for the word of its own that is the least common; a set is as common as all
// its members. Where there are no proofs short words are taken to be common.
#include "english/lexicon.h"
#include "lens/build.h"

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' ||
         (unsigned char)c >= 0x80;
}

static void hear_word(Build *b, Str word) {
  char lower[16];
  if (word.len > sizeof lower) return; // rare enough
  for (size_t i = 0; i < word.len; i++) {
    char c = word.data[i];
    lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
  }
  uint32_t at = atoms_put(&b->heard, (Str){lower, word.len}, false);
  if (at == b->times.len) vec_push(&b->times, 0);
  b->times.data[at]++;
}

static void hear(Build *b, Str text) {
  for (size_t i = 0; i < text.len; i++) {
    size_t from = i;
    while (i < text.len && is_letter(text.data[i])) i++;
    if (i > from) hear_word(b, str_slice(text, from, i));
  }
}

static void hear_block(Build *b, const LensFile *f, uint32_t part) {
  part_each(f, part, at) {
    PartKind kind = f->parts.data[at].kind;
    uint32_t text = part_find(f, at, PART_text);
    if (text && (kind == PART_flag || kind == PART_pass))
      hear(b, part_text(f, text));
  }
}

void heard_fill(Build *b) {
  for (uint32_t i = 0; i < b->set->files.len; i++) {
    const LensFile *f = b->set->files.data[i];
    part_each(f, 0, at) hear_block(b, f, at);
  }
}

static uint32_t word_cost(const Build *b, Str word) {
  static const uint32_t by_length[] = {64, 64, 48, 16, 6, 3};
  uint32_t guess = word.len < 6 ? by_length[word.len] : 1;
  uint32_t at = atoms_find(&b->heard, word, lexicon_hash(word)).word;
  return at == NO_INDEX ? guess : guess + b->times.data[at];
}

// Verbs that are met in other forms more often than in their own.
static const struct Verb {
  Str lemma;
  const char *forms;
} verbs[] = {
    {{"be", 2}, "is was are were been am being"},
    {{"have", 4}, "had has having"},
    {{"do", 2}, "did does done doing"},
    {{"get", 3}, "got gets getting"},
    {{"go", 2}, "going went gone goes"},
    {{"feel", 4}, "felt feeling feels"},
    {{"say", 3}, "said says saying"},
    {{"make", 4}, "made makes making"},
};

static uint32_t cost_of_forms(const Build *b, const char *forms) {
  uint32_t cost = 0;
  Str rest = str_of(forms), form;
  while (str_cut(&rest, ' ', &form)) cost += word_cost(b, form);
  return cost;
}

uint32_t atom_cost(const Build *b, Str word, bool is_lemma) {
  uint32_t cost = word_cost(b, word);
  for (unsigned i = 0; is_lemma && i < sizeof verbs / sizeof *verbs; i++)
    if (str_eq(word, verbs[i].lemma)) cost += cost_of_forms(b, verbs[i].forms);
  return cost;
}
