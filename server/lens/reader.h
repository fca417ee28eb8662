// SPDX-License-Identifier: MIT
// lens/reader.h: a set laid over tagged sentences, one passage at a time: what
// matched where, the hints that come of it, the levels, the measures.
#ifndef INKLING_LENS_READER_H
#define INKLING_LENS_READER_H

#include "english/english.h"
#include "text/hint.h"

typedef struct LensSet LensSet; // lens.h

// Of what kind of document a passage is part, and whom it speaks of.
typedef enum PlaceKind {
  PLACE_JOURNAL,
  PLACE_LETTER,
  PLACE_WORKSHEET,
} PlaceKind;

typedef struct LensPlace {
  PlaceKind kind;
  Str other;     // a name for {other}; empty: none known
  uint64_t salt; // keeps the choice of questions steady and neighbours apart
} LensPlace;

// What matched where, for one passage. Everything in the arena given, offsets
// relative to the passage.
typedef struct LensFinding {
  uint32_t hint;     // index for lens_hint_at, or NO_INDEX for a notice
  uint32_t notice;   // index of a notice, or NO_INDEX
  uint32_t sentence; // index in English.sentences
  Span span;
  const char *rule_path; // which rule fired, for `lens why`
  uint32_t rule_line;
  uint32_t held_by_line; // the exception that held it back; 0: it holds
  uint64_t fixes_held;   // a bit for each fix of the hint that is unwise here
} LensFinding;

typedef struct LensReading {
  const LensFinding *findings;
  uint32_t finding_count;
  const uint8_t *sentence_levels;      // 1 to 4, a sentence
  uint8_t level;                       // of the passage
  uint32_t sentences, past, questions; // of the writer's own
  const Hint *hints;                   // in order of place, spans relative
  uint32_t hint_count;
  bool hushes_others; // `safety` speaks here
  uint64_t work;      // matcher steps taken, for counted gates
} LensReading;

// Reads passages with a set, with buffers that it uses again: one a thread.
// Borrows the set. Owned: lens_reader_free.
typedef struct LensReader LensReader;
LensReader *lens_reader_new(const LensSet *s);
void lens_reader_free(LensReader *r);

const LensReading *lens_read_passage(LensReader *r, const English *e, Str bytes,
                                     const LensPlace *place, Arena *a);

// The same of several, which takes less time than one by one: short sentences
// of neighbours are looked at together (match.h). `work` is that of all.
typedef struct LensPassage {
  const English *english;
  Str bytes;
  LensPlace place;
  const LensReading *reading; // what comes of it
} LensPassage;
void lens_read_passages(LensReader *r, LensPassage *passages, uint32_t count,
                        Arena *a);
// The letter hints of a whole document from its passages' readings; spans of
// hints are empty (the caller places them at the greeting).
const Hint *lens_read_letter(const LensSet *s, const LensReading *const *parts,
                             uint32_t count, const LensPlace *place, Arena *a,
                             uint32_t *hint_count);

#endif
