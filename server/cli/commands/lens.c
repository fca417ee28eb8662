// SPDX-License-Identifier: MIT
// For those who write lenses: begin one, run its proofs, list all, ask why.
#include "cli/command.h"
#include "cli/lens_verbs.h"

const Option lens_options[] = {
    {"--lens", "PATH", "a further lens file or folder"}, {0}};

typedef struct Verb {
  const char *name;
  int (*run)(Cli *c, const Str *operands, uint32_t count);
} Verb;

static const Verb VERBS[] = {{"new", lens_verb_new},
                             {"test", lens_verb_test},
                             {"list", lens_verb_list},
                             {"why", lens_verb_why}};

int command_lens(Cli *c) {
  Str verb = c->operands.len ? c->operands.data[0] : STR("");
  for (unsigned i = 0; i < sizeof VERBS / sizeof *VERBS; i++)
    if (str_eq(verb, str_of(VERBS[i].name)))
      return VERBS[i].run(c, c->operands.data + 1, c->operands.len - 1);
  cli_tell(c, STR("lens wants new NAME, test FILE, list, or why "
                  "FILE:LINE:COLUMN"));
  return EXIT_CANNOT;
}
