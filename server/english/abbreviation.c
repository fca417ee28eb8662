// SPDX-License-Identifier: MIT
#include "english/abbreviation.h"

#include <string.h>

#include "english/glyph.h"

enum { LONGEST = 8 }; // bytes of a listed word, zeros behind it

typedef char Word[LONGEST];

static const Word names[] = {
    "mr",    "mrs",  "ms",   "messrs", "mme",  "mlle", "dr",   "drs",  "st",
    "prof",  "rev",  "revd", "gen",    "lt",   "sgt",  "capt", "col",  "cpl",
    "maj",   "pte",  "pvt",  "lieut",  "cmdr", "supt", "insp", "gov",  "sen",
    "rep",   "hon",  "mt",   "ft",     "geo",  "wm",   "chas", "jas",  "thos",
    "edw",   "robt", "saml", "benj",   "jno",  "danl", "alf",  "jan",  "feb",
    "mar",   "apr",  "jun",  "jul",    "aug",  "sept", "sep",  "oct",  "nov",
    "dec",   "mon",  "tue",  "tues",   "wed",  "thu",  "thur", "fri",  "ave",
    "thurs", "blvd", "rd",   "dept",   "est",  "min",  "hrs",  "attn", "ed",
    "eds",   "al",   "ph",   "ass't",  "edin", ""};

// Also in small letters.
static const Word small_numbers[] = {"p",    "pp",   "vol", "vols",
                                     "figs", "chap", "aet", ""};
static const Word numbers[] = {"no", "nos", "op", "fig",  "ch",  "sec",
                               "pt", "bk",  "ed", "opus", "ext", ""};
// What a house of learning has in its name: nearly words, cut short, whole.
static const Word parts[] = {"nat", "roy", "brit", ""};
static const Word ends[] = {"hist", "soc", "mus", "sci", "acad", "inst", ""};
static const Word wholes[] = {"history", "society", "museum",
                              "science", "library", "gallery",
                              "academy", "college", ""};
static const Word inner[] = {"viz", "cf",  "vs",     "ca",
                             "i.e", "e.g", "approx", ""};
static const Word lasts[] = {"etc",  "p.m", "a.m", "inc", "co",
                             "corp", "ltd", "jr",  "sr",  ""};
static const Word small_lasts[] = {"etc", "al", ""};

// `list` ends with an empty word; letters of either case.
static bool listed(Str word, const Word *list) {
  Word low = {0};
  if (word.len == 0 || word.len >= LONGEST) return false;
  for (size_t i = 0; i < word.len; i++)
    low[i] = (char)glyph_lower((unsigned char)word.data[i]);
  for (; (*list)[0]; list++)
    if (!memcmp(*list, low, LONGEST)) return true;
  return false;
}

Abbreviation abbreviation_find(Str word) {
  if (listed(word, inner)) return ABBREVIATION_INNER;
  if (listed(word, lasts)) return ABBREVIATION_LAST;
  if (listed(word, names)) return ABBREVIATION_NAME;
  if (listed(word, parts) || listed(word, ends)) return ABBREVIATION_NAME;
  if (listed(word, small_numbers) || listed(word, numbers))
    return ABBREVIATION_NUMBER;
  return ABBREVIATION_NONE;
}

static bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// The word behind a stop and a space or two, or a line end.
static Str word_behind(Str s, size_t stop) {
  size_t at = stop + 1, most = at + 2;
  while (at < s.len && at < most && (s.data[at] == ' ' || s.data[at] == '\n'))
    at++;
  size_t end = glyph_letters(s, at, s.len);
  if (end == at && at < s.len && glyph_at(s, at).kind == GLYPH_DIGIT) end++;
  return (Str){s.data + at, end - at};
}

// Of letters, or a digit: a number, Roman or not? A lone "I" is the writer.
static bool is_number(Str word) {
  if (!word.len) return false;
  if (word.data[0] >= '0' && word.data[0] <= '9') return true;
  for (size_t i = 0; i < word.len; i++)
    if (!strchr("IVXLC", word.data[i])) return false;
  return word.len > 1 || word.data[0] == 'V' || word.data[0] == 'X';
}

static bool is_part(Str word) {
  return word.len && is_capital(word.data[0]) &&
         (listed(word, ends) || listed(word, wholes));
}

bool abbreviation_keeps_stop(Str s, size_t start, size_t at) {
  Str word = {s.data + start, at - start};
  bool capital = is_capital(word.data[0]);
  Str next = word_behind(s, at);
  bool one = str_eq(next, STR("I")) && capital;
  if (listed(word, small_numbers)) return is_number(next) || one;
  if (capital && listed(word, numbers) && is_number(next)) return true;
  if (listed(word, inner) || listed(word, small_lasts)) return true;
  if (!capital) return false;
  // Months, days and other look-alikes only with a capital.
  if (listed(word, names) || listed(word, ends) || listed(word, lasts))
    return true;
  return listed(word, parts) && is_part(next);
}
