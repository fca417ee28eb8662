// SPDX-License-Identifier: MIT
// english/verb.h: the verbs that stand together: "might not have been asked".
#ifndef INKLING_ENGLISH_VERB_H
#define INKLING_ENGLISH_VERB_H

#include "english/scope.h"

// Fills head, tense, negated, progressive of a clause whose `finite` and `end`
// are set.
void verb_read(const Scope *s, Clause *c);
bool verb_is_auxiliary(const Token *t); // be have do or a modal

#endif
