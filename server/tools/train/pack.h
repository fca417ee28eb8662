// SPDX-License-Identifier: MIT
// tools/train/pack.h: what was learned, in the form that english/weights.h
// reads.
#ifndef INKLING_TRAIN_PACK_H
#define INKLING_TRAIN_PACK_H

#include "learner.h"

// Bytes that a feature with `cells` weights takes; none takes nothing.
double pack_cost(uint32_t cells);
// The weights that there is room for where `cells` are kept (0: none).
uint32_t pack_room(uint32_t cells);
// Writes the settled averages; `scale`: the steps of a cell that a weight of 1
// is. False where no perfect hash was found: a feature stands there twice.
bool pack_weights(const Learner *l, double scale, StrBuf *out);

#endif
