// SPDX-License-Identifier: MIT
// journal/scaffold.h: the first lines of an entry, a letter and a worksheet.
#ifndef INKLING_JOURNAL_SCAFFOLD_H
#define INKLING_JOURNAL_SCAFFOLD_H

#include "base/str.h"

// "journal", "letter" or "worksheet"; `date` is "2026-11-21". In `a`; an empty
// Str where there is no such kind.
Str scaffold_text(Str kind, Str date, Arena *a);

#endif
