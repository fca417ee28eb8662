// SPDX-License-Identifier: MIT
#include "english/token.h"

#include <string.h>

#include "english/clitic.h"
#include "english/glyph.h"
#include "english/lexicon.h"
#include "english/spelling.h"
#include "english/word.h"

typedef struct Cutter {
  Str bytes;
  Arena *arena;
  TokenVec *out;
  char *room; // for norms; as long as the passage, so it never runs out
  uint32_t speech_end;
  bool space, line; // white space, a line end stood before
} Cutter;

static Str norm_of(Str surface, char *room) {
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

// What the letters of a token are, each looked at once.
typedef struct Letters {
  bool same; // the norm is the surface
  bool word; // a letter or digit
  bool small;
  bool cut; // an apostrophe, or bytes that may be one
  uint32_t capitals;
} Letters;

static void look_wide(Glyph g, Letters *l) {
  bool capital = g.kind == GLYPH_LETTER && glyph_is_upper(g.point);
  l->same = false;
  l->cut = true;
  l->word |= g.kind == GLYPH_LETTER || g.kind == GLYPH_DIGIT;
  l->capitals += capital;
  l->small |= g.kind == GLYPH_LETTER && !capital;
}

static Letters letters_of(Str surface) {
  Letters l = {.same = true};
  for (size_t at = 0; at < surface.len;) {
    Glyph g = glyph_at(surface, at);
    at += g.width;
    if (g.point - 'a' < 26u) {
      l.small = true;
    } else if (g.point - 'A' < 26u) {
      l.capitals++;
    } else if (g.point < 0x80) {
      l.word |= g.kind == GLYPH_DIGIT;
      l.small |= g.point == '_';
      l.same &= g.point != '`';
      l.cut |= g.point == '\'' || g.point == '`';
    } else {
      look_wide(g, &l);
    }
  }
  l.word |= l.small || l.capitals;
  l.same &= !l.capitals;
  return l;
}

static uint8_t flags_of(Str surface, const Letters *l) {
  if (!l->capitals) return l->word ? TOKEN_WORD : 0;
  Glyph first = glyph_at(surface, 0);
  bool capital = first.kind == GLYPH_LETTER && glyph_is_upper(first.point);
  return (uint8_t)(TOKEN_WORD | (capital ? TOKEN_CAPITAL : 0) |
                   (l->capitals > 1 && !l->small ? TOKEN_CAPITALS : 0));
}

static void set_norm(Token *t, Str norm) {
  t->norm = norm;
  t->word = lexicon_hash(norm);
}

// A token as its letters alone tell it.
typedef struct Reading {
  Letters letters;
  Str norm; // but for its spelling
  uint64_t hash;
} Reading;

static bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

static bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// Of the small letters at `at`: nearly every word is no more.
static inline Reading reading_small(Str s, size_t at, size_t end,
                                    uint64_t hash) {
  size_t to = at;
  for (; to < end && is_small(s.data[to]); to++)
    hash = lexicon_step(hash, (unsigned char)s.data[to]);
  return (Reading){{.same = true, .word = true, .small = true},
                   {s.data + at, to - at},
                   lexicon_end(hash)};
}

// Of the capital at `at` and the small letters behind it.
static Reading reading_capital(Str s, size_t at, size_t end, char *room) {
  char first = (char)(s.data[at] | 32);
  uint64_t hash = lexicon_step(LEXICON_BASIS, (unsigned char)first);
  Reading r = reading_small(s, at + 1, end, hash);
  *room = first;
  memcpy(room + 1, r.norm.data, r.norm.len);
  r.letters = (Letters){.word = true, .small = r.norm.len > 0, .capitals = 1};
  r.norm = (Str){room, r.norm.len + 1};
  return r;
}

static Reading reading_of(Str surface, char *room) {
  Reading r = reading_small(surface, 0, surface.len, LEXICON_BASIS);
  if (r.norm.len && r.norm.len == surface.len) return r;
  r.letters = letters_of(surface);
  r.norm = r.letters.same ? surface : norm_of(surface, room);
  r.hash = lexicon_hash(r.norm);
  return r;
}

static void token_set(Token *t, Str surface, Span span, const Reading *r,
                      unsigned flags, char *room) {
  const Letters *l = &r->letters;
  *t = (Token){.span = span,
               .norm = r->norm,
               .word = r->hash,
               .flags = (uint8_t)(flags_of(surface, l) | flags),
               .clause = NO_INDEX};
  bool initial = l->capitals && surface.len == 1;
  if (l->word && !initial && !spelling_is_usual(r->norm, r->hash))
    set_norm(t, spelling_find(r->norm, room));
  if (t->norm.len && t->norm.data[0] == 'n') set_norm(t, clitic_norm(t->norm));
}

Token token_of(Str surface, Span span, char *room) {
  Reading r = reading_of(surface, room);
  Token t;
  token_set(&t, surface, span, &r, 0, room);
  return t;
}

static Token *put_read(Cutter *c, size_t start, size_t end, const Reading *r,
                       unsigned flags) {
  Str surface = {c->bytes.data + start, end - start};
  Span span = {(uint32_t)start, (uint32_t)end};
  if (c->space) flags |= TOKEN_SPACE_BEFORE;
  if (c->line) flags |= TOKEN_LINE_START;
  if (start < c->speech_end) flags |= TOKEN_SPEECH;
  c->space = c->line = false;
  vec_reserve_in(c->arena, c->out, c->out->len + 1);
  Token *t = &c->out->data[c->out->len++];
  token_set(t, surface, span, r, flags, c->room + start);
  return t;
}

static Token *put(Cutter *c, size_t start, size_t end, unsigned flags) {
  Str surface = {c->bytes.data + start, end - start};
  Reading r = reading_of(surface, c->room + start);
  return put_read(c, start, end, &r, flags);
}

// The letters of the next word on the line; empty where none comes at once.
static Str word_behind(Str s, size_t at) {
  if (at >= s.len || s.data[at] != ' ') return (Str){0};
  size_t end = glyph_letters(s, at + 1, s.len);
  return (Str){s.data + at + 1, end - at - 1};
}

// The norm of the word before; empty where a sentence may begin: at the front,
// behind a stop, and behind a comma where the writer writes small.
static Str word_before(const Cutter *c) {
  if (!c->out->len) return (Str){0};
  const Token *first = c->out->data, *last = first + c->out->len - 1;
  bool small = !(first->flags & TOKEN_CAPITAL);
  bool stop =
      last->norm.len && strchr(small ? ".!?:;," : ".!?:;", last->norm.data[0]);
  if (stop && !(last->flags & TOKEN_WORD)) return (Str){0};
  return last->norm.len ? last->norm : STR("?");
}

static void put_word_read(Cutter *c, size_t start, size_t end,
                          const Reading *r) {
  Str word = {c->bytes.data + start, end - start};
  Clitic cut = {0};
  if (r->letters.cut || !clitic_is_none(r->hash))
    cut = clitic_find(word, word_before(c), word_behind(c->bytes, end));
  if (!cut.cut) {
    put_read(c, start, end, r, 0);
    return;
  }
  Token *first = put(c, start, start + cut.cut, 0);
  if (cut.first.len) set_norm(first, cut.first);
  Token *second = put(c, start + cut.cut, end, 0);
  if (cut.second.len) set_norm(second, cut.second);
}

static void put_word(Cutter *c, size_t start, size_t end) {
  Str word = {c->bytes.data + start, end - start};
  Reading r = reading_of(word, c->room + start);
  put_word_read(c, start, end, &r);
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

// What stands between white space.
typedef struct Chunk {
  size_t at, end;
  bool letters; // ASCII letters and nothing else
  bool address; // an "@" between words, "://" or "www." in it
} Chunk;

static bool is_address(Str chunk) {
  if (chunk.len > 4 && str_eq_nocase(str_slice(chunk, 0, 4), STR("www.")))
    return true;
  const char *sign = memchr(chunk.data, '@', chunk.len);
  size_t left = sign ? (size_t)(sign - chunk.data) : 0;
  if (sign && left > 0 && left + 1 < chunk.len) return true;
  const char *colon = memchr(chunk.data, ':', chunk.len);
  size_t behind = colon ? chunk.len - (size_t)(colon - chunk.data) : 0;
  return colon && colon > chunk.data && behind > 3 && !memcmp(colon, "://", 3);
}

static Chunk chunk_at(Str s, size_t at, size_t end) {
  Chunk c = {.at = at, .end = glyph_letters(s, at, end)};
  size_t first = c.end;
  bool sign = false;
  while (c.end < end) {
    Glyph g = glyph_at(s, c.end);
    if (g.kind == GLYPH_SPACE) break;
    sign |= g.point == '@' || g.point == ':' || g.point == '.';
    c.end += g.width;
  }
  c.letters = c.end == first;
  c.address = sign && is_address((Str){s.data + at, c.end - at});
  return c;
}

static void cut_chunk(Cutter *c, Chunk chunk) {
  bool head = true;
  for (size_t at = chunk.at; at < chunk.end;) {
    Glyph g = glyph_at(c->bytes, at);
    bool opens = g.kind == GLYPH_PUNCT || g.kind == GLYPH_APOSTROPHE;
    size_t stop = word_end(c->bytes, at, chunk.end,
                           head && !(chunk.address && opens), chunk.address);
    if (g.kind == GLYPH_LETTER)
      put_word(c, at, stop);
    else
      put(c, at, stop, 0);
    head = head && opens;
    at = stop;
  }
}

static bool ends_chunk(Str s, size_t at, size_t end) {
  return at == end || s.data[at] == ' ' || s.data[at] == '\n';
}

// The end of a plain word and a comma or stop behind it, up to white space,
// which are put; `at` itself where anything else stands there.
static size_t cut_word(Cutter *c, size_t at, size_t end) {
  Str s = c->bytes;
  bool capital = is_capital(s.data[at]);
  if (!capital && !is_small(s.data[at])) return at;
  if (word_may_be_face(s.data[at])) return at;
  Reading r = capital ? reading_capital(s, at, end, c->room + at)
                      : reading_small(s, at, end, LEXICON_BASIS);
  size_t to = at + r.norm.len;
  bool behind = to < end && (s.data[to] == ',' || s.data[to] == '.');
  if (!ends_chunk(s, to + behind, end)) return at;
  if (behind && word_end(s, at, to + 1, true, false) > to) {
    put_word(c, at, to + 1);
    return to + 1;
  }
  put_word_read(c, at, to, &r);
  if (behind) put(c, to, to + 1, 0);
  return to + behind;
}

static void cut_plain(Cutter *c, size_t at, size_t end) {
  unsigned width;
  while (at < end) {
    if (c->bytes.data[at] == ' ') {
      c->space = true;
      at++;
      continue;
    }
    size_t word = cut_word(c, at, end);
    if (word > at) {
      at = word;
      continue;
    }
    if (is_space_at(c->bytes, at, &width, &c->line)) {
      c->space = true;
      at += width;
      continue;
    }
    Chunk chunk = chunk_at(c->bytes, at, end);
    if (chunk.letters && !word_may_be_face(c->bytes.data[at]))
      put_word(c, at, chunk.end);
    else
      cut_chunk(c, chunk);
    at = chunk.end;
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
    if (start < end) set_norm(put(c, start, end, TOKEN_OPAQUE), STR(""));
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

bool token_is_any(const Token *t, const char *const *list) {
  if (!t->norm.len) return false;
  for (char first = t->norm.data[0]; *list; list++)
    if (**list == first && token_is(t, *list)) return true;
  return false;
}
