// SPDX-License-Identifier: MIT
#include "lsp/tokens.h"

#include <string.h>

#include "lsp/words.h"

typedef struct Painter {
  const Text *text;
  Arena *arena;
  SemTokens out;
} Painter;

// A token ends with its line.
static void paint(Painter *p, uint32_t start, uint32_t end, TokenType type) {
  Str s = text_str(p->text);
  while (start < end) {
    uint32_t stop = start;
    while (stop < end && s.data[stop] != '\n' && s.data[stop] != '\r') stop++;
    if (stop > start)
      vec_push_in(p->arena, &p->out,
                  (SemToken){.span = {start, stop}, .type = type});
    start = stop + 1;
  }
}

static int paint_of_block(BlockKind kind) {
  switch (kind) {
  case BLOCK_HEADING: return TOKEN_HEADING;
  case BLOCK_PROMPT: return TOKEN_PROMPT;
  case BLOCK_NOTE:
  case BLOCK_QUOTE:
  case BLOCK_FRONT_MATTER: return TOKEN_COMMENT;
  case BLOCK_HUSH:
  case BLOCK_BLANK:
  case BLOCK_BREAK: return TOKEN_KEYWORD;
  case BLOCK_CODE: return TOKEN_LINK;
  case BLOCK_FIELD: return TOKEN_STRING;
  default: return -1;
  }
}

static TokenType paint_of_reference(ReferenceKind kind) {
  return kind == REFERENCE_PERSON ? TOKEN_PERSON
         : kind == REFERENCE_TAG  ? TOKEN_TAG
                                  : TOKEN_LINK;
}

static void paint_block(Painter *p, const Block *b) {
  ReferenceVec found = {0};
  int own = paint_of_block(b->kind);
  uint32_t at = b->span.start;
  if (b->kind == BLOCK_FIELD) {
    paint(p, b->key.start, b->key.end, TOKEN_KEY);
    at = b->content.start;
  }
  if (own != TOKEN_COMMENT && own != TOKEN_KEYWORD && b->kind != BLOCK_CODE)
    prose_references(p->text, b, p->arena, &found);
  for (uint32_t i = 0; i < found.len; i++) {
    const Reference *r = &found.data[i];
    if (r->span.start < at) continue;
    if (own >= 0) paint(p, at, r->span.start, (TokenType)own);
    paint(p, r->span.start, r->span.end, paint_of_reference(r->kind));
    at = r->span.end;
  }
  if (own >= 0) paint(p, at, b->span.end, (TokenType)own);
}

static void paint_prose(Painter *p, Document *d, Span within) {
  const Outline *o = doc_analysis(d->doc)->outline;
  for (uint32_t i = 0; i < o->blocks.len; i++)
    if (span_meets(o->blocks.data[i].span, within))
      paint_block(p, &o->blocks.data[i]);
}

// ---- a lens file, by its letters: it is coloured while it is broken too -----

static uint32_t past(Str s, uint32_t at, uint32_t end, const char *close) {
  size_t len = strlen(close);
  for (at++; at + len <= end; at++)
    if (!memcmp(s.data + at, close, len)) return at + (uint32_t)len;
  return end;
}

static bool is_capitals(Str word) {
  for (size_t i = 0; i < word.len; i++)
    if (word.data[i] < 'A' || word.data[i] > 'Z') return false;
  return word.len > 1;
}

static uint32_t paint_word(Painter *p, Str s, uint32_t at, bool first) {
  Span w = word_at(s, at);
  Str word = str_slice(s, w.start, w.end);
  if (first)
    paint(p, w.start, w.end, TOKEN_KEYWORD);
  else if (is_capitals(word))
    paint(p, w.start, w.end, TOKEN_TYPE);
  else if (word.data[0] >= '0' && word.data[0] <= '9')
    paint(p, w.start, w.end, TOKEN_NUMBER);
  return w.end;
}

static bool at_marks(Str s, uint32_t at) {
  return at + 1 < s.len && (unsigned char)s.data[at] == 0xC2 &&
         ((unsigned char)s.data[at + 1] == 0xAB ||
          (unsigned char)s.data[at + 1] == 0xBB); // « and »
}

static uint32_t paint_next(Painter *p, Str s, uint32_t at, uint32_t end,
                           bool first) {
  char c = s.data[at];
  uint32_t stop = at + 1;
  if (c == '#') {
    paint(p, at, end, TOKEN_COMMENT);
    return end;
  }
  if (c == '"') {
    paint(p, at, stop = past(s, at, end, "\""), TOKEN_STRING);
  } else if (c == '[') {
    paint(p, at, stop = past(s, at, end, "]"), TOKEN_PERSON);
  } else if (at_marks(s, at)) {
    paint(p, at, stop = at + 2, TOKEN_OPERATOR);
  } else if (c == '~' || c == '!' || c == '|' || c == '?' || c == '/') {
    paint(p, at, stop, TOKEN_OPERATOR);
  } else if (word_byte(c)) {
    return paint_word(p, s, at, first);
  }
  return stop;
}

// Proofs are sentences, not patterns: only their marks are coloured.
static void paint_proof(Painter *p, Str s, uint32_t at, uint32_t end) {
  for (; at < end; at++)
    if (at_marks(s, at)) paint(p, at, at + 2, TOKEN_OPERATOR), at++;
}

static void paint_lens_line(Painter *p, Str s, Span line) {
  uint32_t at = line.start;
  while (at < line.end && (s.data[at] == ' ' || s.data[at] == '\t')) at++;
  if (at == line.end) return;
  Span w = word_at(s, at);
  Str word = str_slice(s, w.start, w.end);
  if (str_eq(word, STR("flag")) || str_eq(word, STR("pass"))) {
    paint(p, w.start, w.end, TOKEN_KEYWORD);
    paint_proof(p, s, w.end, line.end);
    return;
  }
  for (bool first = true; at < line.end; first = false)
    at = paint_next(p, s, at, line.end, first);
}

static void paint_lens(Painter *p, Span within) {
  Str s = text_str(p->text);
  for (uint32_t i = 0; i < p->text->lines.len; i++) {
    Span line = text_line(p->text, i);
    if (span_meets(line, within)) paint_lens_line(p, s, line);
  }
}

SemTokens tokens_of(Document *d, Span within, Arena *a) {
  Painter p = {.text = document_text(d), .arena = a};
  if (d->lens)
    paint_lens(&p, within);
  else
    paint_prose(&p, d, within);
  return p.out;
}
