// SPDX-License-Identifier: MIT
#include "english/features.h"

#include <string.h>

#include "english/glyph.h"
#include "english/sink.h"

enum { BASE = 1, PAIR = 0x1234567 }; // of the sink

enum {
  SHAPE_CAPITAL = 1,
  SHAPE_CAPITALS = 2,
  SHAPE_DIGIT = 4,
  SHAPE_HYPHEN = 8,
  SHAPE_SPACE = 16,
  SHAPE_LONG = 32,
  SHAPE_DOT = 64,
  SHAPE_WORD = 128,
};

static const Cue cue_nothing = {.word = 0x51ED270B};

static uint8_t sign_shape(Str n) {
  uint8_t shape = 0;
  size_t most = n.len < 24 ? n.len : 24;
  for (size_t i = 0; i < most; i++) {
    if (n.data[i] > '9') continue;
    if (n.data[i] >= '0') shape |= SHAPE_DIGIT;
    if (n.data[i] == '-' && n.len > 1) shape |= SHAPE_HYPHEN;
    if (n.data[i] == '.' && n.len > 1) shape |= SHAPE_DOT;
  }
  return shape;
}

// The first four bytes, the first in the highest.
static uint32_t four_at(const char *at) {
  uint32_t v;
  memcpy(&v, at, sizeof v);
  return __builtin_bswap32(v); // little-endian, as the model is
}

// Is none of its bytes below '@', where digits and signs are?
static bool is_letters(uint32_t four) {
  return ((four | four << 1) & 0x80808080u) == 0x80808080u;
}

// The last four bytes of what has some, the last in the lowest; zeros above
// where it is shorter.
static uint32_t last_four(Str n) {
  if (n.len >= 4) return four_at(n.data + n.len - 4);
  const unsigned char *at = (const unsigned char *)n.data;
  uint32_t ends = (uint32_t)at[0] << 16 | at[n.len - 1];
  return (ends | (uint32_t)at[n.len / 2] << 8) >> (24 - 8 * n.len);
}

// Nearly every word has letters only: four of them are looked at in one step.
static bool has_signs(Str n, uint32_t last) {
  if (n.len < 4) return !is_letters(last | 0x40404040u << 8 * n.len);
  for (size_t i = 0; i + 4 < n.len && i < 24; i += 4)
    if (!is_letters(four_at(n.data + i))) return true;
  return !is_letters(last);
}

static unsigned flags_shape(unsigned flags) {
  return (flags & TOKEN_CAPITAL ? SHAPE_CAPITAL : 0u) |
         (flags & TOKEN_CAPITALS ? SHAPE_CAPITALS : 0u) |
         (flags & TOKEN_SPACE_BEFORE ? SHAPE_SPACE : 0u) |
         (flags & TOKEN_WORD ? SHAPE_WORD : 0u);
}

// Each digit a zero.
static uint32_t without_digits(uint32_t four) {
  for (unsigned at = 0; at < 32; at += 8) {
    uint32_t c = four >> at & 255;
    if (c - '0' < 10u) four = (four & ~(255u << at)) | (uint32_t)'0' << at;
  }
  return four;
}

static void read_cue(const Token *t, const Lexicon *lexicon, Cue *c) {
  if (t->flags & (TOKEN_OPAQUE | TOKEN_MENTION)) {
    *c = (Cue){.word = 0x7A11, .tags = tag_bit(TAG_NNP) | LEXICON_CLOSED};
    return;
  }
  Str norm = t->norm;
  unsigned shape = flags_shape(t->flags) | (norm.len > 3 ? SHAPE_LONG : 0u);
  uint32_t last = norm.len ? last_four(norm) : 0;
  if (norm.len && has_signs(norm, last)) {
    shape |= sign_shape(norm);
    last = without_digits(last);
  }
  TagSet found = lexicon_find(lexicon, t->word);
  c->word = t->word;
  c->tail = last;
  c->tags = found & ~LEXICON_FRAMES;
  c->frame = (uint8_t)((found & LEXICON_FRAMES) >> LEXICON_FRAMES_AT);
  c->shape = (uint8_t)shape;
}

enum { AHEAD_END, AHEAD_FINITE, AHEAD_MAYBE, AHEAD_COMMA, AHEAD_CC, AHEAD_WH };

#define OPEN_MASK (~(uint64_t)LEXICON_CLOSED)
#define TAGS_COMMA                                                             \
  (tag_bit(TAG_COMMA) | tag_bit(TAG_COLON) | tag_bit(TAG_STOP) |               \
   tag_bit(TAG_OPEN_BRACKET) | tag_bit(TAG_CLOSE_BRACKET))
#define TAGS_WH                                                                \
  (tag_bit(TAG_WDT) | tag_bit(TAG_WP) | tag_bit(TAG_WRB) | tag_bit(TAG_WPS))

// What a word says to those in front of it; `behind` where it says nothing.
static uint8_t ahead_of(const Cue *c, uint8_t behind) {
  TagSet tags = c->tags & OPEN_MASK;
  if (!tags) return behind;
  if (tags & TAGS_WH) return AHEAD_WH;
  if (tags & TAGS_COMMA) return AHEAD_COMMA;
  if (tags & tag_bit(TAG_CC)) return AHEAD_CC;
  if (!(tags & ~TAGS_FINITE)) return AHEAD_FINITE;
  if (tags & tag_bit(TAG_VBD)) return AHEAD_MAYBE;
  return behind;
}

