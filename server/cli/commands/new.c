// SPDX-License-Identifier: MIT
// Begins a file to write in; one that exists is never touched.
#include <time.h>

#include "cli/command.h"
#include "journal/scaffold.h"

const Option new_options[] = {{0}};

static Str today(Arena *a) {
  time_t now = time(NULL);
  struct tm tm;
  localtime_r(&now, &tm);
  return str_printf(a, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1,
                    tm.tm_mday);
}

int command_new(Cli *c) {
  const Str *words = c->operands.data;
  Str text = c->operands.len == 2
                 ? scaffold_text(words[0], today(c->arena), c->arena)
                 : STR("");
  Err err = {0};
  if (!text.len) {
    cli_tell(c, STR("new wants journal, letter or worksheet, and a file"));
    return EXIT_CANNOT;
  }
  Str path = words[1];
  if (str_find(path_name(path), STR(".")) < 0)
    path = str_printf(c->arena, STR_FMT ".jot", STR_ARG(path));
  if (!file_create(path, text, &err)) {
    cli_tell_err(c, &err);
    return EXIT_CANNOT;
  }
  fprintf(c->out, STR_FMT "\n", STR_ARG(path));
  return EXIT_FINE;
}
