// SPDX-License-Identifier: MIT
// lsp/scan.h: reads the Jot files under some folders for what index.h keeps.
// Runs on a thread of the pool and touches nothing but its own Scan.
#ifndef INKLING_LSP_SCAN_H
#define INKLING_LSP_SCAN_H

#include "base/file.h"
#include "syntax/outline.h"
#include "syntax/prose.h"

typedef struct Mention {
  ReferenceKind kind;
  Str name;    // without @ or #
  Range range; // with it; columns in the client's encoding
} Mention;

typedef struct Symbol {
  Str name;
  int kind; // SymbolKind
  Range range;
} Symbol;

typedef struct IndexedFile {
  Str path, uri;
  int64_t changed; // modification time, nanoseconds
  int64_t size;
  Vec(Mention) mentions;
  Vec(Symbol) symbols;
  Arena arena;
} IndexedFile;

enum { SCAN_FILES = 20000, SCAN_DEPTH = 16 }; // the most of each

typedef IndexedFile *FileRef;
typedef Vec(FileRef) FileVec;

typedef struct Scan {
  StrVec folders; // arena
  Encoding encoding;
  FileVec before; // taken: files of the last scan
  FileVec now;    // the result, sorted by path
  Arena arena;
} Scan;

void scan_run(Scan *s);
void scan_clear(FileVec *files);
// A text's mentions and symbols, appended to `f`, in `a`.
void scan_collect(const Text *t, const Tree *tree, const Outline *o, Encoding e,
                  Arena *a, IndexedFile *f);

#endif
