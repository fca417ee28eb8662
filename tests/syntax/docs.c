// SPDX-License-Identifier: MIT
// The examples of a page of docs, as tests: a fence of `jot`, `markdown` or
// `plain`, and behind it fences that name a view (syntax/show.h) of it.
#include <stdio.h>

#include "base/file.h"
#include "syntax/show.h"
#include "unit/check.h"

static bool is_language(Str info) {
  return str_eq(info, STR("jot")) || str_eq(info, STR("markdown")) ||
         str_eq(info, STR("plain"));
}

static void check_view(Str input, Str language, Str view, Str want, Arena *a) {
  StrBuf got = {0};
  bool other = !str_eq(language, STR("jot"));
  Str what = other ? str_printf(a, STR_FMT "-" STR_FMT, STR_ARG(view),
                                STR_ARG(language))
                   : view;
  if (show(input, what, &got)) CHECK_STR(strbuf_str(&got), want);
  strbuf_clear(&got);
}

// The page is itself read by the floor under test: its fences are blocks.
static void check_page(Str page) {
  Text text;
  Arena a = {0};
  Str input = {0}, language = {0};
  text_init(&text, page);
  Tree *tree = tree_new(GRAMMAR_JOT, page);
  const Outline *o = outline_run(&text, tree, LANGUAGE_MARKDOWN, &a);
  vec_each(const Block, b, &o->blocks) {
    if (b->kind != BLOCK_CODE) continue;
    Str info = text_slice(&text, b->key);
    Span lines = {b->content.start, b->content.end + 1};
    Str code = text_slice(&text, lines);
    if (is_language(info))
      input = code, language = info;
    else
      check_view(input, language, info, code, &a);
  }
  tree_free(tree);
  text_clear(&text);
  arena_clear(&a);
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    StrBuf page = {0};
    Err err = {0};
    if (!file_read(str_of(argv[i]), &page, &err))
      fprintf(stderr, "%s: %s\n", argv[i], err.message);
    check_page(strbuf_str(&page));
    strbuf_clear(&page);
  }
  return check_done();
}
