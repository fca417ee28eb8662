// SPDX-License-Identifier: MIT
// prove [FILE…]: the troubles of lens files and the proofs that fail; without
// a file, those of the lenses in the program. Exit 1 where anything is wrong.
#include <stdio.h>

#include "base/file.h"
#include "lens/proof.h"

static void print(const LensTrouble *t) {
  printf(STR_FMT ":%u:%u: " STR_FMT "\n", STR_ARG(t->path), t->line, t->column,
         STR_ARG(t->message));
}

static bool add_file(const char *path, Arena *a, LensSource *out) {
  StrBuf bytes = {0};
  Err err = {0};
  bool ok = file_read(str_of(path), &bytes, &err);
  if (!ok) fprintf(stderr, "%s: %s\n", path, err.message);
  *out = (LensSource){str_of(path), str_copy(a, strbuf_str(&bytes))};
  strbuf_clear(&bytes);
  return ok;
}

static uint32_t prove(const LensSet *s, Str path, Arena *a) {
  ProofReport r = proof_run(s, path, a);
  vec_each(const LensTrouble, t, &r.failures) print(t);
  printf(STR_FMT ": %u proofs, %u failed\n", STR_ARG(path), r.count,
         r.failures.len);
  return r.failures.len + (r.count == 0);
}

int main(int argc, char **argv) {
  Arena a = {0};
  LensTroubleVec troubles = {0};
  Err err = {0};
  uint32_t wrong = 0;
  LensSource *files = arena_array(&a, LensSource, (size_t)argc);
  if (!english_init(&err)) {
    fprintf(stderr, "%s\n", err.message);
    return 2;
  }
  for (int i = 1; i < argc; i++)
    if (!add_file(argv[i], &a, &files[i - 1])) return 2;
  LensSet *s = lens_set_new(files, (uint32_t)argc - 1, &a, &troubles);
  vec_each(const LensTrouble, t, &troubles) print(t);
  wrong += troubles.len;
  for (int i = 1; i < argc; i++) wrong += prove(s, str_of(argv[i]), &a);
  if (argc == 1) wrong += prove(s, STR(""), &a);
  lens_set_free(s);
  arena_clear(&a);
  return wrong ? 1 : 0;
}
