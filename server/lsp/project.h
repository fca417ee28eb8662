// SPDX-License-Identifier: MIT
// lsp/project.h: the settings and the lenses that hold for a file.
// Files that share both share one Project, so that a folder of a hundred
// journals compiles its lenses once. A Project never changes: what is new gets
// a new one, and documents move over.
#ifndef INKLING_LSP_PROJECT_H
#define INKLING_LSP_PROJECT_H

#include "journal/settings.h"
#include "lens/lens.h"
#include "wire/json.h"

typedef struct Project {
  Settings settings;
  LensSet *lenses;
  StrVec files;   // the lenses that a coach wrote; arena
  Str key;        // what it was made from
  uint64_t print; // of the files behind it, as they were then
  Arena arena;
} Project;
typedef Project *ProjectRef; // as vec_each names it

// A lens that the editor has open and has not saved.
typedef struct Draft {
  Str path, bytes; // owned
} Draft;

typedef struct Projects {
  Vec(Project *) all;
  Vec(Draft) drafts;
  uint32_t valid_from; // those before it are out of date
  StrVec told;         // troubles that were told already; arena
  StrVec fresh;        // troubles to tell now; arena
  Arena arena;
} Projects;

// The project of a file (path "" for what is no file). `editor` is the
// editor's layer of settings, NULL: none; its relative paths start from
// `folder`. Borrowed until projects_sweep.
const Project *projects_get(Projects *p, Str path, Str folder,
                            const Json *editor);
// The same of those files as they are now.
uint64_t project_print(const Project *p, Str path);
// From the next get on, the text of a lens file that is open in the editor
// stands for the one on disk, until it is saved or closed. Whether that makes a
// difference to any project.
bool projects_draft(Projects *p, Str path, Str bytes);
bool projects_undraft(Projects *p, Str path);
// Something on disk or in the editor changed: the next get reads anew. The
// projects made so far live on until projects_sweep.
void projects_forget(Projects *p);
void projects_sweep(Projects *p); // call when no document uses the old ones
void projects_clear(Projects *p);

#endif
