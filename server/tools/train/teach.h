// SPDX-License-Identifier: MIT
// tools/train/teach.h: the three lessons: tags, roles, and where
// sentences end that nobody ended.
// A lesson goes over the treebank several times in an order of its own seed,
// decides as the program would, and learns from what it got wrong. Sentences
// come changed now and then, as people type: all small letters, the subject
// left out as in a diary.
#ifndef INKLING_TRAIN_TEACH_H
#define INKLING_TRAIN_TEACH_H

#include "english/model.h"
#include "learner.h"
#include "treebank.h"

typedef struct Lesson {
  unsigned first_rounds;  // with every feature
  unsigned second_rounds; // with those kept
  unsigned courses;       // times those are learned, to be averaged
  double bytes;           // that what is kept may take, packed
  float margin;           // by which a right answer is to win
} Lesson;

void teach_tags(const Treebank *bank, const Lexicon *lexicon, Lesson lesson,
                Learner *l);
// `model` has its lexicon and lemmas open.
void teach_roles(const Treebank *bank, const Model *model, Lesson lesson,
                 Learner *l);

// `model` has its tags open too.
void teach_seconds(const Treebank *bank, const Model *model, Lesson lesson,
                   Learner *l);
void teach_runons(const Treebank *bank, const Model *model, Lesson lesson,
                  Learner *l);

// The role of the clause whose finite verb is word `i`, from the tree.
Role teach_role_of(const GoldSentence *s, uint32_t i);

#endif
