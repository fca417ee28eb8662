// SPDX-License-Identifier: MIT
#include "english/role.h"

#include "english/sink.h"
#include "english/token.h"

enum {
  LOOK_BACK = 12,      // tokens before a verb that are looked at
  SENTENCE_MOST = 500, // clauses: more than a sentence has tokens
  SUBJECT_MOST = 4,    // tokens
  NEVER = -100000,     // less than any margin
};

// What stands between two verbs, as a set of bits.
static uint64_t between(const Scope *s, uint32_t from, uint32_t to) {
  static const uint8_t bit_of[TAG_COUNT] = {
      [TAG_COMMA] = 1,
      [TAG_COLON] = 1,
      [TAG_CC] = 2,
      [TAG_WDT] = 4,
      [TAG_WP] = 4,
      [TAG_WRB] = 8,
      [TAG_STOP] = 16,
      [TAG_OPEN_QUOTE] = 32,
      [TAG_CLOSE_QUOTE] = 32,
      [TAG_OPEN_BRACKET] = 64,
      [TAG_CLOSE_BRACKET] = 128,
  };
  uint64_t bits = 0;
  for (uint32_t i = from; i < to; i++) bits |= bit_of[s->tokens[i].tag];
  return bits;
}

static void put_front(Sink *out, const Scope *s, const Clause *c) {
  put(out, 1, word_at(s, c->first));
  put2(out, 2, word_at(s, c->first), word_at(s, c->first + 1));
  put2(out, 3, tag_at(s, c->first), tag_at(s, c->first + 1));
  put2(out, 4, tag_at(s, c->first - 1), word_at(s, c->first));
  put(out, 5, lemma_at(s, c->first - 1));
  put(out, 6, c->subject == NO_INDEX ? 9 : word_at(s, c->subject));
  put2(out, 7, c->subject == NO_INDEX ? 9 : tag_at(s, c->subject),
       c->subject == NO_INDEX ? 0 : c->subject > c->finite);
  put2(out, 8, word_at(s, c->first), tag_at(s, c->finite));
  put2(out, 9, c->finite == c->first, tag_at(s, c->finite));
  for (uint32_t i = c->finite, n = 0; i-- > c->first && n < LOOK_BACK; n++)
    if (tag_at(s, i) == TAG_IN || tag_at(s, i) == TAG_WRB ||
        tag_at(s, i) == TAG_CC || tag_at(s, i) == TAG_WDT ||
        tag_at(s, i) == TAG_WP)
      put(out, 10, word_at(s, i));
}

static void put_verb(Sink *out, const Scope *s, const Clause *c) {
  put(out, 20, word_at(s, c->finite));
  put(out, 21, tag_at(s, c->finite));
  put(out, 22, lemma_at(s, c->head));
  put2(out, 23, word_at(s, c->finite - 1), tag_at(s, c->finite));
  put2(out, 24, tag_at(s, c->finite - 1), tag_at(s, c->finite - 2));
  put2(out, 25, word_at(s, c->finite + 1), tag_at(s, c->finite));
  put2(out, 26, tag_at(s, c->finite + 1), tag_at(s, c->finite + 2));
  put2(out, 27, word_at(s, c->finite - 1), word_at(s, c->finite - 2));
}

static void put_before(Sink *out, const Scope *s, const Clause *c,
                       const Clause *before) {
  uint64_t role = before ? before->role + 1u : 0;
  uint32_t from = before ? before->finite + 1 : s->first;
  uint64_t bits = between(s, from, c->finite);
  put(out, 30, role);
  put2(out, 31, role, word_at(s, c->first));
  put2(out, 32, role, bits);
  put(out, 33, bits);
  if (!before) return;
  uint64_t head = lemma_at(s, before->head);
  put2(out, 34, head, bits);
  put2(out, 35, head, word_at(s, c->first));
  put2(out, 36, tag_at(s, before->finite), tag_at(s, c->finite));
  put2(out, 37, role,
       feature_mix(tag_at(s, c->first), tag_at(s, c->first + 1)));
  put2(out, 38, head, tag_at(s, c->first));
  put2(out, 39, role,
       c->finite - before->finite < 8 ? c->finite - before->finite : 8);
}

