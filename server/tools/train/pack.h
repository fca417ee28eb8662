// SPDX-License-Identifier: MIT
// tools/train/pack.h: what was learned, in the form that english/weights.h
// reads.
#ifndef INKLING_TRAIN_PACK_H
#define INKLING_TRAIN_PACK_H

#include "learner.h"

// Bytes that a feature takes of which `cells` weights are kept; none takes
// nothing.
double pack_cost(const Learner *l, const LearnerRow *r, uint32_t cells);
// The weights that there is room for then (0: none).
uint32_t pack_room(const Learner *l, const LearnerRow *r, uint32_t cells);
// Writes the settled averages; `scale`: the steps of a cell that a weight of 1
// is. False where no perfect hash was found: a feature stands there twice.
bool pack_weights(const Learner *l, double scale, StrBuf *out);

#endif
