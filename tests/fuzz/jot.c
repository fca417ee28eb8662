// SPDX-License-Identifier: MIT
// Any bytes are a document: parsed, edited, read block by block, nothing lost.
// The first byte chooses the language, the next three an edit.
#include <stdlib.h>

#include "syntax/prose.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_blocks(const Text *text, const Tree *tree, Language language) {
  Arena a = {0};
  const Outline *o = outline_run(text, tree, language, &a);
  uint32_t end = 0;
  for (uint32_t i = 0; i < o->blocks.len; i++) {
    const Block *b = &o->blocks.data[i];
    if (b->span.start < end || b->span.end > text->bytes.len) abort();
    end = b->span.end;
    if (!span_covers(b->span, b->content)) abort();
    ReferenceVec references = {0};
    prose_references(text, tree, b, &a, &references);
    if (b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_ITEM)
      (void)prose_passage(text, tree, b, &a);
  }
  arena_clear(&a);
}

// Nothing in Jot is an error, whatever came before; and the blocks after an
// edit are those of a fresh reading.
static void hold_to_fresh(const Text *text, const Tree *tree) {
  Arena a = {0};
  Tree *fresh = tree_new(GRAMMAR_JOT, text_str(text));
  if (node_has_error(tree_root(tree)) || node_has_error(tree_root(fresh)))
    abort();
  const Outline *got = outline_run(text, tree, LANGUAGE_JOT, &a);
  const Outline *want = outline_run(text, fresh, LANGUAGE_JOT, &a);
  if (got->blocks.len != want->blocks.len) abort();
  for (uint32_t i = 0; i < got->blocks.len; i++) {
    const Block *g = &got->blocks.data[i], *w = &want->blocks.data[i];
    Passage p = prose_passage(text, tree, g, &a),
            q = prose_passage(text, fresh, w, &a);
    bool same = g->kind == w->kind && p.span.start == q.span.start &&
                p.span.end == q.span.end && p.region_count == q.region_count;
    if (!same) abort();
  }
  tree_free(fresh);
  arena_clear(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size < 4) return 0;
  Text text;
  text_init(&text, (Str){(const char *)data + 4, size - 4});
  Tree *tree = tree_new(GRAMMAR_JOT, text_str(&text));
  read_blocks(&text, tree, (Language)(data[0] % 3));
  Span old = {data[1], (uint32_t)data[1] + data[2] % 16};
  Str with = str_slice(text_str(&text), data[3], (size_t)data[3] + 8);
  StrBuf copy = {0};
  strbuf_put(&copy, with);
  TextEdit edit = text_replace(&text, old, strbuf_str(&copy));
  tree_edit(tree, &edit, text_str(&text));
  read_blocks(&text, tree, (Language)(data[0] % 3));
  hold_to_fresh(&text, tree);
  strbuf_clear(&copy);
  tree_free(tree);
  text_clear(&text);
  return 0;
}
