// SPDX-License-Identifier: MIT
// lens/lens.h: a set of lenses, ready to be laid over tagged sentences.
// Built once from files (ours and a coach's; where there is no coach, when the
// program is built), never changed afterwards, and so shared freely. What a
// lens says is data; which kinds of thing it can say is known to read.c and
// match.c alone. The language: docs/lenses.md.
#ifndef INKLING_LENS_LENS_H
#define INKLING_LENS_LENS_H

#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"
#include "english/english.h"
#include "text/hint.h"

// One trouble in a lens file; `span` in bytes of that file.
typedef struct LensTrouble {
  Str path;
  Span span;
  uint32_t line, column; // from 1, column in code points
  Str message;
} LensTrouble;

typedef Vec(LensTrouble) LensTroubleVec;

typedef struct LensSet LensSet;

// The built-in lenses and `extra` ones (path and bytes each). Owned:
// lens_set_free. Never NULL: what is wrong in a file goes to *troubles (in
// `a`), the rest of it and the other files go on.
typedef struct LensSource {
  Str path, bytes;
} LensSource;
LensSet *lens_set_new(const LensSource *extra, uint32_t extra_count, Arena *a,
                      LensTroubleVec *troubles);
// The same without the built-in ones: what is not in `extra` is not there.
LensSet *lens_set_bare(const LensSource *extra, uint32_t extra_count, Arena *a,
                       LensTroubleVec *troubles);
void lens_set_free(LensSet *s);

// What a hint is, for explain, hover, docs and settings. Borrowed from the set.
typedef struct LensHint {
  Str code, lens, path;
  Str meaning;      // one sentence: says, with slots open
  Str source;       // "Lancer"
  Str source_words; // in our words
  const Str *asks;
  uint32_t ask_count;
  const Str *flags, *passes; // proofs as written, «» marks kept
  uint32_t flag_count, pass_count;
  bool is_off; // by default
  enum { ABOUT_SENTENCE, ABOUT_PARAGRAPH, ABOUT_LETTER } about;
} LensHint;
uint32_t lens_hint_count(const LensSet *s);
const LensHint *lens_hint_at(const LensSet *s, uint32_t index);
const LensHint *lens_hint_find(const LensSet *s, Str code); // may be NULL
// Notices mark sentences silently; LensFinding.notice counts them.
uint32_t lens_notice_count(const LensSet *s);
Str lens_notice_name(const LensSet *s, uint32_t index);
// Sets that a pattern may name in [ ]; a name may come more than once.
uint32_t lens_words_count(const LensSet *s);
Str lens_words_name(const LensSet *s, uint32_t index);
Str lens_words_text(const LensSet *s, uint32_t index); // the lens that makes
                                                       // it; of feelings: empty

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

// Reads passages with a set, one at a time, with buffers that it uses again:
// one a thread. Borrows the set. Owned: lens_reader_free.
typedef struct LensReader LensReader;
LensReader *lens_reader_new(const LensSet *s);
void lens_reader_free(LensReader *r);

const LensReading *lens_read_passage(LensReader *r, const English *e, Str bytes,
                                     const LensPlace *place, Arena *a);
// The letter hints of a whole document from its passages' readings; spans of
// hints are empty (the caller places them at the greeting).
const Hint *lens_read_letter(const LensSet *s, const LensReading *const *parts,
                             uint32_t count, const LensPlace *place, Arena *a,
                             uint32_t *hint_count);

#endif