static void put_sentence(Sink *out, const Scope *s, const Clause *c,
                         const Clause *all, uint32_t k, uint32_t count) {
  uint64_t root = 0;
  for (uint32_t i = 0; i < k; i++)
    if (all[i].role == ROLE_ROOT) root = 1 + (k - i > 2);
  uint32_t left = count - k - 1 < 3 ? count - k - 1 : 3;
  put2(out, 50, root, left);
  put2(out, 51, root, word_at(s, c->first));
  put2(out, 52, root,
       between(s, k ? all[k - 1].finite + 1 : s->first, c->finite));
  put2(out, 53, k < 3 ? k : 3, word_at(s, s->first));
  put2(out, 54, left, word_at(s, c->first));
  put2(out, 55, left, k < 3 ? k : 3);
  put2(out, 56, root, tag_at(s, c->first));
  if (k + 1 < count)
    put2(out, 57, between(s, c->finite + 1, all[k + 1].finite),
         word_at(s, all[k + 1].first));
}

unsigned role_features(const Scope *s, const Clause *clauses, uint32_t k,
                       uint32_t count, uint64_t *out) {
  Sink sink = {out, 101, 77, 0};
  put(&sink, 0, 0);
  put_front(&sink, s, &clauses[k]);
  put_verb(&sink, s, &clauses[k]);
  put_before(&sink, s, &clauses[k], k ? &clauses[k - 1] : NULL);
  put_sentence(&sink, s, &clauses[k], clauses, k, count);
  return sink.count;
}

static Role best_but(const Score *scores, int but) {
  int best = but == 0;
  for (int r = 0; r <= ROLE_OTHER; r++)
    if (r != but && scores[r] > scores[best]) best = r;
  return (Role)best;
}

static uint8_t to_confidence(int32_t margin) {
  int32_t half = margin / 2;
  return (uint8_t)(half < 0 ? 0 : half > 100 ? 100 : half);
}

// "Glad", "what if", "good thing": where what follows such words begins; the
// end where the sentence opens with none of them.
static uint32_t behind_lead(const Scope *s) {
  static const char *const leads[] = {
      "glad",     "sorry",    "lucky",     "happy", "sad",     "proud",
      "grateful", "relieved", "surprised", "funny", "obvious", NULL};
  const Token *t = s->tokens;
  uint32_t i = s->first;
  while (i < s->end && (tag_at(s, i) == TAG_UH || tag_at(s, i) == TAG_RB)) i++;
  if (i + 3 > s->end) return s->end;
  bool pair = (token_is(&t[i], "what") && token_is(&t[i + 1], "if")) ||
              ((token_is(&t[i], "good") || token_is(&t[i], "bad")) &&
               token_is(&t[i + 1], "thing"));
  if (!pair && !token_is_any(&t[i], leads)) return s->end;
  i += pair ? 2 : 1;
  return token_is(&t[i], "that") ? i + 1 : i;
}

// "Were I in your shoes, I would": an "if" that is told by its order.
static bool is_supposed(const Scope *s, uint32_t count) {
  const Token *t = &s->tokens[s->first];
  return count > 1 && (token_is(&t[0], "were") || token_is(&t[0], "had")) &&
         t[1].tag == TAG_PRP && !token_is(&s->tokens[s->end - 1], "?");
}

// "Glad you came": the verb that is left out was the main one.
static bool is_led(const Scope *s, const Clause *c) {
  uint32_t at = behind_lead(s);
  if (at == s->end || c->finite < at) return false;
  Tag next = s->tokens[at].tag;
  bool begins = next == TAG_PRP || next == TAG_PRPS || next == TAG_DT ||
                next == TAG_NNP || next == TAG_EX;
  return c->finite == at || (begins && c->finite < at + SUBJECT_MOST);
}

