// SPDX-License-Identifier: MIT
#include "english/lemma.h"

#include <string.h>

enum { LONGEST = 40 }; // bytes; a longer word is its own lemma

bool lemma_open(LemmaList *l, Str bytes) {
  uint32_t head[4]; // rows of each kind, bytes of text
  if (bytes.len < sizeof head) return false;
  memcpy(head, bytes.data, sizeof head);
  uint64_t rows = (uint64_t)head[0] + head[1] + head[2];
  if (sizeof head + rows * 4 + head[3] > bytes.len || !head[3]) return false;
  const void *at = bytes.data + sizeof head;
  const uint32_t *row = at;
  l->text = (const char *)(row + rows);
  l->text_len = head[3];
  if (l->text[l->text_len - 1]) return false;
  for (int k = 0; k < 3; row += head[k++]) {
    l->kinds[k].rows = row;
    l->kinds[k].count = head[k];
  }
  for (uint64_t i = 0; i < rows; i++) {
    uint32_t form = l->kinds[0].rows[i];
    if (form >= l->text_len) return false;
    if (form + strlen(l->text + form) + 1 >= l->text_len) return false;
  }
  return true;
}

static Str irregular(const LemmaList *l, LemmaKind kind, Str norm) {
  uint32_t from = 0, to = l->kinds[kind].count;
  while (from < to) {
    uint32_t mid = from + (to - from) / 2;
    Str form = str_of(l->text + l->kinds[kind].rows[mid]);
    int order = str_cmp(norm, form);
    if (order == 0) return str_of(form.data + form.len + 1);
    if (order < 0)
      to = mid;
    else
      from = mid + 1;
  }
  return (Str){0};
}

// Closed-class forms, clitics among them, by tag.
typedef struct Fixed {
  const char *norm, *lemma;
  TagSet tags;
} Fixed;

#define VERBS (TAGS_VERB)
static const Fixed fixed[] = {
    {"'m", "be", VERBS},
    {"'re", "be", VERBS},
    {"am", "be", VERBS},
    {"are", "be", VERBS},
    {"is", "be", VERBS},
    {"was", "be", VERBS},
    {"were", "be", VERBS},
    {"been", "be", VERBS},
    {"being", "be", VERBS},
    {"ai", "be", VERBS},
    {"'ve", "have", VERBS},
    {"has", "have", VERBS},
    {"had", "have", VERBS},
    {"ca", "can", VERBS},
    {"wo", "will", VERBS},
    {"'ll", "will", VERBS},
    {"sha", "shall", VERBS},
    {"gon", "go", VERBS},
    {"wan", "want", VERBS},
    {"got", "get", VERBS},
    {"does", "do", VERBS},
    {"did", "do", VERBS},
    {"done", "do", VERBS},
    {"n't", "not", ~0ull},
    {"r", "be", VERBS},
    {"'d", "would", tag_bit(TAG_MD)},
    {"'d", "have", VERBS},
    {"'s", "be", VERBS},
    {"na", "to", ~0ull},
    {"ta", "to", ~0ull},
    {"an", "a", tag_bit(TAG_DT)},
    {"me", "I", tag_bit(TAG_PRP)},
    {"i", "I", tag_bit(TAG_PRP)},
    {"us", "we", tag_bit(TAG_PRP)},
    {"him", "he", tag_bit(TAG_PRP)},
    {"them", "they", tag_bit(TAG_PRP)},
    {"'em", "they", tag_bit(TAG_PRP)},
    {"u", "you", tag_bit(TAG_PRP)},
    {"lives", "life", tag_bit(TAG_NNS)},
    {"felt", "feel", VERBS},
    {"left", "leave", VERBS},
    {"lay", "lie", tag_bit(TAG_VBD)},
    {"saw", "see", tag_bit(TAG_VBD)},
    {"found", "find", VERBS},
    {"ground", "grind", tag_bit(TAG_VBD)},
    {"fell", "fall", VERBS},
    {"wound", "wind", tag_bit(TAG_VBD)},
    {"bound", "bind", tag_bit(TAG_VBN)},
    {"worse", "bad", ~0ull},
    {"worst", "bad", ~0ull},
    {"better", "good", tag_bit(TAG_JJR)},
    {"best", "good", tag_bit(TAG_JJS)},
    {"more", "more", ~0ull},
};

