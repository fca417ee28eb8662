// SPDX-License-Identifier: MIT
// lsp/pieces.h: a document's diagnostics, already written as JSON.
// A megabyte of journal has thousands; most of them say after a key what they
// said before it. So each paragraph's text is kept under what it was made of,
// and an answer is a walk over kept pieces (lsp/findings.h does the walking).
#ifndef INKLING_LSP_PIECES_H
#define INKLING_LSP_PIECES_H

#include "base/vec.h"
#include "base/str.h"

typedef struct Piece {
  uint64_t key;
  uint64_t print; // of what it says: keys mean something to one document only
  Str json;       // diagnostics parted by commas; owned
} Piece;

typedef struct Pieces {
  Vec(Piece) now, before; // of this run and of the one before
  StrBuf json;            // the whole array
  uint64_t hash;          // of all that is said: the result id
  uint64_t written;       // pieces written since the start: the rest were kept
} Pieces;

void pieces_clear(Pieces *p);
void pieces_begin(Pieces *p);
// The piece of that key; true: it was kept from the run before. Else write it
// with pieces_put.
bool pieces_keep(Pieces *p, uint64_t key, uint32_t *from);
void pieces_put(Pieces *p, uint64_t key, Str json); // copies
// The same in two steps: which one it is, and what it says, until pieces_end;
// different ones may be filled by several threads.
uint32_t pieces_promise(Pieces *p, uint64_t key);
void pieces_fill(Pieces *p, uint32_t index, Str json); // copies
void pieces_end(Pieces *p);                         // makes `json`

uint64_t hash_mixed(uint64_t hash, uint64_t value);
uint64_t hash_mixed_str(uint64_t hash, Str s); // eight bytes a step

#endif
