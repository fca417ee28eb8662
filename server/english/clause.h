// SPDX-License-Identifier: MIT
// english/clause.h: from tags to clauses: who, when, and which one is main.
// A clause is a finite verb (or an imperative) with what belongs to it. Its
// bounds, subject, tense and polarity come by rule from the tags around the
// verb; its role in the sentence from a small linear model, since commas and
// "that" mean too many things for rules. No tree is built.
#ifndef INKLING_ENGLISH_CLAUSE_H
#define INKLING_ENGLISH_CLAUSE_H

#include "base/vec.h"
#include "english/english.h"
#include "english/model.h"

typedef Vec(Clause) ClauseVec;

// One sentence as the clause modules see it.
typedef struct Scope {
  Token *tokens;       // of the whole passage, lemmas and tags set
  uint32_t first, end; // of this sentence
} Scope;

// Appends the clauses of one sentence, all but their role. Vector in `a`.
void clause_find(const Scope *s, Arena *a, ClauseVec *out);
// Sets the roles of `count` clauses of one sentence; returns the main one's
// index among them or NO_INDEX. `confidence`: 0 to 100.
uint32_t clause_roles(const Scope *s, Clause *clauses, uint32_t count,
                      const Weights *weights, uint8_t *confidence);

enum { ROLE_FEATURES = 64 };
// What the role model looks at in clause `k`, the roles before it known.
unsigned role_features(const Scope *s, const Clause *clauses, uint32_t k,
                       uint32_t count, uint64_t *out);

#endif
