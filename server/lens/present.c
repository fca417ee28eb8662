// SPDX-License-Identifier: MIT
#include "lens/present.h"

// What the verb agrees with.
typedef enum Agree { AGREE_I, AGREE_PLURAL, AGREE_SINGULAR, AGREE_NONE } Agree;

static bool is_plural(const Token *t) {
  static const Str words[] = {{"they", 4},  {"we", 2},    {"you", 3},
                              {"these", 5}, {"those", 5}, {"u", 1}};
  if (t->tag == TAG_NNS || t->tag == TAG_NNPS) return true;
  for (unsigned i = 0; i < sizeof words / sizeof *words; i++)
    if (str_eq(t->norm, words[i])) return true;
  return false;
}

// Two heads joined ("Mum and Dad were") are plural too: "were" says so.
static Agree agree_of(const English *e, const Clause *c, const Token *verb) {
  if (c->person == PERSON_I || c->dropped_subject) return AGREE_I;
  if (c->person == PERSON_WE || c->person == PERSON_YOU) return AGREE_PLURAL;
  bool behind = c->subject != NO_INDEX && &e->tokens[c->subject] > verb;
  if (c->subject == NO_INDEX || (behind && !c->question)) return AGREE_NONE;
  if (is_plural(&e->tokens[c->subject]) || str_eq(verb->norm, STR("were")))
    return AGREE_PLURAL;
  return AGREE_SINGULAR;
}

static bool ends_in(Str s, const char *tails) {
  for (; *tails; tails++)
    if (s.len && s.data[s.len - 1] == *tails) return true;
  return false;
}

static Str third(Str lemma, Arena *a) {
  if (str_eq(lemma, STR("do"))) return STR("does");
  bool hissing = ends_in(lemma, "sxz") || str_ends(lemma, STR("sh")) ||
                 str_ends(lemma, STR("ch"));
  bool vowel_y = str_ends(lemma, STR("ay")) || str_ends(lemma, STR("ey")) ||
                 str_ends(lemma, STR("oy"));
  if (ends_in(lemma, "y") && !vowel_y)
    return str_printf(a, STR_FMT "ies",
                      STR_ARG(str_slice(lemma, 0, lemma.len - 1)));
  return str_printf(a, STR_FMT "%s", STR_ARG(lemma), hissing ? "es" : "s");
}

static Str present_of(const Token *verb, Agree agree, Arena *a) {
  if (str_eq(verb->lemma, STR("be")))
    return agree == AGREE_I        ? STR("am")
           : agree == AGREE_PLURAL ? STR("are")
                                   : STR("is");
  return agree == AGREE_SINGULAR ? third(verb->lemma, a) : verb->lemma;
}

static bool is_simple(const English *e, uint32_t at, uint32_t count) {
  const Token *t = &e->tokens[at];
  if (str_eq(t->lemma, STR("have")) || str_eq(t->lemma, STR("use")))
    return false;
  return at + 1 >= count || !str_eq(t[1].norm, STR("to")) ||
         !str_eq(t->lemma, STR("be")); // "was to": no
}

static Str capital_as(Str typed, Str word, Arena *a) {
  bool upper = typed.len && typed.data[0] >= 'A' && typed.data[0] <= 'Z';
  if (!upper || word.data[0] < 'a' || word.data[0] > 'z') return word;
  char *out = arena_copy(a, word.data, word.len);
  out[0] = (char)(out[0] - 32);
  return (Str){out, word.len};
}

bool present_find(const English *e, Str bytes, uint32_t at, uint32_t end,
                  Arena *a, Span *span, Str *text) {
  const Token *t = &e->tokens[at];
  if (t->clause == NO_INDEX || !is_simple(e, at, e->token_count)) return false;
  Agree agree = agree_of(e, &e->clauses[t->clause], t);
  if (agree == AGREE_NONE) return false;
  *span = t->span;
  Str now = present_of(t, agree, a);
  bool nt = at + 1 < e->token_count && str_eq(t[1].norm, STR("n't")) &&
            t[1].span.start == t->span.end;
  if (nt) {
    if (at + 1 >= end) return false;
    span->end = t[1].span.end;
    Str tail = str_slice(bytes, t[1].span.start, t[1].span.end);
    now = str_eq(now, STR("am"))
              ? STR("am not")
              : str_printf(a, STR_FMT STR_FMT, STR_ARG(now), STR_ARG(tail));
  }
  *text = capital_as(str_slice(bytes, t->span.start, t->span.end), now, a);
  return true;
}
