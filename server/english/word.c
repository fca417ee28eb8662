// SPDX-License-Identifier: MIT
#include "english/word.h"

#include <string.h>

#include "english/abbreviation.h"
#include "english/glyph.h"
#include "english/spelling.h"

enum { LONGEST = 8 }; // bytes of a word looked up below, zeros behind it

typedef char Word[LONGEST];

static Glyph peek(Str s, size_t at, size_t end) {
  return at < end ? glyph_at(s, at) : (Glyph){0, 1, GLYPH_SPACE};
}

static bool is_word(Glyph g) {
  return g.kind == GLYPH_LETTER || g.kind == GLYPH_DIGIT;
}

// `list` ends with an empty word.
static bool listed(Str word, const Word *list) {
  Word low = {0};
  if (word.len == 0 || word.len > LONGEST - 1) return false;
  for (size_t i = 0; i < word.len; i++)
    low[i] = (char)glyph_lower((unsigned char)word.data[i]);
  for (; (*list)[0]; list++)
    if (!memcmp(*list, low, LONGEST)) return true;
  return false;
}

// Behind an apostrophe.
static const Word cut_short[] = {"em",   "n",   "cause", "til",  "till",
                                 "bout", "cuz", "tis",   "twas", ""};

// What keeps its hyphen and the word behind it.
static const Word prefixes[] = {
    "non",  "mid",  "co",    "pre",     "post",   "pro",   "anti",
    "re",   "semi", "multi", "ex",      "neo",    "cross", "sub",
    "mini", "pan",  "un",    "uh",      "ultra",  "inter", "e",
    "over", "bi",   "tri",   "counter", "pseudo", "micro", ""};

static const Word units[] = {"am",  "pm",   "k",  "mm",  "cm",  "km",
                             "kg",  "mg",   "ml", "ft",  "lb",  "lbs",
                             "min", "mins", "hr", "hrs", "yrs", "yr",
                             "oz",  "mph",  "gb", "mb",  ""};

static const Word extensions[] = {
    "com", "net", "org", "edu", "gov",  "uk",  "pdf", "doc", "docx", "xls",
    "txt", "exe", "jpg", "gif", "html", "htm", "zip", "ppt", "de",   ""};

// "example.com", "notes.pdf": a stop inside a name.
static bool is_extension(Str s, size_t at, size_t end) {
  size_t stop = at;
  while (stop < end && stop < at + LONGEST &&
         peek(s, stop, end).kind == GLYPH_LETTER)
    stop++;
  return (stop == end || !is_word(peek(s, stop, end))) &&
         listed((Str){s.data + at, stop - at}, extensions);
}

// "U.S", "a.m", "e.g": single letters with stops between them, up to `at`.
static bool is_initials(Str s, size_t start, size_t at) {
  for (size_t i = start; i + 1 < at; i += 2)
    if (peek(s, i, at).kind != GLYPH_LETTER || s.data[i + 1] != '.')
      return false;
  return (at - start) % 2 == 1 && peek(s, at - 1, at).kind == GLYPH_LETTER;
}

static size_t digits_from(Str s, size_t at, size_t end) {
  size_t n = 0;
  while (at + n < end && n < 8 && peek(s, at + n, end).kind == GLYPH_DIGIT) n++;
  return n;
}

static bool is_capital(Str s, size_t at) {
  return s.data[at] >= 'A' && s.data[at] <= 'Z';
}

typedef struct Scan {
  Str s;
  size_t start, at, end;
  bool number; // digits and their stops only, so far
  size_t part; // where the part behind the last joint begins
} Scan;

// "feelin'": the apostrophe stands for a letter.
static bool stands_for_g(const Scan *w) {
  char low[16], room[16];
  Str word = {low, w->at - w->start};
  if (word.len < 4 || word.len > sizeof low) return false;
  for (size_t i = 0; i < word.len; i++)
    low[i] = (char)glyph_lower((unsigned char)w->s.data[w->start + i]);
  Str usual = spelling_find(word, room);
  return usual.len == word.len + 1 && str_ends(usual, STR("ing"));
}

