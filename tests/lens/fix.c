// SPDX-License-Identifier: MIT
// What a fix makes of a sentence, or that it holds back.
#include "lens/lens.h"
#include "unit/check.h"

static const char lens[] =
    "set me = I, me, my, we, us\n"
    "set you = you, your\n"
    "set other = he, she, they\n"
    "feelings sad hard\n  broad sad\n  fine in bits\n"
    "hint out\n  says \"s\"\n  asks \"{feeling}, {other}?\"\n  asks \"a\"\n"
    "  when «(kind of | a bit | I guess | maybe | somewhat | honestly)»\n"
    "  fix \"Out\" drop unless never\n"
    "hint now\n  says \"s\"\n  asks \"a\"\n"
    "  when «(felt | ~be/VBD n't? | did n't | loved | hurt/VBD | cried)»\n"
    "  fix \"Now\" present\n"
    "hint pick\n  says \"s\"\n  asks \"a\"\n  when feel «ignored»\n"
    "  fix \"Pick\" choose [feeling sad], angry\n"
    "hint say\n  says \"s\"\n  asks \"a\"\n  when «you need to»\n"
    "  fix \"Say\" replace \"I would like you to\"\n";

static Str apply(Str text, const Hint *h, const Fix *f, Arena *a) {
  Span at = span_moved(f->span, h->span.start);
  return str_printf(a, STR_FMT STR_FMT STR_FMT,
                    STR_ARG(str_slice(text, 0, at.start)), STR_ARG(f->text),
                    STR_ARG(str_slice(text, at.end, text.len)));
}

// All that the fixes of all hints make of a text, apart by " | ".
static Str fixed(LensReader *reader, Str text, Arena *a) {
  LensPlace place = {.kind = PLACE_LETTER, .other = STR("sam")};
  const English *e = english_run(text, NULL, 0, a);
  const LensReading *r = lens_read_passage(reader, e, text, &place, a);
  Str all = STR("");
  for (uint32_t i = 0; i < r->hint_count; i++)
    for (uint32_t k = 0; k < r->hints[i].fix_count; k++) {
      Str one = apply(text, &r->hints[i], &r->hints[i].fixes[k], a);
      all = str_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(all),
                       all.len ? " | " : "", STR_ARG(one));
    }
  return all;
}

static const char *const cases[][2] = {
    {"I'm kind of hurt.", "I'm hurt."},
    {"I am, I guess, hurt.", "I am hurt."},
    {"It is far, I guess.", "It is far."},
    {"Maybe I need some time.", "I need some time."},
    {"Maybe, I need some time.", "I need some time."},
    {"Maybe we need some time.", ""}, // "we" would begin the sentence
    {"maybe we need some time.", "we need some time."},
    {"It is a somewhat odd day.", ""}, // "a odd day"
    {"It is a somewhat sad day.", "It is a sad day."},
    {"But maybe, I should go.", "But I should go."},
    {"Maybe.", ""},
    {"I never was kind of hurt.", "I never am kind of hurt."},
    {"I felt hurt.", "I feel hurt."},
    {"She felt hurt.", "She feels hurt."},
    {"I wasn't sad.", "I am not sad."},
    {"We weren't sad.", "We aren't sad."},
    {"I didn't cry.", "I don't cry."},
    {"She cried.", "She cries."},
    {"Was sad all day.", ""}, // nobody says who
    {"Felt hurt again.", "Feel hurt again."},
    {"I feel ignored.", "I feel sad. | I feel in bits. | I feel angry."},
    {"you need to rest.", "I would like you to rest."},
};

static void fixes_leave_the_sentence_standing(LensReader *reader) {
  for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++) {
    Arena a = {0};
    CHECK_STR(fixed(reader, str_of(cases[i][0]), &a), str_of(cases[i][1]));
    arena_clear(&a);
  }
}

static Str ask_of(LensReader *reader, Str text, Str other, uint64_t salt,
                  Arena *a) {
  LensPlace place = {.kind = PLACE_LETTER, .other = other, .salt = salt};
  const English *e = english_run(text, NULL, 0, a);
  const LensReading *r = lens_read_passage(reader, e, text, &place, a);
  CHECK(r->hint_count == 1);
  return r->hint_count ? r->hints[0].ask : STR("");
}

static void questions_stay_and_can_be_turned(LensReader *reader) {
  Arena a = {0};
  Str text = STR("I am kind of sad.");
  Str one = ask_of(reader, text, STR("@sam"), 0, &a);
  Str two = ask_of(reader, text, STR("@sam"), 1, &a);
  CHECK_STR(ask_of(reader, text, STR("@sam"), 0, &a), one);
  CHECK(!str_eq(one, two));
  CHECK(str_eq(one, STR("sad, Sam?")) || str_eq(two, STR("sad, Sam?")));
  CHECK_STR(ask_of(reader, text, STR(""), 0, &a),
            STR("a")); // no name: passed over
  CHECK_STR(ask_of(reader, text, STR(""), 1, &a), STR("a"));
  arena_clear(&a);
}

// How many fixes a hint offers whose fix ends in `act`.
static uint32_t offered(const char *act) {
  Arena a = {0};
  LensTroubleVec troubles = {0};
  Str text = str_printf(&a,
                        "hint out\n  says \"s\"\n  asks \"a\"\n"
                        "  when «kind of»\n  fix \"Out\" %s\n"
                        "  pass It was so.\n",
                        act);
  LensSource file = {STR("fix.lens"), text};
  LensSet *s = lens_set_bare(&file, 1, &a, &troubles);
  Str words = STR("I'm kind of hurt.");
  LensPlace place = {.kind = PLACE_LETTER};
  const English *e = english_run(words, NULL, 0, &a);
  LensReader *reader = lens_reader_new(s);
  const LensReading *r = lens_read_passage(reader, e, words, &place, &a);
  CHECK(r->hint_count == 1); // the hint speaks, whatever its fix says
  uint32_t count = r->hint_count ? r->hints[0].fix_count : 99;
  CHECK((troubles.len == 0) == (count == 1));
  lens_reader_free(reader);
  lens_set_free(s);
  arena_clear(&a);
  return count;
}

static void a_fix_whose_exception_cannot_be_read_rests(void) {
  static const char *const torn[] = {
      "drop unless (a",       "drop unless",       "drop unless /",
      "drop unless a/pst",    "drop unles never",  "drop unless [nobody]",
      "present unless (a | ", "drop drop unless a"};
  CHECK(offered("drop") == 1 && offered("drop unless never") == 1);
  for (unsigned i = 0; i < sizeof torn / sizeof *torn; i++)
    CHECK(offered(torn[i]) == 0);
}

int main(void) {
  Arena a = {0};
  LensTroubleVec troubles = {0};
  Err err = {0};
  CHECK(english_init(&err));
  LensSource file = {STR("fix.lens"), str_of(lens)};
  LensSet *s = lens_set_bare(&file, 1, &a, &troubles);
  for (uint32_t i = 0; i < troubles.len; i++)
    fprintf(stderr, "%u: " STR_FMT "\n", troubles.data[i].line,
            STR_ARG(troubles.data[i].message));
  CHECK(troubles.len == 0);
  LensReader *reader = lens_reader_new(s);
  fixes_leave_the_sentence_standing(reader);
  questions_stay_and_can_be_turned(reader);
  lens_reader_free(reader);
  a_fix_whose_exception_cannot_be_read_rests();
  lens_set_free(s);
  arena_clear(&a);
  return check_done();
}
