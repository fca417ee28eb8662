// SPDX-License-Identifier: MIT
// The promises on work, counted: a pattern cannot cost more than its size
// times the text, and rules whose words do not occur cost next to nothing.
#include "lens/lens.h"
#include "unit/check.h"

static LensSet *set_of(Str text, Arena *a, LensTroubleVec *troubles) {
  LensSource file = {STR("gate.lens"), text};
  return lens_set_bare(&file, 1, a, troubles);
}

static uint64_t work_of(const LensSet *s, Str text) {
  Arena a = {0};
  LensPlace place = {.kind = PLACE_JOURNAL};
  const English *e = english_run(text, NULL, 0, &a);
  LensReader *r = lens_reader_new(s);
  uint64_t work = lens_read_passage(r, e, text, &place, &a)->work;
  lens_reader_free(r);
  arena_clear(&a);
  return work;
}

static Str repeat(const char *words, uint32_t times, Arena *a) {
  StrBuf b = {0};
  for (uint32_t i = 0; i < times; i++) strbuf_printf(&b, "%s ", words);
  Str text = str_copy(a, strbuf_str(&b));
  strbuf_clear(&b);
  return text;
}

// Patterns that make a backtracking matcher take exponential or cubic time.
static void the_worst_patterns_stay_linear(void) {
  static const char *const worst[] = {
      "a? a? a? a? a? a? a? a? a? a? a? a? a a a a a a a a a a a a b",
      "(a | a a) (a | a a) (a | a a) (a | a a) (a | a a) (a | a a) b",
      "a …40 a …40 a …40 a …40 b",
      "((a | a)? | (a | a)?) ((a | a)? | a …9) …40 (a …40 | a …40) b",
      "«a …40» a …40 a",
      "_ …40 _ …40 _ …40 !a",
      "[many] [many] [many] [many] b",
  };
  for (unsigned i = 0; i < sizeof worst / sizeof *worst; i++) {
    Arena a = {0};
    LensTroubleVec troubles = {0};
    Str text = str_printf(&a,
                          "set many = a, a a, a a a, a a a a\n"
                          "notice worst\n  when %s\n",
                          worst[i]);
    LensSet *s = set_of(text, &a, &troubles);
    CHECK(troubles.len == 0);
    uint64_t small = work_of(s, repeat("a", 1000, &a));
    uint64_t large = work_of(s, repeat("a", 16000, &a));
    CHECK(small > 0 && large <= small * 17);
    CHECK(large < (uint64_t)16000 * 2500);
    lens_set_free(s);
    arena_clear(&a);
  }
}

static Str rules(uint32_t count, Arena *a) {
  StrBuf b = {0};
  strbuf_printf(&b, "notice met\n  when I feel sad\n");
  for (uint32_t i = 0; i < count; i++)
    strbuf_printf(&b,
                  "notice n%u\n  when I …3 (qua%u | quo%u) [s%u] x\n"
                  "set s%u = qui%u, que%u of\n",
                  i, i, i, i, i, i, i);
  Str text = str_copy(a, strbuf_str(&b));
  strbuf_clear(&b);
  return text;
}

static void rules_without_their_words_cost_little(void) {
  Arena a = {0};
  LensTroubleVec troubles = {0};
  LensSet *ten = set_of(rules(10, &a), &a, &troubles);
  LensSet *thousand = set_of(rules(1000, &a), &a, &troubles);
  CHECK(troubles.len == 0);
  Str text = repeat("I feel sad of it.", 200, &a);
  uint64_t few = work_of(ten, text), many = work_of(thousand, text);
  CHECK(few > 0 && many <= few + few / 10);
  lens_set_free(ten);
  lens_set_free(thousand);
  arena_clear(&a);
}

// A rare word met once: the pattern is tried near it, not at every start, and
// is found however much or little stands before the word.
static void patterns_are_tried_near_their_trigger(void) {
  Arena a = {0};
  LensTroubleVec troubles = {0};
  LensSet *s = set_of(STR("set many = a, a a, a a a\n"
                          "notice n\n  when (a | [many] b? | _ _) …3 zebra\n"),
                      &a, &troubles);
  CHECK(troubles.len == 0);
  LensPlace place = {.kind = PLACE_JOURNAL};
  LensReader *reader = lens_reader_new(s);
  uint64_t work[2];
  for (uint32_t before = 1; before <= 20; before++) {
    Str text =
        str_printf(&a, STR_FMT "zebra a a", STR_ARG(repeat("a", before, &a)));
    const English *e = english_run(text, NULL, 0, &a);
    const LensReading *r = lens_read_passage(reader, e, text, &place, &a);
    CHECK(r->finding_count == 1 && r->findings[0].span.end == before * 2 + 5);
    uint32_t start = before > 6 ? (before - 6) * 2 : 0;
    CHECK(r->findings[0].span.start == start);
    if (before == 10 || before == 20) work[before == 20] = r->work;
  }
  CHECK(work[1] < work[0] + 10 * 20); // seeing ten more tokens, not trying them
  lens_reader_free(reader);
  lens_set_free(s);
  arena_clear(&a);
}

// Ten thousand members that begin with the same words: one is found as fast as
// among ten.
static void members_that_begin_alike_cost_little(void) {
  uint64_t work[2];
  for (unsigned big = 0; big < 2; big++) {
    Arena a = {0};
    LensTroubleVec troubles = {0};
    StrBuf b = {0};
    strbuf_printf(&b, "notice n\n  when zz [many]\nset many = a a z");
    for (unsigned i = 0; i < (big ? 10000u : 10u); i++)
      strbuf_printf(&b, ", a a q%u", i);
    LensSet *s = set_of(strbuf_str(&b), &a, &troubles);
    CHECK(troubles.len == 0);
    work[big] = work_of(s, repeat("a", 5000, &a));
    lens_set_free(s);
    strbuf_clear(&b);
    arena_clear(&a);
  }
  CHECK(work[0] > 0 && work[1] == work[0]);
}

static void too_much_is_refused_in_words(void) {
  Arena a = {0};
  LensTroubleVec troubles = {0};
  StrBuf b = {0};
  strbuf_printf(&b, "phrase p0 = a …40 b\n");
  for (unsigned i = 1; i < 12; i++)
    strbuf_printf(&b, "phrase p%u = [p%u] [p%u] [p%u]\n", i, i - 1, i - 1,
                  i - 1);
  strbuf_printf(&b, "notice big\n  when [p11]\nnotice deep\n  when ");
  for (unsigned i = 0; i < 60; i++) strbuf_putc(&b, '(');
  strbuf_putc(&b, 'a');
  for (unsigned i = 0; i < 60; i++) strbuf_putc(&b, ')');
  strbuf_printf(&b, "\n");
  LensSet *s = set_of(strbuf_str(&b), &a, &troubles);
  CHECK(troubles.len == 2);
  lens_set_free(s);
  strbuf_clear(&b);
  arena_clear(&a);
}

int main(void) {
  Err err = {0};
  CHECK(english_init(&err));
  the_worst_patterns_stay_linear();
  rules_without_their_words_cost_little();
  patterns_are_tried_near_their_trigger();
  members_that_begin_alike_cost_little();
  too_much_is_refused_in_words();
  return check_done();
}
