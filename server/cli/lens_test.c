// SPDX-License-Identifier: MIT
// `inkling lens test FILE…`: what is wrong in a lens file, and which of its
// proofs do not hold. Without a file: the built-in lenses.
#include "cli/house.h"
#include "cli/lens_verbs.h"
#include "lens/proof.h"

static void put_troubles(Cli *c, const LensTroubleVec *troubles) {
  vec_each(const LensTrouble, t, troubles)
    fprintf(c->out, STR_FMT ":%u:%u: " STR_FMT "\n", STR_ARG(t->path), t->line,
            t->column, STR_ARG(t->message));
}

// Its proofs; false where one does not hold.
static bool put_proofs(Cli *c, const LensSet *set, Str path) {
  ProofReport r = proof_run(set, path, c->arena);
  put_troubles(c, &r.failures);
  Str name = path.len ? path : STR("the built-in lenses");
  fprintf(c->out, STR_FMT ": ", STR_ARG(name));
  if (r.failures.len)
    fprintf(c->out, "%u of %u proofs %s not hold\n", r.failures.len, r.count,
            r.failures.len == 1 ? "does" : "do");
  else if (!r.count)
    fputs("no proofs yet\n", c->out);
  else if (r.count == 1)
    fputs("1 proof, and it holds\n", c->out);
  else
    fprintf(c->out, "%u proofs, all hold\n", r.count);
  if (r.resting)
    fprintf(c->out,
            STR_FMT ": %u more rest with their hint until it is mended\n",
            STR_ARG(name), r.resting);
  return r.failures.len == 0;
}

static bool read_sources(Cli *c, const Str *paths, uint32_t count,
                         LensSource *out) {
  bool is_fine = true;
  for (uint32_t i = 0; i < count; i++) {
    StrBuf bytes = {0};
    Err err = {0};
    if (!file_read(paths[i], &bytes, &err)) {
      cli_tell_err(c, &err);
      is_fine = false;
      out[i] = (LensSource){.path = paths[i]};
    } else {
      Str copy = str_copy(c->arena, strbuf_str(&bytes));
      out[i] = (LensSource){paths[i], copy};
    }
    strbuf_clear(&bytes);
  }
  return is_fine;
}

int lens_verb_test(Cli *c, const Str *operands, uint32_t count) {
  LensSource *sources = arena_array(c->arena, LensSource, count);
  LensTroubleVec troubles = {0};
  bool is_read = read_sources(c, operands, count, sources);
  if (!house_ready(c)) return EXIT_CANNOT;
  LensSet *set = lens_set_new(sources, count, c->arena, &troubles);
  put_troubles(c, &troubles);
  bool holds = troubles.len == 0;
  if (!count) holds = put_proofs(c, set, STR("")) && holds;
  for (uint32_t i = 0; i < count; i++)
    if (sources[i].bytes.data) holds = put_proofs(c, set, operands[i]) && holds;
  lens_set_free(set);
  if (!is_read) return EXIT_CANNOT;
  return holds ? EXIT_FINE : EXIT_FOUND;
}
