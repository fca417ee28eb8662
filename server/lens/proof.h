// SPDX-License-Identifier: MIT
// lens/proof.h: the sentences by which a hint proves itself.
// Each `flag` line must give just the marked words, each `pass` line nothing,
// read as the one paragraph of a journal or, behind "letter:", of a letter.
#ifndef INKLING_LENS_PROOF_H
#define INKLING_LENS_PROOF_H

#include "lens/lens.h"

// A proof that failed: a LensTrouble at its text, whose message says what was
// found instead.
typedef struct ProofReport {
  LensTroubleVec failures; // arena
  uint32_t count;          // proofs run
  uint32_t resting;        // not run: their hint rests until it is mended
} ProofReport;

// Runs the proofs of every file with this path or, where it is empty, of all;
// in `a`. english_init must have succeeded.
ProofReport proof_run(const LensSet *s, Str path, Arena *a);

#endif
