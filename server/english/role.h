// SPDX-License-Identifier: MIT
// english/role.h: which clause is the main one, and what the others are to it.
// A small linear model over what stands at the clause's front, since commas and
// "that" mean too many things for rules.
#ifndef INKLING_ENGLISH_ROLE_H
#define INKLING_ENGLISH_ROLE_H

#include "english/scope.h"
#include "english/weights.h"

// Sets the roles of `count` clauses of one sentence; returns the main one's
// index among them or NO_INDEX. `confidence`: 0 to 100.
uint32_t clause_roles(const Scope *s, Clause *clauses, uint32_t count,
                      const Weights *weights, uint8_t *confidence);

enum { ROLE_FEATURES = 64 };
// What the role model looks at in clause `k`, the roles before it known.
unsigned role_features(const Scope *s, const Clause *clauses, uint32_t k,
                       uint32_t count, uint64_t *out);

#endif
