// SPDX-License-Identifier: MIT
#include "english/english.h"

#include "english/clause.h"
#include "english/clitic.h"
#include "english/lemma.h"
#include "english/role.h"
#include "english/runon.h"
#include "english/sentence.h"
#include "english/spelling.h"
#include "english/tagger.h"

static Model model; // set once by english_init, then only read

Str tense_name(Tense t) {
  static const char *const names[] = {"none",    "past",   "present",
                                      "perfect", "future", "modal"};
  return str_of(names[t <= TENSE_MODAL ? t : TENSE_NONE]);
}

bool english_init(Err *err) {
  spelling_init();
  clitic_init();
  mend_init();
  return model_open(&model, model_built_in(), err);
}

static void close_sentence(Sentence *s, const Clause *c) {
  s->tense = c->tense;
  s->person = c->person;
  s->negated = c->negated;
  s->question = c->question;
  s->conditional = c->conditional;
}

typedef struct Reader {
  Token *tokens;
  Arena *arena;
  Tagger tagger;
  SentenceVec sentences;
  ClauseVec clauses;
} Reader;

static void read_clauses(Reader *r, Sentence *s) {
  Scope scope = {r->tokens, s->first, s->end};
  s->first_clause = r->clauses.len;
  clause_find(&scope, r->arena, &r->clauses);
  s->end_clause = r->clauses.len;
  uint32_t count = s->end_clause - s->first_clause;
  if (!count) return;
  Clause *c = r->clauses.data + s->first_clause;
  uint32_t main = clause_roles(&scope, c, count, &model.roles, &s->confidence);
  if (main == NO_INDEX) return;
  s->main = s->first_clause + main;
  close_sentence(s, &c[main]);
}

static void read_words(Reader *r, uint32_t first, uint32_t end) {
  Token *t = r->tokens;
  tagger_run(&r->tagger, t + first, end - first);
  for (uint32_t i = first; i < end; i++)
    t[i].lemma = lemma_find(&model.lemmas, &model.lexicon, &t[i], r->arena);
}

static void read_sentence(Reader *r, uint32_t first, uint32_t end) {
  Span span = {r->tokens[first].span.start, r->tokens[end - 1].span.end};
  Sentence s = {.span = span, .first = first, .end = end, .main = NO_INDEX};
  read_clauses(r, &s);
  vec_push_in(r->arena, &r->sentences, s);
}

// What stands between two stops: a sentence, or as many as were run together.
// Those are tagged again, each for itself.
static void read_stretch(Reader *r, const Sentence *stretch) {
  Scope rest = {r->tokens, stretch->first, stretch->end};
  History before = r->tagger.history;
  bool torn = false;
  read_words(r, rest.first, rest.end);
  while (runon_maybe(&rest)) {
    uint32_t next = runon_next(&rest, &model.runons);
    if (next == rest.end) break;
    if (!torn) r->tagger.history = before;
    torn = true;
    read_words(r, rest.first, next);
    read_sentence(r, rest.first, next);
    rest.first = next;
  }
  if (torn) read_words(r, rest.first, rest.end);
  read_sentence(r, rest.first, rest.end);
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
  Reader r = {.arena = a};
  TokenVec tokens = {0};
  SentenceVec stretches = {0};
  token_run(bytes, regions, region_count, a, &tokens);
  sentence_run(tokens.data, tokens.len, a, &stretches);
  tagger_init(&r.tagger, &model, longest(&stretches), a);
  r.tokens = tokens.data;
  vec_reserve_in(a, &r.sentences, stretches.len);
  for (uint32_t i = 0; i < stretches.len; i++)
    read_stretch(&r, &stretches.data[i]);
  English *e = arena_new(a, English);
  *e = (English){tokens.data,   tokens.len,       r.clauses.data,
                 r.clauses.len, r.sentences.data, r.sentences.len};
  return e;
}
