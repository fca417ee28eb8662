// SPDX-License-Identifier: MIT
#include "english/subject.h"

#include "english/token.h"
#include "english/verb.h"

static bool is_nominal(const Token *t) {
  switch (tag_class(t->tag)) {
  case CLASS_NOUN:
  case CLASS_NAME:
  case CLASS_PRON: return true;
  default: return t->tag == TAG_CD || t->tag == TAG_VBG;
  }
}

// me, him, her, us, them: never a subject.
static bool is_oblique(const Token *t) {
  return token_is(t, "me") || token_is(t, "him") || token_is(t, "us") ||
         token_is(t, "them");
}

static bool is_nominative(const Token *t) {
  return t->tag == TAG_PRP &&
         (token_is(t, "i") || token_is(t, "he") || token_is(t, "she") ||
          token_is(t, "we") || token_is(t, "they"));
}

static bool is_relative(const Token *t) {
  return t->tag == TAG_WDT || t->tag == TAG_WP;
}

// The last noun of the group that begins at `i`.
static uint32_t group_head(const Scope *s, uint32_t i, uint32_t end) {
  TagClass class = tag_class(s->tokens[i].tag);
  if (class == CLASS_PRON) return i;
  while (i + 1 < end) {
    TagClass next = tag_class(s->tokens[i + 1].tag);
    if (next != CLASS_NOUN && next != CLASS_NAME) break;
    i++;
  }
  return i;
}

static bool ends_phrase(const Token *t) {
  return t->tag == TAG_COMMA || t->tag == TAG_COLON;
}

// The first group that hangs on no preposition; demonstratives count where no
// noun follows them.
static uint32_t find_before(const Scope *s, const Clause *c) {
  const Token *t = s->tokens;
  uint32_t found = NO_INDEX;
  bool hangs = false;
  for (uint32_t i = c->finite; i-- > c->first;)
    if (is_nominative(&t[i])) return i;
  for (uint32_t i = c->first; i < c->finite; i++) {
    if (ends_phrase(&t[i]) && i + 1 < c->finite) {
      bool apposed = found != NO_INDEX && is_relative(&t[i + 1]);
      if (!apposed) found = NO_INDEX;
      hangs = false;
      continue;
    }
    if (tag_class(t[i].tag) == CLASS_PREP && i > c->first) hangs = true;
    if (t[i].tag == TAG_IN && i == c->first) hangs = false;
    bool stands = t[i].tag == TAG_DT && !token_is(&t[i], "the") &&
                  !token_is(&t[i], "a") &&
                  (i + 1 == c->finite || tag_class(t[i + 1].tag) == CLASS_ADV);
    if (!(is_nominal(&t[i]) || stands) || is_oblique(&t[i])) continue;
    uint32_t head = group_head(s, i, c->finite);
    if (!hangs && found == NO_INDEX) found = head;
    hangs = false;
    i = head;
  }
  return found;
}

// "Here comes the sun", "Down came the rain": behind the verb.
static bool is_turned(const Scope *s, const Clause *c) {
  static const char *const places[] = {"here", "there", "down", "up",
                                       "in",   "out",   "off",  "away"};
  static const char *const verbs[] = {"come", "go", "stand", "lie", "sit"};
  const Token *t = s->tokens;
  bool place = false, verb = false;
  if (c->finite == 0 || c->finite != c->first + 1) return false;
  for (size_t i = 0; i < sizeof places / sizeof *places; i++)
    place |= token_is(&t[c->first], places[i]);
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
    verb |= str_is(t[c->finite].lemma, verbs[i]);
  return place && verb;
}

// "Do you …", "What was he …": behind the auxiliary.
static uint32_t find_inverted(const Scope *s, const Clause *c) {
  const Token *t = s->tokens;
  uint32_t stop = c->finite + 6 < s->end ? c->finite + 6 : s->end;
  if (!verb_is_auxiliary(&t[c->finite]) && !is_turned(s, c)) return NO_INDEX;
  for (uint32_t i = c->finite + 1; i < stop; i++) {
    TagClass class = tag_class(t[i].tag);
    if (class == CLASS_ADV) continue;
    if (is_nominal(&t[i]) && t[i].tag != TAG_VBG && !is_oblique(&t[i]))
      return group_head(s, i, stop);
    if (class != CLASS_DET && class != CLASS_ADJ && class != CLASS_NUM) break;
  }
  return NO_INDEX;
}

static bool asks(const Scope *s, const Clause *c) {
  const Token *first = &s->tokens[c->first];
  bool front = c->first == c->finite || tag_class(first->tag) == CLASS_ADV ||
               is_relative(first) || first->tag == TAG_CC;
  return front && s->tokens[s->end - 1].norm.len &&
         s->tokens[s->end - 1].norm.data[0] == '?';
}

static Person person_of(const Token *t) {
  if (token_is(t, "i") || token_is(t, "me") || token_is(t, "myself"))
    return PERSON_I;
  if (token_is(t, "we") || token_is(t, "us") || token_is(t, "ourselves"))
    return PERSON_WE;
  if (token_is(t, "you") || token_is(t, "u") || token_is(t, "ya") ||
      token_is(t, "yourself") || token_is(t, "y'all"))
    return PERSON_YOU;
  return PERSON_THIRD;
}

// "I came and saw": the second verb has the first one's subject.
static bool shares(const Scope *s, const Clause *c, const Clause *before) {
  if (!before || before->subject == NO_INDEX) return false;
  for (uint32_t i = c->first; i < c->finite; i++) {
    Tag tag = s->tokens[i].tag;
    if (tag == TAG_CC || tag == TAG_COMMA || tag == TAG_RB) return true;
  }
  return false;
}

// "Most of them are": something stands there, if not what it is. Behind a
// comma or a preposition nothing need stand ("In the evening went home").
static bool has_words(const Scope *s, const Clause *c) {
  uint32_t from = c->finite;
  while (from > c->first && !ends_phrase(&s->tokens[from - 1])) from--;
  for (; from < c->finite; from++) {
    TagClass class = tag_class(s->tokens[from].tag);
    if (class == CLASS_ADJ || class == CLASS_DET || class == CLASS_NUM ||
        class == CLASS_NOUN || class == CLASS_NAME)
      return true;
    if (class != CLASS_ADV && class != CLASS_PUNCT && class != CLASS_OTHER)
      return false;
  }
  return false;
}

void subject_read(const Scope *s, Clause *c, const Clause *before) {
  c->subject = find_before(s, c);
  if (c->subject == NO_INDEX || asks(s, c)) {
    uint32_t behind = find_inverted(s, c);
    if (behind != NO_INDEX && (c->subject == NO_INDEX || asks(s, c)))
      c->subject = behind;
  }
  if (c->subject != NO_INDEX) {
    c->person = person_of(&s->tokens[c->subject]);
    return;
  }
  if (c->imperative) {
    c->person = PERSON_YOU;
  } else if (shares(s, c, before)) {
    c->subject = before->subject;
    c->person = before->person;
  } else if (s->tokens[c->finite].tag != TAG_VBZ && !has_words(s, c)) {
    c->dropped_subject = !before || before->dropped_subject;
    c->person = c->dropped_subject ? PERSON_I : PERSON_NONE;
  } else {
    c->person = PERSON_THIRD;
  }
}
