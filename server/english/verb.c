// SPDX-License-Identifier: MIT
#include "english/verb.h"

#include "english/lemma.h"
#include "english/token.h"

enum { REACH = 6 }; // tokens between two verbs of one group

static inline bool lemma_is(const Token *t, const char *lemma) {
  return str_is(t->lemma, lemma);
}

bool verb_is_auxiliary(const Token *t) {
  return t->tag == TAG_MD || lemma_is(t, "be") || lemma_is(t, "have") ||
         lemma_is(t, "do");
}

static bool is_negation(const Token *t) {
  return token_is(t, "n't") || token_is(t, "not") || token_is(t, "never") ||
         token_is(t, "nt");
}

// May stand inside a verb group: adverbs, "not", an inverted subject.
static bool may_lie_between(const Token *t, bool inverted) {
  TagClass class = tag_class(t->tag);
  if (class == CLASS_ADV && t->tag != TAG_WRB) return true;
  if (t->tag == TAG_UH) return true;
  return inverted && (class == CLASS_PRON || class == CLASS_DET ||
                      class == CLASS_NOUN || class == CLASS_NAME);
}

// The next verb of the group behind `at`, or NO_INDEX.
static uint32_t next_verb(const Scope *s, uint32_t at, TagSet among,
                          bool inverted) {
  uint32_t stop = at + REACH < s->end ? at + REACH : s->end;
  for (uint32_t i = at + 1; i < stop; i++) {
    if (tag_in(s->tokens[i].tag, among)) return i;
    if (!may_lie_between(&s->tokens[i], inverted)) break;
  }
  return NO_INDEX;
}

static TagSet follows(const Token *t) {
  if (t->tag == TAG_MD || lemma_is(t, "do")) return tag_bit(TAG_VB);
  if (lemma_is(t, "have")) return tag_bit(TAG_VBN);
  if (lemma_is(t, "be")) return tag_bit(TAG_VBG) | tag_bit(TAG_VBN);
  return 0;
}

static bool is_future(const Token *t) {
  return token_is(t, "will") || token_is(t, "'ll") || token_is(t, "wo") ||
         token_is(t, "shall") || token_is(t, "ll") || token_is(t, "sha");
}

static Tense simple_tense(const Token *t) {
  switch (t->tag) {
  case TAG_MD: return is_future(t) ? TENSE_FUTURE : TENSE_MODAL;
  case TAG_VBD: return TENSE_PAST;
  default: return TENSE_PRESENT;
  }
}

// "going to" and "gonna" before a bare verb.
static bool is_going_to(const Scope *s, uint32_t at) {
  const Token *t = s->tokens;
  if (!(token_is(&t[at], "going") || token_is(&t[at], "gon"))) return false;
  return at + 2 < s->end && t[at + 1].tag == TAG_TO && t[at + 2].tag == TAG_VB;
}

static void step(const Scope *s, Clause *c, uint32_t next) {
  const Token *from = &s->tokens[c->head], *to = &s->tokens[next];
  if (lemma_is(from, "have") && c->head == c->finite &&
      c->tense == TENSE_PRESENT)
    c->tense = TENSE_PERFECT;
  if (lemma_is(from, "be") && to->tag == TAG_VBG) c->progressive = true;
  if (c->tense == TENSE_PRESENT && is_going_to(s, next)) {
    c->tense = TENSE_FUTURE;
    c->progressive = false;
    next += 2;
  }
  c->head = next;
}

// "decided not to go", "recommend not using": what follows is denied.
static bool denies_next(const Scope *s, uint32_t i) {
  if (i + 1 >= s->end) return false;
  Tag next = s->tokens[i + 1].tag;
  return next == TAG_TO || next == TAG_VBG;
}

// "Not only twenty, but …": what follows is said and more.
static bool is_more_than(const Scope *s, uint32_t i) {
  return i + 1 < s->end && token_is(&s->tokens[i + 1], "only");
}

static void read_negation(const Scope *s, Clause *c) {
  uint32_t from = c->finite > s->first ? c->finite - 1 : c->finite;
  uint32_t to = c->head + 3 < s->end ? c->head + 3 : s->end;
  for (uint32_t i = from; i < to; i++) {
    const Token *t = &s->tokens[i];
    if (i > c->head && !may_lie_between(t, false)) break;
    if (is_negation(t) && !is_more_than(s, i) &&
        (i < c->head || !denies_next(s, i)))
      c->negated = true;
  }
}

void verb_read(const Scope *s, Clause *c) {
  c->head = c->finite;
  c->tense = simple_tense(&s->tokens[c->finite]);
  for (int i = 0; i < 4; i++) {
    TagSet among = follows(&s->tokens[c->head]);
    bool inverted = c->head == c->finite && c->subject != NO_INDEX &&
                    c->subject > c->finite;
    uint32_t next = among ? next_verb(s, c->head, among, inverted) : NO_INDEX;
    if (next == NO_INDEX) break;
    step(s, c, next);
  }
  read_negation(s, c);
}
