// SPDX-License-Identifier: MIT
// look.h: looking ahead in the text, a character, a run or a line at a time.
// What is a word character here is one in grammar.js as well.
#ifndef JOT_LOOK_H
#define JOT_LOOK_H

#include <string.h>

#include "tree_sitter/parser.h"

typedef enum { SPACE, WORD, PUNCT } Class;

// A character, or a run of one, as looking ahead sees it.
typedef struct {
  int32_t c;
  unsigned n;
  Class before, after, last;
} Sym;

static void step(TSLexer *l) {
  l->advance(l, false);
}
static bool in(int32_t c, int32_t a, int32_t z) {
  return a <= c && c <= z;
}
static bool has(const char *s, int32_t c) {
  return c > 0 && c < 128 && strchr(s, c);
}
static bool is_blank(int32_t c) {
  return c == ' ' || c == '\t';
}
static bool is_quote(int32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D;
}
static bool at_end(TSLexer *l) {
  return l->lookahead == 0 && l->eof(l);
}
static bool at_eol(TSLexer *l) {
  return has("\r\n", l->lookahead) || at_end(l);
}
static void to_eol(TSLexer *l) {
  while (!at_eol(l)) step(l);
}
static Class class_of(int32_t c) {
  if (c == ' ' || in(c, 9, 13) || c == 0xA0 || in(c, 0x2000, 0x200A))
    return SPACE;
  if (c < 0xC0)
    return in(c | 32, 'a', 'z') || has("0123456789_/", c) ? WORD : PUNCT;
  return in(c, 0x2000, 0x2BFF) || in(c, 0x3000, 0x303F) ||
                 in(c, 0xFE00, 0xFE0F) || in(c, 0xFF01, 0xFF0F) ||
                 in(c, 0x1F000, 0x1FAFF)
             ? PUNCT
             : WORD;
}
static Class class_at(TSLexer *l) {
  return at_end(l) ? SPACE : class_of(l->lookahead);
}
static bool is_letter(int32_t c) {
  return class_of(c) == WORD && !has("0123456789_/", c);
}
static unsigned run(TSLexer *l, int32_t c) {
  unsigned n = 0;
  for (; l->lookahead == c && !at_end(l); n++) step(l);
  return n;
}
static bool blanks(TSLexer *l) {
  bool any = is_blank(l->lookahead);
  while (is_blank(l->lookahead)) step(l);
  return any;
}
// Into the next line, past its indent. Was there one?
static bool line_break(TSLexer *l) {
  bool cr = l->lookahead == '\r';
  if (!at_end(l)) step(l);
  if (cr && l->lookahead == '\n') step(l);
  return blanks(l);
}
static bool literal(TSLexer *l, const char *z) {
  for (; *z && l->lookahead == *z; z++) step(l);
  return !*z;
}

#endif
