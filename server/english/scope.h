// SPDX-License-Identifier: MIT
// english/scope.h: one sentence as the clause modules see it, and what the
// small models ask of its tokens. Outside of it there is nothing: no tag, and
// a word that is none.
#ifndef INKLING_ENGLISH_SCOPE_H
#define INKLING_ENGLISH_SCOPE_H

#include "english/lexicon.h"
#include "english/parts.h"

typedef struct Scope {
  Token *tokens;       // of the whole passage, lemmas and tags set
  uint32_t first, end; // of this sentence
} Scope;

enum { NO_WORD = 1 };

static inline bool scope_has(const Scope *s, uint32_t i) {
  return i >= s->first && i < s->end;
}

static inline uint64_t word_at(const Scope *s, uint32_t i) {
  return scope_has(s, i) ? s->tokens[i].word : NO_WORD;
}

static inline uint64_t tag_at(const Scope *s, uint32_t i) {
  return scope_has(s, i) ? s->tokens[i].tag : TAG_NONE;
}

// Most words are their own lemma, and were hashed.
static inline uint64_t lemma_at(const Scope *s, uint32_t i) {
  if (!scope_has(s, i)) return NO_WORD;
  const Token *t = &s->tokens[i];
  bool own = t->lemma.data == t->norm.data && t->lemma.len == t->norm.len;
  return own ? t->word : lexicon_hash(t->lemma);
}

#endif
