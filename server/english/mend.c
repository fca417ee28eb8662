// SPDX-License-Identifier: MIT
#include "english/mend.h"

#include "english/rows.h"
#include "english/token.h"

// The word before `i` that is no adverb; NO_INDEX: none.
static uint32_t before(const Token *t, uint32_t i) {
  while (i-- > 0)
    if (tag_class(t[i].tag) != CLASS_ADV) return i;
  return NO_INDEX;
}

// "You'd promised": before a participle that is no bare form, 'd is "had".
static void mend_had(const Cue *c, Token *tokens, uint32_t count) {
  for (uint32_t i = 0; i + 1 < count; i++) {
    if (tokens[i].tag != TAG_MD || !token_is(&tokens[i], "'d")) continue;
    uint32_t next = i + 1;
    if (tokens[next].tag == TAG_RB && next + 1 < count) next++;
    bool bare = (c[next].tags & tag_bit(TAG_VB)) || !c[next].tags;
    if (bare || !(c[next].tags & tag_bit(TAG_VBN))) continue;
    tokens[i].tag = TAG_VBD;
    tokens[next].tag = TAG_VBN;
  }
}

// "Mum's sold it": what owns is followed by no past; 's is "has".
static void mend_has(Token *t, uint32_t count) {
  for (uint32_t i = 0; i + 1 < count; i++) {
    uint32_t next = i + 1;
    if (t[i].tag != TAG_POS || !token_is(&t[i], "'s")) continue;
    if (t[next].tag == TAG_RB && next + 1 < count) next++;
    if (t[next].tag != TAG_VBD) continue;
    t[i].tag = TAG_VBZ;
    t[next].tag = TAG_VBN;
  }
}

static bool is_subject_only(const Token *t) {
  static const char *const list[] = {"i", "you", "we", "they", NULL};
  return t->tag == TAG_PRP && token_is_any(t, list);
}

// "You never listen": what opens so is said of somebody, and no order.
static void mend_present(const Cue *c, Token *tokens, uint32_t count) {
  if (!is_subject_only(&tokens[0])) return;
  uint32_t i = 1;
  while (i < count && tokens[i].tag == TAG_RB) i++;
  if (i == count || tokens[i].tag != TAG_VB) return;
  if (!c[i].tags || c[i].tags & tag_bit(TAG_VBP)) tokens[i].tag = TAG_VBP;
}

// "Mind you, it took years", "Hang it all, I tried": no order.
static void mend_mind(Token *t, uint32_t count) {
  static const char *const calls[] = {"mind",    "hang",  "damn", "curse",
                                      "believe", "bless", NULL};
  static const char *const ends[] = {"you", "it", "me", "him", "her", NULL};
  if (count < 4 || !token_is_any(&t[0], calls) || !token_is_any(&t[1], ends))
    return;
  if (t[token_is(&t[2], "all") ? 3 : 2].tag == TAG_COMMA) t[0].tag = TAG_UH;
}

static bool is_cry(const Token *t) {
  char first = t->norm.len ? t->norm.data[0] : 0;
  return (first == 'w' && token_is(t, "whoops")) ||
         (first == 'o' && token_is(t, "oops"));
}

// "Whoops, I misread it".
static void mend_words(Token *t, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (is_cry(&t[i])) t[i].tag = TAG_UH;
    if (t[i].tag == TAG_VBP && token_is(&t[i], "misread")) t[i].tag = TAG_VBD;
  }
}

// "Agreed, I love it", "Got to be up at six".
static void mend_opening(Token *t, uint32_t count) {
  bool nods = token_is(&t[0], "agreed") && count > 1 &&
              (t[1].tag == TAG_PRP || t[1].tag == TAG_COMMA);
  if (nods) t[0].tag = TAG_UH;
  bool owes = count > 2 && token_is(&t[0], "got") && t[1].tag == TAG_TO;
  if (owes && t[2].tag == TAG_VB) t[0].tag = TAG_VBP;
}

// Verbs whose past looks like their present.
static const char *const unchanged[] = {
    "beat", "bet",  "cost", "cut",  "fit",   "hit",    "hurt", "let",   "put",
    "quit", "read", "set",  "shut", "split", "spread", "spit", "upset", NULL};

static bool is_unchanged(const Token *t) {
  return (t->tag == TAG_VB || t->tag == TAG_VBP) && token_is_any(t, unchanged);
}

static bool ends_clause(const Token *t) {
  return tag_class(t->tag) == CLASS_PUNCT || t->tag == TAG_CC ||
         t->tag == TAG_IN || t->tag == TAG_WRB || t->tag == TAG_WDT ||
         t->tag == TAG_WP;
}

