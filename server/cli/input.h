// SPDX-License-Identifier: MIT
// cli/input.h: the files that a command was asked to read. A folder stands for
// the .jot files under it. What cannot be read is told and passed over.
#ifndef INKLING_CLI_INPUT_H
#define INKLING_CLI_INPUT_H

#include "cli/command.h"
#include "journal/doc.h"

typedef struct Input {
  Str path;  // as given; of standard input, what --stdin-path says
  Str bytes; // borrowed for the call
  Language language;
} Input;

typedef void InputFn(void *self, const Input *input);

// Calls `each` for every file in order; false where one could not be read.
bool input_each(Cli *c, InputFn *each, void *self);
Language language_of_path(Str path); // by its ending; jot where it says nothing
// The same for one file. False and *err where it is none or no text.
bool input_read(Str path, StrBuf *bytes, Err *err);

#endif
