// SPDX-License-Identifier: MIT
// What a line begins, and where marks within prose open and close. A mark
// opens only where its end is in sight, so the scanner looks ahead within the
// paragraph; what it sought in vain it remembers in a few bits until the
// paragraph ends, so the work stays linear. A scan cannot step back, only end
// its token early (mark_end): hence the empty tokens that tell a block's kind.
#include <stdlib.h>
#include <string.h>

#include "tree_sitter/parser.h"

enum {
  END, TEXT, PARAGRAPH, HEADING, FIELD, ITEM, PROMPT, BLANK, QUOTE, BREAK, NOTE,
  COMMENT, CODE, FRONT_MATTER, CODE_TEXT, REST, EMPHASIS_OPEN, EMPHASIS_CLOSE,
  STRONG_OPEN, STRONG_CLOSE, SPEECH_OPEN, SPEECH_CLOSE, VERBATIM, LEAF, NEVER,
};
enum { START, TOP, FIELDS, BODY };                // State.phase
enum { NONE, EMPHASIS, STRONG, STRAIGHT, CURLY }; // State.open
enum { COMMENT_MOST = 16384, KEY_MOST = 32, FRONT_MATTER_MOST = 200, NUMBER_MOST = 3 };
typedef enum { SPACE, WORD, PUNCT } Class;

typedef struct {
  uint8_t phase;       // what may still stand here
  uint8_t block;       // the token that began it; END between blocks
  uint8_t prev;        // Class of the character before
  uint8_t depth;       // open[depth] is the innermost mark, open[0] none
  uint8_t open[4];     // each kind at most once
  uint8_t failed[4];   // bits: kinds without an end in the rest of open[depth]
  uint8_t no_verbatim; // the same for verbatim, in the rest of the block
  uint8_t fence, fence_len;
} State;

// A character, or a run of one, as looking ahead sees it.
typedef struct {
  int32_t c;
  unsigned n;
  Class before, after, last;
} Sym;

static void step(TSLexer *l) { l->advance(l, false); }
static bool in(int32_t c, int32_t a, int32_t z) { return a <= c && c <= z; }
static bool is_blank(int32_t c) { return c == ' ' || c == '\t'; }
static bool at_end(TSLexer *l) { return l->lookahead == 0 && l->eof(l); }
static bool at_eol(TSLexer *l) {
  return l->lookahead == '\n' || l->lookahead == '\r' || at_end(l);
}
static bool has(const char *set, int32_t c) {
  return c > 0 && c < 128 && strchr(set, c);
}
static bool is_quote(int32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D;
}
static bool is_letter(int32_t c) {
  return in(c | 32, 'a', 'z') || in(c, 0xC0, 0x1FFF) || in(c, 0x2C00, 0x2FFF) ||
         in(c, 0x3040, 0xFDFF) || in(c, 0xFE10, 0xFF00) ||
         in(c, 0xFF10, 0x1EFFF) || c >= 0x1FB00;
}
static Class class_of(int32_t c) {
  if (c == ' ' || in(c, 9, 13) || c == 0xA0 || in(c, 0x2000, 0x200A))
    return SPACE;
  return is_letter(c) || in(c, '0', '9') || has("_/", c) ? WORD : PUNCT;
}
static Class class_at(TSLexer *l) {
  return at_end(l) ? SPACE : class_of(l->lookahead);
}

static unsigned run(TSLexer *l, int32_t c) {
  unsigned n = 0;
  for (; l->lookahead == c && !at_end(l); n++) step(l);
  return n;
}
static bool blanks(TSLexer *l) {
  bool any = false;
  for (; is_blank(l->lookahead); any = true) step(l);
  return any;
}
static void line_break(TSLexer *l) {
  bool cr = l->lookahead == '\r';
  step(l);
  if (cr && l->lookahead == '\n') step(l);
}
static void to_eol(TSLexer *l) {
  while (!at_eol(l)) step(l);
}
static bool literal(TSLexer *l, const char *z) {
  for (; *z && l->lookahead == *z; z++) step(l);
  return !*z;
}
// From a line's end up to the line that closes the fence; false: there is none.
static bool fenced(TSLexer *l, const State *s, unsigned most, bool mark) {
  for (unsigned i = 0; i < most && !at_end(l); i++) {
    line_break(l);
    if (mark) l->mark_end(l);
    blanks(l);
    unsigned n = run(l, s->fence);
    blanks(l);
    if (n >= s->fence_len && at_eol(l)) return true;
    if (!mark && !i && at_eol(l)) return false;
    to_eol(l);
  }
  if (mark) l->mark_end(l);
  return false;
}

