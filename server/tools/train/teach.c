// SPDX-License-Identifier: MIT
#include "teach.h"

#include "english/clause.h"
#include "english/features.h"
#include "english/role.h"
#include "english/runon.h"
#include "english/second.h"
#include "english/sentence.h"
#include "english/tagger.h"
#include "random.h"
#include "variant.h"

enum { RUN_MOST = 6 }; // sentences run together

typedef struct Pupil {
  Learner *learner;
  const Lexicon *lexicon;
  const Model *model;
  Token *room;
  Cue *cues;
  Random luck;
  float margin;
} Pupil;

static uint32_t longest(const Treebank *bank) {
  uint32_t most = 0;
  vec_each(GoldSentence, s, bank)
    if (s->count > most) most = s->count;
  return most;
}

// The best label among `among`, and the best that is not `right`.
static unsigned best_of(const float *scores, TagSet among, unsigned but) {
  unsigned best = TAG_COUNT;
  for (; among; among &= among - 1) {
    unsigned t = (unsigned)__builtin_ctzll(among);
    if (t != but && (best == TAG_COUNT || scores[t] > scores[best])) best = t;
  }
  return best;
}

// Decides, learns, and returns what was decided.
static unsigned learn(Pupil *p, const uint64_t *features, unsigned count,
                      TagSet among, unsigned right) {
  float scores[TAG_COUNT] = {0};
  learner_score(p->learner, features, count, scores);
  unsigned rival = best_of(scores, among, right);
  unsigned said = best_of(scores, among, TAG_COUNT);
  bool sure = rival == TAG_COUNT || scores[right] - scores[rival] >= p->margin;
  learner_step(p->learner, features, count, right, sure ? right : rival);
  return said;
}

static Tag finite_of(const GoldSentence *s) {
  Tag last = TAG_NONE;
  for (uint32_t i = 0; i < s->count; i++)
    if (tag_in(s->tokens[i].tag, TAGS_FINITE)) last = s->tokens[i].tag;
  return last;
}

// A word is known only from other places, as it will be when it is met: what
// the lexicon learned right here it would not know.
static void forget_here(const GoldWord *words, uint32_t count, Cue *c) {
  for (uint32_t i = 0; i < count; i++)
    c[i].tags = words[i].elsewhere & ~LEXICON_FRAMES;
}

static void learn_tags(Pupil *p, const GoldSentence *s, Tag before,
                       uint32_t dropped) {
  Cue *c = p->cues + CUE_PAD;
  History h = {.sentence = before};
  cues_fill(s->tokens, s->count, p->lexicon, c);
  forget_here(s->words + dropped, s->count, c);
  for (uint32_t i = 0; i < s->count; i++) {
    TagSet among = tagger_candidates(&c[i]);
    Tag tag = (Tag)__builtin_ctzll(among);
    uint64_t features[TAG_FEATURES];
    if (among & (among - 1)) {
      unsigned n = tag_features(&c[i], &h, features);
      n += tag_features_more(&c[i], &h, features + n);
      tag = (Tag)learn(p, features, n, among, s->tokens[i].tag);
    }
    history_add(&h, &c[i], tag);
  }
}

typedef void LearnOne(Pupil *p, const Treebank *bank, uint32_t i);

static void one_tags(Pupil *p, const Treebank *bank, uint32_t i) {
  uint32_t dropped;
  Tag before = i ? finite_of(&bank->data[i - 1]) : TAG_NONE;
  GoldSentence v = variant_of(&bank->data[i], &p->luck, p->room, &dropped);
  learn_tags(p, &v, before, dropped);
}

static void rounds(Pupil *p, const Treebank *bank, unsigned count,
                   LearnOne *one) {
  uint32_t *order = heap_alloc(bank->len * sizeof *order);
  for (uint32_t i = 0; i < bank->len; i++) order[i] = i;
  while (count-- > 0) {
    random_shuffle(&p->luck, order, bank->len);
    for (uint32_t k = 0; k < bank->len; k++) one(p, bank, order[k]);
  }
  free(order);
}

