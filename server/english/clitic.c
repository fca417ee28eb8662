// SPDX-License-Identifier: MIT
#include "english/clitic.h"

#include <string.h>

#include "english/glyph.h"
#include "english/lexicon.h"
#include "english/rows.h"

typedef char Next[10]; // a word and a zero; the last of a list is empty

// What comes behind "it's", "you're", "I'll", "I'd", and hardly behind "its",
// "your", "ill", "id".
static const Next is_next[] = {
    "a",        "an",    "the",     "not",     "never",   "just",  "so",
    "too",      "such",  "been",    "gonna",   "going",   "ok",    "okay",
    "fine",     "my",    "his",     "her",     "our",     "their", "your",
    "all",      "like",  "that",    "this",    "how",     "why",   "because",
    "always",   "still", "nothing", "no",      "about",   "over",  "me",
    "us",       "you",   "him",     "them",    "really",  "kinda", "sorta",
    "probably", "maybe", "making",  "killing", "getting", "hard",  ""};
static const Next are_next[] = {
    "a",         "an",        "the",   "not",     "never",   "just",
    "so",        "too",       "such",  "been",    "gonna",   "going",
    "ok",        "okay",      "fine",  "my",      "all",     "like",
    "always",    "still",     "no",    "on",      "in",      "with",
    "at",        "here",      "there", "only",    "really",  "kinda",
    "sorta",     "probably",  "being", "making",  "killing", "getting",
    "basically", "literally", "mad",   "angry",   "upset",   "right",
    "wrong",     "late",      "busy",  "welcome", "lying",   "crazy",
    "gone",      ""};
static const Next are_surely[] = {"a",      "an",    "the",   "not",    "never",
                                  "so",     "too",   "such",  "gonna",  "going",
                                  "always", "still", "being", "really", "just",
                                  "my",     ""};
static const Next will_next[] = {
    "be",   "never", "have", "take", "do",   "go",     "get", "try",
    "just", "call",  "see",  "let",  "make", "always", "not", "still",
    "tell", "give",  "come", "stop", "miss", "keep",   ""};
static const Next would_next[] = {"love",  "like", "rather",   "have",  "be",
                                  "never", "say",  "prefer",   "do",    "hate",
                                  "want",  "give", "probably", "still", ""};

// "Were" is "we're" where nobody stands before it who were: at the front or
// behind one of these, and before what is done now.
static const Next were_before[] = {
    "but",  "so",    "because", "cause", "if",     "how",    "what",  "think",
    "when", "while", "since",   "now",   "then",   "though", "guess", "hope",
    "yeah", "cuz",   "cos",     "bc",    "anyway", ""};
static const Next were_next[] = {"gonna", "just", "not", "in",    "at",
                                 "here",  "all",  "so",  "still", ""};

typedef struct Row {
  char word[ROW_WORD];
  uint8_t cut;
  const char *first, *second; // first NULL: the letters themselves
  const Next *next;           // only before one of these; NULL: anywhere
} Row;

