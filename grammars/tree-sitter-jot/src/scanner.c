// SPDX-License-Identifier: MIT
// What a line begins, and where marks within prose open and close. A mark
// opens only where its end is in sight, so the scanner looks ahead within the
// paragraph; what it sought in vain it remembers in a few bits until the
// paragraph ends, so the work stays linear. A scan cannot step back, only end
// its token early (mark_end): hence the empty tokens that tell a block's kind.
#include <stdlib.h>
#include <string.h>

#include "line.h"

static bool token(TSLexer *l, State *s, int type, Class last) {
  l->result_symbol = (TSSymbol)type;
  s->prev = (uint8_t)last;
  return true;
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
  if (type == QUOTE) do
      to_eol(l), l->mark_end(l), line_break(l);
    while (l->lookahead == '>');
  if (type == BREAK && y.c == '-' && y.n == 3 && s->phase == START &&
      fenced(l, s, FRONT_MOST, true))
    type = FRONT_MATTER;
  if (type == HEADING || type == FIELD)
    s->phase = FIELDS;
  else if (type != NOTE && type != COMMENT && type != FRONT_MATTER)
    s->phase = BODY;
  else if (s->phase == START)
    s->phase = TOP;
  return token(l, s, type, SPACE);
}

// Which end of a block: of a page, of a part, or but its own. The words behind
// it tell, so that an edit moves no end but those beside it.
static int end_of(TSLexer *l) {
  uint32_t hash = 0;
  for (int i = 0; i < 24 && !at_eol(l); i++, step(l))
    hash = (hash ^ (uint32_t)l->lookahead) * 16777619;
  hash = hash >> 16 & 255;
  return hash == 0 || at_end(l) ? END_PART : hash % 16 == 0 ? END_PAGE : END;
}

// At a line break, or the end of the file: the block goes on or ends.
static bool line_end(TSLexer *l, State *s, bool after_block) {
  unsigned breaks = 0;
  bool indented = blanks(l);
  for (; at_eol(l) && !at_end(l); breaks++) indented = line_break(l);
  l->mark_end(l);
  Sym y;
  if (breaks == 1 && wraps(s) && starts(l, s, true, indented, &y) == PARAGRAPH)
    return token(l, s, TEXT, SPACE);
  bool closes = breaks > 1 && s->phase == FIELDS;
  *s = (State){.phase = closes ? BODY : s->phase ? s->phase : TOP};
  return token(l, s, after_block ? end_of(l) : END, SPACE);
}

// The next symbol of the block; false at the block's end.
static bool next(TSLexer *l, State *s, Sym *y) {
  if (at_eol(l))
    return !at_end(l) && wraps(s) &&
           starts(l, s, true, line_break(l), y) == PARAGRAPH;
  y->before = y->last;
  y->c = l->lookahead;
  y->n = has("*`", y->c) ? run(l, y->c) : (step(l), 1u);
  y->after = class_at(l);
  y->last = class_of(y->c);
  return true;
}

// What closes the speech that the character opens, or 0: it opens none.
static uint16_t opens_speech(int32_t c, Class before, Class after) {
  if (c == 0x201C) return 0x201D;
  bool left =
      after == SPACE ? before == SPACE : before != WORD || after == WORD;
  return c == '"' && left ? '"' : 0;
}

static bool stars_close(uint8_t kind, unsigned n, Class before, Class after) {
  bool fits = (kind == EMPHASIS || kind == STRONG) && (n == kind || n == 3);
  return fits && before != SPACE && after != WORD;
}

// The search for an end of emphasis, outside speech that opens on the way.
typedef struct {
  uint16_t speech;
  bool done, found;
} Search;

static void search(Search *t, const State *s, uint8_t kind, const Sym *y) {
  if (t->done) return;
  if (t->speech) {
    if (y->c == t->speech) t->speech = 0;
  } else if (is_quote(y->c)) {
    t->done = y->c == s->speech;
    t->speech = s->speech ? 0 : opens_speech(y->c, y->before, y->after);
  } else if (y->c == '*') {
    uint8_t top = s->open[s->depth];
    t->found = stars_close(kind, y->n, y->before, y->after);
    t->done = t->found || stars_close(top, y->n, y->before, y->after);
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

static bool open_mark(TSLexer *l, State *s, uint8_t kind) {
  s->open[++s->depth] = kind;
  s->failed[s->depth] = 0;
  return token(l, s, EMPHASIS_OPEN + 2 * (kind - EMPHASIS), PUNCT);
}

static bool close_mark(TSLexer *l, State *s, uint8_t kind) {
  s->open[s->depth] = s->failed[s->depth] = 0;
  s->depth--;
  return token(l, s, EMPHASIS_CLOSE + 2 * (kind - EMPHASIS), PUNCT);
}

// Prose up to a character that may be more, or a line break that may be an end.
static bool text(TSLexer *l, State *s, int32_t last) {
  for (int32_t c; c = l->lookahead, !at_end(l); step(l)) {
    if (has("*`\"[<", c) || is_quote(c)) break;
    if (has("@#_", c) && class_of(last) != WORD) break;
    last = c;
    if (!at_eol(l)) continue;
    l->mark_end(l);
    bool stays = wraps(s) && (line_break(l) || s->block != ITEM);
    last = l->lookahead;
    if (!stays || !is_letter(last)) return token(l, s, TEXT, SPACE);
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
  if (stars_close(top, n, s->prev, after)) return close_mark(l, s, top);
  uint8_t kind = n == 1 ? EMPHASIS : STRONG;
  bool nested =
      memchr(s->open, kind, 4) || (n == 3 && memchr(s->open, EMPHASIS, 4));
  if (n > 3 || nested || s->prev == WORD || after == SPACE ||
      s->failed[s->depth] & 1 << kind)
    return text(l, s, '*');
  if (ends(l, s, kind)) return open_mark(l, s, kind);
  s->failed[s->depth] |= (uint8_t)(1 << kind);
  return token(l, s, TEXT, PUNCT);
}

static bool backtick(TSLexer *l, State *s) {
  unsigned n = run(l, '`');
  l->mark_end(l);
  if (n > 1 || s->no_verbatim) return text(l, s, '`');
  for (Sym y = {.last = PUNCT}; next(l, s, &y);)
    if (y.c == '`' && y.n == 1)
      return l->mark_end(l), token(l, s, VERBATIM, PUNCT);
  s->no_verbatim = 1;
  return token(l, s, TEXT, PUNCT);
}

static bool prose(TSLexer *l, State *s) {
  int32_t c = l->lookahead;
  if (at_eol(l)) return line_end(l, s, true);
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
  uint16_t opened = opens_speech(c, s->prev, class_at(l)), speech = s->speech;
  bool closes = s->open[s->depth] == SPEECH && c == speech;
  if (!closes && (speech || !opened)) return text(l, s, c);
  s->speech = closes ? 0 : opened;
  return closes ? close_mark(l, s, SPEECH) : open_mark(l, s, SPEECH);
}

#define SCANNER(name) tree_sitter_jot_external_scanner_##name
void *SCANNER(create)(void) {
  return calloc(1, sizeof(State));
}
void SCANNER(destroy)(void *s) {
  free(s);
}
unsigned SCANNER(serialize)(void *s, char *bytes) {
  memcpy(bytes, s, sizeof(State));
  return sizeof(State);
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
  bool code = at_eol(l);
  if (!code && !valid[REST]) return false;
  if (code)
    fenced(l, s, UINT32_MAX, false);
  else
    to_eol(l), l->mark_end(l);
  return token(l, s, code ? CODE_TEXT : REST, SPACE);
}
