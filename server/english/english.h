// SPDX-License-Identifier: MIT
// english/english.h: what the analyser says of one passage of prose.
// Bytes in, plain arrays out, everything in one arena: tokens with Penn tags
// and lemmas, clauses with their role and tense, sentences. A pure function of
// bytes, regions and the built-in model. All offsets are relative to the
// passage's first byte, so that a passage that merely moved stays valid.
#ifndef INKLING_ENGLISH_ENGLISH_H
#define INKLING_ENGLISH_ENGLISH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "english/parts.h"

// The name of a tense, lower case, as spec/cli.md prints it.
Str tense_name(Tense t);

typedef struct English {
  Token *tokens;
  uint32_t token_count;
  Clause *clauses;
  uint32_t clause_count;
  Sentence *sentences;
  uint32_t sentence_count;
} English;

// Checks the built-in model once, at start-up. False and *err where it is
// damaged; english_run must not be called then.
bool english_init(Err *err);

// Reads `bytes` (a passage's) with its sorted regions. Never NULL, cannot
// fail; linear in the bytes. All of it in `a`.
const English *english_run(Str bytes, const Region *regions,
                           uint32_t region_count, Arena *a);

#endif
