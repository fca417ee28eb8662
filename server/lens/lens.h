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
#include "lens/reader.h"

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
// The code that may have been meant, a letter or two off; empty: none is near.
Str lens_hint_nearest(const LensSet *s, Str code);
// Notices mark sentences silently; LensFinding.notice counts them.
uint32_t lens_notice_count(const LensSet *s);
Str lens_notice_name(const LensSet *s, uint32_t index);
// Sets that a pattern may name in [ ]; a name may come more than once.
uint32_t lens_words_count(const LensSet *s);
Str lens_words_name(const LensSet *s, uint32_t index);
Str lens_words_text(const LensSet *s, uint32_t index); // the lens that makes
                                                       // it; of feelings: empty

#endif
