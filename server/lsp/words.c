// SPDX-License-Identifier: MIT
#include "lsp/words.h"

#include <string.h>

bool word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || (unsigned char)c >= 0x80 || c == '\'' ||
         c == '-' || c == '_';
}

// Curly quotes, dashes and the ellipsis are E2 80 xx; the apostrophe of them
// (99) belongs to its word.
static bool in_mark(Str s, size_t i) {
  for (size_t k = 0; k < 3 && k <= i; k++) {
    const unsigned char *p = (const unsigned char *)s.data + (i - k);
    if (i - k + 2 < s.len && p[0] == 0xE2 && p[1] == 0x80 && p[2] != 0x99)
      return true;
  }
  return false;
}

static bool in_word(Str s, size_t i) {
  return word_byte(s.data[i]) &&
         ((unsigned char)s.data[i] < 0x80 || !in_mark(s, i));
}

Span word_at(Str text, uint32_t at) {
  uint32_t start = at, end = at;
  while (start > 0 && in_word(text, start - 1)) start--;
  while (end < text.len && in_word(text, end)) end++;
  return (Span){start, end};
}

bool word_before(Str text, uint32_t at, Span *word) {
  while (at > 0 && (text.data[at - 1] == ' ' || text.data[at - 1] == '\t'))
    at--;
  *word = word_at(text, at);
  word->end = at;
  return word->start < word->end;
}

Str line_before(const Text *t, uint32_t at) {
  Pos pos = text_pos(t, at, UTF8);
  return text_slice(t, (Span){at - pos.column, at});
}