static Str closed(Str norm, Tag tag) {
  if (norm.len > 6) return (Str){0};
  for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
    if (fixed[i].norm[0] == norm.data[0] && tag_in(tag, fixed[i].tags) &&
        str_eq(norm, str_of(fixed[i].norm)))
      return str_of(fixed[i].lemma);
  return (Str){0};
}

typedef struct Rule {
  const char *ending, *instead;
} Rule;

static const Rule noun_rules[] = {
    {"ies", "y"},   {"ches", "ch"}, {"shes", "sh"},
    {"sses", "ss"}, {"xes", "x"},   {"zes", "z"},
    {"s", ""},      {"men", "man"}, {0}};
static const Rule s_rules[] = {
    {"ies", "y"}, {"es", "e"}, {"es", ""}, {"s", ""}, {0}};
static const Rule ed_rules[] = {{"ied", "y"}, {"ed", "e"}, {"ed", ""}, {0}};
static const Rule ing_rules[] = {{"ing", "e"}, {"ing", ""}, {"in'", ""}, {0}};
static const Rule er_rules[] = {{"ier", "y"}, {"er", "e"}, {"er", ""}, {0}};
static const Rule est_rules[] = {{"iest", "y"}, {"est", "e"}, {"est", ""}, {0}};

// The stem with its ending changed, in buf; len 0 where it does not fit.
static Str changed(Str norm, const Rule *r, char *buf) {
  Str ending = str_of(r->ending);
  if (!str_ends(norm, ending) || norm.len <= ending.len + 1) return (Str){0};
  size_t stem = norm.len - ending.len, extra = strlen(r->instead);
  memcpy(buf, norm.data, stem);
  memcpy(buf + stem, r->instead, extra);
  return (Str){buf, stem + extra};
}

static bool is_known(const Lexicon *lex, Str word, TagSet tags) {
  return (lexicon_find(lex, lexicon_hash(word)) & tags) != 0;
}

// "stopped" -> "stop": the doubled letter goes where that makes a word.
static Str undoubled(Str s) {
  bool twice = s.len > 2 && s.data[s.len - 1] == s.data[s.len - 2];
  return twice ? (Str){s.data, s.len - 1} : (Str){0};
}

static Str by_rules(const Lexicon *lex, Str norm, const Rule *rules,
                    TagSet tags, Arena *a) {
  char buf[LONGEST + 4];
  Str last = {0};
  for (const Rule *r = rules; r->ending; r++) {
    Str stem = changed(norm, r, buf);
    Str single = undoubled(stem);
    if (stem.len && is_known(lex, stem, tags)) return str_copy(a, stem);
    if (single.len && is_known(lex, single, tags)) return str_copy(a, single);
    if (stem.len && !last.len) last = str_copy(a, stem);
  }
  return last.len ? last : norm;
}

static const Rule *rules_of(Tag tag, LemmaKind *kind, TagSet *base) {
  *kind = LEMMA_VERB;
  *base = tag_bit(TAG_VB);
  switch (tag) {
  case TAG_VBZ: return s_rules;
  case TAG_VBD:
  case TAG_VBN: return ed_rules;
  case TAG_VBG: return ing_rules;
  case TAG_NNS: *kind = LEMMA_NOUN, *base = tag_bit(TAG_NN); return noun_rules;
  case TAG_JJR:
  case TAG_RBR:
  case TAG_JJS:
  case TAG_RBS:
    *kind = LEMMA_ADJ;
    *base = tag_bit(TAG_JJ) | tag_bit(TAG_RB);
    return tag == TAG_JJR || tag == TAG_RBR ? er_rules : est_rules;
  default: return NULL;
  }
}

Str lemma_find(const LemmaList *l, const Lexicon *lexicon, Str norm, Tag tag,
               Arena *a) {
  if (norm.len == 0 || norm.len > LONGEST) return norm;
  Str lemma = closed(norm, tag);
  if (lemma.len) return lemma;
  LemmaKind kind;
  TagSet base;
  const Rule *rules = rules_of(tag, &kind, &base);
  if (!rules) return norm;
  lemma = irregular(l, kind, norm);
  if (lemma.len) return lemma;
  return by_rules(lexicon, norm, rules, base, a);
}
