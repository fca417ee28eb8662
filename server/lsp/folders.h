// SPDX-License-Identifier: MIT
// lsp/folders.h: the workspace's folders, none, one or several.
#ifndef INKLING_LSP_FOLDERS_H
#define INKLING_LSP_FOLDERS_H

#include "base/vec.h"
#include "wire/json.h"

// A zeroed Folders is a valid, empty one. Owned: folders_clear.
typedef struct Folders {
  Vec(Str) paths; // absolute, without a slash at the end; owned
} Folders;

void folders_clear(Folders *f);
// workspaceFolders, else rootUri, else rootPath of initialize's params.
void folders_read(Folders *f, const Json *params);
void folders_add(Folders *f, const Json *folders);    // WorkspaceFolder[]
void folders_remove(Folders *f, const Json *folders); // WorkspaceFolder[]
// The folder that holds `path`, the innermost; "" where none does.
Str folders_of(const Folders *f, Str path);

#endif
