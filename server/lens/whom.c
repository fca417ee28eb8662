// SPDX-License-Identifier: MIT
#include "lens/whom.h"

// How far before a noun its determiner is looked for, in tokens.
enum { DETERMINER_REACH = 4 };

static bool in_set(const Stretch *s, uint32_t at, uint32_t set) {
  return set != NO_INDEX &&
         places_name_at(&s->places, name_of_single(s->set, set), at);
}

static bool is_noun(const Stretch *s, uint32_t at) {
  TagClass class = tag_class(s->seen.data[at].tag);
  return class == CLASS_NOUN || class == CLASS_NAME;
}

static bool is_plural(const Stretch *s, uint32_t at) {
  Tag tag = s->seen.data[at].tag;
  return tag == TAG_NNS || tag == TAG_NNPS;
}

// The clause whose subject a token is; NULL: of none.
static const Clause *clause_led_by(const Stretch *s, uint32_t at) {
  uint32_t index = token_at(s, at)->clause;
  if (index == NO_INDEX) return NULL;
  const Clause *c = &s->english->clauses[index];
  return c->subject == index_at(s, at) ? c : NULL;
}

// "A man is", "a mother can": nobody in particular does it.
static bool is_general(const Stretch *s, uint32_t at) {
  const Clause *c = clause_led_by(s, at);
  return c && !c->progressive &&
         (c->tense == TENSE_PRESENT || c->tense == TENSE_MODAL);
}

// "a friend of mine"
static bool has_owner(const Stretch *s, uint32_t at) {
  return at + 2 < laid_last(s)->to &&
         str_eq(token_at(s, at + 1)->norm, STR("of")) &&
         s->seen.data[at + 2].facts & FACT_OF(IS_ME);
}

// Whether what stands before a noun for people leaves open who it is.
static bool is_anyone(const Stretch *s, uint32_t at) {
  static const Str loose[] = {{"any", 3},  {"every", 5}, {"no", 2},
                              {"each", 4}, {"some", 4},  {"most", 4},
                              {"all", 3},  {"many", 4},  {"few", 3}};
  uint32_t from = laid_last(s)->from;
  uint32_t least = at > from + DETERMINER_REACH ? at - DETERMINER_REACH : from;
  for (uint32_t i = at; i-- > least;) {
    Str norm = token_at(s, i)->norm;
    for (unsigned k = 0; k < sizeof loose / sizeof *loose; k++)
      if (str_eq(norm, loose[k])) return true;
    if (str_eq(norm, STR("a")) || str_eq(norm, STR("an")))
      return is_general(s, at) && !has_owner(s, at);
    TagClass class = tag_class(s->seen.data[i].tag);
    if (class != CLASS_ADJ && class != CLASS_NOUN)
      return class != CLASS_DET && class != CLASS_PRON && is_plural(s, at);
  }
  return is_plural(s, at);
}

// Whom "he" or "she", and "they", mean from here on.
static void point(Stretch *s, bool plural, bool at_large) {
  if (!plural) s->one_at_large = at_large;
  s->many_at_large = at_large;
}

static void see(Stretch *s, uint32_t at) {
  const LensSet *set = s->set;
  Facts *f = &s->seen.data[at].facts;
  if (*f & FACT_OF(IS_NAME)) {
    point(s, false, false);
  } else if (in_set(s, at, set->not_human) && clause_led_by(s, at)) {
    point(s, is_plural(s, at), true);
  } else if (in_set(s, at, set->one_told)) {
    if (s->one_at_large) *f &= ~FACT_OF(IS_OTHER);
  } else if (in_set(s, at, set->many_told)) {
    if (s->many_at_large) *f &= ~FACT_OF(IS_OTHER);
  } else if (*f & FACT_OF(IS_OTHER) && is_noun(s, at)) {
    bool at_large = is_anyone(s, at);
    if (at_large) *f &= ~FACT_OF(IS_OTHER);
    point(s, is_plural(s, at), at_large);
  } else if (*f & FACT_OF(IS_ANYBODY) && !(*f & FACT_OF(IS_YOU))) {
    if (clause_led_by(s, at)) point(s, false, true);
  } else if (in_set(s, at, set->human) && is_noun(s, at)) {
    point(s, is_plural(s, at), is_anyone(s, at));
  } else if (is_plural(s, at) && clause_led_by(s, at)) {
    point(s, true, true);
  }
}

// A man at large is seldom the "he" of the next sentence, least of all where
// the page says who the other is; "they" go on being what they were.
void whom_settle(Stretch *s) {
  const Laid *l = laid_last(s);
  bool goes_on = l->first && l->first == s->told_until;
  if (!goes_on) s->many_at_large = false;
  if (!goes_on || s->place->other.len) s->one_at_large = false;
  for (uint32_t i = l->from; i < l->to; i++)
    if (!(token_at(s, i)->flags & (TOKEN_SPEECH | TOKEN_OPAQUE))) see(s, i);
  s->told_until = l->first + l->to - l->from;
}
