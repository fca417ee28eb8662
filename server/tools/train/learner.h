// SPDX-License-Identifier: MIT
// tools/train/learner.h: an averaged perceptron over hashed features.
// Learn once with every feature, keep the weights that were of use, learn
// again with only those: what a small model can hold is then fitted to being
// small, instead of cut down afterwards.
#ifndef INKLING_TRAIN_LEARNER_H
#define INKLING_TRAIN_LEARNER_H

#include "base/str.h"

typedef struct LearnerCell {
  double total; // of step x change, for the average
  double mean;  // the averages of the courses before, added up
  float weight;
  uint32_t label;
} LearnerCell;

typedef struct LearnerRow {
  uint64_t feature;
  LearnerCell *cells; // owned
  uint32_t len, cap;
  uint32_t seen; // times the feature was looked up; 0: an empty slot
} LearnerRow;

// Zeroed but for its labels a Learner is a valid, empty one. Owned:
// learner_clear.
typedef struct Learner {
  LearnerRow *rows;
  uint32_t len, cap;
  uint64_t step;
  bool frozen; // no new weights
  unsigned labels;
} Learner;

void learner_clear(Learner *l);
// Adds the weights of the features to scores[label].
void learner_score(Learner *l, const uint64_t *features, unsigned count,
                   float *scores);
// After each decision: moves weight from `wrong` to `right` where they differ.
void learner_step(Learner *l, const uint64_t *features, unsigned count,
                  unsigned right, unsigned wrong);
// Ends a course: keeps its averages beside those of the courses before, and
// starts again from zero. Several courses, each in an order of its own, err
// each in its own way; their mean errs less and costs nothing when it is used.
void learner_settle(Learner *l);
// Keeps the settled weights of most use that fit `most` bytes once packed, sets
// them to zero and freezes.
void learner_prune(Learner *l, double most);

#endif
