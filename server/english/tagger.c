// SPDX-License-Identifier: MIT
#include "english/tagger.h"

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

Tag tagger_best(const int32_t *scores, TagSet among) {
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
static Tag prefer_other(const int32_t *scores, Tag tag, TagSet among) {
  enum { PRESENT = 12, PARTICIPLE = 20 };
  if (tag != TAG_VBD) return tag;
  if (tag_in(TAG_VBP, among) && scores[TAG_VBD] - scores[TAG_VBP] < PRESENT)
    return TAG_VBP;
  if (tag_in(TAG_VBN, among) && scores[TAG_VBD] - scores[TAG_VBN] < PARTICIPLE)
    return TAG_VBN;
  return tag;
}

static Tag decide(const Tagger *t, const Cue *c) {
  TagSet among = tagger_candidates(c);
  if (!(among & (among - 1))) return (Tag)__builtin_ctzll(among);
  uint64_t features[TAG_FEATURES];
  int32_t scores[WEIGHTS_LABELS];
  unsigned count = tag_features(c, &t->history, features);
  weights_score(&t->model->tags, features, count, scores);
  return prefer_other(scores, tagger_best(scores, among), among);
}

// "You'd promised": before a participle that is no bare form, 'd is "had".
static void mend_had(const Cue *c, Token *tokens, uint32_t count) {
  for (uint32_t i = 0; i + 1 < count; i++) {
    if (tokens[i].tag != TAG_MD || !str_eq(tokens[i].norm, STR("'d"))) continue;
    uint32_t next = i + 1;
    if (tokens[next].tag == TAG_RB && next + 1 < count) next++;
    bool bare = (c[next].tags & tag_bit(TAG_VB)) || !c[next].tags;
    if (bare || !(c[next].tags & tag_bit(TAG_VBN))) continue;
    tokens[i].tag = TAG_VBD;
    tokens[next].tag = TAG_VBN;
  }
}

static bool is_subject_only(Str norm) {
  return str_eq(norm, STR("i")) || str_eq(norm, STR("you")) ||
         str_eq(norm, STR("we")) || str_eq(norm, STR("they"));
}

// "You never listen": what opens so is said of somebody, and no order.
static void mend_present(const Cue *c, Token *tokens, uint32_t count) {
  if (!is_subject_only(tokens[0].norm) || tokens[0].tag != TAG_PRP) return;
  uint32_t i = 1;
  while (i < count && tokens[i].tag == TAG_RB) i++;
  if (i == count || tokens[i].tag != TAG_VB) return;
  if (tagger_candidates(&c[i]) & tag_bit(TAG_VBP)) tokens[i].tag = TAG_VBP;
}

void tagger_run(Tagger *t, Token *tokens, uint32_t count) {
  Cue *c = t->cues + CUE_PAD;
  cues_fill(tokens, count, &t->model->lexicon, c);
  t->history = history_next(&t->history);
  for (uint32_t i = 0; i < count; i++) {
    tokens[i].tag = decide(t, &c[i]);
    history_add(&t->history, &c[i], tokens[i].tag);
  }
  mend_had(c, tokens, count);
  mend_present(c, tokens, count);
}
