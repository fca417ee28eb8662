// SPDX-License-Identifier: MIT
// `inkling lens new NAME`: a small lens that works, to be changed by hand.
#include "cli/lens_verbs.h"

static const char TEXT[] =
    "# A lens of your own. `inkling lens test %s` runs its proofs.\n"
    "lens %s\n"
    "from You \"why this matters, in your own words\"\n"
    "\n"
    "set duty = should, must, have to, ought to\n"
    "\n"
    "hint %s\n"
    "  says \"“{match}” speaks of duty.\"\n"
    "  asks \"What do you want, if nobody asks it of you?\"\n"
    "       \"Whose voice says “{match}”?\"\n"
    "  when I «[duty]» …3 VB\n"
    "  flag I «should» call her more often.\n"
    "  flag I «must» be brave about it.\n"
    "  pass She should be here by five.\n"
    "  pass I want to call her.\n";

static bool is_name(Str s) {
  for (size_t i = 0; i < s.len; i++) {
    char ch = s.data[i];
    bool is_letter = ch >= 'a' && ch <= 'z';
    bool is_digit = ch >= '0' && ch <= '9';
    if (!is_letter && (i == 0 || (!is_digit && ch != '-'))) return false;
  }
  return s.len > 0;
}

int lens_verb_new(Cli *c, const Str *operands, uint32_t count) {
  if (count != 1 || !is_name(operands[0])) {
    cli_tell(c, STR("lens new wants one name of small letters, digits and "
                    "hyphens, like slow-down"));
    return EXIT_CANNOT;
  }
  Err err = {0};
  Str path = str_printf(c->arena, STR_FMT ".lens", STR_ARG(operands[0]));
  Str text = str_printf(c->arena, TEXT, path.data,
                        str_copy(c->arena, operands[0]).data,
                        str_copy(c->arena, operands[0]).data);
  if (!file_create(path, text, &err)) {
    cli_tell_err(c, &err);
    return EXIT_CANNOT;
  }
  fprintf(c->out, STR_FMT "\n", STR_ARG(path));
  return EXIT_FINE;
}
