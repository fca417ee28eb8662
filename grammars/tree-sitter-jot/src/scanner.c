// SPDX-License-Identifier: MIT
// What a line begins, and where marks within prose open and close. A mark
// opens only where its end is in sight, so the scanner looks ahead within the
// paragraph; what it sought in vain it remembers in a few bits until the
// paragraph ends, so the work stays linear. A scan cannot step back, only end
// its token early (mark_end): hence the empty tokens that tell a block's kind.
#include <stdlib.h>
#include <string.h>
#include "quotes.h"
#include "tree_sitter/parser.h"

// clang-format off
enum { // the tokens, as grammar.js has them
  END, END_PAGE, END_PART, TEXT, PARAGRAPH, HEADING, FIELD, ITEM, PROMPT, BLANK,
  QUOTE, BREAK, NOTE, COMMENT, CODE, FRONT_MATTER, CODE_TEXT, REST,
  EMPHASIS_OPEN, EMPHASIS_CLOSE, STRONG_OPEN, STRONG_CLOSE, SPEECH_OPEN,
  SPEECH_CLOSE, VERBATIM, LEAF, NEVER };
// clang-format on
enum { START, TOP, FIELDS, BODY }; // State.phase
// State.open, and what is sought: a quote is SOUGHT and its number.
enum { NONE, EMPHASIS, STRONG, SPEECH, BACKTICK, SOUGHT = BACKTICK };
enum { COMMENT_MOST = 16384, FRONT_MOST = 200, NUMBER_MOST = 3 };

// A character, or a run of one, as looking ahead sees it.
typedef struct {
  int32_t c;
  unsigned n;
  Class before, after, last;
} Sym;

// Kept with every token; up to 24 bytes tree-sitter keeps it in the token.
typedef struct {
  uint8_t phase;   // what may still stand here
  uint8_t block;   // the token that began it; END between blocks
  uint8_t prev;    // Class of the character before
  uint8_t depth;   // open[depth] is the innermost mark, open[0] none
  uint8_t open[4]; // each kind at most once
  uint8_t quote;   // the one that is open, or 0
  uint8_t fence;   // the character of the fence that the block began with …
  uint16_t failed[4]; // bits: kinds without an end in the rest of open[depth]
  uint32_t fence_n;   // … and how many of it
} State;

#define step(l) (l)->advance(l, false)
#define at_end(l) ((l)->lookahead == 0 && (l)->eof(l))
#define in(c, a, z) ((a) <= (c) && (c) <= (z))
#define is_letter(c) in((c) | 32, 'a', 'z')
#define is_break(c) ((c) == '\n' || (c) == '\r')
#define is_blank(c) ((c) == ' ' || (c) == '\t')
#define is_name(c) ((c) == '@' || (c) == '#' || (c) == '_')
#define is_mark(c) ((c) == '*' || (c) == '`' || (c) == '[' || (c) == '<')
#define has(s, c) (in(c, 1, 127) && !is_letter(c) && strchr(s, c))
#define at_eol(l) (is_break((l)->lookahead) || at_end(l))
#define class_at(l) (at_end(l) ? SPACE : class_of((l)->lookahead))
static unsigned run(TSLexer *l, int32_t c) {
  unsigned n = 0;
  for (; l->lookahead == c; n++) step(l);
  return n;
}
static bool blanks(TSLexer *l) {
  bool any = is_blank(l->lookahead);
  while (is_blank(l->lookahead)) step(l);
  return any;
}
static bool literal(TSLexer *l, const char *z) {
  for (; *z && l->lookahead == *z; z++) step(l);
  return !*z;
}
// Into the next line, past its indent. Was there one?
static bool line_break(TSLexer *l) {
  return literal(l, "\r"), literal(l, "\n"), blanks(l);
}
static bool token(TSLexer *l, State *s, int type, Class last) {
  l->result_symbol = (TSSymbol)type;
  s->prev = (uint8_t)last;
  return true;
}
static unsigned symbol(TSLexer *l, Sym *y, Class before) {
  int32_t c = l->lookahead;
  unsigned n = has("#?%-+*_`~", c) ? run(l, c) : (step(l), 1u);
  *y = (Sym){c, n, before, class_at(l), class_of(c)};
  return n;
}
// From a line's end up to the line that closes the fence: is there one? Front
// matter is no longer than `most` and does not begin with a blank line.
static bool fenced(TSLexer *l, const State *s, unsigned most) {
  for (unsigned i = 0; i < most && !at_end(l); i++) {
    line_break(l);
    if (most != FRONT_MOST) l->mark_end(l);
    unsigned n = run(l, s->fence);
    blanks(l);
    if (n >= s->fence_n && at_eol(l)) return true;
    if (most == FRONT_MOST && !i && at_eol(l)) return false;
    while (!at_eol(l)) step(l);
  }
  if (most != FRONT_MOST) l->mark_end(l);
  return false;
}
static bool comment(TSLexer *l) {
  for (unsigned i = 0; i < COMMENT_MOST && !at_end(l); i++) {
    if (run(l, '-') >= 2 && literal(l, ">")) return blanks(l), at_eol(l);
    if (literal(l, "<") ? literal(l, "!--") : (step(l), false)) return false;
  }
  return false;
}
// The block that a line begins: PARAGRAPH where it is prose, END where it is
// blank. `inside` a block only what may end it counts; where that is nothing,
// *y is what was read, and it holds no mark but a run of one character.
static int starts(TSLexer *l, State *s, bool inside, bool indented, Sym *y) {
  bool item = inside && s->block == ITEM;
  bool more = !inside || s->block == PARAGRAPH || (item && indented);
  if (at_eol(l) || !more) return END;
  unsigned n = symbol(l, y, SPACE);
  int32_t c = y->c;
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
    if (has(".)", l->lookahead)) y->last = PUNCT, step(l);
    return y->last == PUNCT && is_blank(l->lookahead) ? ITEM : PARAGRAPH;
  } else if (!inside && s->phase != BODY && in(c, 'a', 'z')) {
    while (in(l->lookahead, 'a', 'z') || l->lookahead == '-') step(l);
    return literal(l, ":") && class_at(l) == SPACE ? FIELD : PARAGRAPH;
  }
  return PARAGRAPH;
}

