// SPDX-License-Identifier: MIT
#include "text/text.h"

#include <string.h>

#include "base/ascii.h"

// The offset behind the line break at or after `at`, or UINT32_MAX: none.
static uint32_t next_line(Str s, size_t at) {
  for (; (at += ascii_run(s.data, at, s.len, ' ')) < s.len; at++) {
    char c = s.data[at];
    if (c == '\n') return (uint32_t)at + 1;
    if (c != '\r') continue;
    return (uint32_t)at + (at + 1 < s.len && s.data[at + 1] == '\n' ? 2 : 1);
  }
  return UINT32_MAX;
}

void text_init(Text *t, Str bytes) {
  *t = (Text){0};
  strbuf_put(&t->bytes, bytes);
  vec_push(&t->lines, 0);
  for (uint32_t at = 0; (at = next_line(bytes, at)) != UINT32_MAX;)
    vec_push(&t->lines, at);
}

void text_clear(Text *t) {
  strbuf_clear(&t->bytes);
  vec_clear(&t->lines);
}

Str text_str(const Text *t) {
  return strbuf_str(&t->bytes);
}

Str text_slice(const Text *t, Span s) {
  return str_slice(text_str(t), s.start, s.end);
}

// The last line that starts at or before the offset.
static uint32_t line_at(const Text *t, uint32_t offset) {
  uint32_t low = 0, high = t->lines.len;
  while (high - low > 1) {
    uint32_t mid = low + (high - low) / 2;
    if (t->lines.data[mid] <= offset)
      low = mid;
    else
      high = mid;
  }
  return low;
}

static Pos byte_pos(const Text *t, uint32_t offset) {
  uint32_t line = line_at(t, offset);
  return (Pos){line, offset - t->lines.data[line]};
}

// Lines that start in [from, to] of the new bytes, put in the place of lines
// [first, last) of the table; the lines behind move by what the text grew.
static void mend_lines(Text *t, uint32_t first, uint32_t last, uint32_t stop,
                       uint32_t grown) {
  Vec(uint32_t) fresh = {0};
  uint32_t at = first ? t->lines.data[first - 1] : 0;
  while ((at = next_line(text_str(t), at)) != UINT32_MAX && at <= stop)
    vec_push(&fresh, at);
  vec_splice(&t->lines, first, last, fresh.data, fresh.len);
  for (uint32_t i = first + fresh.len; i < t->lines.len; i++)
    t->lines.data[i] += grown; // modulo 2^32, so it shrinks as well
  vec_clear(&fresh);
}

TextEdit text_replace(Text *t, Span old, Str with) {
  uint32_t len = (uint32_t)t->bytes.len;
  if (old.end > len) old.end = len;
  if (old.start > old.end) old.start = old.end;
  TextEdit e = {.start = old.start, .old_end = old.end};
  e.new_end = old.start + (uint32_t)with.len;
  e.start_pos = byte_pos(t, old.start);
  e.old_end_pos = byte_pos(t, old.end);
  // A CR before the edit may join an LF after it, or part from one: look at
  // the lines from the one before the edit to the first one well behind it.
  uint32_t first = line_at(t, old.start);
  first += first == 0;
  uint32_t last = line_at(t, old.end) + 1;
  while (last < t->lines.len && t->lines.data[last] <= old.end + 2) last++;
  if (last < first) last = first;
  uint32_t grown = e.new_end - e.old_end;
  uint32_t stop =
      last < t->lines.len ? t->lines.data[last] + grown - 1 : UINT32_MAX - 1;
  strbuf_replace(&t->bytes, old.start, old.end, with);
  mend_lines(t, first, last, stop, grown);
  e.new_end_pos = byte_pos(t, e.new_end);
  return e;
}

Span text_line(const Text *t, uint32_t line) {
  Str s = text_str(t);
  if (line >= t->lines.len) return (Span){(uint32_t)s.len, (uint32_t)s.len};
  uint32_t start = t->lines.data[line];
  uint32_t end =
      line + 1 < t->lines.len ? t->lines.data[line + 1] : (uint32_t)s.len;
  if (end > start && line + 1 < t->lines.len) {
    end--;
    if (s.data[end] == '\n' && end > start && s.data[end - 1] == '\r') end--;
  }
  return (Span){start, end};
}

uint32_t text_offset(const Text *t, Pos pos, Encoding e) {
  if (pos.line >= t->lines.len) return (uint32_t)t->bytes.len;
  Span line = text_line(t, pos.line);
  return line.start + utf_offset(text_slice(t, line), pos.column, e);
}

Pos text_pos(const Text *t, uint32_t offset, Encoding e) {
  if (offset > t->bytes.len) offset = (uint32_t)t->bytes.len;
  uint32_t line = line_at(t, offset);
  Span before = {t->lines.data[line], offset};
  return (Pos){line, utf_columns(text_slice(t, before), e)};
}

Span text_span(const Text *t, Range r, Encoding e) {
  uint32_t a = text_offset(t, r.start, e), b = text_offset(t, r.end, e);
  return a <= b ? (Span){a, b} : (Span){b, a};
}

static bool is_inside_character(const Text *t, uint32_t at) {
  return at < t->bytes.len && ((unsigned char)t->bytes.data[at] & 0xC0) == 0x80;
}

static bool ends_in_line(const Text *t, Span s, uint32_t line) {
  bool last = line + 1 == t->lines.len;
  return s.start <= s.end && s.end <= t->bytes.len &&
         (last || s.end < t->lines.data[line + 1]);
}

// Most spans end in the line they begin in: there the columns go on.
Range text_range(const Text *t, Span s, Encoding e) {
  Pos start = text_pos(t, s.start, e), end = start;
  if (!ends_in_line(t, s, start.line) || is_inside_character(t, s.start))
    return (Range){start, text_pos(t, s.end, e)};
  end.column += utf_columns(text_slice(t, s), e);
  return (Range){start, end};
}
