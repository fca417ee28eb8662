// SPDX-License-Identifier: MIT
#include "cli/picture.h"

#include "text/utf.h"

enum { INDENT = 5, NUMBER = 3 };

// One row: bytes of the flattened words and where each mark falls in it.
typedef struct Row {
  Str words;
  uint32_t start; // of its first byte in the flattened words
} Row;

static void put_spaces(StrBuf *out, uint32_t n) {
  while (n--) strbuf_putc(out, ' ');
}

// The end of the row that starts at `at`: the last space that leaves it within
// the width, or, in a word wider than that, the last character.
static size_t row_end(Str flat, size_t at, uint32_t width) {
  uint32_t columns = 0;
  size_t space = 0;
  for (size_t i = at; i < flat.len;) {
    unsigned step;
    uint32_t wide = screen_width(utf_at(flat, i, &step));
    if (flat.data[i] == ' ' && i > at) space = i;
    if (columns + wide > width && i > at) return space ? space : i;
    columns += wide;
    i += step;
  }
  return flat.len;
}

// The part of a mark within a row, in bytes of the row.
static bool part_of(const Row *row, Span mark, Span *part) {
  uint32_t end = row->start + (uint32_t)row->words.len;
  if (mark.end <= row->start || mark.start >= end) return false;
  part->start = mark.start > row->start ? mark.start - row->start : 0;
  part->end = (mark.end < end ? mark.end : end) - row->start;
  return true;
}

static uint32_t column_of(const Row *row, uint32_t byte) {
  return screen_columns(str_slice(row->words, 0, byte));
}

static void put_line(const Screen *s, const Row *row, const Mark *marks,
                     uint32_t count, StrBuf *out) {
  uint32_t at = 0;
  for (uint32_t i = 0; i < count; i++) {
    Span part;
    if (!part_of(row, marks[i].span, &part) || part.end <= at) continue;
    uint32_t from = part.start > at ? part.start : at;
    strbuf_put(out, str_slice(row->words, at, from));
    screen_ink(s, out, INK_MARK, str_slice(row->words, from, part.end));
    at = part.end;
  }
  strbuf_put(out, str_slice(row->words, at, row->words.len));
  strbuf_putc(out, '\n');
}

// Returns whether there was anything to underline.
static bool put_underline(const Screen *s, const Row *row, const Mark *marks,
                          uint32_t count, StrBuf *out) {
  uint32_t at = 0;
  StrBuf line = {0};
  for (uint32_t i = 0; i < count; i++) {
    Span part;
    if (!part_of(row, marks[i].span, &part)) continue;
    uint32_t from = column_of(row, part.start), to = column_of(row, part.end);
    if (from < at) from = at;
    if (from >= to) continue;
    put_spaces(&line, from - at);
    for (at = from; at < to; at++)
      strbuf_put(&line, s->has_unicode ? STR("‾") : STR("~"));
  }
  bool is_any = line.len > 0;
  if (is_any) {
    put_spaces(out, INDENT);
    screen_ink(s, out, INK_MARK, strbuf_str(&line));
    strbuf_putc(out, '\n');
  }
  strbuf_clear(&line);
  return is_any;
}

// A label stands where its mark begins; one for which there is no room left
// goes one line further down.
static void put_labels(const Screen *s, const Row *row, const Mark *marks,
                       uint32_t count, bool *done, StrBuf *out) {
  for (bool again = true; again;) {
    uint32_t at = 0;
    again = false;
    StrBuf line = {0};
    for (uint32_t i = 0; i < count; i++) {
      Span part;
      if (done[i] || !part_of(row, marks[i].span, &part)) continue;
      uint32_t from = column_of(row, part.start);
      if (at && from <= at) {
        again = true;
        continue;
      }
      put_spaces(&line, from - at);
      strbuf_put(&line, marks[i].label);
      at = from + screen_columns(marks[i].label);
      done[i] = true;
    }
    if (line.len) {
      put_spaces(out, INDENT);
      screen_ink(s, out, INK_CODE, strbuf_str(&line));
      strbuf_putc(out, '\n');
    }
    strbuf_clear(&line);
  }
}

// Where a byte of the words stands when they are flat: what flattening of the
// bytes before it takes up. Marks come in order, so this is asked in order.
static uint32_t flat_offset(Str words, uint32_t at, StrBuf *scratch) {
  scratch->len = 0;
  screen_put(scratch, str_slice(words, 0, at));
  return (uint32_t)scratch->len;
}

static Mark *flatten(Str words, const Mark *marks, uint32_t count,
                     StrBuf *flat) {
  Mark *out = heap_alloc((count + 1) * sizeof *out);
  for (uint32_t i = 0; i < count; i++) {
    out[i] = marks[i];
    out[i].span.start = flat_offset(words, marks[i].span.start, flat);
    out[i].span.end = flat_offset(words, marks[i].span.end, flat);
  }
  flat_offset(words, (uint32_t)words.len, flat);
  return out;
}

void picture_put(const Screen *s, StrBuf *out, uint32_t number, Str words,
                 const Mark *marks, uint32_t count) {
  StrBuf flat = {0};
  Mark *laid = flatten(words, marks, count, &flat);
  bool *done = heap_alloc(count + 1);
  Str all = strbuf_str(&flat);
  for (size_t at = 0; at < all.len;) {
    size_t end = row_end(all, at, s->width - INDENT);
    Row row = {str_slice(all, at, end), (uint32_t)at};
    if (at)
      put_spaces(out, INDENT);
    else
      strbuf_printf(out, "%*u  ", NUMBER, number);
    put_line(s, &row, laid, count, out);
    if (put_underline(s, &row, laid, count, out))
      put_labels(s, &row, laid, count, done, out);
    at = end;
    while (at < all.len && all.data[at] == ' ') at++;
  }
  free(done);
  free(laid);
  strbuf_clear(&flat);
}

void picture_note(const Screen *s, StrBuf *out, const char *sign, Ink ink,
                  Str words) {
  StrBuf flat = {0};
  screen_put(&flat, words);
  Str all = strbuf_str(&flat);
  uint32_t hang = screen_columns(str_of(sign)) + (*sign != '\0');
  for (size_t at = 0; at < all.len;) {
    size_t end = row_end(all, at, s->width - INDENT - hang);
    put_spaces(out, at ? INDENT + hang : INDENT);
    if (!at && *sign) strbuf_printf(out, "%s ", sign);
    screen_ink(s, out, ink, str_slice(all, at, end));
    strbuf_putc(out, '\n');
    at = end;
    while (at < all.len && all.data[at] == ' ') at++;
  }
  strbuf_clear(&flat);
}
