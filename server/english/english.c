// SPDX-License-Identifier: MIT
#include "english/english.h"

#include "english/clause.h"
#include "english/lemma.h"
#include "english/role.h"
#include "english/sentence.h"
#include "english/tagger.h"

static Model model; // set once by english_init, then only read

Str tense_name(Tense t) {
  static const char *const names[] = {"none",    "past",   "present",
                                      "perfect", "future", "modal"};
  return str_of(names[t <= TENSE_MODAL ? t : TENSE_NONE]);
}

bool english_init(Err *err) {
  return model_open(&model, model_built_in(), err);
}

static void close_sentence(Sentence *s, const Clause *c) {
  s->tense = c->tense;
  s->person = c->person;
  s->negated = c->negated;
  s->question = c->question;
  s->conditional = c->conditional;
}

static void read_clauses(Sentence *s, Token *tokens, Arena *a,
                         ClauseVec *clauses) {
  Scope scope = {tokens, s->first, s->end};
  s->first_clause = clauses->len;
  clause_find(&scope, a, clauses);
  s->end_clause = clauses->len;
  uint32_t count = s->end_clause - s->first_clause;
  if (!count) return;
  Clause *c = clauses->data + s->first_clause;
  uint32_t main = clause_roles(&scope, c, count, &model.roles, &s->confidence);
  if (main == NO_INDEX) return;
  s->main = s->first_clause + main;
  close_sentence(s, &c[main]);
}

static void read_sentence(Tagger *tagger, Sentence *s, Token *tokens, Arena *a,
                          ClauseVec *clauses) {
  tagger_run(tagger, tokens + s->first, s->end - s->first);
  for (uint32_t i = s->first; i < s->end; i++)
    tokens[i].lemma = lemma_find(&model.lemmas, &model.lexicon, tokens[i].norm,
                                 tokens[i].tag, a);
  read_clauses(s, tokens, a, clauses);
}

static uint32_t longest(const SentenceVec *sentences) {
  uint32_t most = 0;
  vec_each(const Sentence, s, sentences) {
    if (s->end - s->first > most) most = s->end - s->first;
  }
  return most;
}

const English *english_run(Str bytes, const Region *regions,
                           uint32_t region_count, Arena *a) {
  TokenVec tokens = {0};
  SentenceVec sentences = {0};
  ClauseVec clauses = {0};
  Tagger tagger;
  token_run(bytes, regions, region_count, a, &tokens);
  sentence_run(tokens.data, tokens.len, a, &sentences);
  tagger_init(&tagger, &model, longest(&sentences), a);
  for (uint32_t i = 0; i < sentences.len; i++)
    read_sentence(&tagger, &sentences.data[i], tokens.data, a, &clauses);
  English *e = arena_new(a, English);
  *e = (English){tokens.data, tokens.len,     clauses.data,
                 clauses.len, sentences.data, sentences.len};
  return e;
}
