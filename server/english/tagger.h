// SPDX-License-Identifier: MIT
// english/tagger.h: one tag for every token, left to right.
// An averaged perceptron (Collins 2002) with greedy decoding: simple, linear,
// and on this text within a point of anything a hundred times its size.
#ifndef INKLING_ENGLISH_TAGGER_H
#define INKLING_ENGLISH_TAGGER_H

#include "english/features.h"
#include "english/mend.h"
#include "english/model.h"

// Room for one sentence at a time; made once a run, for the longest of it.
typedef struct Tagger {
  const Model *model;
  Cue *cues;       // and the padding
  Doubt *doubts;   // room for one a token
  History history; // goes on from sentence to sentence of one passage
} Tagger;

void tagger_init(Tagger *t, const Model *model, uint32_t longest, Arena *a);
// Sets the tags of one sentence's tokens (count <= longest).
void tagger_run(Tagger *t, Token *tokens, uint32_t count);
// The tags that a cue allows, never none; one bit: no need to ask further.
TagSet tagger_candidates(const Cue *c);

#endif
