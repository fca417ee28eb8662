// SPDX-License-Identifier: MIT
#include "english/token.h"

#include <string.h>

#include "english/clitic.h"
#include "english/glyph.h"
#include "english/word.h"

typedef struct Cutter {
  Str bytes;
  Arena *arena;
  TokenVec *out;
  char *room; // for norms; as long as the passage, so it never runs out
  uint32_t speech_end;
  bool space, line; // white space, a line end stood before
} Cutter;

static bool is_plain(Str s) {
  for (size_t i = 0; i < s.len; i++) {
    unsigned char c = (unsigned char)s.data[i];
    if (c >= 0x80 || c == '`' || (c >= 'A' && c <= 'Z')) return false;
  }
  return true;
}

static Str norm_of(Str surface, char *room) {
  if (is_plain(surface)) return surface;
  size_t len = 0;
  for (size_t at = 0; at < surface.len;) {
    Glyph g = glyph_at(surface, at);
    if (g.width == 1) // also bytes that are no UTF-8
      room[len++] = g.point == '`'   ? '\''
                    : g.point < 0x80 ? (char)glyph_lower(g.point)
                                     : surface.data[at];
    else
      len += glyph_put(room + len, glyph_straight(glyph_lower(g.point)));
    at += g.width;
  }
  return (Str){room, len};
}

static uint8_t flags_of(Str surface) {
  uint8_t flags = 0;
  uint32_t upper = 0, lower = 0;
  for (size_t at = 0; at < surface.len;) {
    Glyph g = glyph_at(surface, at);
    bool capital = g.kind == GLYPH_LETTER && glyph_is_upper(g.point);
    if (at == 0 && capital) flags |= TOKEN_CAPITAL;
    if (g.kind == GLYPH_LETTER || g.kind == GLYPH_DIGIT) flags |= TOKEN_WORD;
    upper += capital;
    lower += g.kind == GLYPH_LETTER && !capital;
    at += g.width;
  }
  return upper > 1 && !lower ? flags | TOKEN_CAPITALS : flags;
}

Token token_of(Str surface, Span span, char *room) {
  return (Token){.span = span,
                 .norm = clitic_norm(norm_of(surface, room)),
                 .flags = flags_of(surface),
                 .clause = NO_INDEX};
}

static Token *put(Cutter *c, size_t start, size_t end, uint8_t flags) {
  Str surface = {c->bytes.data + start, end - start};
  Span span = {(uint32_t)start, (uint32_t)end};
  Token t = token_of(surface, span, c->room + start);
  t.flags |= flags;
  if (c->space) t.flags |= TOKEN_SPACE_BEFORE;
  if (c->line) t.flags |= TOKEN_LINE_START;
  if (start < c->speech_end) t.flags |= TOKEN_SPEECH;
  c->space = c->line = false;
  vec_push_in(c->arena, c->out, t);
  return &c->out->data[c->out->len - 1];
}

static void put_word(Cutter *c, size_t start, size_t end) {
  Str word = {c->bytes.data + start, end - start};
  Clitic cut = clitic_find(word);
  if (!cut.cut) {
    put(c, start, end, 0);
    return;
  }
  Token *first = put(c, start, start + cut.cut, 0);
  if (cut.first.len) first->norm = cut.first;
  Token *second = put(c, start + cut.cut, end, 0);
  if (cut.second.len) second->norm = cut.second;
}

static bool is_space_at(Str s, size_t at, unsigned *width, bool *line) {
  Glyph g = glyph_at(s, at);
  *width = g.width;
  if (g.kind != GLYPH_SPACE) return false;
  if (g.point == '\n' || g.point == '\r' || g.point == 0x2028 ||
      g.point == 0x2029)
    *line = true;
  return true;
}

static size_t chunk_end(Str s, size_t at, size_t end) {
  unsigned width;
  bool line;
  while (at < end && !is_space_at(s, at, &width, &line)) at += width;
  return at;
}

// An "@" between words, "://" or "www." makes the chunk an address.
static bool is_address(Str s, size_t at, size_t end) {
  Str chunk = {s.data + at, end - at};
  if (chunk.len > 4 && str_eq_nocase(str_slice(chunk, 0, 4), STR("www.")))
    return true;
  const char *sign = memchr(chunk.data, '@', chunk.len);
  size_t left = sign ? (size_t)(sign - chunk.data) : 0;
  if (sign && left > 0 && left + 1 < chunk.len) return true;
  const char *colon = memchr(chunk.data, ':', chunk.len);
  size_t behind = colon ? chunk.len - (size_t)(colon - chunk.data) : 0;
  return colon && colon > chunk.data && behind > 3 && !memcmp(colon, "://", 3);
}

static void cut_chunk(Cutter *c, size_t at, size_t end) {
  bool head = true, address = is_address(c->bytes, at, end);
  while (at < end) {
    Glyph g = glyph_at(c->bytes, at);
    bool opens = g.kind == GLYPH_PUNCT || g.kind == GLYPH_APOSTROPHE;
    size_t stop =
        word_end(c->bytes, at, end, head && !(address && opens), address);
    if (g.kind == GLYPH_LETTER)
      put_word(c, at, stop);
    else
      put(c, at, stop, 0);
    head = head && opens;
    at = stop;
  }
}

static void cut_plain(Cutter *c, size_t at, size_t end) {
  unsigned width;
  while (at < end) {
    if (is_space_at(c->bytes, at, &width, &c->line)) {
      c->space = true;
      at += width;
      continue;
    }
    size_t stop = chunk_end(c->bytes, at, end);
    cut_chunk(c, at, stop);
    at = stop;
  }
}

// Plain bytes, torn where somebody's speech ends among them.
static void cut(Cutter *c, size_t at, size_t end) {
  if (at < c->speech_end && c->speech_end < end) {
    cut_plain(c, at, c->speech_end);
    at = c->speech_end;
  }
  if (at < end) cut_plain(c, at, end);
}

static void pass_mark(Cutter *c, size_t at, size_t end) {
  unsigned width;
  for (; at < end; at += width)
    if (is_space_at(c->bytes, at, &width, &c->line)) c->space = true;
}

// What the region asks for; the place to go on from.
static size_t enter(Cutter *c, const Region *r, size_t start, size_t end) {
  switch (r->kind) {
  case REGION_SPEECH: c->speech_end = (uint32_t)end; return start;
  case REGION_MARK: pass_mark(c, start, end); return end;
  case REGION_OPAQUE:
    if (start < end) put(c, start, end, TOKEN_OPAQUE)->norm = (Str){"", 0};
    return end;
  case REGION_MENTION:
    if (start < end) put(c, start, end, TOKEN_MENTION);
    return end;
  }
  return start;
}

void token_run(Str bytes, const Region *regions, uint32_t count, Arena *a,
               TokenVec *out) {
  if (bytes.len > UINT32_MAX - 1) bytes.len = UINT32_MAX - 1;
  Cutter c = {.bytes = bytes, .arena = a, .out = out, .line = true};
  c.room = arena_alloc(a, bytes.len + 1);
  vec_reserve_in(a, out, (uint32_t)(bytes.len / 5 + 8));
  size_t at = 0;
  for (uint32_t i = 0; i < count; i++) {
    size_t start = regions[i].span.start, end = regions[i].span.end;
    if (end > bytes.len) end = bytes.len;
    if (start < at) start = at;
    if (start > end) continue;
    cut(&c, at, start);
    at = enter(&c, &regions[i], start, end);
  }
  cut(&c, at, bytes.len);
}
