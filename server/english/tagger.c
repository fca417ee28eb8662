// SPDX-License-Identifier: MIT
#include "english/tagger.h"

#include <string.h>

#include "english/second.h"

void tagger_init(Tagger *t, const Model *model, uint32_t longest, Arena *a) {
  *t = (Tagger){.model = model};
  t->cues = arena_array(a, Cue, longest + 2 * CUE_PAD);
  t->doubts = arena_array(a, Doubt, longest);
}

// What a word may be that was never seen to be it: not a pronoun, article,
// stop.
#define TAGS_OPEN                                                              \
  (tag_bit(TAG_ADD) | tag_bit(TAG_AFX) | tag_bit(TAG_CD) | tag_bit(TAG_FW) |   \
   tag_bit(TAG_GW) | tag_bit(TAG_JJ) | tag_bit(TAG_JJR) | tag_bit(TAG_JJS) |   \
   tag_bit(TAG_NN) | tag_bit(TAG_NNS) | tag_bit(TAG_NNP) | tag_bit(TAG_NNPS) | \
   tag_bit(TAG_RB) | tag_bit(TAG_RBR) | tag_bit(TAG_RBS) | tag_bit(TAG_RP) |   \
   tag_bit(TAG_SYM) | tag_bit(TAG_UH) | (TAGS_VERB & ~tag_bit(TAG_MD)))

TagSet tagger_candidates(const Cue *c) {
  if (c->tags & LEXICON_CLOSED) return c->tags & ~LEXICON_CLOSED;
  TagSet all = (((TagSet)1 << TAG_COUNT) - 1) & ~tag_bit(TAG_NONE);
  TagSet open = c->tags ? c->tags | TAGS_OPEN : all;
  // Irregular pasts are all in the lexicon; the rest end in "ed", or in "d"
  // where somebody misspelt them.
  bool past = c->tags ? (c->tail & 0xFFFF) == ('e' << 8 | 'd')
                      : (c->tail & 0xFF) == 'd';
  if (!past && !(c->tags & tag_bit(TAG_VBD))) open &= ~tag_bit(TAG_VBD);
  return open;
}

// Eight tags' scores at once, in whatever vectors the machine has.
typedef Score Eight __attribute__((vector_size(16)));

enum { EIGHTS = (TAG_COUNT + 7) / 8 };

static inline Eight higher(Eight a, Eight b) {
  for (int i = 0; i < 8; i++) a[i] = a[i] > b[i] ? a[i] : b[i];
  return a;
}

static inline Eight lower(Eight a, Eight b) {
  for (int i = 0; i < 8; i++) a[i] = a[i] < b[i] ? a[i] : b[i];
  return a;
}

// The scores of tags 8 * k … that are in the k-th eight of a set; the least of
// all for those that are not.
static inline Eight eight_of(const Score *scores, unsigned k, TagSet eight) {
  const Eight bits = {1, 2, 4, 8, 16, 32, 64, 128}, none = {0};
  Eight e;
  memcpy(&e, scores + (size_t)8 * k, sizeof e);
  Eight out = (bits & (Score)eight) == none;
  return (e & ~out) | (out << 15);
}

// The best tag and how far the next best is behind it. Of equal tags the one
// that stands first in its eight is the best, then the lower one.
typedef struct Pick {
  Tag tag;
  int lead;
} Pick;

static inline bool is_before(Tag a, Tag b) {
  return a % 8 != b % 8 ? a % 8 < b % 8 : a < b;
}

static Pick pick_one_by_one(const Score *scores, TagSet among) {
  Tag tag = (Tag)__builtin_ctzll(among);
  int best = scores[tag], next = INT16_MIN;
  while (among &= among - 1) {
    Tag other = (Tag)__builtin_ctzll(among);
    int score = scores[other];
    if (score > best || (score == best && is_before(other, tag)))
      next = best, best = score, tag = other;
    else if (score > next)
      next = score;
  }
  return (Pick){tag, best - next};
}

// The first tag of the eighths at `lane` that has this score.
static Tag tag_at(const Score *scores, TagSet among, unsigned lane, Score top) {
  for (unsigned tag = lane; tag < TAG_COUNT; tag += 8)
    if (scores[tag] == top && tag_in((Tag)tag, among)) return (Tag)tag;
  return (Tag)__builtin_ctzll(among);
}

