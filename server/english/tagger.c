// SPDX-License-Identifier: MIT
#include "english/tagger.h"

#include "english/mend.h"

void tagger_init(Tagger *t, const Model *model, uint32_t longest, Arena *a) {
  *t = (Tagger){.model = model};
  t->cues = arena_array(a, Cue, longest + 2 * CUE_PAD);
}

TagSet tagger_candidates(const Cue *c) {
  if (c->tags & LEXICON_CLOSED) return c->tags & ~LEXICON_CLOSED;
  TagSet open = (((TagSet)1 << TAG_COUNT) - 1) & ~tag_bit(TAG_NONE);
  // Irregular pasts are all in the lexicon; the rest end in "d".
  if (!(c->tags & tag_bit(TAG_VBD)) && (c->tail & 0xFF) != 'd')
    open &= ~tag_bit(TAG_VBD);
  return open;
}

Tag tagger_best(const Score *scores, TagSet among) {
  Tag best = TAG_NN;
  int32_t most = INT32_MIN;
  for (; among; among &= among - 1) {
    Tag tag = (Tag)__builtin_ctzll(among);
    if (scores[tag] > most) most = scores[tag], best = tag;
  }
  return best;
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

static void note_doubt(Doubt *d, const Score *scores, uint32_t i) {
  int32_t by = scores[TAG_VBN] - scores[TAG_VBD];
  if (d->at != NO_INDEX && by >= d->by) return;
  d->at = i;
  d->by = by;
}

static Tag decide(const Tagger *t, const Cue *c, uint32_t i, Doubt *doubt) {
  TagSet among = tagger_candidates(c);
  if (!(among & (among - 1))) return (Tag)__builtin_ctzll(among);
  uint64_t features[TAG_FEATURES];
  Score scores[WEIGHTS_LABELS];
  unsigned count = tag_features(c, &t->history, features);
  weights_score(&t->model->tags, features, count, scores);
  Tag tag = prefer_other(scores, tagger_best(scores, among), among);
  if (tag == TAG_VBN && tag_in(TAG_VBD, among)) note_doubt(doubt, scores, i);
  return tag;
}

void tagger_run(Tagger *t, Token *tokens, uint32_t count) {
  Cue *c = t->cues + CUE_PAD;
  Doubt doubt = {.at = NO_INDEX};
  cues_fill(tokens, count, &t->model->lexicon, c);
  t->history = history_next(&t->history);
  for (uint32_t i = 0; i < count; i++) {
    tokens[i].tag = decide(t, &c[i], i, &doubt);
    history_add(&t->history, &c[i], tokens[i].tag);
  }
  mend_run(c, tokens, count, doubt);
}
