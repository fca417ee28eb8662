// SPDX-License-Identifier: MIT
// journal/workspace.h: the people and tags of all the files a person has open
// or has on disk under their folders. Files are read when asked for and kept
// until they change on disk; an open document always wins over its file.
#ifndef INKLING_JOURNAL_WORKSPACE_H
#define INKLING_JOURNAL_WORKSPACE_H

#include "journal/doc.h"

typedef struct Workspace Workspace;

// One mention of a person, tag or link, somewhere. Borrowed until the
// workspace changes.
typedef struct Place {
  Str path; // absolute, or whatever the open document is known by
  const Text *text;
  Reference reference;
} Place;
typedef Vec(Place) PlaceVec;

Workspace *workspace_new(void);
void workspace_free(Workspace *w);
void workspace_add_folder(Workspace *w, Str path); // absolute; copied
void workspace_remove_folder(Workspace *w, Str path);
// `doc` is borrowed until workspace_close.
void workspace_open(Workspace *w, Str path, Doc *doc);
void workspace_close(Workspace *w, Str path);
void workspace_changed(Workspace *w, Str path); // on disk: read it again

// The .jot files under the folders, sorted, open ones included; in `a`. At most
// WORKSPACE_MOST; hidden folders and links to folders are passed over.
enum { WORKSPACE_MOST = 20000, WORKSPACE_DEPTH = 32 };
void workspace_files(Workspace *w, Arena *a, StrVec *paths);
// Every place where `name` (without its mark, any case) is named; in `a`.
void workspace_find(Workspace *w, ReferenceKind kind, Str name, Arena *a,
                    PlaceVec *out);
// The names there are, each once, sorted; in `a`.
void workspace_names(Workspace *w, ReferenceKind kind, Arena *a, StrVec *out);
Language language_of_path(Str path); // by its ending; jot where it says nothing

#endif