// Does the sign at `at` hold the two sides together?
static bool joins(const Scan *w, Glyph sign) {
  Glyph next = peek(w->s, w->at + sign.width, w->end);
  size_t part = w->at - w->part;
  if (sign.kind == GLYPH_APOSTROPHE)
    return sign.point != '`' && (next.kind == GLYPH_LETTER || stands_for_g(w));
  switch (sign.point) {
  case '.':
    if (w->number && next.kind == GLYPH_DIGIT) return true;
    if (part > 1 && is_extension(w->s, w->at + 1, w->end)) return true;
    return part == 1 && w->at - w->start < 16 && next.kind == GLYPH_LETTER &&
           !is_word(peek(w->s, w->at + 1 + next.width, w->end)) &&
           is_initials(w->s, w->start, w->at);
  case ',':
  case ':': return w->number && next.kind == GLYPH_DIGIT;
  case '/':
    if (w->number && next.kind == GLYPH_DIGIT) return true;
    return part == 1 && strchr("bwBW", w->s.data[w->at - 1]) &&
           next.kind == GLYPH_LETTER; // b/c, w/o
  case '&':
    return part <= 2 && is_capital(w->s, w->at - 1) &&
           next.kind == GLYPH_LETTER && is_capital(w->s, w->at + 1);
  case '-':
    if (w->number && next.kind == GLYPH_DIGIT)
      return part == 3 && digits_from(w->s, w->at + 1, w->end) >= 3;
    return next.kind == GLYPH_LETTER && w->part == w->start &&
           listed((Str){w->s.data + w->start, part}, prefixes);
  default: return false;
  }
}

static void scan(Scan *w) {
  while (w->at < w->end) {
    size_t letters = glyph_letters(w->s, w->at, w->end);
    if (letters > w->at) {
      w->number = false;
      w->at = letters;
      continue;
    }
    Glyph g = glyph_at(w->s, w->at);
    if (is_word(g) || g.kind == GLYPH_JOINER) {
      w->number = w->number && g.kind == GLYPH_DIGIT;
    } else if (w->at > w->start && joins(w, g)) {
      w->part = w->at + g.width;
    } else {
      return;
    }
    w->at += g.width;
  }
}

// "5pm" is a number and a unit; "5th" is one word.
static size_t before_unit(const Scan *w) {
  size_t n = 0;
  while (w->start + n < w->at &&
         peek(w->s, w->start + n, w->at).kind != GLYPH_LETTER)
    n++;
  Str rest = {w->s.data + w->start + n, w->at - w->start - n};
  return n > 0 && n < 8 && listed(rest, units) ? w->start + n : w->at;
}

static size_t run_of(Str s, size_t at, size_t end, const char *set) {
  while (at < end && s.data[at] && strchr(set, s.data[at])) at++;
  return at;
}

static bool keeps_stop(const Scan *w) {
  if (w->at >= w->end || w->s.data[w->at] != '.') return false;
  size_t dots = run_of(w->s, w->at, w->end, ".") - w->at;
  if (dots > 2) return false;
  Str word = {w->s.data + w->start, w->at - w->start};
  if (word.len < 16 && word.len > 1 && is_initials(w->s, w->start, w->at))
    return true;
  if (word.len == 1 && is_capital(w->s, w->start)) return word.data[0] != 'I';
  if (str_eq(word, STR("Ph.D")) || str_eq(word, STR("Ph"))) return true;
  return abbreviation_keeps_stop(w->s, w->start, w->at);
}

static bool is_tail_punct(char c) {
  return c && strchr(".,!?;:)]}'\">", c);
}

static size_t address_end(Str s, size_t at, size_t end) {
  while (end > at + 1 && is_tail_punct(s.data[end - 1])) end--;
  return end;
}

