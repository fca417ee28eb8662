// SPDX-License-Identifier: MIT
// A paragraph that is read behind an older state of itself is told of as if it
// were read for the first time; what is taken over is only not looked at again.
#include "lens/lens.h"
#include "unit/check.h"

enum { SENTENCES = 9 };
typedef struct Paragraph {
  Str sentences[SENTENCES];
} Paragraph;

static Str text_of(const Paragraph *p, Arena *a) {
  StrBuf b = {0};
  for (unsigned i = 0; i < SENTENCES; i++)
    strbuf_printf(&b, "%s" STR_FMT, i ? " " : "", STR_ARG(p->sentences[i]));
  Str text = str_copy(a, strbuf_str(&b));
  strbuf_clear(&b);
  return text;
}

static const LensReading *read(LensReader *r, Str text, const LensPlace *place,
                               Arena *a) {
  return lens_read_passage(r, english_run(text, NULL, 0, a), text, place, a);
}

static bool finds_alike(const LensFinding *x, const LensFinding *y) {
  return x->hint == y->hint && x->notice == y->notice &&
         x->sentence == y->sentence && x->span.start == y->span.start &&
         x->span.end == y->span.end && x->rule_path == y->rule_path &&
         x->rule_line == y->rule_line && x->held_by_line == y->held_by_line &&
         x->fixes_held == y->fixes_held;
}

static bool reads_alike(const LensReading *x, const LensReading *y) {
  bool alike = x->finding_count == y->finding_count && x->level == y->level &&
               x->hint_count == y->hint_count && x->past == y->past;
  for (uint32_t i = 0; alike && i < x->finding_count; i++)
    alike = finds_alike(&x->findings[i], &y->findings[i]);
  return alike;
}

// Sentences of the lenses' own proofs, one of nine another one at each round.
static void what_was_read_before_changes_nothing(void) {
  static const Str others[] = {{"", 0}, {"Sam", 3}, {"Jo", 2}};
  Arena a = {0};
  LensTroubleVec troubles = {0};
  LensSet *s = lens_set_new(NULL, 0, &a, &troubles);
  LensReader *used = lens_reader_new(s);
  Paragraph p = {0};
  uint64_t work = 0, work_fresh = 0;
  for (uint32_t i = 0, round = 0; i < lens_hint_count(s); i++) {
    const LensHint *h = lens_hint_at(s, i);
    for (uint32_t k = 0; k < h->flag_count && k < 40; k++, round++) {
      p.sentences[round * 7 % SENTENCES] = h->flags[k];
      LensPlace place = {.kind = (PlaceKind)(round / 16 % 3),
                         .other = others[round / 24 % 3]};
      Arena turn = {0};
      LensReader *fresh = lens_reader_new(s);
      Str text = text_of(&p, &turn);
      const LensReading *one = read(used, text, &place, &turn);
      const LensReading *other = read(fresh, text, &place, &turn);
      CHECK(reads_alike(one, other));
      work += one->work;
      work_fresh += other->work;
      lens_reader_free(fresh);
      arena_clear(&turn);
    }
  }
  CHECK(work_fresh > 0 && work < work_fresh / 2);
  lens_reader_free(used);
  lens_set_free(s);
  arena_clear(&a);
}

// Whom "he" means is told by the sentence before.
static void who_is_meant_is_asked_again(void) {
  Arena a = {0};
  LensTroubleVec troubles = {0};
  LensSource file = {STR("he.lens"), STR("notice n\n  when OTHER\n")};
  LensSet *s = lens_set_new(&file, 1, &a, &troubles);
  CHECK(troubles.len == 0);
  LensReader *used = lens_reader_new(s);
  LensPlace place = {.kind = PLACE_JOURNAL};
  static const Str texts[] = {{"My brother called. He was late.", 31},
                              {"Any actor is a liar. He was late.", 33},
                              {"My brother called. He was late.", 31}};
  uint32_t found[3];
  for (unsigned i = 0; i < 3; i++) {
    LensReader *fresh = lens_reader_new(s);
    const LensReading *one = read(used, texts[i], &place, &a);
    CHECK(reads_alike(one, read(fresh, texts[i], &place, &a)));
    found[i] = one->finding_count;
    lens_reader_free(fresh);
  }
  CHECK(found[0] == found[2] && found[0] != found[1]);
  lens_reader_free(used);
  lens_set_free(s);
  arena_clear(&a);
}

int main(void) {
  if (!english_init(NULL)) return 1;
  what_was_read_before_changes_nothing();
  who_is_meant_is_asked_again();
  return check_done();
}
