// SPDX-License-Identifier: MIT
// cli/lens_verbs.h: the four things `inkling lens` does. Each gets the operands
// behind its name and returns an exit status.
#ifndef INKLING_CLI_LENS_VERBS_H
#define INKLING_CLI_LENS_VERBS_H

#include "cli/command.h"

int lens_verb_new(Cli *c, const Str *operands, uint32_t count);
int lens_verb_test(Cli *c, const Str *operands, uint32_t count);
int lens_verb_list(Cli *c, const Str *operands, uint32_t count);
int lens_verb_why(Cli *c, const Str *operands, uint32_t count);

#endif
