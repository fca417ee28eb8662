// SPDX-License-Identifier: MIT
#include "english/runon.h"

#include "english/sink.h"
#include "english/verb.h"

enum {
  LEAST = 6,  // tokens that might be two sentences
  LONG = 16,  // tokens that hardly are one
  AHEAD = 10, // tokens in which the next verb is looked for
};

#define TAGS_CLOSING (tag_bit(TAG_CLOSE_QUOTE) | tag_bit(TAG_CLOSE_BRACKET))

// What a break must score above none: little where a long stretch has no stop,
// for there a missed break costs more than one too many.
enum { SURE_LONG = -150, SURE_SHORT = 0, SURE_ENDED = 150 };

static uint64_t capital(const Scope *s, uint32_t i) {
  if (!scope_has(s, i)) return 2;
  return (s->tokens[i].flags & TOKEN_CAPITAL) != 0;
}

bool runon_maybe(const Scope *s) {
  return s->end - s->first >= LEAST;
}

static uint64_t link_of(Tag tag) {
  switch (tag) {
  case TAG_CC: return 1;
  case TAG_IN: return 2;
  case TAG_WDT:
  case TAG_WP:
  case TAG_WRB: return 4;
  case TAG_COMMA:
  case TAG_COLON: return 8;
  default: return 0;
  }
}

void run_add(Run *r, const Scope *s, uint32_t at) {
  Tag t = s->tokens[at].tag;
  r->link |= link_of(t);
  if (!tag_in(t, TAGS_FINITE)) return;
  r->verb = at;
  r->finite++;
  r->link = 0;
}

Run run_begun(const Scope *s) {
  Run run = {.verb = NO_INDEX};
  run_add(&run, s, s->first);
  return run;
}

// How far the next finite verb is, and whether a link stands before it.
static uint64_t ahead_of(const Scope *s, uint32_t at) {
  uint64_t link = 0;
  for (uint32_t i = at; i < at + AHEAD && i < s->end; i++) {
    if (tag_in(s->tokens[i].tag, TAGS_FINITE))
      return 16 * (uint64_t)(i - at < 4 ? i - at : 4) + link + 1;
    link |= link_of(s->tokens[i].tag);
  }
  return 0;
}

static uint64_t length_of(uint32_t n) {
  return n < 4 ? n : n < 8 ? 4 : n < 16 ? 5 : 6;
}

static void put_words(Sink *out, const Scope *s, uint32_t at) {
  put(out, 1, word_at(s, at));
  put(out, 2, word_at(s, at - 1));
  put2(out, 3, word_at(s, at), word_at(s, at + 1));
  put2(out, 4, word_at(s, at - 1), word_at(s, at));
  put2(out, 5, tag_at(s, at - 1), tag_at(s, at));
  put3(out, 6, tag_at(s, at - 2), tag_at(s, at - 1), tag_at(s, at));
  put3(out, 7, tag_at(s, at - 1), tag_at(s, at), tag_at(s, at + 1));
  put3(out, 8, feature_mix(tag_at(s, at - 2), tag_at(s, at - 1)), tag_at(s, at),
       tag_at(s, at + 1));
  put3(out, 9, tag_at(s, at), tag_at(s, at + 1), tag_at(s, at + 2));
  put2(out, 10, word_at(s, at - 1), tag_at(s, at));
  put2(out, 11, tag_at(s, at - 1), word_at(s, at));
  uint64_t shape =
      capital(s, at - 1) * 16 + capital(s, at) * 4 + capital(s, at + 1);
  bool line = s->tokens[at].flags & TOKEN_LINE_START;
  put2(out, 12, shape, tag_at(s, at));
  put2(out, 13, shape, word_at(s, at));
  put3(out, 14, shape, tag_at(s, at - 1), line);
}

