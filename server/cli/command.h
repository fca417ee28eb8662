// SPDX-License-Identifier: MIT
// cli/command.h: the contract of a command. It gets its arguments read, prints
// to `out`, tells trouble to `err` in one line each, and returns an exit
// status.
#ifndef INKLING_CLI_COMMAND_H
#define INKLING_CLI_COMMAND_H

#include <stdio.h>

#include "base/err.h"
#include "base/file.h"

enum { EXIT_FINE = 0, EXIT_FOUND = 1, EXIT_CANNOT = 2 };

typedef struct Option {
  const char *name;  // "--format"; NULL ends a list
  const char *value; // NULL: a switch; "text|json": one of these; "FILE": any
  const char *help;
} Option;

typedef struct Given {
  Str name, value;
} Given;

typedef struct Cli {
  Arena *arena; // for the length of the command
  FILE *out, *err;
  Vec(Given) options; // in the order given
  StrVec operands;
} Cli;

typedef int CommandFn(Cli *c);

typedef struct Command {
  const char *name, *operands, *help;
  const Option *options;
  CommandFn *run;
} Command;

#define COMMAND(name, operands, help)                                          \
  extern const Option name##_options[];                                        \
  CommandFn command_##name;
#include "cli/commands.def"
#undef COMMAND

// False and *err where an option is unknown, wants a value or gets a wrong one.
bool cli_read(Cli *c, const Option *options, int argc, char **argv, Err *err);
// The last value given, or `otherwise`; "" for a switch that was given.
Str cli_option(const Cli *c, Str name, Str otherwise);
bool cli_has(const Cli *c, Str name);
// "inkling: message" to c->err.
void cli_tell(const Cli *c, Str message);
void cli_tell_err(const Cli *c, const Err *err);
void cli_put(const Cli *c, Str s); // to c->out, all of it
void command_usage(FILE *out, const Command *command);

#endif
