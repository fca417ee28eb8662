// SPDX-License-Identifier: MIT
// text/text.h: the bytes of one document, its lines, and edits to it.
// The one place that turns an editor's line and column into a byte offset and
// back. Lines end with LF, CRLF or CR, mixed as they come.
#ifndef INKLING_TEXT_TEXT_H
#define INKLING_TEXT_TEXT_H

#include "base/str.h"
#include "base/vec.h"
#include "text/span.h"
#include "text/utf.h"

typedef struct Text {
  StrBuf bytes;
  Vec(uint32_t) lines; // offset of each line's first byte; lines.data[0] is 0
} Text;

// What an edit did, in bytes and in lines and bytes (what tree-sitter asks).
typedef struct TextEdit {
  uint32_t start, old_end, new_end;
  Pos start_pos, old_end_pos, new_end_pos; // columns in bytes
} TextEdit;

void text_init(Text *t, Str bytes); // copies; owned: text_clear
void text_clear(Text *t);
Str text_str(const Text *t);           // borrowed until the next edit
Str text_slice(const Text *t, Span s); // the same; clamped
// Puts `with` in the place of `old`; the span is clamped to the text.
TextEdit text_replace(Text *t, Span old, Str with);

// Clamped both ways: past a line's end is its end (before the line break), past
// the last line is the end of the text.
uint32_t text_offset(const Text *t, Pos pos, Encoding e);
Pos text_pos(const Text *t, uint32_t offset, Encoding e);
Span text_span(const Text *t, Range r, Encoding e); // start <= end, always
Range text_range(const Text *t, Span s, Encoding e);
Span text_line(const Text *t, uint32_t line); // without its line break

#endif