static void put_run(Sink *out, const Scope *s, const Run *r, uint32_t at) {
  uint64_t ahead = ahead_of(s, at), finite = r->finite < 2 ? r->finite : 2;
  uint64_t length = length_of(at - s->first), left = length_of(s->end - at);
  uint64_t far = r->verb == NO_INDEX ? 9 : length_of(at - r->verb);
  uint64_t state = finite * 64 + r->link;
  put2(out, 20, finite, tag_at(s, at));
  put2(out, 21, state, word_at(s, at));
  put3(out, 22, finite, length, tag_at(s, at));
  put3(out, 23, state, ahead, tag_at(s, at));
  put3(out, 24, finite, feature_mix(tag_at(s, at - 1), tag_at(s, at)), ahead);
  put3(out, 25, finite, word_at(s, at - 1), ahead);
  put3(out, 26, finite, word_at(s, s->first), tag_at(s, at));
  put2(out, 27, state, ahead);
  put2(out, 28, far, feature_mix(tag_at(s, at - 1), tag_at(s, at)));
  put2(out, 29, left, tag_at(s, at));
  put3(out, 30, left, finite, ahead);
  put3(out, 31, length, finite, ahead);
  if (r->verb == NO_INDEX) return;
  uint64_t verb = lemma_at(s, r->verb);
  put3(out, 32, verb, far, tag_at(s, at));
  put3(out, 33, verb, r->link, ahead);
  put3(out, 34, far, word_at(s, at), r->link);
}

unsigned runon_features(const Scope *s, const Run *r, uint32_t at,
                        uint64_t *out) {
  Sink sink = {out, 301, 77, 0};
  put(&sink, 0, 0);
  put_words(&sink, s, at);
  put_run(&sink, s, r, at);
  return sink.count;
}

// Behind the last finite verb a sentence hardly begins.
static uint32_t last_finite(const Scope *s) {
  uint32_t at = s->end;
  while (at > s->first && !tag_in(s->tokens[at - 1].tag, TAGS_FINITE)) at--;
  return at;
}

// By a stop, or an abbreviation's; quotation marks may stand behind it. Who
// sets a colon behind a clause, before what was said next, has ended it too.
static bool is_ended(const Scope *s) {
  uint32_t at = s->end - 1;
  while (at > s->first && tag_in(s->tokens[at].tag, TAGS_CLOSING)) at--;
  const Token *t = &s->tokens[at];
  if (str_eq(t->norm, STR(":"))) return last_finite(s) > s->first;
  return t->tag == TAG_STOP || str_ends(t->norm, STR("."));
}

static int32_t sure_of(const Scope *s) {
  if (is_ended(s)) return SURE_ENDED;
  return s->end - s->first < LONG ? SURE_SHORT : SURE_LONG;
}

// Where a stop ends the stretch, only a capital or a date in a heading is
// asked, since nearly nothing else begins anything there; a pronoun too where
// the writer writes small, for then stops are few.
static bool may_begin(const Scope *s, uint32_t at) {
  const Token *t = &s->tokens[at];
  switch (t[-1].tag) {
  case TAG_CC:
  case TAG_CLOSE_QUOTE:
  case TAG_COMMA:
  case TAG_DT:
  case TAG_IN:
  case TAG_PRPS:
  case TAG_TO: return false;
  case TAG_NNP:
    if (t->tag == TAG_CD) return true;
    break;
  default: break;
  }
  if (t->tag != TAG_PRP) return t->flags & TOKEN_CAPITAL;
  return !(s->tokens[s->first].flags & TOKEN_CAPITAL);
}

// "I told myself I had": what follows goes on.
static bool is_self(const Scope *s, uint32_t at) {
  return str_ends(s->tokens[at].norm, STR("self"));
}

// "why am i", "cant i": who asks turns subject and verb round.
static bool is_asked(const Scope *s, uint32_t at) {
  const Token *t = s->tokens;
  if (t[at].tag != TAG_PRP) return false;
  uint32_t verb = at - 1;
  if (t[verb].tag == TAG_RB && verb > s->first) verb--; // n't
  if (!verb_is_auxiliary(&t[verb])) return false;
  return verb == s->first || link_of(t[verb - 1].tag) == 4;
}

static int32_t score(const Scope *s, const Run *run, uint32_t at,
                     const Weights *weights) {
  uint64_t features[RUNON_FEATURES];
  Score scores[WEIGHTS_LABELS];
  unsigned n = runon_features(s, run, at, features);
  weights_score(weights, features, n, scores);
  return scores[1] - scores[0];
}

uint32_t runon_next(const Scope *s, const Weights *weights) {
  Run run = run_begun(s);
  bool ended = is_ended(s);
  int32_t sure = sure_of(s);
  uint32_t last = sure < SURE_SHORT ? last_finite(s) : s->end;
  for (uint32_t at = s->first + 1, read = at; at < s->end; at++) {
    if (at == last) sure = SURE_SHORT;
    if (ended && (!may_begin(s, at) || is_self(s, at - 1))) continue;
    if (is_asked(s, at)) continue;
    for (; read < at; read++) run_add(&run, s, read);
    if (score(s, &run, at, weights) > sure) return at;
  }
  return s->end;
}