// Typed without an apostrophe, or written as one word. Sorted.
static const Row whole[] = {
    {"aint", 2, NULL, "n't", NULL},       {"arenae", 3, NULL, "n't", NULL},
    {"arent", 3, NULL, "n't", NULL},      {"arnt", 2, "are", "n't", NULL},
    {"canna", 2, NULL, "n't", NULL},      {"cannae", 2, NULL, "n't", NULL},
    {"cannot", 3, NULL, "not", NULL},     {"cant", 2, NULL, "n't", NULL},
    {"coulda", 5, NULL, "'ve", NULL},     {"couldna", 5, NULL, "n't", NULL},
    {"couldnae", 5, NULL, "n't", NULL},   {"couldnt", 5, NULL, "n't", NULL},
    {"couldve", 5, NULL, "'ve", NULL},    {"didna", 3, NULL, "n't", NULL},
    {"didnae", 3, NULL, "n't", NULL},     {"didnt", 3, NULL, "n't", NULL},
    {"dinna", 2, "do", "n't", NULL},      {"dinnae", 2, "do", "n't", NULL},
    {"doesna", 4, NULL, "n't", NULL},     {"doesnae", 4, NULL, "n't", NULL},
    {"doesnt", 4, NULL, "n't", NULL},     {"dont", 2, NULL, "n't", NULL},
    {"dunno", 3, "dun", "no", NULL},      {"gimme", 3, NULL, NULL, NULL},
    {"gonna", 3, NULL, NULL, NULL},       {"gotta", 3, NULL, NULL, NULL},
    {"hadna", 3, NULL, "n't", NULL},      {"hadnae", 3, NULL, "n't", NULL},
    {"hadnt", 3, NULL, "n't", NULL},      {"hafta", 3, "have", "to", NULL},
    {"hasna", 3, NULL, "n't", NULL},      {"hasnae", 3, NULL, "n't", NULL},
    {"hasnt", 3, NULL, "n't", NULL},      {"havenae", 4, NULL, "n't", NULL},
    {"havent", 4, NULL, "n't", NULL},     {"havnae", 3, "have", "n't", NULL},
    {"heres", 4, NULL, "'s", NULL},       {"hes", 2, NULL, "'s", NULL},
    {"hows", 3, NULL, "'s", NULL},        {"id", 1, NULL, "'d", would_next},
    {"ill", 1, NULL, "'ll", will_next},   {"im", 1, NULL, "'m", NULL},
    {"imma", 1, NULL, "'ll", NULL},       {"isna", 2, NULL, "n't", NULL},
    {"isnae", 2, NULL, "n't", NULL},      {"isnt", 2, NULL, "n't", NULL},
    {"itd", 2, NULL, "'d", NULL},         {"itll", 2, NULL, "'ll", NULL},
    {"its", 2, NULL, "'s", is_next},      {"ive", 1, NULL, "'ve", NULL},
    {"lemme", 3, NULL, NULL, NULL},       {"lets", 3, NULL, "'s", NULL},
    {"mighta", 5, NULL, "'ve", NULL},     {"mightve", 5, NULL, "'ve", NULL},
    {"musta", 4, NULL, "'ve", NULL},      {"mustna", 4, NULL, "n't", NULL},
    {"mustnae", 4, NULL, "n't", NULL},    {"mustnt", 4, NULL, "n't", NULL},
    {"mustve", 4, NULL, "'ve", NULL},     {"neednt", 4, NULL, "n't", NULL},
    {"nvm", 1, "never", "mind", NULL},    {"oughta", 5, NULL, "to", NULL},
    {"outta", 3, NULL, NULL, NULL},       {"shes", 3, NULL, "'s", NULL},
    {"shoulda", 6, NULL, "'ve", NULL},    {"shouldna", 6, NULL, "n't", NULL},
    {"shouldnae", 6, NULL, "n't", NULL},  {"shouldnt", 6, NULL, "n't", NULL},
    {"shouldve", 6, NULL, "'ve", NULL},   {"thats", 4, NULL, "'s", NULL},
    {"theres", 5, NULL, "'s", NULL},      {"theyd", 4, NULL, "'d", NULL},
    {"theyll", 4, NULL, "'ll", NULL},     {"theyre", 4, NULL, "'re", NULL},
    {"theyve", 4, NULL, "'ve", NULL},     {"tryna", 3, "trying", NULL, NULL},
    {"ur", 1, NULL, "'re", are_next},     {"wanna", 3, NULL, NULL, NULL},
    {"wasna", 3, NULL, "n't", NULL},      {"wasnae", 3, NULL, "n't", NULL},
    {"wasnt", 3, NULL, "n't", NULL},      {"were", 2, NULL, "'re", were_next},
    {"werenae", 4, NULL, "n't", NULL},    {"werent", 4, NULL, "n't", NULL},
    {"weve", 2, NULL, "'ve", NULL},       {"whats", 4, NULL, "'s", NULL},
    {"wheres", 5, NULL, "'s", NULL},      {"willnae", 4, "wo", "n't", NULL},
    {"winna", 3, "wo", "n't", NULL},      {"wisnae", 3, "was", "n't", NULL},
    {"wont", 2, NULL, "n't", NULL},       {"woulda", 5, NULL, "'ve", NULL},
    {"wouldna", 5, NULL, "n't", NULL},    {"wouldnae", 5, NULL, "n't", NULL},
    {"wouldnt", 5, NULL, "n't", NULL},    {"wouldve", 5, NULL, "'ve", NULL},
    {"wullnae", 4, "wo", "n't", NULL},    {"yer", 2, NULL, "'re", are_next},
    {"youd", 3, NULL, "'d", NULL},        {"youll", 3, NULL, "'ll", NULL},
    {"your", 3, NULL, "'re", are_surely}, {"youre", 3, NULL, "'re", NULL},
    {"youve", 3, NULL, "'ve", NULL},
};

enum { WHOLE = sizeof whole / sizeof *whole };

static RowsAbsent absent;

void clitic_init(void) {
  absent = rows_absent_from(whole, WHOLE, sizeof *whole);
}

bool clitic_is_none(uint64_t hash) {
  return rows_absent(&absent, hash);
}

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
  char low[ROW_WORD] = {0};
  if (word.len >= ROW_WORD || word.len < 2) return NULL;
  for (size_t i = 0; i < word.len; i++)
    low[i] = (char)glyph_lower((unsigned char)word.data[i]);
  return rows_find(whole, WHOLE, sizeof *whole, low);
}

static bool is_among(Str word, const Next *list) {
  for (; (*list)[0]; list++)
    if (str_eq_nocase(word, str_of(*list))) return true;
  return false;
}

// An apostrophe, or bytes that may be one, among the last letters.
static bool may_be_cut(Str w) {
  for (size_t i = w.len < 6 ? 0 : w.len - 6; i < w.len; i++) {
    unsigned char c = (unsigned char)w.data[i];
    if (c == '\'' || c == '`' || c >= 0x80) return true;
  }
  return false;
}

// May "were" before `next` be "we're"?
static bool is_we_are(Str before, Str next) {
  if (before.len && !is_among(before, were_before)) return false;
  return is_among(next, were_next) ||
         (next.len > 4 && str_ends(next, STR("ing")));
}

static bool is_cut(const Row *row, Str before, Str next) {
  if (row->next == were_next) return is_we_are(before, next);
  return !row->next || is_among(next, row->next);
}

Clitic clitic_find(Str word, Str before, Str next) {
  const Row *row = find_whole(word);
  if (!row) return may_be_cut(word) ? of_tail(word) : (Clitic){0};
  if (!is_cut(row, before, next)) return (Clitic){0};
  // An abbreviation in capitals ("IM") is a word of its own.
  if (row->cut == 1 && word.data[1] >= 'A' && word.data[1] <= 'Z')
    return (Clitic){0};
  return (Clitic){row->cut, str_of(row->first), str_of(row->second)};
}

Str clitic_norm(Str norm) {
  if (str_eq(norm, STR("nt")) || str_eq(norm, STR("n t"))) return STR("n't");
  return norm;
}
