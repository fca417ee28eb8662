// SPDX-License-Identifier: MIT
// From argv to a row of cli/commands.def. The one place that leaves the
// program.
#include <stdlib.h>

#include "cli/command.h"
#include "lsp/server.h"

// Two floors that do not know each other meet here.
const Option lsp_options[] = {
    {"--stdio", NULL, "what some editors add; there is no other way"}, {0}};

int command_lsp(Cli *c) {
  Err err = {0};
  int status = EXIT_CANNOT;
  if (c->operands.len) {
    cli_tell(c, STR("lsp takes no files: an editor sends what it reads"));
    return EXIT_CANNOT;
  }
  if (!server_run(0, 1, &status, &err)) cli_tell_err(c, &err);
  return status;
}

static const Command COMMANDS[] = {
#define COMMAND(name, operands, help)                                          \
  {#name, operands, help, name##_options, command_##name},
#include "cli/commands.def"
#undef COMMAND
};
enum { COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS };

static void put_usage(FILE *out) {
  fputs("usage: inkling COMMAND [OPTION…] …\n"
        "Reads what you write about your own life and offers quiet hints.\n"
        "Nothing you write leaves this machine.\n\n",
        out);
  for (unsigned i = 0; i < COMMAND_COUNT; i++)
    fprintf(out, "  %-10s %s\n", COMMANDS[i].name, COMMANDS[i].help);
  fputs("\n`inkling COMMAND --help` says more of one; --version names this "
        "one.\n",
        out);
}

static const Command *find_command(Str name) {
  for (unsigned i = 0; i < COMMAND_COUNT; i++)
    if (str_eq(str_of(COMMANDS[i].name), name)) return &COMMANDS[i];
  return NULL;
}

static bool is_one_of(const char *word, const char *a, const char *b) {
  Str w = str_of(word);
  return str_eq(w, str_of(a)) || str_eq(w, str_of(b));
}

// --help and --version count anywhere before a lone `--`.
static bool asks_for(int argc, char **argv, const char *a, const char *b) {
  for (int i = 0; i < argc && !is_one_of(argv[i], "--", "--"); i++)
    if (is_one_of(argv[i], a, b)) return true;
  return false;
}

static int run(const Command *command, int argc, char **argv) {
  Arena arena = {0};
  Err err = {0};
  Cli c = {.arena = &arena, .out = stdout, .err = stderr};
  int status = EXIT_CANNOT;
  if (cli_read(&c, command->options, argc, argv, &err)) {
    status = command->run(&c);
  } else {
    cli_tell_err(&c, &err);
  }
  if (fflush(stdout) != 0 || ferror(stdout)) {
    cli_tell(&c, STR("the output could not be written"));
    status = EXIT_CANNOT;
  }
  arena_clear(&arena);
  return status;
}

int main(int argc, char **argv) {
  const Command *command = argc > 1 ? find_command(str_of(argv[1])) : NULL;
  if (argc > 1 && asks_for(argc - 1, argv + 1, "--version", "-V")) {
    puts("inkling " INKLING_VERSION);
    return EXIT_FINE;
  }
  if (argc > 1 && asks_for(argc - 1, argv + 1, "--help", "-h")) {
    if (command)
      command_usage(stdout, command);
    else
      put_usage(stdout);
    return EXIT_FINE;
  }
  if (command) return run(command, argc - 2, argv + 2);
  if (argc > 1)
    fprintf(stderr, "inkling: there is no command %s; try inkling --help\n",
            argv[1]);
  else
    put_usage(stderr);
  return EXIT_CANNOT;
}
