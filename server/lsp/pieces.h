// SPDX-License-Identifier: MIT
// lsp/pieces.h: a document's diagnostics, already written as JSON.
// A megabyte of journal has thousands; most of them say after a key what they
// said before it, or the same some lines further down. So each paragraph's text
// is kept under what it was made of, with the places of its line numbers, and
// an answer is a walk over kept pieces (lsp/findings.h does the walking).
#ifndef INKLING_LSP_PIECES_H
#define INKLING_LSP_PIECES_H

#include "base/str.h"
#include "base/vec.h"

// The number of a line in a piece's text: so many below the piece's own.
typedef struct LineAt {
  uint32_t at, below;
} LineAt;

// A piece being written: diagnostics parted by commas.
typedef struct PieceDraft {
  StrBuf text;
  Vec(LineAt) lines;
  uint32_t line; // the piece's own
} PieceDraft;

typedef struct Piece {
  uint64_t key;   // of what it was made of, lines aside
  uint64_t print; // of what it says: keys mean something to one document only
  Str json;       // owned
  LineAt *lines;  // owned; the numbers in it, in order
  uint32_t line_count, line;
} Piece;

typedef struct Pieces {
  Vec(Piece) now, before; // of this run and of the one before
  size_t len;             // of all, in bytes
  uint64_t hash;          // of all that is said: the result id
  uint64_t written;       // pieces written since the start: the rest were kept
} Pieces;

void pieces_clear(Pieces *p);
void pieces_begin(Pieces *p);
// The piece of that key, moved to `line`; true: it was kept from the run
// before. Else write it with pieces_put.
bool pieces_keep(Pieces *p, uint64_t key, uint32_t line, uint32_t *from);
void pieces_put(Pieces *p, uint64_t key, Str json); // copies; it never moves
// The same in two steps: which one it is, and what it says, until pieces_end;
// different ones may be filled by several threads.
uint32_t pieces_promise(Pieces *p, uint64_t key);
void pieces_fill(Pieces *p, uint32_t index, const PieceDraft *d); // copies
void pieces_end(Pieces *p);
void pieces_write(const Pieces *p, StrBuf *out); // the array, in JSON

// A draft serves one piece after the other. Owned: piece_clear.
void piece_begin(PieceDraft *d, uint32_t line);
void piece_clear(PieceDraft *d);
// The number of a line, and where it stands.
void piece_put_line(PieceDraft *d, uint32_t line);

uint64_t hash_mixed(uint64_t hash, uint64_t value);
uint64_t hash_mixed_str(uint64_t hash, Str s); // eight bytes a step

#endif
