// SPDX-License-Identifier: MIT
// line.h: what the scanner keeps, and what it takes a line's beginning for.
#ifndef JOT_LINE_H
#define JOT_LINE_H

#include "look.h"

// clang-format off
enum {
  END, END_PAGE, END_PART, TEXT, PARAGRAPH, HEADING, FIELD, ITEM, PROMPT, BLANK,
  QUOTE, BREAK, NOTE, COMMENT, CODE, FRONT_MATTER, CODE_TEXT, REST,
  EMPHASIS_OPEN, EMPHASIS_CLOSE, STRONG_OPEN, STRONG_CLOSE, SPEECH_OPEN,
  SPEECH_CLOSE, VERBATIM, LEAF, NEVER
};
// clang-format on
enum { START, TOP, FIELDS, BODY };       // State.phase
enum { NONE, EMPHASIS, STRONG, SPEECH }; // State.open
enum { COMMENT_MOST = 16384, KEY_MOST = 32, FRONT_MOST = 200, NUMBER_MOST = 3 };

typedef struct {
  uint8_t phase;       // what may still stand here
  uint8_t block;       // the token that began it; END between blocks
  uint8_t prev;        // Class of the character before
  uint8_t depth;       // open[depth] is the innermost mark, open[0] none
  uint8_t open[4];     // each kind at most once
  uint8_t failed[4];   // bits: kinds without an end in the rest of open[depth]
  uint8_t no_verbatim; // the same for verbatim, in the rest of the block
  uint8_t fence, fence_len;
  uint16_t speech; // the character that closes what is open, or 0
} State;

static bool wraps(const State *s) {
  return s->block == PARAGRAPH || s->block == ITEM;
}

// From a line's end up to the line that closes the fence: is there one? Front
// matter is no longer than `most` and does not begin with a blank line.
static bool fenced(TSLexer *l, const State *s, unsigned most, bool front) {
  for (unsigned i = 0; i < most && !at_end(l); i++) {
    line_break(l);
    if (!front) l->mark_end(l);
    unsigned n = run(l, s->fence);
    blanks(l);
    if (n >= s->fence_len && at_eol(l)) return true;
    if (front && !i && at_eol(l)) return false;
    to_eol(l);
  }
  if (!front) l->mark_end(l);
  return false;
}

static bool comment(TSLexer *l) {
  for (unsigned i = 0, dashes = 0; i < COMMENT_MOST && !at_end(l); i++) {
    int32_t c = l->lookahead;
    step(l);
    if (c == '>' && dashes >= 2) return blanks(l), at_eol(l);
    if (c == '<' && literal(l, "!--")) return false;
    dashes = c == '-' ? dashes + 1 : 0;
  }
  return false;
}

// The block that a line begins: PARAGRAPH where it is prose, END where it is
// blank. `inside` a block only what may end it counts; where that is nothing,
// *y is what was read, and it holds no mark but a run of one character.
static int starts(TSLexer *l, State *s, bool inside, bool indented, Sym *y) {
  int32_t c = l->lookahead;
  bool item = inside && s->block == ITEM;
  if (at_eol(l) || (item && !indented)) return END;
  unsigned n = has("#?%-+*_`~", c) ? run(l, c) : (step(l), 1u);
  *y = (Sym){c, n, SPACE, class_at(l), class_of(c)};
  bool blank = is_blank(l->lookahead), alone = !inside && at_eol(l);
  if (c == '>') return QUOTE;
  if (c == '#' && n <= 6 && y->after == SPACE) return HEADING;
  if (c == '?' && n == 1 && blank) return PROMPT;
  if (c == '%' && n >= 2) return NOTE;
  if (has("-+*", c) && n == 1 && (blank || alone)) return ITEM;
  if (has("-*_", c) && n >= 3) {
    if (blanks(l)) y->last = SPACE;
    if (at_eol(l)) return c == '_' ? BLANK : BREAK;
  } else if (has("`~", c) && n >= 3) {
    while (!inside && !at_eol(l) && (c == '~' || l->lookahead != c)) step(l);
    return inside || at_eol(l) ? CODE : PARAGRAPH;
  } else if (c == '<' && (y->last = PUNCT, literal(l, "!--"))) {
    return inside || comment(l) ? COMMENT : PARAGRAPH;
  } else if (in(c, '0', '9') && (!inside || item || c == '1')) {
    for (; n < NUMBER_MOST && in(l->lookahead, '0', '9'); n++) step(l);
    if (!has(".)", l->lookahead)) return PARAGRAPH;
    step(l);
    y->last = PUNCT;
    return is_blank(l->lookahead) ? ITEM : PARAGRAPH;
  } else if (!inside && s->phase != BODY && in(c, 'a', 'z')) {
    for (; n < KEY_MOST && (in(l->lookahead, 'a', 'z') || l->lookahead == '-');
         n++)
      step(l);
    return literal(l, ":") && class_at(l) == SPACE ? FIELD : PARAGRAPH;
  }
  return PARAGRAPH;
}

#endif
