// SPDX-License-Identifier: MIT
// english/subject.h: who a clause is about, by grammar alone.
#ifndef INKLING_ENGLISH_SUBJECT_H
#define INKLING_ENGLISH_SUBJECT_H

#include "english/scope.h"

// Fills subject, person, dropped_subject of a clause whose first and finite
// are set; `before` is the clause in front of it, NULL: none.
void subject_read(const Scope *s, Clause *c, const Clause *before);

#endif