// At a block's first character. The tokens of most blocks are empty.
static bool block(TSLexer *l, State *s) {
  l->mark_end(l);
  Sym y = {0};
  int type = starts(l, s, false, true, &y);
  s->block = (uint8_t)type;
  bool fence = type == CODE || type == BREAK;
  s->fence = fence ? (uint8_t)y.c : 0, s->fence_n = fence ? y.n : 0;
  if (type == BREAK || type == BLANK || type == COMMENT) l->mark_end(l);
  if (type == QUOTE) do
      for (l->mark_end(l); !at_eol(l); l->mark_end(l)) step(l);
    while (line_break(l), l->lookahead == '>');
  if (type == BREAK && s->fence == '-' && s->fence_n == 3 &&
      s->phase == START && fenced(l, s, FRONT_MOST))
    type = FRONT_MATTER;
  if (type == HEADING || type == FIELD)
    s->phase = FIELDS;
  else if (type != NOTE && type != COMMENT && type != FRONT_MATTER)
    s->phase = BODY;
  return token(l, s, type, SPACE);
}

// At a line break, or the file's end. The words behind it tell if a page or a
// part ends with the block, so that an edit moves no end but those beside it.
static bool line_end(TSLexer *l, State *s, bool after_block) {
  unsigned breaks = 0, hash = 0;
  bool indented = blanks(l);
  for (; at_eol(l) && !at_end(l); breaks++) indented = line_break(l);
  l->mark_end(l);
  Sym y;
  if (breaks == 1 && starts(l, s, true, indented, &y) == PARAGRAPH)
    return token(l, s, TEXT, SPACE);
  for (int i = 0; i < 24 && !at_eol(l); i++, step(l))
    hash = (hash ^ (unsigned)l->lookahead) * 16777619;
  int end = hash >> 28 ? END : END_PAGE;
  if (hash >> 24 == 0 || at_end(l)) end = END_PART;
  bool closes = breaks > 1 && s->phase == FIELDS;
  *s = (State){.phase = closes ? BODY : s->phase ? s->phase : TOP};
  return token(l, s, after_block ? end : END, SPACE);
}

static bool stars_close(uint8_t kind, unsigned n, Class before, Class after) {
  return (kind == EMPHASIS || kind == STRONG) && (n == kind || n == 3) &&
         before != SPACE && after != WORD;
}
// Does the mark that opens here end, outside verbatim and speech that open on
// the way, and before the mark around it does? What did not, never will. What
// stands behind a backtick counts where nobody closes that one.
static bool ends(TSLexer *l, State *s, uint8_t kind) {
  bool verbatim = kind == BACKTICK;
  unsigned speech = 0, before = 0;
  int met = 0; // 1: its end; -1: that around it
  Sym y = {.last = PUNCT};
  while (at_eol(l) ? starts(l, s, true, line_break(l), &y) == PARAGRAPH
                   : symbol(l, &y, y.last) > 0) {
    int now = 0;
    if (y.c == '`' && y.n == 1) {
      if (kind == BACKTICK) return true;
      if (verbatim) met = 0, speech = before;
      before = speech, verbatim = !verbatim && !(s->failed[0] & 1 << BACKTICK);
    } else if (speech) {
      if (quote_closes(speech, y.c, y.before, y.after)) speech = 0;
    } else if (y.c == '*') {
      if (stars_close(s->open[s->depth], y.n, y.before, y.after)) now = -1;
      if (stars_close(kind, y.n, y.before, y.after)) now = 1;
    } else if (kind > SOUGHT) {
      now = quote_closes(kind - SOUGHT, y.c, y.before, y.after);
    } else {
      if (quote_closes(s->quote, y.c, y.before, y.after)) now = -1;
      if (!s->quote) speech = quote_opens(y.c, y.before, y.after);
      if (!quote_may_stay_open(speech)) speech = 0;
    }
    if (!met) met = now;
    if (met && !verbatim) break;
  }
  uint16_t *failed = &s->failed[kind == BACKTICK ? 0 : s->depth];
  if (met < 1) *failed |= (uint16_t)(1 << kind);
  return met == 1;
}

