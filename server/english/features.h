// SPDX-License-Identifier: MIT
// english/features.h: what the tagger looks at.
// The trainer and the program share this file, so that they cannot drift.
// No feature reads further than two words to either side or further back than
// this sentence.
#ifndef INKLING_ENGLISH_FEATURES_H
#define INKLING_ENGLISH_FEATURES_H

#include "english/parts.h"
#include "english/lexicon.h"

// What is worth knowing of a token, whatever stands around it.
typedef struct Cue {
  uint64_t word; // lexicon_hash of the norm
  uint64_t tail; // the norm's last four bytes, the last in the lowest
  TagSet tags;   // of the lexicon; 0: unknown
  uint8_t frame; // of a past form: LEXICON_FRAMES
  uint8_t shape; // capitals, digits, hyphens, length, spaces around
  uint8_t ahead; // what ends the stretch of plain words behind it
} Cue;

enum {
  CUE_PAD = 2,       // cues of nothing on either side of a sentence
  TAG_FEATURES = 64, // room that all features of a word need
};

// What the words behind left in mind.
typedef struct History {
  Tag one, two;     // tags of the word before and the one before it
  uint64_t verb;    // the last verb: its word where it is an auxiliary
  uint8_t since;    // words since, at most 7
  bool subject;     // a noun or pronoun since
  uint8_t sentence; // the tag of the sentence before's first finite verb
  uint8_t finite;   // the last finite verb's tag of this sentence
  uint8_t bound;    // the tag of the last comma, conjunction, relative …
  uint8_t within;   // the finite verb's tag since then
} History;

// Fills c[0 .. count) and the CUE_PAD cues on both sides.
void cues_fill(const Token *tokens, uint32_t count, const Lexicon *lexicon,
               Cue *c);
// Of `c`, which has CUE_PAD cues on both sides. Returns how many were written.
// The first few leave nothing open at most words; the others cost twice as much
// and are asked for only where they do.
unsigned tag_features(const Cue *c, const History *h, uint64_t *out);
unsigned tag_features_more(const Cue *c, const History *h, uint64_t *out);
void history_add(History *h, const Cue *c, Tag tag);
// For the next sentence.
History history_next(const History *h);

#endif
