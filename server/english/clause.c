// SPDX-License-Identifier: MIT
#include "english/clause.h"

#include "english/subject.h"
#include "english/token.h"
#include "english/verb.h"

// "To" of an infinitive, a modal or "do" in front makes a bare verb no
// command.
static bool is_command(const Scope *s, uint32_t at, uint32_t finite_before) {
  const Token *t = s->tokens;
  if (t[at].tag != TAG_VB || finite_before != NO_INDEX) return false;
  for (uint32_t i = s->first; i < at; i++) {
    TagClass class = tag_class(t[i].tag);
    bool light = class == CLASS_ADV || class == CLASS_PUNCT ||
                 t[i].tag == TAG_UH || t[i].tag == TAG_CC ||
                 t[i].tag == TAG_NNP;
    if (!light) return false;
  }
  return true;
}

static bool is_plain_start(const Scope *s, uint32_t at) {
  for (uint32_t i = s->first; i < at; i++) {
    TagClass class = tag_class(s->tokens[i].tag);
    if (class != CLASS_ADV && class != CLASS_PUNCT &&
        s->tokens[i].tag != TAG_UH)
      return false;
  }
  return true;
}

// "Feeling low again.", "Been thinking.": a journal leaves the auxiliary out.
static bool is_bare_participle(const Scope *s, uint32_t at) {
  Tag tag = s->tokens[at].tag;
  if (tag == TAG_VBG) return is_plain_start(s, at);
  return tag == TAG_VBN && token_is(&s->tokens[at], "been") &&
         is_plain_start(s, at);
}

static bool begins_clause(const Token *t) {
  switch (t->tag) {
  case TAG_CC:
  case TAG_WDT:
  case TAG_WP:
  case TAG_WRB:
  case TAG_WPS:
  case TAG_COMMA:
  case TAG_COLON:
  case TAG_STOP:
  case TAG_OPEN_QUOTE:
  case TAG_OPEN_BRACKET:
  case TAG_CLOSE_BRACKET: return true;
  case TAG_IN:
    return token_is(t, "that") || token_is(t, "if") || token_is(t, "because") ||
           token_is(t, "although") || token_is(t, "though") ||
           token_is(t, "while") || token_is(t, "since") ||
           token_is(t, "until") || token_is(t, "unless") ||
           token_is(t, "whether") || token_is(t, "as") ||
           token_is(t, "before") || token_is(t, "after") || token_is(t, "so") ||
           token_is(t, "than") || token_is(t, "once") || token_is(t, "like") ||
           token_is(t, "cause") || token_is(t, "till");
  default: return false;
  }
}

// Where the words before a verb stop being a subject.
static bool is_subject_word(const Token *t) {
  switch (tag_class(t->tag)) {
  case CLASS_NOUN:
  case CLASS_NAME:
  case CLASS_PRON:
  case CLASS_DET:
  case CLASS_ADJ:
  case CLASS_ADV:
  case CLASS_NUM: return true;
  default: return t->tag == TAG_POS || t->tag == TAG_HYPH;
  }
}

// The first token of the clause of `finite`, not before `from`.
static uint32_t clause_start(const Scope *s, uint32_t from, uint32_t finite) {
  const Token *t = s->tokens;
  uint32_t at = finite;
  while (at > from && !begins_clause(&t[at - 1])) at--;
  if (at == from) { // nothing marks it: as far as a subject may reach
    if (from == s->first) return from;
    at = finite;
    while (at > from && is_subject_word(&t[at - 1])) {
      at--;
      if (t[at].tag == TAG_PRP) break;
    }
    return at;
  }
  while (at > from && begins_clause(&t[at - 1]) && t[at - 1].tag != TAG_STOP)
    at--;
  return at;
}

static bool is_if(const Token *t) {
  return token_is(t, "if") || token_is(t, "unless");
}

static void read_mood(const Scope *s, Clause *c) {
  const Token *finite = &s->tokens[c->finite];
  for (uint32_t i = c->first; i < c->finite; i++)
    if (is_if(&s->tokens[i])) c->conditional = true;
  if (finite->tag == TAG_MD &&
      (token_is(finite, "would") || token_is(finite, "'d")))
    c->conditional = true;
}

static void add(const Scope *s, Arena *a, ClauseVec *out, uint32_t base,
                uint32_t finite, bool command) {
  Clause *before = out->len > base ? &out->data[out->len - 1] : NULL;
  uint32_t from = before ? before->head + 1 : s->first;
  if (from > finite) from = finite;
  Clause c = {.first = before ? clause_start(s, from, finite) : s->first,
              .finite = finite,
              .head = finite,
              .subject = NO_INDEX,
              .imperative = command};
  if (before) before->end = c.first;
  c.end = s->end;
  subject_read(s, &c, before);
  verb_read(s, &c);
  read_mood(s, &c);
  vec_push_in(a, out, c);
}

static void read_participle(const Scope *s, Clause *c) {
  const Token *t = &s->tokens[c->finite];
  c->tense = t->tag == TAG_VBN ? TENSE_PERFECT : TENSE_PRESENT;
  c->progressive = t->tag == TAG_VBG;
  c->dropped_subject = c->subject == NO_INDEX;
  if (c->dropped_subject) c->person = PERSON_I;
}

static void mark_questions(const Scope *s, Clause *c, uint32_t count) {
  for (uint32_t i = s->end; i-- > s->first;) {
    const Token *t = &s->tokens[i];
    if (t->flags & TOKEN_WORD) return;
    for (size_t k = 0; k < t->norm.len; k++)
      if (t->norm.data[k] == '?') {
        for (uint32_t n = 0; n < count; n++) c[n].question = true;
        return;
      }
  }
}

static void name_tokens(const Scope *s, const Clause *c, uint32_t base,
                        uint32_t count) {
  for (uint32_t k = 0; k < count; k++)
    for (uint32_t i = c[k].first; i < c[k].end; i++)
      s->tokens[i].clause = base + k;
}

void clause_find(const Scope *s, Arena *a, ClauseVec *out) {
  uint32_t base = out->len, last = NO_INDEX, bare = NO_INDEX;
  for (uint32_t i = s->first; i < s->end; i++) {
    Tag tag = s->tokens[i].tag;
    bool finite = tag_in(tag, TAGS_FINITE);
    bool command = !finite && is_command(s, i, last);
    if (bare == NO_INDEX && is_bare_participle(s, i)) bare = i;
    if (!finite && !command) continue;
    add(s, a, out, base, i, command);
    last = i;
  }
  if (out->len == base && bare != NO_INDEX) {
    add(s, a, out, base, bare, false);
    read_participle(s, &out->data[base]);
  }
  if (out->len > base) {
    mark_questions(s, out->data + base, out->len - base);
    name_tokens(s, out->data + base, base, out->len - base);
  }
}
