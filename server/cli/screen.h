// SPDX-License-Identifier: MIT
// cli/screen.h: what a terminal can show: how wide it is, how wide a character
// is in it, whether it has colour and more than ASCII. Controls in a text are
// never handed to the terminal.
#ifndef INKLING_CLI_SCREEN_H
#define INKLING_CLI_SCREEN_H

#include "cli/command.h"

typedef struct Screen {
  uint32_t width; // columns, 40 to 200
  bool has_colour, has_unicode;
} Screen;

// After --color, NO_COLOR, the locale, COLUMNS and the terminal itself.
Screen screen_of(const Cli *c);
// Columns of a code point: 0 (combining), 1 or 2 (East Asian wide, emoji).
uint32_t screen_width(uint32_t point);
uint32_t screen_columns(Str s);
// Appends `s` on one line: white space as single spaces, controls as `?`.
void screen_put(StrBuf *out, Str s);

typedef enum Ink { INK_PLAIN, INK_MARK, INK_CODE, INK_FAINT, INK_BOLD } Ink;
void screen_ink(const Screen *s, StrBuf *out, Ink ink, Str text);

#endif