static void teach(Pupil *p, const Treebank *bank, Lesson lesson,
                  LearnOne *one) {
  uint32_t most = longest(bank);
  p->room = heap_alloc((size_t)most * RUN_MOST * sizeof *p->room);
  p->cues = heap_alloc((most + 2 * CUE_PAD) * sizeof *p->cues);
  p->luck = 20261121;
  p->margin = lesson.margin;
  rounds(p, bank, lesson.first_rounds, one);
  learner_settle(p->learner);
  learner_prune(p->learner, lesson.bytes);
  for (unsigned i = 0; i < lesson.courses; i++) {
    rounds(p, bank, lesson.second_rounds, one);
    learner_settle(p->learner);
  }
  free(p->room);
  free(p->cues);
}

void teach_tags(const Treebank *bank, const Lexicon *lexicon, Lesson lesson,
                Learner *l) {
  Pupil p = {.learner = l, .lexicon = lexicon};
  teach(&p, bank, lesson, one_tags);
}

// What the first look says of all others is what the second will find.
static void one_second(Pupil *p, const Treebank *bank, uint32_t i) {
  Arena a = {0};
  Tagger tagger;
  uint32_t dropped;
  GoldSentence v = variant_of(&bank->data[i], &p->luck, p->room, &dropped);
  const Token *gold = bank->data[i].tokens + dropped;
  tagger_init(&tagger, p->model, v.count, &a);
  tagger_run(&tagger, v.tokens, v.count);
  const Cue *c = tagger.cues + CUE_PAD;
  for (uint32_t k = 0; k < v.count; k++) {
    TagSet among = tagger_candidates(&c[k]),
           both = tag_bit(TAG_VBD) | tag_bit(TAG_VBN);
    if ((among & both) != both || !tag_in(gold[k].tag, both)) continue;
    uint64_t features[SECOND_FEATURES];
    Tag said = v.tokens[k].tag;
    v.tokens[k].tag = TAG_VBN;
    unsigned n = second_features(c, v.tokens, k, v.count, features);
    v.tokens[k].tag = said;
    learn(p, features, n, 3, gold[k].tag == TAG_VBN);
  }
  arena_clear(&a);
}

void teach_seconds(const Treebank *bank, const Model *model, Lesson lesson,
                   Learner *l) {
  Pupil p = {.learner = l, .model = model};
  teach(&p, bank, lesson, one_second);
}

static bool is(Str relation, const char *name) {
  return str_eq(relation, str_of(name));
}

static Role role_of_relation(Str r) {
  if (is(r, "parataxis")) return ROLE_PARATAXIS;
  if (is(r, "ccomp") || is(r, "xcomp")) return ROLE_COMPLEMENT;
  if (is(r, "advcl")) return ROLE_ADVERBIAL;
  if (is(r, "acl")) return ROLE_RELATIVE;
  if (is(r, "csubj")) return ROLE_SUBJECT;
  return ROLE_OTHER;
}

Role teach_role_of(const GoldSentence *s, uint32_t i) {
  const GoldWord *w = &s->words[i];
  if ((is(w->relation, "aux") || is(w->relation, "cop")) &&
      w->head != NO_INDEX) {
    i = w->head;
    w = &s->words[i];
  }
  bool joined = false;
  for (uint32_t n = 0; is(w->relation, "conj") && n < s->count; n++) {
    if (w->head == NO_INDEX) break;
    joined = true;
    w = &s->words[w->head];
  }
  if (w->head == NO_INDEX) return joined ? ROLE_CONJUNCT : ROLE_ROOT;
  return role_of_relation(w->relation);
}

