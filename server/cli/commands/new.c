// SPDX-License-Identifier: MIT
// Begins a file to write in; one that exists is never touched.
#include "cli/command.h"
#include "journal/scaffold.h"

const Option new_options[] = {{0}};

static Str text_of(Str kind, Arena *a) {
  for (unsigned i = 0; i < SCAFFOLDS; i++) {
    Scaffold s = scaffold_at(i, a);
    if (str_eq(s.name, kind)) return scaffold_plain(s.snippet, a);
  }
  return STR("");
}

int command_new(Cli *c) {
  const Str *words = c->operands.data;
  Str text = c->operands.len == 2 ? text_of(words[0], c->arena) : STR("");
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
