// SPDX-License-Identifier: MIT
// tools/train/frames.h: which verbs take an object, from WordNet's sentence
// frames. "Frowned at us" can be no participle said of somebody; "moved" can.
#ifndef INKLING_TRAIN_FRAMES_H
#define INKLING_TRAIN_FRAMES_H

#include "base/err.h"
#include "base/map.h"
#include "english/tag.h"

// A zeroed Frames knows no verb. Owned: frames_clear.
typedef struct Frames {
  Map verbs; // to bits of LEXICON_FRAMES
  Arena arena;
} Frames;

void frames_clear(Frames *f);
// `wordnet`: the folder with index.verb and data.verb.
bool frames_read(Frames *f, Str wordnet, Err *err);
// Bits of LEXICON_FRAMES; none where the verb is not known.
TagSet frames_of(const Frames *f, Str verb);

#endif