static void learn_roles(Pupil *p, const GoldSentence *s, uint32_t dropped) {
  Arena a = {0};
  ClauseVec clauses = {0};
  Scope scope = {s->tokens, 0, s->count};
  GoldSentence whole = {s->tokens, s->words, s->count + dropped};
  for (uint32_t i = 0; i < s->count; i++)
    s->tokens[i].lemma =
        lemma_find(&p->model->lemmas, &p->model->lexicon, &s->tokens[i], &a);
  clause_find(&scope, &a, &clauses);
  const TagSet all = ((TagSet)1 << (ROLE_OTHER + 1)) - 1;
  for (uint32_t k = 0; k < clauses.len; k++) {
    uint64_t features[ROLE_FEATURES];
    unsigned n = role_features(&scope, clauses.data, k, clauses.len, features);
    Role right = teach_role_of(&whole, clauses.data[k].finite + dropped);
    clauses.data[k].role = (Role)learn(p, features, n, all, right);
  }
  arena_clear(&a);
}

static void one_roles(Pupil *p, const Treebank *bank, uint32_t i) {
  uint32_t dropped;
  GoldSentence v = variant_of(&bank->data[i], &p->luck, p->room, &dropped);
  learn_roles(p, &v, dropped);
}

void teach_roles(const Treebank *bank, const Model *model, Lesson lesson,
                 Learner *l) {
  Pupil p = {.learner = l, .model = model};
  teach(&p, bank, lesson, one_roles);
}

// Sentences as they stand where nobody ends them.
typedef struct Stretch {
  uint32_t starts[RUN_MOST + 1]; // of each sentence; then of nothing
  uint32_t sentences, count;     // and tokens in all
} Stretch;

static uint32_t without_stop(const GoldSentence *s) {
  uint32_t count = s->count;
  while (count > 1 && s->tokens[count - 1].tag == TAG_STOP) count--;
  return count;
}

static Stretch run_together(Pupil *p, const Treebank *bank, uint32_t i) {
  Stretch r = {{0}, 0, 0};
  uint32_t most = 1 + random_below(&p->luck, RUN_MOST);
  bool small = random_below(&p->luck, 2);
  for (; r.sentences < most && i < bank->len; i++) {
    uint32_t dropped;
    if (r.count + bank->data[i].count > SENTENCE_MOST) break;
    GoldSentence v =
        variant_of(&bank->data[i], &p->luck, p->room + r.count, &dropped);
    r.starts[r.sentences++] = r.count;
    r.count += without_stop(&v);
  }
  r.starts[r.sentences] = r.count;
  for (uint32_t k = 0; small && k < r.count; k++)
    p->room[k].flags &= (uint8_t) ~(TOKEN_CAPITAL | TOKEN_CAPITALS);
  return r;
}

static void learn_breaks(Pupil *p, const Stretch *r) {
  Scope s = {p->room, 0, r->count};
  Run run = run_begun(&s);
  for (uint32_t at = 1, k = 1; at < r->count; at++) {
    uint64_t features[RUNON_FEATURES];
    unsigned n = runon_features(&s, &run, at, features);
    bool starts = at == r->starts[k];
    learn(p, features, n, 3, starts);
    if (starts) {
      k++;
      s.first = at;
      run = run_begun(&s);
    } else {
      run_add(&run, &s, at);
    }
  }
}

static void one_run(Pupil *p, const Treebank *bank, uint32_t i) {
  Arena a = {0};
  Tagger tagger;
  Stretch r = run_together(p, bank, i);
  if (r.count < 2) return;
  tagger_init(&tagger, p->model, r.count, &a);
  tagger_run(&tagger, p->room, r.count);
  for (uint32_t k = 0; k < r.count; k++)
    p->room[k].lemma =
        lemma_find(&p->model->lemmas, &p->model->lexicon, &p->room[k], &a);
  learn_breaks(p, &r);
  arena_clear(&a);
}

void teach_runons(const Treebank *bank, const Model *model, Lesson lesson,
                  Learner *l) {
  Pupil p = {.learner = l, .model = model};
  teach(&p, bank, lesson, one_run);
}
