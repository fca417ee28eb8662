// SPDX-License-Identifier: MIT
#include "lsp/lensfile.h"

#include "lens/proof.h"

LensFile *lensfile_new(Str path, Str bytes) {
  LensFile *f = heap_alloc(sizeof *f);
  f->path = path;
  text_init(&f->text, bytes);
  f->tree = tree_new(GRAMMAR_LENS, text_str(&f->text));
  return f;
}

void lensfile_free(LensFile *f) {
  if (!f) return;
  tree_free(f->tree);
  text_clear(&f->text);
  arena_clear(&f->arena);
  free(f);
}

void lensfile_replace(LensFile *f, Span old, Str with) {
  TextEdit edit = text_replace(&f->text, old, with);
  tree_edit(f->tree, &edit, text_str(&f->text));
  f->checked = false;
}

static bool has_own(const LensTroubleVec *all, Str path) {
  for (uint32_t i = 0; i < all->len; i++)
    if (str_eq(all->data[i].path, path)) return true;
  return false;
}

// Those of this file, with strings that outlive the set they speak of.
static void keep_own(LensFile *f, const LensTroubleVec *all, Str path) {
  for (uint32_t i = 0; i < all->len; i++) {
    LensTrouble t = all->data[i];
    if (!str_eq(t.path, path)) continue;
    t.path = path;
    t.message = str_copy(&f->arena, t.message);
    vec_push_in(&f->arena, &f->troubles, t);
  }
}

const LensTroubleVec *lensfile_troubles(LensFile *f) {
  if (f->checked) return &f->troubles;
  arena_reset(&f->arena);
  f->troubles = (LensTroubleVec){0};
  f->checked = true;
  // A lens that was never saved has no path, but troubles need a name.
  Str path = f->path.len ? f->path : STR("this lens");
  LensSource self = {.path = path, .bytes = text_str(&f->text)};
  LensTroubleVec all = {0};
  LensSet *set = lens_set_new(&self, 1, &f->arena, &all);
  f->sound = !has_own(&all, path);
  ProofReport proofs = proof_run(set, path, &f->arena);
  for (uint32_t i = 0; i < proofs.failures.len; i++)
    vec_push_in(&f->arena, &all, proofs.failures.data[i]);
  keep_own(f, &all, path);
  lens_set_free(set); // what it lent has been copied
  return &f->troubles;
}

bool lensfile_is_sound(LensFile *f) {
  lensfile_troubles(f);
  return f->sound;
}
