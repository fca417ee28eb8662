// SPDX-License-Identifier: MIT
// cli/picture.h: a sentence as it stands in the terminal: its words in rows as
// wide as the screen, the flagged ones underlined, the codes below.
#ifndef INKLING_CLI_PICTURE_H
#define INKLING_CLI_PICTURE_H

#include "cli/screen.h"
#include "text/hint.h"

// Marks are bytes of `words`, in order of their start.
typedef struct Mark {
  Span span;
  Str label;
} Mark;

// Appends the rows; `number` stands before the first one.
void picture_put(const Screen *s, StrBuf *out, uint32_t number, Str words,
                 const Mark *marks, uint32_t count);
// Words behind a sign, wrapped and indented like the rows of a picture.
void picture_note(const Screen *s, StrBuf *out, const char *sign, Ink ink,
                  Str words);

#endif