// "She put", "my father let": the present would end in s. After another verb
// of the clause ("made it hurt", "did he put") it is a bare form.
static bool has_one_subject(const Token *t, uint32_t i) {
  uint32_t subject = before(t, i);
  if (subject == NO_INDEX) return false;
  bool third = token_is(&t[subject], "he") || token_is(&t[subject], "she") ||
               token_is(&t[subject], "it") || t[subject].tag == TAG_NN ||
               t[subject].tag == TAG_NNP;
  for (uint32_t k = subject; third && k-- > 0 && !ends_clause(&t[k]);)
    if (tag_in(t[k].tag, TAGS_VERB) || t[k].tag == TAG_TO) return false;
  return third;
}

static bool is_past_time(const Token *t, uint32_t i, uint32_t count) {
  static const char *const spans[] = {
      "night",  "week",     "month",  "year",    "time",      "summer",
      "winter", "spring",   "monday", "tuesday", "wednesday", "thursday",
      "friday", "saturday", "sunday", "weekend", NULL};
  if (token_is(&t[i], "yesterday") || token_is(&t[i], "ago")) return true;
  return token_is(&t[i], "last") && i + 1 < count &&
         token_is_any(&t[i + 1], spans);
}

// "I cut it again last night": no other verb stands nearer to the time.
static bool has_past_time(const Token *t, uint32_t i, uint32_t count) {
  uint32_t k = i;
  while (++k < count && !tag_in(t[k].tag, TAGS_FINITE))
    if (is_past_time(t, k, count)) return true;
  for (k = i; k-- > 0 && !tag_in(t[k].tag, TAGS_FINITE);)
    if (is_past_time(t, k, count)) return true;
  return false;
}

static bool is_bare(const Token *t, uint32_t i) {
  uint32_t k = before(t, i);
  return k != NO_INDEX && (t[k].tag == TAG_TO || t[k].tag == TAG_MD ||
                           tag_in(t[k].tag, TAGS_VERB));
}

// "brought two and put one down": the verb before the "and" is a past.
static bool follows_past(const Token *t, uint32_t i) {
  uint32_t k = before(t, i);
  if (k == NO_INDEX || t[k].tag != TAG_CC) return false;
  while (k-- > 0)
    if (tag_in(t[k].tag, TAGS_VERB)) return t[k].tag == TAG_VBD;
  return false;
}

// "I cut myself and got a plaster": the verb behind the "and" is a past.
static bool leads_past(const Token *t, uint32_t i, uint32_t count) {
  if (t[i].tag != TAG_VBP) return false;
  while (++i < count && !tag_in(t[i].tag, TAGS_VERB))
    if (t[i].tag == TAG_CC && i + 1 < count && t[i + 1].tag == TAG_VBD)
      return true;
  return false;
}

// "Cut myself again": nobody is told to.
static bool is_own(const Token *t, uint32_t i, uint32_t count) {
  return before(t, i) == NO_INDEX && i + 1 < count &&
         token_is(&t[i + 1], "myself");
}

static bool is_habit(const Token *t, uint32_t count) {
  static const char *const list[] = {"every", "always", "usually", NULL};
  for (uint32_t i = 0; i < count; i++)
    if (token_is_any(&t[i], list)) return true;
  return false;
}

// "I put the kettle on every morning", "Her words hurt": no past, where nothing
// else is.
static void mend_habit(Token *t, uint32_t count) {
  uint32_t finite = 0, at = 0;
  for (uint32_t i = 0; i < count; i++)
    if (tag_in(t[i].tag, TAGS_FINITE)) finite++, at = i;
  if (finite != 1 || t[at].tag != TAG_VBD || !token_is_any(&t[at], unchanged))
    return;
  uint32_t subject = before(t, at);
  if (subject == NO_INDEX) return;
  bool many = t[subject].tag == TAG_NNS && !has_past_time(t, at, count);
  if (many || (is_subject_only(&t[subject]) && is_habit(t, count)))
    t[at].tag = TAG_VBP;
}

// "Her words hurt": no participle, then, but nothing says that it is past.
static void mend_second(Token *t, const Doubts *doubts) {
  for (uint32_t k = 0; k < doubts->count; k++) {
    Token *form = &t[doubts->data[k].at];
    if (doubts->data[k].first == TAG_VBN && form->tag == TAG_VBD &&
        token_is_any(form, unchanged))
      form->tag = TAG_VBP;
  }
}

static void mend_unchanged(Token *t, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (!is_unchanged(&t[i]) || is_bare(t, i)) continue;
    if (has_one_subject(t, i) || has_past_time(t, i, count) ||
        follows_past(t, i) || leads_past(t, i, count) || is_own(t, i, count))
      t[i].tag = TAG_VBD;
  }
}

// "Beat the eggs": first, and with nothing of the writer's behind it, it may be
// an order, and an order is no past.
static void mend_order(Token *t, uint32_t count) {
  static const char *const own[] = {"my", "myself", NULL};
  if (t[0].tag != TAG_VBD || !token_is_any(&t[0], unchanged)) return;
  if (count > 1 && token_is_any(&t[1], own)) return;
  if (!has_past_time(t, 0, count)) t[0].tag = TAG_VB;
}