static bool comment(TSLexer *l) {
  for (unsigned i = 0, dashes = 0; i < COMMENT_MOST && !at_end(l); i++) {
    bool ends = l->lookahead == '>' && dashes >= 2, nested = l->lookahead == '<';
    dashes = l->lookahead == '-' ? dashes + 1 : 0;
    step(l);
    if (ends) return blanks(l), at_eol(l);
    if (nested && literal(l, "!--")) return false;
  }
  return false;
}

static bool field_key(TSLexer *l) {
  for (int i = 0; i < KEY_MOST && (in(l->lookahead, 'a', 'z') || l->lookahead == '-'); i++)
    step(l);
  return literal(l, ":") && class_at(l) == SPACE;
}

// The block that a line begins: PARAGRAPH where it is prose, END where it is
// blank. `inside` a block only what may end it counts; where that is nothing,
// *y is what was read, and it holds no mark but a run of one character.
static int starts(TSLexer *l, State *s, bool inside, bool indented, Sym *y) {
  int32_t c = l->lookahead;
  if (at_eol(l) || (inside && s->block == ITEM && !indented)) return END;
  unsigned n = has("#?%-+*_`~", c) ? run(l, c) : (step(l), 1);
  *y = (Sym){c, n, SPACE, class_at(l), class_of(c)};
  bool blank = is_blank(l->lookahead), alone = !inside && at_eol(l);
  if (c == '>') return QUOTE;
  if (c == '#' && n <= 6 && class_at(l) == SPACE) return HEADING;
  if (c == '?' && n == 1 && blank) return PROMPT;
  if (c == '%' && n >= 2) return NOTE;
  if (has("-+*", c) && n == 1 && (blank || alone)) return ITEM;
  if (has("-*_", c) && n >= 3) {
    if (blanks(l)) y->last = SPACE;
    if (at_eol(l)) return c == '_' ? BLANK : BREAK;
  } else if (has("`~", c) && n >= 3) {
    while (!inside && !at_eol(l) && !(c == '`' && l->lookahead == c)) step(l);
    return inside || at_eol(l) ? CODE : PARAGRAPH;
  } else if (c == '<' && literal(l, "!--")) {
    return inside || comment(l) ? COMMENT : PARAGRAPH;
  } else if (in(c, '0', '9')) {
    bool any = !inside || s->block == ITEM;
    for (; any && n < NUMBER_MOST && in(l->lookahead, '0', '9'); n++) step(l);
    bool dot = (any || c == '1') && has(".)", l->lookahead);
    if (dot) step(l), y->last = PUNCT;
    return dot && is_blank(l->lookahead) ? ITEM : PARAGRAPH;
  } else if (!inside && s->phase != BODY && in(c, 'a', 'z') && field_key(l)) {
    return FIELD;
  }
  return PARAGRAPH;
}

static bool token(TSLexer *l, State *s, int type, Class last) {
  l->result_symbol = (TSSymbol)type;
  s->prev = (uint8_t)last;
  return true;
}

static void quote(TSLexer *l) {
  do {
    to_eol(l);
    l->mark_end(l);
    if (!at_end(l)) line_break(l);
    blanks(l);
  } while (l->lookahead == '>');
}

// At a block's first character. The tokens of most blocks are empty.
static bool block(TSLexer *l, State *s) {
  Sym y = {0};
  l->mark_end(l);
  int type = starts(l, s, false, true, &y);
  s->block = (uint8_t)type;
  s->fence = (uint8_t)y.c;
  s->fence_len = y.n < 255 ? (uint8_t)y.n : 255;
  if (type == BREAK || type == BLANK || type == COMMENT) l->mark_end(l);
  if (type == QUOTE) quote(l);
  if (type == BREAK && y.c == '-' && y.n == 3 && s->phase == START &&
      fenced(l, s, FRONT_MATTER_MOST, false))
    type = FRONT_MATTER;
  if (type == HEADING || type == FIELD)
    s->phase = FIELDS;
  else if (type != NOTE && type != COMMENT && type != FRONT_MATTER)
    s->phase = BODY;
  else if (s->phase == START)
    s->phase = TOP;
  return token(l, s, type, SPACE);
}

