// SPDX-License-Identifier: MIT
#include <stdlib.h>
#include <string.h>

#include "text/text.h"
#include "unit/check.h"

static void bytes_that_are_no_text_are_stepped_over(void) {
  unsigned w;
  CHECK(utf_at(STR("\xE2\x80\x99"), 0, &w) == 0x2019 && w == 3);
  CHECK(utf_at(STR("\xE2\x80"), 0, &w) == UTF_BAD && w == 1);
  CHECK(utf_at(STR("\xC0\x80"), 0, &w) == UTF_BAD && w == 1);
  CHECK(utf_at(STR("\xED\xA0\x80"), 0, &w) == UTF_BAD && w == 1);
  CHECK(utf_width_before(STR("a\xF0\x9F\x98\x80"), 5) == 4);
  CHECK(utf_width_before(STR("a\x80"), 2) == 1);
  CHECK(utf_is_valid(STR("h\xC3\xA9")) && !utf_is_valid(STR("\xFF")));
}

static void columns_count_what_they_say(void) {
  Str s = STR("a\xC3\xA9\xF0\x9F\x98\x80z");
  CHECK(utf_columns(s, UTF8) == 8);
  CHECK(utf_columns(s, UTF16) == 5);
  CHECK(utf_columns(s, UTF32) == 4);
  CHECK(utf_offset(s, 3, UTF16) == 3); // inside the pair: its start
  CHECK(utf_offset(s, 4, UTF16) == 7);
  CHECK(utf_offset(s, 99, UTF16) == 8);
}

// Wherever in eight bytes the one stands that is no ASCII.
static void steps_of_eight_miss_nothing(void) {
  char line[32];
  for (uint32_t at = 0; at < 20; at++) {
    memset(line, 'a', sizeof line);
    memcpy(line + at, "\xC3\xA9\n", 3);
    Str s = {line, sizeof line};
    CHECK(utf_columns(s, UTF16) == 31 && utf_is_valid(s));
    Text t;
    text_init(&t, s);
    CHECK(t.lines.len == 2 && t.lines.data[1] == at + 3);
    text_clear(&t);
    line[at + 1] = 'a';
    CHECK(!utf_is_valid(s) && utf_columns(s, UTF16) == 32);
  }
}

static void points_come_back(void) {
  static const uint32_t points[] = {0x41, 0xE9, 0x2019, 0x1F600};
  for (unsigned i = 0; i < 4; i++) {
    StrBuf b = {0};
    unsigned w;
    utf_put(&b, points[i]);
    CHECK(utf_at(strbuf_str(&b), 0, &w) == points[i] && w == b.len);
    strbuf_clear(&b);
  }
}

static void lines_end_three_ways(void) {
  Text t;
  text_init(&t, STR("a\nb\r\nc\rd"));
  CHECK(t.lines.len == 4);
  for (uint32_t i = 0; i < 4; i++) CHECK(span_len(text_line(&t, i)) == 1);
  CHECK(text_offset(&t, (Pos){1, 99}, UTF16) == 3);
  CHECK(text_offset(&t, (Pos){9, 0}, UTF16) == 8);
  Pos p = text_pos(&t, 5, UTF16);
  CHECK(p.line == 2 && p.column == 0);
  text_clear(&t);
}

static bool same_lines(const Text *a, const Text *b) {
  return a->lines.len == b->lines.len &&
         memcmp(a->lines.data, b->lines.data, a->lines.len * 4) == 0;
}

// After any run of edits the table of lines is that of the text read afresh.
static void edits_keep_the_lines(void) {
  static const char *const bits[] = {"a", "\n", "\r", "\r\n", "xy\nz", ""};
  Text t;
  text_init(&t, STR(""));
  srand(7);
  for (int i = 0; i < 20000; i++) {
    uint32_t len = (uint32_t)t.bytes.len;
    uint32_t start = (uint32_t)rand() % (len + 1);
    uint32_t cut = (uint32_t)rand() % 4;
    if (len > 60) cut = len;
    text_replace(&t, (Span){start, start + cut}, str_of(bits[rand() % 6]));
    Text fresh;
    text_init(&fresh, text_str(&t));
    CHECK(same_lines(&t, &fresh));
    text_clear(&fresh);
  }
  text_clear(&t);
}

static void an_edit_says_what_it_did(void) {
  Text t;
  text_init(&t, STR("one\ntwo\nthree"));
  TextEdit e = text_replace(&t, (Span){2, 5}, STR("E\n\nT"));
  CHECK_STR(text_str(&t), STR("onE\n\nTwo\nthree"));
  CHECK(e.start == 2 && e.old_end == 5 && e.new_end == 6);
  CHECK(e.old_end_pos.line == 1 && e.old_end_pos.column == 1);
  CHECK(e.new_end_pos.line == 2 && e.new_end_pos.column == 1);
  text_clear(&t);
}

// Of any bytes, at any two places: characters, parts of them, three line ends.
static void a_range_is_its_two_places(void) {
  static const char some[] = "ab\xC3\xA9\xE2\x80\x99\xF0\x9F\x98\x80\n\r";
  char bytes[48];
  for (uint32_t round = 0; round < 200; round++) {
    for (size_t i = 0; i < sizeof bytes; i++)
      bytes[i] = some[(unsigned)rand() % (sizeof some - 1)];
    Text t;
    text_init(&t, (Str){bytes, sizeof bytes});
    for (uint32_t a = 0; a <= sizeof bytes; a++)
      for (uint32_t b = a; b <= sizeof bytes + 1; b++) {
        Range r = text_range(&t, (Span){a, b}, UTF16);
        Pos start = text_pos(&t, a, UTF16), end = text_pos(&t, b, UTF16);
        CHECK(r.start.line == start.line && r.start.column == start.column);
        CHECK(r.end.line == end.line && r.end.column == end.column);
      }
    text_clear(&t);
  }
}

int main(void) {
  bytes_that_are_no_text_are_stepped_over();
  columns_count_what_they_say();
  steps_of_eight_miss_nothing();
  points_come_back();
  lines_end_three_ways();
  edits_keep_the_lines();
  an_edit_says_what_it_did();
  a_range_is_its_two_places();
  return check_done();
}