static bool mark(TSLexer *l, State *s, uint8_t kind, bool closes) {
  uint8_t at = closes ? s->depth-- : ++s->depth;
  s->open[at] = closes ? NONE : kind, s->failed[at] = 0;
  return token(l, s, EMPHASIS_OPEN + 2 * (kind - EMPHASIS) + closes, PUNCT);
}
// Prose up to a character that may be more, or to the line's end.
static bool text(TSLexer *l, State *s, int32_t last) {
  for (int32_t c; c = l->lookahead, !at_eol(l); last = c, step(l))
    if (!is_letter(c) && (is_mark(c) || !quote_is_none(c, s->quote) ||
                          (is_name(c) && class_of(last) != WORD)))
      break;
  l->mark_end(l);
  return token(l, s, TEXT, class_of(last));
}
static bool stars(TSLexer *l, State *s) {
  uint8_t top = s->open[s->depth];
  unsigned n = 0;
  while (l->lookahead == '*') {
    step(l);
    if (++n == 1 || (n == 2 && (top != EMPHASIS || l->lookahead != '*')))
      l->mark_end(l);
  }
  Class after = class_at(l);
  if (stars_close(top, n, s->prev, after)) return mark(l, s, top, true);
  uint8_t kind = n == 1 ? EMPHASIS : STRONG;
  if (n > 3 || (n == 3 && top == EMPHASIS) || memchr(s->open, kind, 4) ||
      s->prev == WORD || after == SPACE || s->failed[s->depth] & 1 << kind)
    return text(l, s, '*');
  return ends(l, s, kind) ? mark(l, s, kind, false) : token(l, s, TEXT, PUNCT);
}
static bool backtick(TSLexer *l, State *s) {
  if (run(l, '`') > 1 || s->failed[0] & 1 << BACKTICK) return text(l, s, '`');
  l->mark_end(l);
  if (!ends(l, s, BACKTICK)) return token(l, s, TEXT, PUNCT);
  return l->mark_end(l), token(l, s, VERBATIM, PUNCT);
}
// Behind a character that may be a quote.
static bool speech(TSLexer *l, State *s, int32_t c) {
  Class after = class_at(l);
  bool closes =
      s->open[s->depth] == SPEECH && quote_closes(s->quote, c, s->prev, after);
  unsigned quote = s->quote ? 0 : quote_opens(c, s->prev, after);
  uint8_t kind = (uint8_t)(SOUGHT + quote);
  if (!closes && (!quote || s->failed[s->depth] & 1 << kind))
    return text(l, s, c);
  if (!closes && !quote_may_stay_open(quote) && !ends(l, s, kind))
    return token(l, s, TEXT, PUNCT);
  s->quote = (uint8_t)quote;
  return mark(l, s, SPEECH, closes);
}
static bool prose(TSLexer *l, State *s) {
  int32_t c = l->lookahead;
  if (at_eol(l)) return line_end(l, s, true);
  if (c == '*') return stars(l, s);
  if (c == '`') return backtick(l, s);
  l->mark_end(l), step(l);
  if (has("[<", c) || (is_name(c) && s->prev != WORD)) {
    bool name = has("@#", c) && class_at(l) == WORD && l->lookahead != '_';
    return token(l, s, LEAF, name || c == '_' ? WORD : PUNCT);
  }
  return l->mark_end(l), speech(l, s, c);
}

#define SCANNER(name) tree_sitter_jot_external_scanner_##name
void *SCANNER(create)(void) {
  return calloc(1, sizeof(State));
}
void SCANNER(destroy)(void *s) {
  free(s);
}
unsigned SCANNER(serialize)(void *s, char *bytes) {
  return memcpy(bytes, s, sizeof(State)), (unsigned)sizeof(State);
}
void SCANNER(deserialize)(void *s, const char *bytes, unsigned length) {
  memset(s, 0, sizeof(State));
  if (length == sizeof(State)) memcpy(s, bytes, length);
}
bool SCANNER(scan)(void *s, TSLexer *l, const bool *valid) {
  bool starting = valid[PARAGRAPH];
  if (valid[NEVER] || (starting && at_end(l))) return false;
  if (starting && !(valid[END] && class_at(l) == SPACE)) return block(l, s);
  if (valid[TEXT]) return prose(l, s);
  blanks(l);
  if (at_eol(l) ? !valid[CODE_TEXT] || at_end(l) : starting)
    return line_end(l, s, valid[END_PART]);
  if (at_eol(l)) return fenced(l, s, UINT32_MAX), token(l, s, CODE_TEXT, SPACE);
  if (!valid[REST]) return false;
  for (; !at_eol(l); l->mark_end(l)) step(l);
  return token(l, s, REST, SPACE);
}
