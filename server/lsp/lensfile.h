// SPDX-License-Identifier: MIT
// lsp/lensfile.h: a lens file while a coach writes it: its text, its tree, and
// the troubles in it, proofs that fail among them.
#ifndef INKLING_LSP_LENSFILE_H
#define INKLING_LSP_LENSFILE_H

#include "lens/lens.h"
#include "syntax/tree.h"
#include "text/text.h"

typedef struct LensFile {
  Text text;
  Tree *tree;
  Str path;                // borrowed
  bool checked, sound;     // sound: nothing wrong but proofs, as last checked
  LensTroubleVec troubles; // arena
  Arena arena;
} LensFile;

LensFile *lensfile_new(Str path, Str bytes); // owned: lensfile_free
void lensfile_free(LensFile *f);
void lensfile_replace(LensFile *f, Span old, Str with);
// Syntax errors and failing proofs in order of place; borrowed until an edit.
const LensTroubleVec *lensfile_troubles(LensFile *f);
bool lensfile_is_sound(LensFile *f);

#endif
