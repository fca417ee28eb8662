// SPDX-License-Identifier: MIT
#include "english/lemma.h"

#include <string.h>

enum { LONGEST = 40 }; // bytes; a longer word is its own lemma

static Str irregular(const LemmaList *l, LemmaKind kind, Str norm) {
  uint32_t from = 0, to = l->kinds[kind].count;
  while (from < to) {
    uint32_t mid = from + (to - from) / 2;
    const char *form = l->text + l->kinds[kind].rows[mid];
    int order = str_cmp_z(norm, form);
    if (order == 0) return str_of(form + norm.len + 1);
    if (order < 0)
      to = mid;
    else
      from = mid + 1;
  }
  return (Str){0};
}

// Closed-class forms, clitics among them, by the tags that they have so.
typedef struct Fixed {
  char norm[8]; // zeros behind it
  const char *lemma;
} Fixed;

typedef struct FixedList {
  TagSet tags;
  const Fixed *rows; // the last one's lemma is NULL
} FixedList;

static const Fixed verbs[] = {
    {"'m", "be"},     {"'re", "be"},    {"'s", "be"},      {"am", "be"},
    {"are", "be"},    {"is", "be"},     {"was", "be"},     {"were", "be"},
    {"been", "be"},   {"being", "be"},  {"ai", "be"},      {"r", "be"},
    {"'ve", "have"},  {"has", "have"},  {"had", "have"},   {"ca", "can"},
    {"wo", "will"},   {"'ll", "will"},  {"sha", "shall"},  {"gon", "go"},
    {"wan", "want"},  {"got", "get"},   {"does", "do"},    {"did", "do"},
    {"done", "do"},   {"felt", "feel"}, {"left", "leave"}, {"found", "find"},
    {"fell", "fall"}, {"", NULL}};
static const Fixed modals[] = {{"'d", "would"}, {"", NULL}};
static const Fixed others[] = {{"'d", "have"}, {"", NULL}};
static const Fixed pasts[] = {{"lay", "lie"},
                              {"saw", "see"},
                              {"ground", "grind"},
                              {"wound", "wind"},
                              {"", NULL}};
static const Fixed participles[] = {{"bound", "bind"}, {"", NULL}};
static const Fixed pronouns[] = {
    {"me", "I"},      {"i", "I"},      {"us", "we"}, {"him", "he"},
    {"them", "they"}, {"'em", "they"}, {"u", "you"}, {"", NULL}};
static const Fixed articles[] = {{"an", "a"}, {"", NULL}};
static const Fixed plurals[] = {{"lives", "life"}, {"", NULL}};
static const Fixed comparatives[] = {{"better", "good"}, {"", NULL}};
static const Fixed superlatives[] = {{"best", "good"}, {"", NULL}};
static const Fixed any[] = {
    {"n't", "not"},   {"na", "to"},     {"ta", "to"}, {"worse", "bad"},
    {"worst", "bad"}, {"more", "more"}, {"", NULL}};

static const FixedList fixed[] = {
    {~(TagSet)0, any},
    {TAGS_VERB, verbs},
    {tag_bit(TAG_MD), modals},
    {TAGS_VERB & ~tag_bit(TAG_MD), others},
    {tag_bit(TAG_VBD), pasts},
    {tag_bit(TAG_VBN), participles},
    {tag_bit(TAG_PRP), pronouns},
    {tag_bit(TAG_DT), articles},
    {tag_bit(TAG_NNS), plurals},
    {tag_bit(TAG_JJR), comparatives},
    {tag_bit(TAG_JJS), superlatives},
};

static void note_closed(LemmaList *l) {
  memset(&l->closed, 0xFF, sizeof l->closed);
  for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
    for (const Fixed *row = fixed[i].rows; row->lemma; row++)
      rows_add(&l->closed, lexicon_hash(str_of(row->norm)));
}

static Str closed(Str norm, Tag tag) {
  char key[sizeof verbs->norm] = {0};
  if (norm.len > 6) return (Str){0};
  memcpy(key, norm.data, norm.len);
  for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++) {
    if (!tag_in(tag, fixed[i].tags)) continue;
    for (const Fixed *row = fixed[i].rows; row->lemma; row++)
      if (!memcmp(key, row->norm, sizeof key)) return str_of(row->lemma);
  }
  return (Str){0};
}

static uint64_t *absent_at(LemmaList *l, uint64_t hash) {
  return &l->absent[hash >> 6 & 1023];
}

static bool is_regular(const LemmaList *l, uint64_t hash) {
  return l->absent[hash >> 6 & 1023] >> (hash & 63) & 1;
}

static void note_irregular(LemmaList *l, uint64_t rows) {
  memset(l->absent, 0xFF, sizeof l->absent);
  for (uint64_t i = 0; i < rows; i++) {
    uint64_t hash = lexicon_hash(str_of(l->text + l->kinds[0].rows[i]));
    *absent_at(l, hash) &= ~((uint64_t)1 << (hash & 63));
  }
}

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
  note_closed(l);
  note_irregular(l, rows);
  return true;
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

// Borrowed from the norm where it begins like that.
static Str kept(Arena *a, Str norm, Str stem) {
  return str_starts(norm, stem) ? (Str){norm.data, stem.len}
                                : str_copy(a, stem);
}

static Str by_rules(const Lexicon *lex, Str norm, const Rule *rules,
                    TagSet tags, Arena *a) {
  char buf[LONGEST + 4];
  const Rule *first = NULL;
  for (const Rule *r = rules; r->ending; r++) {
    Str stem = changed(norm, r, buf);
    if (!stem.len) continue;
    Str single = undoubled(stem);
    if (is_known(lex, stem, tags)) return kept(a, norm, stem);
    if (single.len && is_known(lex, single, tags)) return kept(a, norm, single);
    if (!first) first = r;
  }
  return first ? kept(a, norm, changed(norm, first, buf)) : norm;
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

Str lemma_find(const LemmaList *l, const Lexicon *lexicon, const Token *t,
               Arena *a) {
  Str norm = t->norm, lemma;
  if (norm.len == 0 || norm.len > LONGEST) return norm;
  if (!rows_absent(&l->closed, t->word)) {
    lemma = closed(norm, t->tag);
    if (lemma.len) return lemma;
  }
  LemmaKind kind;
  TagSet base;
  const Rule *rules = rules_of(t->tag, &kind, &base);
  if (!rules) return norm;
  if (!is_regular(l, t->word)) {
    lemma = irregular(l, kind, norm);
    if (lemma.len) return lemma;
  }
  return by_rules(lexicon, norm, rules, base, a);
}
