// SPDX-License-Identifier: MIT
// freezer OUT.c: a program of the build. Makes the set of the built-in lenses
// and writes it as constants (frozen.h). What is wrong in one of them ends the
// build.
#include <stdio.h>

#include "lens/build.h"
#include "lens/frozen.h"

static bool write_out(const char *path, Str text) {
  FILE *out = fopen(path, "w");
  if (!out) return false;
  bool ok = fwrite(text.data, 1, text.len, out) == text.len;
  return fclose(out) == 0 && ok;
}

int main(int argc, char **argv) {
  Arena a = {0};
  LensTroubleVec troubles = {0};
  StrBuf text = {0};
  if (argc != 2) return 2;
  LensSet *s = lens_set_build(NULL, 0, &a, &troubles);
  vec_each(const LensTrouble, t, &troubles)
    fprintf(stderr, STR_FMT ":%u:%u: error: " STR_FMT "\n", STR_ARG(t->path),
            t->line, t->column, STR_ARG(t->message));
  bool ok = !troubles.len;
  if (ok) freeze_write(s, &text);
  ok = ok && write_out(argv[1], strbuf_str(&text));
  if (!ok) remove(argv[1]);
  strbuf_clear(&text);
  lens_set_free(s);
  arena_clear(&a);
  return ok ? 0 : 1;
}
