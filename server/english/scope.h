// SPDX-License-Identifier: MIT
// english/scope.h: one sentence as the clause modules see it.
#ifndef INKLING_ENGLISH_SCOPE_H
#define INKLING_ENGLISH_SCOPE_H

#include "english/parts.h"

typedef struct Scope {
  Token *tokens;       // of the whole passage, lemmas and tags set
  uint32_t first, end; // of this sentence
} Scope;

#endif
