// SPDX-License-Identifier: MIT
// english/clause.h: from tags to clauses: who, when, and which one is main.
// A clause is a finite verb (or an imperative) with what belongs to it. Its
// bounds, subject, tense and polarity come by rule from the tags around the
// verb; its role in the sentence is found by english/role.h. No tree is built.
#ifndef INKLING_ENGLISH_CLAUSE_H
#define INKLING_ENGLISH_CLAUSE_H

#include "base/vec.h"
#include "english/scope.h"

typedef Vec(Clause) ClauseVec;

// Appends the clauses of one sentence, all but their role. Vector in `a`.
void clause_find(const Scope *s, Arena *a, ClauseVec *out);
#endif
