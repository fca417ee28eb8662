// SPDX-License-Identifier: MIT
// Which quotes hold somebody's words, and when they open and close: the one
// list for the scanner and, in plain text, for server/syntax/prose.c.
// A few may stay open, as speech does that goes on in the next paragraph. The
// others are something else as well (an apostrophe, a list's mark, the end of
// another language's speech), so they open only where their end is in sight.
#ifndef TREE_SITTER_JOT_QUOTES_H
#define TREE_SITTER_JOT_QUOTES_H

#include <stdbool.h>
#include <stdint.h>

typedef enum { SPACE, PUNCT, WORD } Class; // in this order: quote_opens

// What is a word character here is one in grammar.js as well.
static inline Class class_of(int32_t c) {
  if (c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 ||
      (c >= 0x2000 && c <= 0x200A))
    return SPACE;
  if (c < 0xC0) {
    bool letter = (c | 32) >= 'a' && (c | 32) <= 'z';
    return letter || (c >= '0' && c <= '9') || c == '_' || c == '/' ? WORD
                                                                    : PUNCT;
  }
  bool punct = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
               (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFF01 && c <= 0xFF0F) ||
               (c >= 0x1F000 && c <= 0x1FAFF);
  return punct ? PUNCT : WORD;
}

enum { QUOTE_MAY_STAY_OPEN = 4, QUOTES = 10 };
static const struct {
  int32_t open, close, or_close;
} quotes[QUOTES + 1] = {
    {0, 0, 0},                // none
    {'"', '"', '"'},          //
    {0x201C, 0x201D, 0x201D}, // “English”
    {0x201E, 0x201C, 0x201D}, // „German“, „Polish”
    {0xAB, 0xBB, 0xBB},       // « French »
    {0xBB, 0xAB, 0xBB},       // »German«, »Finnish»
    {0x201D, 0x201D, 0x201D}, // ”Swedish”
    {0x2018, 0x2019, 0x2019}, // ‘within another’, or British
    {0x201A, 0x2018, 0x2018}, // ‚within another‘
    {0x2039, 0x203A, 0x203A}, // ‹within another›
    {0x203A, 0x2039, 0x2039}, // ›within another‹
};

static inline bool quote_may_stay_open(unsigned quote) {
  return quote <= QUOTE_MAY_STAY_OPEN;
}

// The quote that a character between these two opens, 0: it opens none. It
// opens unless it stands closer to what is before it.
static inline unsigned quote_opens(int32_t c, Class before, Class after) {
  unsigned quote = QUOTES;
  while (quote && quotes[quote].open != c) quote--;
  if (c == 0x201C || c == 0x201E) return quote;
  bool opens = quote_may_stay_open(quote) ? after >= before : after > before;
  return opens ? quote : 0;
}

// An apostrophe stands within a word. (Behind one, it closes.)
static inline bool quote_closes(unsigned quote, int32_t c, Class before,
                                Class after) {
  if (!quote || (c != quotes[quote].close && c != quotes[quote].or_close))
    return false;
  return quote_may_stay_open(quote) ||
         (before != SPACE && !(before == WORD && after == WORD));
}

// Whether text may run over a character while `quote` is open. An apostrophe
// is looked at only where it may be more.
static inline bool quote_is_none(int32_t c, unsigned quote) {
  bool any = c == '"' || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A ||
             (c >= 0x2018 && c <= 0x201E);
  return !any || (c == 0x2019 && quotes[quote].close != c);
}

#endif
