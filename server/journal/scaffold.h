// SPDX-License-Identifier: MIT
// journal/scaffold.h: the beginnings of an entry, a letter and a worksheet, as
// LSP snippets ($1, ${1:word}, $0): for completion, for editors' own commands
// and, without their marks, for files to begin with.
#ifndef INKLING_JOURNAL_SCAFFOLD_H
#define INKLING_JOURNAL_SCAFFOLD_H

#include "base/str.h"

typedef struct Scaffold {
  Str name, about;
  Str snippet; // arena
} Scaffold;

enum { SCAFFOLD_JOURNAL, SCAFFOLD_LETTER, SCAFFOLD_WORKSHEET, SCAFFOLDS };

// One of those; today's date is put in.
Scaffold scaffold_at(unsigned index, Arena *a);
Str scaffold_plain(Str snippet, Arena *a); // without its marks
Str scaffold_today(Arena *a);              // 2026-11-21

#endif
