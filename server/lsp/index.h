// SPDX-License-Identifier: MIT
// lsp/index.h: people, tags, entries and prompts across the workspace.
// Open documents answer for themselves, whatever the disk says; the other files
// of the folders are read on a thread, and again only where they changed.
#ifndef INKLING_LSP_INDEX_H
#define INKLING_LSP_INDEX_H

#include "lsp/scan.h"
#include "lsp/session.h"

typedef struct Place {
  Str uri;
  int64_t version; // -1: not open
  Range range;
} Place;
typedef Vec(Place) PlaceVec;

Index *index_new(void);
void index_free(Index *x);

// Brings the files up to date, then calls then(s, about): at once where the
// host has no threads. A scan under way is joined. How far it is goes out under
// `token` (lsp/progress.h; NULL: nothing is said), borrowed until then.
// Until then the answers below are those of the last scan.
typedef void IndexThen(Session *s, void *about);
void index_update(Session *s, const Json *token, IndexThen *then, void *about);

// The person or tag at `offset`: its span with the mark.
bool index_name_at(Document *d, uint32_t offset, Mention *out, Span *span,
                   Arena *a);
// Every place of a name, as far as is known now: open documents first, then
// files in order of path. In `a`.
PlaceVec index_places(Session *s, ReferenceKind kind, Str name, Arena *a);
// Every name of a kind, each once, sorted. In `a`.
StrVec index_names(Session *s, ReferenceKind kind, Arena *a);
// What a document holds now. In `a`.
IndexedFile index_document(const Session *s, Document *d, Arena *a);
// Starts the first scan, where none has been: for answers that do not wait.
void index_want(Session *s);
// Files on disk, open or not; borrowed until the next update.
uint32_t index_file_count(const Session *s);
const IndexedFile *index_file_at(const Session *s, uint32_t i);

#endif
