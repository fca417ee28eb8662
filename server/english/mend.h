// SPDX-License-Identifier: MIT
// english/mend.h: what only the whole sentence tells of a tag.
// The tagger goes left to right and never looks back. These few rules do, for
// the forms that tell past from present: verbs whose past looks like their
// present ("put"), 'd and 's, a participle where no verb is left to be the
// past.
#ifndef INKLING_ENGLISH_MEND_H
#define INKLING_ENGLISH_MEND_H

#include "english/features.h"

// The participle that was nearest to being a past.
typedef struct Doubt {
  uint32_t at; // NO_INDEX: none
  int32_t by;  // how much better it was as a participle
} Doubt;

// Changes the tags of one sentence. `c`: its cues.
void mend_run(const Cue *c, Token *tokens, uint32_t count, Doubt doubt);

#endif