void cues_fill(const Token *tokens, uint32_t count, const Lexicon *lexicon,
               Cue *c) {
  for (int i = 1; i <= CUE_PAD; i++)
    c[-i] = c[count - 1 + (uint32_t)i] = cue_nothing;
  uint8_t ahead = AHEAD_END;
  for (uint32_t i = count; i-- > 0;) lexicon_ask(lexicon, tokens[i].word);
  for (uint32_t i = count; i-- > 0;) lexicon_ask_more(lexicon, tokens[i].word);
  for (uint32_t i = count; i-- > 0;) {
    read_cue(&tokens[i], lexicon, &c[i]);
    c[i].ahead = ahead;
    ahead = ahead_of(&c[i], ahead);
  }
}

static bool may_be_verb(const Cue *c) {
  return !c->tags || (c->tags & TAGS_VERB);
}

static uint64_t verb_before(const History *h) {
  return feature_mix(h->verb, h->since * 2u + h->subject);
}

// What decides most words by itself: the form, the word behind, the tags
// before.
unsigned tag_features(const Cue *c, const History *h, uint64_t *out) {
  Sink s = {out, BASE, PAIR, 0};
  uint64_t shape = c->shape & ~(uint64_t)SHAPE_SPACE;
  put(&s, 1, c->word);
  put(&s, 5, c->tail & 0xFFFFFF);
  put(&s, 9, shape);
  put(&s, 10, c->tags);
  put2(&s, 11, c->tags & OPEN_MASK, shape);
  put(&s, 14, c[1].word);
  put(&s, 19, c[1].tags);
  put2(&s, 21, c->tags, c[1].tags);
  put2(&s, 24, c[-1].shape, c->shape);
  put(&s, 28, h->one);
  put2(&s, 30, c->word, h->one);
  put2(&s, 32, c->tags, h->one);
  put2(&s, 34, c[1].tags, feature_mix(c->tags, h->one));
  if (may_be_verb(c)) put(&s, 38, verb_before(h));
  return s.count;
}

static void put_letters(Sink *s, const Cue *c) {
  uint64_t shape = c->shape & ~(uint64_t)SHAPE_SPACE;
  put(s, 0, 0);
  put2(s, 2, c->word, shape & (SHAPE_CAPITAL | SHAPE_CAPITALS));
  put(s, 3, c->tail & 0xFF);
  put(s, 4, c->tail & 0xFFFF);
  put(s, 6, c->tail & 0xFFFFFFFF);
  put2(s, 12, c->tail & 0xFFFFFF, shape);
}

static void put_around(Sink *s, const Cue *c) {
  put(s, 13, c[-1].word);
  put(s, 15, c[-2].word);
  put(s, 16, c[2].word);
  put2(s, 17, c[-1].word, c->word);
  put2(s, 18, c->word, c[1].word);
  put2(s, 20, c[1].tags, c[2].tags);
  put(s, 22, c[1].tail & 0xFFFFFF);
  put(s, 23, c[1].shape);
  put2(s, 25, c[-1].word, c[1].word);
  put2(s, 26, c->tags, c[1].word);
  put2(s, 27, c->tags, c[-1].word);
}

static void put_history(Sink *s, const Cue *c, const History *h) {
  uint64_t two = (uint64_t)h->one << 8 | h->two;
  put(s, 29, two);
  put2(s, 31, c[1].word, h->one);
  put2(s, 33, c->tags, two);
  put2(s, 35, c->tail & 0xFFFFFF, h->one);
  put2(s, 36, c[-1].word, h->two);
  put2(s, 37, c[-1].word, feature_mix(c->tags, h->two));
}

// Only verbs are told apart by the verbs before them.
static void put_verbs(Sink *s, const Cue *c, const History *h) {
  put2(s, 39, c->tags, verb_before(h));
  put2(s, 40, c->tail & 0xFFFF, feature_mix(h->verb, h->subject));
  put2(s, 41, c->tags, (uint64_t)h->finite << 8 | h->sentence);
  put2(s, 42, c->word, (uint64_t)h->finite << 8 | h->sentence);
  put2(s, 43, c->word, feature_mix(h->verb, h->subject));
  put2(s, 48, c->frame, c[1].tags);
  put2(s, 49, c->frame, feature_mix(c[1].tags, h->one));
  uint64_t place =
      (uint64_t)h->bound << 16 | (uint64_t)h->within << 8 | c->ahead;
  put2(s, 44, c->tags, place);
  put2(s, 45, c->tags, feature_mix(place, h->one));
  put2(s, 46, c->tags, feature_mix(place, c[1].tags));
  put2(s, 47, c->tail & 0xFFFF, feature_mix(place, h->subject));
}

unsigned tag_features_more(const Cue *c, const History *h, uint64_t *out) {
  Sink s = {out, BASE, PAIR, 0};
  put_letters(&s, c);
  put_around(&s, c);
  put_history(&s, c, h);
  if (may_be_verb(c)) put_verbs(&s, c, h);
  return s.count;
}

static bool is_auxiliary(const Cue *c) {
  return c->tags & LEXICON_CLOSED;
}

void history_add(History *h, const Cue *c, Tag tag) {
  h->two = h->one;
  h->one = tag;
  if (tag_in(tag, TAGS_VERB)) {
    h->verb = is_auxiliary(c) ? feature_mix(c->word, tag) : tag;
    h->since = 0;
    h->subject = false;
    if (tag_in(tag, TAGS_FINITE)) h->finite = h->within = tag;
    return;
  }
  if (h->since < 7) h->since++;
  bool that = tag == TAG_IN && (c->tags & TAGS_WH);
  if (that || tag_in(tag, TAGS_COMMA | TAGS_WH | tag_bit(TAG_CC))) {
    h->bound = tag;
    h->within = 0;
  }
  TagClass class = tag_class(tag);
  if (class == CLASS_NOUN || class == CLASS_NAME || class == CLASS_PRON)
    h->subject = true;
}

History history_next(const History *h) {
  return (History){.sentence = h->finite ? h->finite : h->sentence};
}