static const char *const faces[] = {
    ":'(", ":'-(", ":-)", ":-(", ":-D", ":-P", ":-/", ";-)", ";-D",
    "=-)", ":)",   ":(",  ";)",  ":D",  ":P",  ":p",  ":/",  "=)",
    "=(",  "=D",   ":]",  ":|",  "<3",  "</3", ":*",  "^^",  "^_^",
    ":o",  ":O",   "xD",  "XD",  ":3",  "D:",  NULL};

bool word_may_be_face(char first) {
  switch (first) {
  case ':':
  case ';':
  case '=':
  case '<':
  case '^':
  case 'x':
  case 'X':
  case 'D': return true;
  default: return false;
  }
}

// The end of an emoticon, or `at`.
static size_t face_end(Str s, size_t at, size_t end) {
  if (!word_may_be_face(s.data[at])) return at;
  for (int i = 0; faces[i]; i++) {
    size_t len = strlen(faces[i]);
    if (at + len > end || memcmp(s.data + at, faces[i], len) != 0) continue;
    if (is_word(peek(s, at + len, end))) continue;
    while (at + len < end && s.data[at + len] == s.data[at + len - 1] &&
           strchr(")(D", s.data[at + len]))
      len++;
    return at + len;
  }
  return at;
}

// A picture with its selectors, skin tones, joined pictures; a pair of flag
// letters.
static size_t picture_end(Str s, size_t at, size_t end) {
  Glyph g = glyph_at(s, at);
  uint32_t last = g.point;
  bool flag = g.point >= 0x1F1E6 && g.point <= 0x1F1FF;
  for (at += g.width; at < end; at += g.width) {
    g = glyph_at(s, at);
    bool joined =
        g.kind == GLYPH_PICTURE &&
        (last == 0x200D || (flag && g.point >= 0x1F1E6 && g.point <= 0x1F1FF));
    if (g.kind != GLYPH_JOINER && !joined) break;
    flag = false;
    last = g.point;
  }
  return at;
}

static size_t punct_end(Str s, size_t at, size_t end, Glyph g) {
  size_t face = face_end(s, at, end);
  if (face > at) return face;
  if (g.point == 0x2026) { // …
    while (at < end && peek(s, at, end).point == 0x2026) at += 3;
    return at;
  }
  if (g.point == '.' || g.point == '!' || g.point == '?')
    return g.point == '.' ? run_of(s, at, end, ".") : run_of(s, at, end, "!?");
  char same[2] = {(char)g.point, 0};
  if (g.point && g.point < 0x80 && strchr("-*=~#<>|+$", (char)g.point))
    return run_of(s, at, end, same);
  at += g.width;
  while (at < end && peek(s, at, end).kind == GLYPH_JOINER)
    at += peek(s, at, end).width;
  return at;
}

// 'em, '90s, 'cause: words that begin with an apostrophe.
static size_t apostrophe_end(Str s, size_t at, size_t end, bool head) {
  Glyph g = glyph_at(s, at);
  size_t next = at + g.width;
  if (next < end && peek(s, next, end).point == g.point &&
      (g.point == '\'' || g.point == '`'))
    return next + g.width; // '' and ``
  if (!head) return next;
  Scan w = {s, next, next, end, true, next};
  scan(&w);
  Str word = {s.data + next, w.at - next};
  bool years = digits_from(s, next, end) == 2 && word.len <= 3;
  return years || listed(word, cut_short) ? w.at : next;
}

size_t word_end(Str s, size_t at, size_t end, bool head, bool address) {
  Glyph g = glyph_at(s, at);
  if (head && address) return address_end(s, at, end);
  if (g.kind == GLYPH_APOSTROPHE) return apostrophe_end(s, at, end, head);
  if (g.kind == GLYPH_PICTURE) return picture_end(s, at, end);
  if (!is_word(g)) return punct_end(s, at, end, g);
  size_t face = head ? face_end(s, at, end) : at;
  if (face > at) return face;
  Scan w = {s, at, at, end, true, at};
  scan(&w);
  size_t unit = before_unit(&w);
  if (unit != w.at) return unit;
  return keeps_stop(&w) ? w.at + 1 : w.at;
}
