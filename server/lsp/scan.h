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
  bool is_lost; // it could not be read
  Arena arena;
} IndexedFile;

enum {
  SCAN_FILES = 20000, // the most files,
  SCAN_DEPTH = 16,    // the most folders in one another,
  SCAN_STEP = 1 << 20 // and the bytes after which a step ends
};

typedef IndexedFile *FileRef;
typedef Vec(FileRef) FileVec;

// `before` stays whole while a scan goes on, so that it can be asked; the
// result shares with it what has not changed.
typedef struct Scan {
  StrVec folders; // arena
  Encoding encoding;
  const FileVec *before; // borrowed: files of the last scan
  FileVec now;           // the result, sorted by path
  FileVec fresh;         // those of `now` that have to be read …
  uint32_t next;         // … and the first that has not been
  bool is_listed;
  Arena arena;
} Scan;

// One step: looks at the folders, then reads some files. False: it was the
// last. Loops of it are `while (scan_step(s))`.
bool scan_step(Scan *s);
// Puts the result in place of the last scan's files, frees what is in neither.
void scan_take(Scan *s, FileVec *files);
void scan_drop(Scan *s); // the same, the other way: as if it had not been
void scan_clear(FileVec *files);
// A text's mentions and symbols, appended to `f`, in `a`.
void scan_collect(const Text *t, const Tree *tree, const Outline *o, Encoding e,
                  Arena *a, IndexedFile *f);

#endif
