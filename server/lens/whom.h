// SPDX-License-Identifier: MIT
// lens/whom.h: whether he, she, they, a mother, friends are anybody near.
// "A man's a fool who wants to die", "nobody knows what they want", "the dog
// chewed it, he is a devil": a hint on what is said of the other would be
// wrong there. What these words point back to is told by the nearest words
// before them, in the sentence or in the passage's sentences so far.
#ifndef INKLING_LENS_WHOM_H
#define INKLING_LENS_WHOM_H

#include "lens/match.h"

// Takes FACT_OF(IS_OTHER) from the tokens laid last that mean people at
// large, an animal or a thing; after token_facts and before the clauses'.
void whom_settle(Stretch *s);

#endif