static bool wraps(const State *s) {
  return s->block == PARAGRAPH || s->block == ITEM;
}

// At a line break, or the end of the file: the block goes on or ends.
static bool line_end(TSLexer *l, State *s) {
  unsigned breaks = 0;
  bool indented = blanks(l);
  for (; at_eol(l) && !at_end(l); breaks++) {
    line_break(l);
    indented = blanks(l);
  }
  l->mark_end(l);
  Sym y;
  if (breaks == 1 && wraps(s) && starts(l, s, true, indented, &y) == PARAGRAPH)
    return token(l, s, TEXT, SPACE);
  uint8_t phase = s->phase == START                 ? TOP
                  : s->phase == FIELDS && breaks > 1 ? BODY
                                                     : s->phase;
  *s = (State){.phase = phase};
  return token(l, s, END, SPACE);
}

// The next symbol of the block; false at the block's end.
static bool next(TSLexer *l, State *s, Sym *y) {
  if (at_eol(l)) {
    if (at_end(l) || !wraps(s)) return false;
    line_break(l);
    return starts(l, s, true, blanks(l), y) == PARAGRAPH;
  }
  y->before = y->last;
  y->c = l->lookahead;
  y->n = has("*`", y->c) ? run(l, y->c) : (step(l), 1);
  y->after = class_at(l);
  y->last = class_of(y->c);
  return true;
}

static uint8_t speech_opened(int32_t c, Class before, Class after) {
  if (c == 0x201C) return CURLY;
  bool opens = after == SPACE ? before == SPACE : before != WORD || after == WORD;
  return c == '"' && opens ? STRAIGHT : NONE;
}
static bool speech_closed(uint8_t speech, int32_t c) {
  return (speech == STRAIGHT && c == '"') || (speech == CURLY && c == 0x201D);
}
static bool is_open(const State *s, uint8_t kind) {
  return memchr(s->open + 1, kind, s->depth) != NULL;
}
static uint8_t speech_of(const State *s) {
  return is_open(s, STRAIGHT) ? STRAIGHT : is_open(s, CURLY) ? CURLY : NONE;
}
static bool stars_close(uint8_t kind, unsigned n, Class before, Class after) {
  bool fits = kind == EMPHASIS ? n == 1 || n == 3
                               : kind == STRONG && (n == 2 || n == 3);
  return fits && before != SPACE && after != WORD;
}

// The search for an end of emphasis, outside speech that opens on the way.
typedef struct {
  uint8_t speech;
  bool done, found;
} Search;

static void search(Search *t, const State *s, uint8_t kind, const Sym *y) {
  if (t->done) return;
  if (t->speech) {
    if (speech_closed(t->speech, y->c)) t->speech = NONE;
  } else if (is_quote(y->c)) {
    if (speech_of(s))
      t->done = speech_closed(speech_of(s), y->c);
    else
      t->speech = speech_opened(y->c, y->before, y->after);
  } else if (y->c == '*') {
    t->found = stars_close(kind, y->n, y->before, y->after);
    t->done = t->found ||
              stars_close(s->open[s->depth], y->n, y->before, y->after);
  }
}

// Does emphasis that opens here end? A backtick on the way may begin verbatim
// or be the block's last: both are followed until one of them is certain.
static bool ends(TSLexer *l, State *s, uint8_t kind) {
  Search sure = {0}, maybe = {0};
  Sym y = {.last = PUNCT};
  bool verbatim = false;
  while (!sure.done && next(l, s, &y)) {
    if (y.c == '`' && y.n == 1 && !s->no_verbatim)
      verbatim = !verbatim, maybe = sure;
    else
      search(verbatim ? &maybe : &sure, s, kind, &y);
  }
  return verbatim ? maybe.found : sure.found;
}

static bool open_mark(TSLexer *l, State *s, uint8_t kind, int type) {
  s->open[++s->depth] = kind;
  s->failed[s->depth] = 0;
  return token(l, s, type, PUNCT);
}
static bool close_mark(TSLexer *l, State *s, int type) {
  s->open[s->depth] = s->failed[s->depth] = 0;
  s->depth--;
  return token(l, s, type, PUNCT);
}