// "A car hit our gate": two nouns and no verb, where the second may be one.
static void mend_noun(Token *t, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (tag_in(t[i].tag, TAGS_VERB)) return;
  for (uint32_t i = 1; i + 1 < count; i++) {
    Tag next = t[i + 1].tag;
    if (t[i].tag != TAG_NN || !token_is_any(&t[i], unchanged)) continue;
    if (t[i - 1].tag != TAG_NN && t[i - 1].tag != TAG_NNP) continue;
    if (next == TAG_DT || next == TAG_PRPS || next == TAG_PRP)
      t[i].tag = TAG_VBD;
  }
}

// "I lay awake": what is laid now comes at once behind it.
static void mend_lay(Token *t, uint32_t count) {
  for (uint32_t i = 1; i + 1 < count; i++) {
    if (t[i].tag != TAG_VBP || !token_is(&t[i], "lay")) continue;
    Tag next = t[i + 1].tag;
    if (next == TAG_IN || next == TAG_RB || next == TAG_JJ || next == TAG_CC)
      t[i].tag = TAG_VBD;
  }
}

static bool is_be(const Token *t) {
  static const char *const forms[] = {"am",  "'m",  "is",   "'s", "are",
                                      "'re", "was", "were", NULL};
  return tag_in(t->tag, TAGS_FINITE) && token_is_any(t, forms);
}

// "I am, I guess, hurt": what was put in is no clause that the form goes on.
static void mend_aside(Token *t, const Doubts *doubts) {
  enum { ASIDE = 6 }; // tokens
  for (uint32_t k = 0; k < doubts->count; k++) {
    uint32_t at = doubts->data[k].at;
    if (at < 3 || t[at - 1].tag != TAG_COMMA) continue;
    for (uint32_t i = at - 1; i-- > 1 && at - i < ASIDE;)
      if (t[i].tag == TAG_COMMA && is_be(&t[i - 1])) t[at].tag = TAG_VBN;
  }
}

// Where no verb is left to be finite, a participle behind a noun is the past;
// the present where that looks the same.
static void mend_lone(Token *t, uint32_t count, const Doubts *doubts) {
  Doubt best = {.by = 100};
  if (t[count - 1].tag != TAG_STOP) return;
  for (uint32_t i = 0; i < count; i++)
    if (tag_in(t[i].tag, TAGS_FINITE | tag_bit(TAG_VB))) return;
  for (uint32_t k = 0; k < doubts->count; k++)
    if (doubts->data[k].by < best.by) best = doubts->data[k];
  if (best.at == 0) return;
  TagClass class = tag_class(t[best.at - 1].tag);
  if (class == CLASS_NOUN || class == CLASS_NAME || class == CLASS_PRON)
    t[best.at].tag = token_is_any(&t[best.at], unchanged) ? TAG_VBP : TAG_VBD;
}

static RowsAbsent absent; // the words that many rules are about

static void expect(const char *const *words) {
  for (; *words; words++) rows_add(&absent, lexicon_hash(str_of(*words)));
}

void mend_init(void) {
  static const char *const others[] = {"whoops", "oops", "misread", "lay",
                                       NULL};
  absent = rows_absent_from(NULL, 0, 0);
  expect(unchanged);
  expect(others);
}

static TagSet tags_of(const Token *t, uint32_t count) {
  TagSet all = 0;
  for (uint32_t i = 0; i < count; i++) all |= tag_bit(t[i].tag);
  return all;
}

static bool has_words(const Token *t, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (!rows_absent(&absent, t[i].word)) return true;
  return false;
}

static void mend_pasts(Token *t, uint32_t count, const Doubts *doubts) {
  mend_second(t, doubts);
  mend_aside(t, doubts);
  mend_lone(t, count, doubts);
  TagSet tags = tags_of(t, count);
  if (!(tags & TAGS_VERB)) mend_noun(t, count);
  if (tags & (tag_bit(TAG_VB) | tag_bit(TAG_VBP))) mend_unchanged(t, count);
  mend_order(t, count);
  if (tag_in(TAG_VBP, tags)) mend_lay(t, count);
  mend_habit(t, count);
}

// Nearly every sentence lacks what most of the rules are about.
void mend_run(const Cue *c, Token *tokens, uint32_t count,
              const Doubts *doubts) {
  TagSet tags = tags_of(tokens, count);
  bool words = has_words(tokens, count);
  if (tag_in(TAG_MD, tags)) mend_had(c, tokens, count);
  if (tag_in(TAG_POS, tags)) mend_has(tokens, count);
  mend_present(c, tokens, count);
  mend_mind(tokens, count);
  if (words) mend_words(tokens, count);
  mend_opening(tokens, count);
  if (words || doubts->count) mend_pasts(tokens, count, doubts);
}
