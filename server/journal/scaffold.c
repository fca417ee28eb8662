// SPDX-License-Identifier: MIT
#include "journal/scaffold.h"

static const struct {
  const char *kind, *before, *after; // the date stands between
} SCAFFOLDS[] = {
    {"journal", "kind: journal\n\n# ", "\nmood: 5/10\n\n"},
    {"letter", "kind: letter\nto: @name\ndate: ", "\n\nDear Name,\n\n"},
    {"worksheet", "kind: worksheet\ntitle: One true thing\ndate: ",
     "\n\n? What is alive in me right now?\n____\n\n"
     "? What do I want, and from whom?\n____\n\n"
     "? What have I not said yet?\n____\n"},
};

Str scaffold_text(Str kind, Str date, Arena *a) {
  for (unsigned i = 0; i < sizeof SCAFFOLDS / sizeof *SCAFFOLDS; i++)
    if (str_eq(kind, str_of(SCAFFOLDS[i].kind)))
      return str_printf(a, "%s" STR_FMT "%s", SCAFFOLDS[i].before,
                        STR_ARG(date), SCAFFOLDS[i].after);
  return STR("");
}