// The best and the next best of each eighth tag, then of those.
static Pick pick_in_vectors(const Score *scores, TagSet among) {
  const Eight none = {0};
  Eight best = none + INT16_MIN, next = best;
  for (unsigned k = 0; k < EIGHTS; k++) {
    TagSet eight = among >> 8 * k & 255;
    if (!eight) continue;
    Eight e = eight_of(scores, k, eight);
    next = higher(next, lower(e, best));
    best = higher(best, e);
  }
  unsigned lane = 0;
  for (unsigned i = 1; i < 8; i++) lane = best[i] > best[lane] ? i : lane;
  Score top = best[lane], second = next[lane];
  for (unsigned i = 0; i < 8; i++)
    if (i != lane && best[i] > second) second = best[i];
  return (Pick){tag_at(scores, among, lane, top), top - second};
}

// `few`: that is quicker one by one.
static Pick pick(const Score *scores, TagSet among, bool few) {
  return few ? pick_one_by_one(scores, among) : pick_in_vectors(scores, among);
}

// A past that looks like a present ("put", "let") or like a participle: past
// only where it wins clearly, since a wrong hint costs more than a missed one.
static Tag prefer_other(const Score *scores, Tag tag, TagSet among) {
  enum { PRESENT = 30, PARTICIPLE = 20 };
  if (tag != TAG_VBD) return tag;
  if (tag_in(TAG_VBP, among) && scores[TAG_VBD] - scores[TAG_VBP] < PRESENT)
    return TAG_VBP;
  if (tag_in(TAG_VBN, among) && scores[TAG_VBD] - scores[TAG_VBN] < PARTICIPLE)
    return TAG_VBN;
  return tag;
}

// Remembers how much better a form is as a participle than as a past.
static void note_doubt(Doubts *d, const Score *scores, uint32_t i, Tag tag) {
  d->data[d->count++] = (Doubt){i, scores[TAG_VBN] - scores[TAG_VBD], tag};
}

// Is the best of the first few features' scores beyond what the others change?
// Past or participle is asked of all of them.
static bool is_clear(const Pick *p, TagSet among) {
  enum { CLEAR = 200 };
  const TagSet past = tag_bit(TAG_VBD) | tag_bit(TAG_VBN);
  if ((among & past) == past && tag_in(p->tag, past)) return false;
  return p->lead >= CLEAR;
}

static Tag decide(const Tagger *t, const Cue *c, uint32_t i, Doubts *doubts) {
  TagSet among = tagger_candidates(c);
  if (!(among & (among - 1))) return (Tag)__builtin_ctzll(among);
  uint64_t features[TAG_FEATURES];
  Score scores[WEIGHTS_LABELS];
  const Weights *weights = &t->model->tags;
  bool few = (c->tags & LEXICON_CLOSED) != 0;
  unsigned count = tag_features(c, &t->history, features);
  weights_score(weights, features, count, scores);
  Pick first = pick(scores, among, few);
  if (is_clear(&first, among)) return first.tag;
  count = tag_features_more(c, &t->history, features);
  weights_add(weights, features, count, scores);
  Tag tag = prefer_other(scores, pick(scores, among, few).tag, among);
  bool both = tag_in(TAG_VBD, among) && tag_in(TAG_VBN, among);
  if (both && (tag == TAG_VBN || tag == TAG_VBD))
    note_doubt(doubts, scores, i, tag);
  return tag;
}

// Now that both sides are known: what the first look left open.
static void look_again(const Tagger *t, const Cue *c, Token *tokens,
                       uint32_t count, Doubts *doubts) {
  enum { UNSURE = 200, PAST = -20 };
  const Weights *weights = &t->model->seconds;
  if (!weights->groups) return;
  for (uint32_t k = 0; k < doubts->count; k++) {
    Doubt *d = &doubts->data[k];
    if (d->by > UNSURE || d->by < -UNSURE) continue;
    uint64_t features[SECOND_FEATURES];
    Score scores[WEIGHTS_LABELS];
    unsigned n = second_features(c, tokens, d->at, count, features);
    weights_score(weights, features, n, scores);
    d->by += scores[1] - scores[0];
    tokens[d->at].tag = d->by > PAST ? TAG_VBN : TAG_VBD;
  }
}

void tagger_run(Tagger *t, Token *tokens, uint32_t count) {
  Cue *c = t->cues + CUE_PAD;
  Doubts doubts = {.data = t->doubts};
  cues_fill(tokens, count, &t->model->lexicon, c);
  t->history = history_next(&t->history);
  for (uint32_t i = 0; i < count; i++) {
    tokens[i].tag = decide(t, &c[i], i, &doubts);
    history_add(&t->history, &c[i], tokens[i].tag);
  }
  look_again(t, c, tokens, count, &doubts);
  mend_run(c, tokens, count, &doubts);
}
