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

// The scores of tags 8 * k … that are among `among`; the least of all for those
// that are not.
static inline Eight eight_of(const Score *scores, unsigned k, TagSet among) {
  const Eight bits = {1, 2, 4, 8, 16, 32, 64, 128}, least = {0};
  Eight e;
  memcpy(&e, scores + (size_t)8 * k, sizeof e);
  Eight in = (bits & (Score)(among >> 8 * k & 255)) != 0;
  return (e & in) | ((least + INT16_MIN) & ~in);
}

Tag tagger_best(const Score *scores, TagSet among) {
  Eight most = eight_of(scores, 0, among), at = {0};
  for (unsigned k = 1; k < EIGHTS; k++) {
    Eight e = eight_of(scores, k, among), more = e > most;
    most = (e & more) | (most & ~more);
    at = ((Score)k & more) | (at & ~more);
  }
  unsigned best = 0;
  for (unsigned i = 1; i < 8; i++) best = most[i] > most[best] ? i : best;
  return (Tag)(at[best] * 8 + (Score)best);
}

// Is a score among `among` higher than `least`?
static bool is_any_above(const Score *scores, TagSet among, int least) {
  Eight any = {0};
  uint64_t halves[2];
  if (least < INT16_MIN) least = INT16_MIN;
  for (unsigned k = 0; k < EIGHTS; k++)
    any |= eight_of(scores, k, among) > (Score)least;
  memcpy(halves, &any, sizeof any);
  return (halves[0] | halves[1]) != 0;
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
static bool is_clear(const Score *scores, Tag best, TagSet among) {
  enum { CLEAR = 200 };
  const TagSet past = tag_bit(TAG_VBD) | tag_bit(TAG_VBN);
  if ((among & past) == past && tag_in(best, past)) return false;
  TagSet others = among & ~tag_bit(best);
  return !is_any_above(scores, others, scores[best] - CLEAR);
}

static Tag decide(const Tagger *t, const Cue *c, uint32_t i, Doubts *doubts) {
  TagSet among = tagger_candidates(c);
  if (!(among & (among - 1))) return (Tag)__builtin_ctzll(among);
  uint64_t features[TAG_FEATURES];
  Score scores[WEIGHTS_LABELS];
  const Weights *weights = &t->model->tags;
  unsigned count = tag_features(c, &t->history, features);
  weights_score(weights, features, count, scores);
  Tag tag = tagger_best(scores, among);
  if (is_clear(scores, tag, among)) return tag;
  count = tag_features_more(c, &t->history, features);
  weights_add(weights, features, count, scores);
  tag = prefer_other(scores, tagger_best(scores, among), among);
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