// Prose up to a character that may be more, or a line break that may be an end.
static bool text(TSLexer *l, State *s, int32_t last) {
  for (int32_t c; c = l->lookahead, !at_end(l); step(l)) {
    bool word = class_of(last) == WORD;
    if (has("*`\"[<", c) || is_quote(c) || (!word && has("@#_", c))) break;
    last = c;
    if (!at_eol(l)) continue;
    l->mark_end(l);
    if (!wraps(s)) return token(l, s, TEXT, SPACE);
    line_break(l);
    bool indented = blanks(l);
    last = l->lookahead;
    if (at_end(l) || !is_letter(last) || (s->block == ITEM && !indented))
      return token(l, s, TEXT, SPACE);
  }
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
  if (stars_close(top, n, s->prev, after))
    return close_mark(l, s, top == STRONG ? STRONG_CLOSE : EMPHASIS_CLOSE);
  uint8_t kind = n == 1 ? EMPHASIS : STRONG;
  if (n > 3 || s->prev == WORD || after == SPACE || is_open(s, kind) ||
      (n == 3 && is_open(s, EMPHASIS)) || s->failed[s->depth] & 1 << kind)
    return text(l, s, '*');
  if (ends(l, s, kind))
    return open_mark(l, s, kind, n == 1 ? EMPHASIS_OPEN : STRONG_OPEN);
  s->failed[s->depth] |= (uint8_t)(1 << kind);
  return token(l, s, TEXT, PUNCT);
}

static bool backtick(TSLexer *l, State *s) {
  unsigned n = run(l, '`');
  l->mark_end(l);
  if (n > 1 || s->no_verbatim) return text(l, s, '`');
  Sym y = {.last = PUNCT};
  while (next(l, s, &y))
    if (y.c == '`' && y.n == 1)
      return l->mark_end(l), token(l, s, VERBATIM, PUNCT);
  s->no_verbatim = 1;
  return token(l, s, TEXT, PUNCT);
}

static bool prose(TSLexer *l, State *s) {
  int32_t c = l->lookahead;
  if (at_eol(l)) return line_end(l, s);
  if (c == '*') return stars(l, s);
  if (c == '`') return backtick(l, s);
  l->mark_end(l);
  step(l);
  if (has("[<", c) || (has("@#_", c) && s->prev != WORD)) {
    bool name = c == '_' || (has("@#", c) && is_letter(l->lookahead));
    return token(l, s, LEAF, name ? WORD : PUNCT);
  }
  if (!is_quote(c)) return text(l, s, c);
  l->mark_end(l);
  uint8_t speech = speech_of(s), opened = speech_opened(c, s->prev, class_at(l));
  if (speech && speech == s->open[s->depth] && speech_closed(speech, c))
    return close_mark(l, s, SPEECH_CLOSE);
  if (!speech && opened) return open_mark(l, s, opened, SPEECH_OPEN);
  return text(l, s, c);
}

static bool scan(TSLexer *l, State *s, const bool *valid) {
  if (valid[NEVER]) return false;
  if (valid[PARAGRAPH] && at_end(l)) return false;
  if (valid[PARAGRAPH] && !(valid[END] && class_at(l) == SPACE))
    return block(l, s);
  if (valid[TEXT]) return prose(l, s);
  blanks(l);
  if (!at_eol(l) && valid[REST]) return to_eol(l), l->mark_end(l), token(l, s, REST, SPACE);
  if (!at_eol(l) && !valid[PARAGRAPH]) return false;
  if (!valid[CODE_TEXT] || at_end(l)) return line_end(l, s);
  fenced(l, s, UINT32_MAX, true);
  return token(l, s, CODE_TEXT, SPACE);
}

void *tree_sitter_jot_external_scanner_create(void) {
  return calloc(1, sizeof(State));
}
void tree_sitter_jot_external_scanner_destroy(void *s) {
  free(s);
}
unsigned tree_sitter_jot_external_scanner_serialize(void *s, char *bytes) {
  memcpy(bytes, s, sizeof(State));
  return sizeof(State);
}
void tree_sitter_jot_external_scanner_deserialize(void *s, const char *bytes,
                                                  unsigned length) {
  memset(s, 0, sizeof(State));
  if (length == sizeof(State)) memcpy(s, bytes, length);
}
bool tree_sitter_jot_external_scanner_scan(void *s, TSLexer *l,
                                           const bool *valid) {
  return scan(l, s, valid);
}
