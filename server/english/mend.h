// SPDX-License-Identifier: MIT
// english/mend.h: what only the whole sentence tells of a tag.
// The tagger goes left to right and never looks back. These few rules do, for
// the forms that tell past from present: verbs whose past looks like their
// present ("put"), 'd and 's, a participle where no verb is left to be the
// past.
#ifndef INKLING_ENGLISH_MEND_H
#define INKLING_ENGLISH_MEND_H

#include "english/features.h"

// A form that may be past or participle, and was taken for one of them.
typedef struct Doubt {
  uint32_t at;
  int32_t by; // how much better it is as a participle
  Tag first;  // what the first look took it for
} Doubt;

typedef struct Doubts {
  Doubt *data;
  uint32_t count;
} Doubts;

// Called once, so that the next need not look for words that are not there.
void mend_init(void);
// Changes the tags of one sentence. `c`: its cues.
void mend_run(const Cue *c, Token *tokens, uint32_t count,
              const Doubts *doubts);

#endif
