// SPDX-License-Identifier: MIT
// The examples of docs/lenses.md, as tests. A fence of `lens` is a whole lens
// file without troubles whose proofs hold; one of `lens-wrong` is a file whose
// troubles are those that the fence `troubles` behind it lists.
#include <stdio.h>

#include "base/file.h"
#include "lens/proof.h"
#include "syntax/outline.h"
#include "unit/check.h"

static Str told(const LensTroubleVec *troubles, Arena *a) {
  StrBuf b = {0};
  vec_each(const LensTrouble, t, troubles)
    strbuf_printf(&b, "%u:%u: " STR_FMT "\n", t->line, t->column,
                  STR_ARG(t->message));
  Str text = str_copy(a, strbuf_str(&b));
  strbuf_clear(&b);
  return text;
}

static LensTroubleVec read_lens(Str code, bool prove, Arena *a) {
  LensTroubleVec troubles = {0};
  LensSource file = {STR("example.lens"), code};
  LensSet *s = lens_set_new(&file, 1, a, &troubles);
  LensTroubleVec own = {0}; // not those of the lenses that come along
  vec_each(const LensTrouble, t, &troubles)
    if (str_eq(t->path, file.path)) vec_push_in(a, &own, *t);
  if (prove) {
    ProofReport r = proof_run(s, file.path, a);
    CHECK(r.count > 0 || str_find(code, STR("set ")) >= 0);
    vec_each(const LensTrouble, t, &r.failures) vec_push_in(a, &own, *t);
  }
  lens_set_free(s);
  return own;
}

static void check_page(Str page) {
  Text text;
  Arena a = {0};
  Str wrong = {0};
  text_init(&text, page);
  Tree *tree = tree_new(GRAMMAR_JOT, page);
  const Outline *o = outline_run(&text, tree, LANGUAGE_MARKDOWN, &a);
  vec_each(const Block, b, &o->blocks) {
    if (b->kind != BLOCK_CODE) continue;
    Str info = text_slice(&text, b->key);
    Str code = text_slice(&text, (Span){b->content.start, b->content.end + 1});
    if (str_eq(info, STR("lens"))) {
      LensTroubleVec troubles = read_lens(code, true, &a);
      CHECK_STR(told(&troubles, &a), STR(""));
    } else if (str_eq(info, STR("lens-wrong"))) {
      wrong = code;
    } else if (str_eq(info, STR("troubles"))) {
      LensTroubleVec troubles = read_lens(wrong, false, &a);
      CHECK_STR(told(&troubles, &a), code);
    }
  }
  tree_free(tree);
  text_clear(&text);
  arena_clear(&a);
}

int main(int argc, char **argv) {
  Err err = {0};
  CHECK(english_init(&err));
  for (int i = 1; i < argc; i++) {
    StrBuf page = {0};
    CHECK(file_read(str_of(argv[i]), &page, &err));
    check_page(strbuf_str(&page));
    strbuf_clear(&page);
  }
  return check_done();
}
