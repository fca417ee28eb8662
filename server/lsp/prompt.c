// SPDX-License-Identifier: MIT
#include "lsp/prompt.h"

#include "lsp/words.h"

typedef struct Turn {
  const char *from, *to;
} Turn;

// "you" between an auxiliary and a verb, or before a verb, is a subject; the
// verb's own form changes only for "to be".
static const Turn pairs[] = {
    {"are you", "am I"},         {"were you", "was I"},
    {"aren't you", "am I not"},  {"weren't you", "wasn't I"},
    {"you are", "I am"},         {"you were", "I was"},
    {"you aren't", "I am not"},  {"you weren't", "I wasn't"},
    {"you yourself", "I myself"}};
static const Turn singles[] = {
    {"your", "my"},     {"yours", "mine"}, {"yourself", "myself"},
    {"you're", "I'm"},  {"you’re", "I’m"}, {"you've", "I've"},
    {"you’ve", "I’ve"}, {"you'd", "I'd"},  {"you’d", "I’d"},
    {"you'll", "I'll"}, {"you’ll", "I’ll"}};
static const char *const auxiliaries[] = {
    "do",      "did",    "don't",    "didn't",   "can",    "could", "would",
    "will",    "have",   "had",      "should",   "might",  "may",   "must",
    "haven't", "hadn't", "couldn't", "wouldn't", "if",     "that",  "what",
    "when",    "while",  "as",       "because",  "how",    "where", "why",
    "who",     "which",  "than",     "before",   "after",  "until", "and",
    "but",     "since",  "part",     "thing",    "things", "word",  "words",
    "way"};
// Behind these a clause ends: "you" is their object.
static const char *const closers[] = {"in",    "to",   "for", "with", "of",
                                      "from",  "now",  "?",   "and",  "or",
                                      "right", "when", "by",  "at",   "on"};

static bool among(Str word, const char *const *list, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (str_eq_nocase(word, str_of(list[i]))) return true;
  return false;
}

#define AMONG(word, list) among(word, list, sizeof(list) / sizeof *(list))

typedef struct Words {
  Str text;
  Vec(Span) all;
} Words;

static Words words_of(Str text, Arena *a) {
  Words w = {.text = text};
  for (uint32_t i = 0; i < text.len; i++) {
    Span s = word_at(text, i);
    if (s.start == s.end) continue;
    vec_push_in(a, &w.all, s);
    i = s.end;
  }
  return w;
}

static Str word(const Words *w, uint32_t i) {
  return i < w->all.len
             ? str_slice(w->text, w->all.data[i].start, w->all.data[i].end)
             : STR("");
}

static bool is_subject(const Words *w, uint32_t i) {
  Str after = word(w, i + 1);
  if (!after.len || AMONG(after, closers)) return false;
  return i == 0 || AMONG(word(w, i - 1), auxiliaries);
}

// "the two of you", "both of you"
static bool is_of_several(const Words *w, uint32_t i) {
  return i >= 2 && str_eq_nocase(word(w, i - 1), STR("of")) &&
         (str_eq_nocase(word(w, i - 2), STR("two")) ||
          str_eq_nocase(word(w, i - 2), STR("both")));
}

static const char *single(const Words *w, uint32_t i) {
  for (size_t k = 0; k < sizeof singles / sizeof *singles; k++)
    if (str_eq_nocase(word(w, i), str_of(singles[k].from)))
      return singles[k].to;
  if (!str_eq_nocase(word(w, i), STR("you"))) return NULL;
  if (is_of_several(w, i)) return "us";
  return is_subject(w, i) ? "I" : "me";
}

static const char *pair(const Words *w, uint32_t i) {
  if (i + 1 >= w->all.len) return NULL;
  Span both = {w->all.data[i].start, w->all.data[i + 1].end};
  Str text = str_slice(w->text, both.start, both.end);
  for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++)
    if (str_eq_nocase(text, str_of(pairs[k].from))) return pairs[k].to;
  return NULL;
}

// Words in curly quotes are the writer's own and stay as they are.
static bool is_quoted(Str text, uint32_t at) {
  bool quoted = false;
  for (uint32_t i = 0; i + 3 <= at; i++) {
    Str three = str_slice(text, i, i + 3);
    if (str_eq(three, STR("“"))) quoted = true;
    if (str_eq(three, STR("”"))) quoted = false;
  }
  return quoted;
}

static void put(StrBuf *b, const char *to, bool capital) {
  size_t at = b->len;
  strbuf_put(b, str_of(to));
  if (capital && b->data[at] >= 'a' && b->data[at] <= 'z')
    b->data[at] = (char)(b->data[at] - 'a' + 'A');
}

Str prompt_of_question(Str question, Arena *a) {
  Words w = words_of(question, a);
  StrBuf b = {0};
  uint32_t done = 0;
  for (uint32_t i = 0; i < w.all.len; i++) {
    const char *both = pair(&w, i), *to = both ? both : single(&w, i);
    Span s = w.all.data[i];
    if (!to || is_quoted(question, s.start)) continue;
    strbuf_put(&b, str_slice(question, done, s.start));
    char first = question.data[s.start];
    put(&b, to, first >= 'A' && first <= 'Z');
    if (both) i++;
    done = w.all.data[i].end;
  }
  strbuf_put(&b, str_slice(question, done, question.len));
  Str out = str_copy(a, strbuf_str(&b));
  strbuf_clear(&b);
  return out;
}