// "I guess, I made a wrong choice": said by the way.
static bool is_by_the_way(const Scope *s, const Clause *c, uint32_t count) {
  static const char *const verbs[] = {"guess",   "think", "suppose", "believe",
                                      "reckon",  "mean",  "know",    "see",
                                      "imagine", NULL};
  const Token *t = &s->tokens[c->finite];
  bool speaker = c->finite == s->first + 1 &&
                 (token_is(t - 1, "i") || token_is(t - 1, "you"));
  return count > 1 && speaker && token_is_any(t, verbs) && token_is(t + 1, ",");
}

// "So like I said, I'm off": what was said before.
static bool is_reminder(const Scope *s, const Clause *c, uint32_t count) {
  const Token *t = &s->tokens[c->finite];
  if (count < 2 || c->finite < s->first + 2 || !token_is(t + 1, ","))
    return false;
  bool likened = token_is(t - 2, "like") || token_is(t - 2, "as");
  return likened && t[-1].tag == TAG_PRP &&
         (token_is(t, "said") || token_is(t, "told"));
}

// "Look, I tried", "Excuse me, that was mine": a call for an ear.
static bool is_call(const Scope *s, const Clause *c, uint32_t count) {
  static const char *const calls[] = {"wait",    "look",   "listen", "see",
                                      "excuse",  "pardon", "trust",  "believe",
                                      "forgive", NULL};
  const Token *t = &s->tokens[s->first];
  if (count < 2 || c->finite != s->first || !token_is_any(t, calls))
    return false;
  return token_is(token_is(t + 1, "me") ? t + 2 : t + 1, ",");
}

// The clause that looks most like the main one. A fragment ("Great food, but
// she was late.") has none, so it must look at least a little like one; but
// what is quoted whole looks like what somebody says, and has one all the same.
static uint32_t find_main(const Scope *s, const int32_t *margins,
                          uint32_t count) {
  bool quoted = s->tokens[s->first].tag == TAG_OPEN_QUOTE;
  int32_t least = quoted ? NEVER + 1 : -60;
  uint32_t best = 0;
  for (uint32_t k = 1; k < count; k++)
    if (margins[k] > margins[best]) best = k;
  return count && margins[best] >= least ? best : NO_INDEX;
}

uint32_t clause_roles(const Scope *s, Clause *clauses, uint32_t count,
                      const Weights *weights, uint8_t *confidence) {
  int32_t margins[SENTENCE_MOST];
  if (count > SENTENCE_MOST) count = SENTENCE_MOST;
  for (uint32_t k = 0; k < count; k++) {
    uint64_t features[ROLE_FEATURES];
    Score scores[WEIGHTS_LABELS];
    unsigned n = role_features(s, clauses, k, count, features);
    weights_score(weights, features, n, scores);
    Role other = best_but(scores, ROLE_ROOT);
    margins[k] = scores[ROLE_ROOT] - scores[other];
    if (!k &&
        (is_led(s, &clauses[0]) || is_supposed(s, count) ||
         is_by_the_way(s, &clauses[0], count) ||
         is_reminder(s, &clauses[0], count) || is_call(s, &clauses[0], count)))
      margins[0] = NEVER;
    clauses[k].role = margins[k] >= 0 ? ROLE_ROOT : other;
  }
  uint32_t main = find_main(s, margins, count);
  for (uint32_t k = 0; k < count; k++)
    if (clauses[k].role == ROLE_ROOT && k != main)
      clauses[k].role = k < main ? ROLE_ADVERBIAL : ROLE_CONJUNCT;
  if (main == NO_INDEX) return NO_INDEX;
  clauses[main].role = ROLE_ROOT;
  *confidence = to_confidence(margins[main]);
  return main;
}
