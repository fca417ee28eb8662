// SPDX-License-Identifier: MIT
#include "lens/recall.h"

static void told_clear(Told *t) {
  vec_clear(&t->sentences);
  vec_clear(&t->findings);
}

void recall_clear(Recall *r) {
  told_clear(&r->before);
  told_clear(&r->now);
}

void recall_begin(Recall *r, const English *e, const LensPlace *place) {
  Told old = r->before;
  r->before = r->now;
  r->now = old;
  r->now.sentences.len = r->now.findings.len = 0;
  r->count = e->sentence_count;
  r->place = hash_mix(str_hash(place->other), place->kind);
}

static uint64_t mix_clause(uint64_t hash, const English *e, uint32_t clause,
                           const Sentence *of) {
  if (clause == NO_INDEX) return hash_mix(hash, NO_INDEX);
  const Clause *c = &e->clauses[clause];
  uint32_t flags = (uint32_t)(c->dropped_subject | c->negated << 1 |
                              c->question << 2 | c->conditional << 3 |
                              c->progressive << 4 | c->imperative << 5 |
                              (clause == of->main) << 6 | of->question << 7);
  hash = hash_mix(hash, (uint64_t)c->role << 48 | (uint64_t)c->tense << 40 |
                            (uint64_t)c->person << 32 | flags);
  return hash_mix(
      hash, (uint64_t)(c->head - of->first) << 32 |
                (c->subject == NO_INDEX ? NO_INDEX : c->subject - of->first));
}

// Only the last step waits for the tokens before.
static uint64_t mix_token(uint64_t hash, const Token *t, uint32_t origin) {
  uint64_t words = hash_mix(t->word, str_hash(t->lemma));
  uint64_t token = hash_mix(words, (uint64_t)t->tag << 8 | t->flags);
  uint64_t place =
      (uint64_t)(t->span.start - origin) << 32 | (t->span.end - origin);
  return hash_mix(hash ^ place, token);
}

uint64_t recall_key(const Recall *r, const Stretch *s, uint32_t sentence) {
  const English *e = s->english;
  const Sentence *of = &e->sentences[sentence];
  uint32_t origin = recall_origin(e, sentence);
  bool goes_on = of->first && of->first == s->told_until;
  uint32_t so_far = of->first == 0;
  if (goes_on) so_far = 4u + 2u * s->one_at_large + s->many_at_large;
  uint64_t hash =
      hash_mix(r->place, (uint64_t)(of->end - of->first) << 3 | so_far);
  for (uint32_t i = of->first; i < of->end; i++) {
    const Token *t = &e->tokens[i];
    hash = mix_token(hash, t, origin);
    if (i == of->first || t->clause != t[-1].clause)
      hash = mix_clause(hash, e, t->clause, of);
  }
  return hash;
}

static const Recalled *at(const Told *t, uint32_t index, uint64_t key) {
  if (index >= t->sentences.len) return NULL;
  const Recalled *known = &t->sentences.data[index];
  return known->key == key ? known : NULL;
}

const Recalled *recall_find(const Recall *r, uint32_t sentence, uint64_t key) {
  const Recalled *known = at(&r->before, sentence, key);
  uint32_t from_end = r->before.sentences.len + sentence - r->count;
  return known ? known : at(&r->before, from_end, key);
}

void recall_put(Recall *r, const Stretch *s, uint64_t key) {
  Recalled told = {.key = key,
                   .one_at_large = s->one_at_large,
                   .many_at_large = s->many_at_large};
  vec_push(&r->now.sentences, told);
}

void recall_keep(Recall *r, const English *e, const LensFinding *findings,
                 uint32_t count) {
  Told *now = &r->now;
  for (uint32_t i = 0, k = 0; i < now->sentences.len; i++) {
    now->sentences.data[i].first = now->findings.len;
    for (; k < count && findings[k].sentence == i; k++) {
      LensFinding f = findings[k];
      f.span = span_moved(f.span, 0 - recall_origin(e, i));
      vec_push(&now->findings, f);
    }
    now->sentences.data[i].end = now->findings.len;
  }
}
