// SPDX-License-Identifier: MIT
// tools/train/variant.h: a sentence as somebody else might have typed it.
#ifndef INKLING_TRAIN_VARIANT_H
#define INKLING_TRAIN_VARIANT_H

#include "random.h"
#include "treebank.h"

// A copy in `room` (as many tokens as the longest sentence), sometimes all in
// small letters, sometimes without the pronoun that begins it. *dropped: how
// many words were left out at the front.
GoldSentence variant_of(const GoldSentence *s, Random *luck, Token *room,
                        uint32_t *dropped);

#endif
