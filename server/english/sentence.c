// SPDX-License-Identifier: MIT
#include "english/sentence.h"

#include <string.h>

static bool is_one_of(const Token *t, const char *letters) {
  return t->norm.len && strchr(letters, t->norm.data[0]) && t->norm.data[0];
}

static bool is_stop(const Token *t) {
  if (t->flags & TOKEN_WORD || !t->norm.len) return false;
  if (is_one_of(t, ".!?")) return true;
  return str_starts(t->norm, STR("\xE2\x80\xA6")) || // …
         str_starts(t->norm, STR("\xE3\x80\x82"));   // 。
}

static bool is_dots(const Token *t) {
  return (t->norm.len > 1 && t->norm.data[0] == '.' &&
          t->norm.data[1] == '.') ||
         str_starts(t->norm, STR("\xE2\x80\xA6"));
}

// What may stand between a stop and the next sentence, with no space before it.
static bool closes(const Token *t) {
  if (t->flags & (TOKEN_WORD | TOKEN_OPAQUE)) return false;
  if (is_stop(t)) return true;
  return !(t->flags & TOKEN_SPACE_BEFORE) && is_one_of(t, "\"')]}*_");
}

static bool opens(const Token *t) {
  return !(t->flags & TOKEN_WORD) && is_one_of(t, "\"'([{*-");
}

static bool is_picture(const Token *t) {
  return !(t->flags & (TOKEN_WORD | TOKEN_OPAQUE)) && t->norm.len &&
         ((unsigned char)t->norm.data[0] >= 0xF0 || is_one_of(t, ":;=")) &&
         t->norm.len > 1;
}

// The first word at or behind `i`, over opening quotes; count where none.
static uint32_t word_from(const Token *t, uint32_t i, uint32_t count) {
  for (uint32_t step = 0; step < 3 && i < count && opens(&t[i]); step++) i++;
  return i;
}

static bool is_capital_start(const Token *t, uint32_t i, uint32_t count) {
  i = word_from(t, i, count);
  return i == count || t[i].flags & (TOKEN_CAPITAL | TOKEN_MENTION) ||
         str_eq(t[i].norm, STR("i"));
}

// Does anybody who writes small letters only write this?
static bool is_all_small(const Token *t, uint32_t count) {
  uint32_t starts = 0, small = 0;
  for (uint32_t i = 1; i < count && starts < 40; i++) {
    if (!is_stop(&t[i - 1]) || is_dots(&t[i - 1])) continue;
    if (!(t[i].flags & TOKEN_WORD) || !(t[i].flags & TOKEN_SPACE_BEFORE))
      continue;
    starts++;
    small += !(t[i].flags & TOKEN_CAPITAL);
  }
  bool first = count && !(t[0].flags & TOKEN_CAPITAL);
  return small * 2 > starts || (first && small == starts);
}

// "Mr." and "J." before a name end nothing; "U.S." and "etc." may.
static bool abbreviation_ends(const Token *t, uint32_t i, uint32_t count) {
  Str n = t[i].norm;
  if (n.len < 2 || n.data[n.len - 1] != '.' || !(t[i].flags & TOKEN_WORD))
    return false;
  if (i + 1 < count && !(t[i + 1].flags & TOKEN_CAPITAL)) return false;
  static const char *const enders[] = {"etc.",  "p.m.", "a.m.", "inc.", "co.",
                                       "corp.", "ltd.", "jr.",  "sr.",  NULL};
  for (int k = 0; enders[k]; k++)
    if (str_eq(n, str_of(enders[k]))) return true;
  return false;
}

typedef struct Splitter {
  const Token *t;
  uint32_t count;
  bool small;    // stops end sentences before small letters too
  uint32_t line; // the first token of the line before the one at hand
} Splitter;

// A line that stops well before the margin was ended by hand; a long one was
// wrapped by the editor, and a capital behind it may be any name.
static bool is_short_line(const Splitter *s, uint32_t end) {
  enum { WRAPPED = 48 }; // bytes
  return s->t[end - 1].span.end - s->t[s->line].span.start < WRAPPED;
}

// Does the sentence end behind token i - 1, so that i begins the next?
static bool ends_before(const Splitter *s, uint32_t i, uint32_t last_stop) {
  const Token *next = &s->t[i];
  if (next->flags & TOKEN_LINE_START)
    return last_stop == i - 1 ||
           (is_short_line(s, i) && is_capital_start(s->t, i, s->count));
  if (last_stop != i - 1) return abbreviation_ends(s->t, i - 1, s->count);
  if (!(next->flags & TOKEN_SPACE_BEFORE) || closes(next)) return false;
  if (is_picture(next)) return false;
  if (is_capital_start(s->t, i, s->count)) return true;
  uint32_t stop = i - 1;
  while (stop > 0 && !is_stop(&s->t[stop])) stop--;
  if (is_dots(&s->t[stop])) return false;
  uint32_t word = word_from(s->t, i, s->count);
  if (word < s->count && s->t[word].norm.len &&
      s->t[word].norm.data[0] >= '0' && s->t[word].norm.data[0] <= '9')
    return true;
  return s->small || !str_eq(s->t[stop].norm, STR("!"));
}

static void put(Arena *a, SentenceVec *out, const Token *t, uint32_t first,
                uint32_t end) {
  Sentence s = {.span = {t[first].span.start, t[end - 1].span.end},
                .first = first,
                .end = end,
                .main = NO_INDEX};
  vec_push_in(a, out, s);
}

void sentence_run(const Token *tokens, uint32_t count, Arena *a,
                  SentenceVec *out) {
  Splitter s = {tokens, count, is_all_small(tokens, count), 0};
  uint32_t first = 0, last_stop = NO_INDEX; // stop, or what closes behind it
  for (uint32_t i = 0; i < count; i++) {
    if (i > first &&
        (i - first >= SENTENCE_MOST || ends_before(&s, i, last_stop))) {
      put(a, out, tokens, first, i);
      first = i;
      last_stop = NO_INDEX;
    }
    if (tokens[i].flags & TOKEN_LINE_START) s.line = i;
    bool tail = last_stop != NO_INDEX && last_stop + 1 == i &&
                (closes(&tokens[i]) || is_picture(&tokens[i]));
    if (is_stop(&tokens[i]) || tail) last_stop = i;
  }
  if (first < count) put(a, out, tokens, first, count);
}
