// SPDX-License-Identifier: MIT
#include "english/second.h"

#include "english/sink.h"

enum { REACH = 14 }; // tokens to either side

// One side of the form, up to where its clause ends.
typedef struct Side {
  uint64_t finite; // tag of the nearest finite verb; 0: none
  uint64_t bound;  // tag of what ends the clause
  uint64_t noun;   // how far the nearest noun is; 0: none
  uint64_t open;   // is there a noun beyond a preposition, or none at all?
} Side;

static bool is_bound(Tag tag) {
  switch (tag) {
  case TAG_CC:
  case TAG_COMMA:
  case TAG_COLON:
  case TAG_STOP:
  case TAG_WDT:
  case TAG_WP:
  case TAG_WRB:
  case TAG_OPEN_BRACKET:
  case TAG_CLOSE_BRACKET: return true;
  default: return false;
  }
}

static void look(Side *side, Tag tag, uint64_t far) {
  TagClass class = tag_class(tag);
  bool noun = class == CLASS_NOUN || class == CLASS_NAME || class == CLASS_PRON;
  if (noun && !side->noun) side->noun = far < 4 ? far : 4;
  if (class == CLASS_PREP) side->open = 1;
  if (noun && class == CLASS_PRON) side->open = 2;
  if (tag_in(tag, TAGS_FINITE)) side->finite = tag;
}

static Side left_of(const Token *t, uint32_t i) {
  Side side = {0};
  for (uint32_t k = i; k-- > 0 && i - k < REACH && !side.finite;) {
    side.bound = t[k].tag;
    if (is_bound(t[k].tag)) return side;
    look(&side, t[k].tag, i - k);
  }
  if (!side.finite) side.bound = 0;
  return side;
}

static Side right_of(const Token *t, uint32_t i, uint32_t count) {
  Side side = {0};
  for (uint32_t k = i + 1; k < count && k - i < REACH && !side.finite; k++) {
    side.bound = t[k].tag;
    if (is_bound(t[k].tag)) return side;
    look(&side, t[k].tag, k - i);
  }
  return side;
}

static uint64_t others(const Token *t, uint32_t i, uint32_t count) {
  uint64_t finite = 0;
  for (uint32_t k = 0; k < count && finite < 2; k++)
    finite += k != i && tag_in(t[k].tag, TAGS_FINITE);
  return finite;
}

static uint64_t tag_at(const Token *t, uint32_t i, uint32_t count) {
  return i < count ? t[i].tag : TAG_NONE; // also before the first
}

static void put_near(Sink *s, const Cue *c, const Token *t, uint32_t i,
                     uint32_t count, uint64_t all) {
  uint64_t one = tag_at(t, i - 1, count), two = tag_at(t, i - 2, count);
  uint64_t next = tag_at(t, i + 1, count), then = tag_at(t, i + 2, count);
  put(s, 0, 0);
  put(s, 1, c[i].word);
  put(s, 2, c[i].tags);
  put2(s, 3, one, two);
  put2(s, 4, next, then);
  put2(s, 5, one, next);
  put3(s, 6, all, one, next);
  put2(s, 7, c[(int64_t)i - 1].word, next);
  put2(s, 8, one, c[i + 1].word);
  put2(s, 9, c[i].word, next);
  put2(s, 10, c[i].word, c[i + 1].word);
  put2(s, 11, all, c[i + 1].word);
  put2(s, 12, all, c[(int64_t)i - 1].word);
  put3(s, 13, all, one, two);
}

unsigned second_features(const Cue *c, const Token *t, uint32_t i,
                         uint32_t count, uint64_t *out) {
  Sink s = {out, 601, 77, 0};
  Side left = left_of(t, i), right = right_of(t, i, count);
  uint64_t all = others(t, i, count);
  uint64_t one = tag_at(t, i - 1, count), next = tag_at(t, i + 1, count);
  uint64_t sides = left.finite << 16 | right.finite << 8 | left.bound;
  put_near(&s, c, t, i, count, all);
  put(&s, 20, sides);
  put2(&s, 21, sides, one);
  put2(&s, 22, sides, next);
  put3(&s, 23, sides, left.noun, all);
  put3(&s, 24, sides, right.open, right.noun);
  put3(&s, 25, left.finite << 8 | right.finite, one, next);
  put3(&s, 26, left.finite, left.bound, one);
  put3(&s, 27, right.finite, right.bound, right.open);
  put3(&s, 28, right.finite, right.open, next);
  put3(&s, 29, left.finite << 8 | right.finite, all, c[i].word);
  put3(&s, 30, left.finite << 8 | right.finite, left.open, left.noun);
  put3(&s, 31, all, left.bound, right.bound);
  put3(&s, 32, all, left.noun, next);
  put2(&s, 40, c[i].frame, next);
  put3(&s, 41, c[i].frame, right.noun, right.open);
  put3(&s, 42, c[i].frame, one, next);
  put3(&s, 43, c[i].frame, sides, right.noun);
  return s.count;
}
