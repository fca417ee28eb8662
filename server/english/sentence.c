// SPDX-License-Identifier: MIT
#include "english/sentence.h"

#include <string.h>

#include "english/abbreviation.h"

static bool is_one_of(const Token *t, const char *letters) {
  if (!t->norm.len) return false;
  while (*letters && *letters != t->norm.data[0]) letters++;
  return *letters != 0;
}

static bool is_stop(const Token *t) {
  if (t->flags & TOKEN_WORD || !t->norm.len) return false;
  if (!(t->norm.data[0] & 0x80)) return is_one_of(t, ".!?");
  return str_starts(t->norm, STR("\xE2\x80\xA6")) || // …
         str_starts(t->norm, STR("\xE3\x80\x82"));   // 。
}

static bool is_dots(const Token *t) {
  return (t->norm.len > 1 && t->norm.data[0] == '.' &&
          t->norm.data[1] == '.') ||
         str_starts(t->norm, STR("\xE2\x80\xA6"));
}

// Who says it, or how: "Oh!" she said.
static bool is_saying(const Token *t) {
  static const char *const list[] = {
      "said",       "says",       "say",      "asked",     "asks",
      "ask",        "replied",    "replies",  "reply",     "answered",
      "answers",    "answer",     "inquired", "enquired",  "cried",
      "cries",      "exclaimed",  "called",   "shouted",   "screamed",
      "yelled",     "whispered",  "murmured", "muttered",  "sighed",
      "laughed",    "smiled",     "sobbed",   "groaned",   "gasped",
      "growled",    "snapped",    "demanded", "suggested", "persisted",
      "insisted",   "protested",  "repeated", "remarked",  "returned",
      "retorted",   "interposed", "echoed",   "continued", "interrupted",
      "begged",     "thought",    "wondered", "wrote",     "added",
      "ejaculated", NULL};
  return token_is_any(t, list);
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

// What a stop may stand inside of: "no!" and (really?) end nothing by
// themselves.
static bool is_inside(const Token *t, uint32_t stop, uint32_t count) {
  return stop + 1 < count && closes(&t[stop + 1]) &&
         is_one_of(&t[stop + 1], "\"')]");
}

static bool is_dash(const Token *t) {
  return !(t->flags & TOKEN_WORD) &&
         (is_one_of(t, "-") || str_starts(t->norm, STR("\xE2\x80\x93")) || // –
          str_starts(t->norm, STR("\xE2\x80\x94"))); // —
}

static bool is_face(const Token *t) {
  return t->norm.len > 1 && is_one_of(t, ":;=");
}

static bool is_picture(const Token *t) {
  bool picture = !(t->flags & TOKEN_WORD) && t->norm.len > 1 &&
                 (unsigned char)t->norm.data[0] >= 0xF0;
  return !(t->flags & TOKEN_OPAQUE) && (picture || is_face(t));
}

static bool is_word(const Token *t) {
  return t->flags & TOKEN_WORD && !is_face(t);
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

// Does anybody who writes small letters only write this? What comes behind a
// cry ("Oh! no") or behind what was said ("Who?" was all) says nothing of that.
static bool is_all_small(const Token *t, uint32_t count) {
  enum { CRY = 4 }; // words
  uint32_t starts = 0, small = 0, words = 0;
  bool begun = true; // at the front, and behind a stop
  for (uint32_t i = 0; i < count && starts < 40; i++) {
    if (!begun && t[i].flags & TOKEN_WORD && t[i].norm.data[0] > '@') {
      words++; // nearly always
      continue;
    }
    if (is_stop(&t[i])) {
      begun = !is_dots(&t[i]) && !is_inside(t, i, count) &&
              (words > CRY || !is_one_of(&t[i], "!"));
      words = 0;
    }
    if (!is_word(&t[i])) continue;
    starts += begun;
    small += begun && !(t[i].flags & TOKEN_CAPITAL);
    begun = false;
    words++;
  }
  return starts && small * 2 >= starts;
}

// What begins a sentence, and is nobody's name.
static bool is_opening(const Token *t, uint32_t i, uint32_t count) {
  static const char *const list[] = {
      "he",    "she",   "it",   "we",    "they",  "you",   "my",   "his",
      "her",   "our",   "your", "their", "the",   "this",  "that", "these",
      "those", "there", "then", "but",   "and",   "when",  "if",   "in",
      "at",    "what",  "how",  "who",   "where", "after", "as",   NULL};
  if (str_eq(t[i].norm, STR("i")))
    return i + 1 == count || !str_eq(t[i + 1].norm, STR("."));
  return token_is_any(&t[i], list);
}

// "At 7 a.m.", "On Mon.": too little for a sentence.
static bool is_time_only(const Token *t, uint32_t first, uint32_t i) {
  static const char *const list[] = {
      "at",     "by",    "from", "to", "till",   "until", "about",
      "around", "since", "on",   "in", "before", "after", NULL};
  for (; first < i; first++) {
    bool number = is_one_of(&t[first], "0123456789");
    if (is_word(&t[first]) && !number && !token_is_any(&t[first], list))
      return false;
  }
  return true;
}

// "Mr." and "J." before a name end nothing; "U.S." and "etc." may.
static bool abbreviation_ends(const Token *t, uint32_t first, uint32_t i,
                              uint32_t count) {
  Str n = t[i].norm;
  if (n.len < 2 || n.data[n.len - 1] != '.' || !is_word(&t[i])) return false;
  if (i + 1 < count && !(t[i + 1].flags & TOKEN_CAPITAL)) return false;
  bool opening = i + 1 < count && is_opening(t, i + 1, count);
  switch (abbreviation_find(str_slice(n, 0, n.len - 1))) {
  case ABBREVIATION_LAST:
    return !is_time_only(t, first, i) || !str_ends(n, STR("m."));
  case ABBREVIATION_NUMBER:
  case ABBREVIATION_INNER: return false;
  default: return opening && !is_time_only(t, first, i);
  }
}

// "£2 5s. 0d. in all", "6 ft. 2 in. long": what is counted, cut short.
static bool is_measure(const Token *t, uint32_t stop) {
  static const char *const list[] = {
      "ft",  "in",  "yd", "yds", "lb", "lbs",  "oz",   "st",  "cwt",
      "min", "sec", "hr", "hrs", "mi", "pt",   "qt",   "gal", "sq",
      "cm",  "mm",  "km", "kg",  "m",  "mins", "secs", NULL};
  if (!stop || !str_eq(t[stop].norm, STR("."))) return false;
  Str n = t[stop - 1].norm;
  if (token_is_any(&t[stop - 1], list))
    return stop > 1 && is_one_of(&t[stop - 2], "0123456789");
  if (n.len < 2 || !strchr("sd", n.data[n.len - 1])) return false;
  for (size_t i = 0; i + 1 < n.len; i++)
    if (n.data[i] < '0' || n.data[i] > '9') return false;
  return true;
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

// "Oh!" she said; "Why?" H---- asked: a name or pronoun, then who says it.
static bool is_told(const Splitter *s, uint32_t i) {
  enum { REACH = 5 }; // tokens: "Mr. H---- gravely replied"
  const Token *t = s->t;
  static const char *const people[] = {"i",    "he",  "she", "we",
                                       "they", "you", NULL};
  bool somebody = t[i].flags & (TOKEN_CAPITAL | TOKEN_MENTION) ||
                  token_is_any(&t[i], people);
  if (is_saying(&t[i])) return true;
  if (!somebody) return false;
  for (uint32_t k = i + 1; k < s->count && k < i + REACH; k++) {
    if (is_saying(&t[k])) return true;
    if (!is_word(&t[k]) && !is_one_of(&t[k], "-")) return false;
  }
  return false;
}

// "Many MSS. perished": capitals cut short, by somebody who writes small ones.
static bool is_letters(const Splitter *s, uint32_t stop) {
  return stop && !s->small && s->t[stop - 1].flags & TOKEN_CAPITALS &&
         s->t[stop - 1].norm.len < 6 && str_eq(s->t[stop].norm, STR("."));
}

// What goes on with a sentence, also where nobody writes capitals.
static bool is_joining(const Token *t) {
  static const char *const list[] = {"and",   "or",     "as",    "with",
                                     "to",    "from",   "which", "who",
                                     "while", "before", "until", NULL};
  return token_is_any(t, list);
}

static bool is_small(const Token *t) {
  return is_word(t) && !(t->flags & TOKEN_CAPITAL) &&
         !str_eq(t->norm, STR("i"));
}

// Is token i - 1 a closing quotation mark or bracket, and does what was said go
// on as part of a longer sentence?
static bool goes_on_behind_quote(const Splitter *s, uint32_t i, uint32_t stop) {
  const Token *t = s->t;
  if (stop + 1 >= i || !is_one_of(&t[i - 1], "\"')")) return false;
  uint32_t next = i;
  while (next + 1 < s->count && is_dash(&t[next])) next++;
  if (opens(&t[next])) return false;
  if (is_small(&t[next]))
    return !s->small || is_joining(&t[next]) || is_told(s, next);
  return next == i && is_one_of(&t[stop], "!?") && is_told(s, i);
}

// Does the sentence end behind token i - 1, so that i begins the next?
static bool ends_before(const Splitter *s, uint32_t first, uint32_t i,
                        uint32_t last_stop) {
  const Token *next = &s->t[i];
  if (next->flags & TOKEN_LINE_START)
    return last_stop == i - 1 ||
           (is_short_line(s, i) && is_capital_start(s->t, i, s->count));
  if (last_stop != i - 1)
    return abbreviation_ends(s->t, first, i - 1, s->count);
  if (!(next->flags & TOKEN_SPACE_BEFORE) || closes(next)) return false;
  if (is_picture(next)) return false;
  uint32_t stop = i - 1;
  while (stop > 0 && !is_stop(&s->t[stop])) stop--;
  if (goes_on_behind_quote(s, i, stop)) return false;
  if (is_measure(s->t, stop) && !(next->flags & TOKEN_CAPITAL)) return false;
  if (is_capital_start(s->t, i, s->count)) return true;
  if (is_dots(&s->t[stop])) return false;
  if (is_letters(s, stop) && is_small(next)) return false;
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

// A word in the middle of a line that is no face, number or abbreviation:
// behind another nothing ends and nothing begins.
static bool is_plain(const Token *t) {
  if ((t->flags & (TOKEN_WORD | TOKEN_LINE_START)) != TOKEN_WORD) return false;
  Str n = t->norm;
  return n.len && n.data[0] > '@' && n.data[n.len - 1] != '.';
}

void sentence_run(const Token *tokens, uint32_t count, Arena *a,
                  SentenceVec *out) {
  Splitter s = {tokens, count, is_all_small(tokens, count), 0};
  uint32_t first = 0, last_stop = NO_INDEX; // stop, or what closes behind it
  bool plain = false;
  for (uint32_t i = 0; i < count; i++) {
    bool after = plain;
    plain = is_plain(&tokens[i]);
    if (plain && after && i - first < SENTENCE_MOST) continue;
    if (i > first &&
        (i - first >= SENTENCE_MOST || ends_before(&s, first, i, last_stop))) {
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
