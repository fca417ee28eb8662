// SPDX-License-Identifier: MIT
#include "syntax/head.h"

// To read a twelfth takes another thread a little longer than to parse the rest
// takes this one.
enum { SHARE = 12 };

uint32_t head_end(const Text *text, size_t least) {
  const Str blank = STR("\n\n");
  Str s = text_str(text);
  size_t from = s.len / SHARE;
  if (s.len < least) return 0;
  ptrdiff_t at = str_find(str_slice(s, from, s.len), blank);
  return at < 0 ? 0 : (uint32_t)(from + (size_t)at + blank.len);
}

// Borrows its bytes and lines: it is no text to edit or clear.
static Text head_of(const Text *text, uint32_t end) {
  Text head = *text;
  head.bytes.len = end;
  head.lines.len = text_pos(text, end, UTF8).line + 1;
  return head;
}

const Outline *head_outline(const Text *text, uint32_t end, Language language,
                            Tree **tree, Arena *a) {
  Text head = head_of(text, end);
  *tree = tree_new(GRAMMAR_JOT, text_str(&head));
  return outline_run(&head, *tree, language, a);
}

Change head_rest(const Text *text, uint32_t end, Tree *tree) {
  uint32_t len = (uint32_t)text_str(text).len;
  Pos at = text_pos(text, end, UTF8), last = text_pos(text, len, UTF8);
  TextEdit edit = {end, end, len, at, at, last};
  Change change = CHANGE_NONE;
  tree_edit(tree, &edit, text_str(text));
  change_add(&change, &edit);
  return change;
}
