// SPDX-License-Identifier: MIT
// Sentences lie side by side when they are read (lens/match.h): what is found
// in each is what is found in it alone, whoever its neighbours are, and of
// whatever passage.
#include "lens/lens.h"
#include "unit/check.h"

static const char LENS[] = "set long = tea cup, tea cup of love\n"
                           "notice across\n  when the …40 rain\n"
                           "notice first\n  when START «_»\n"
                           "notice last\n  when «_» END\n"
                           "notice member\n  when «[long]»\n  but in «[long]»\n"
                           "notice held\n  when cold\n  unless warm\n"
                           "notice with\n  when the\n  with held\n"
                           "notice letter\n  when LETTER …9 the\n"
                           "notice word\n  when rain (tea | cup | of | love)\n";

static const Str sentences[] = {
    {"The tea was cold.", 17},
    {"It was warm, not cold.", 22},
    {"Rain fell on the tea cup of love.", 33},
    {"The cold stayed.", 16},
    {"A storm in a tea cup.", 21},
    {"Rain again.", 11},
};
enum { SENTENCES = sizeof sentences / sizeof *sentences };

static const LensReading *read(LensReader *r, Str text, Arena *a) {
  LensPlace place = {.kind = PLACE_JOURNAL};
  return lens_read_passage(r, english_run(text, NULL, 0, a), text, &place, a);
}

// What the passage has in its sentence `index`, against the sentence alone.
static uint32_t check_sentence(const LensReading *all, uint32_t index,
                               uint32_t start, const LensReading *alone) {
  uint32_t k = 0;
  for (uint32_t i = 0; i < all->finding_count; i++) {
    const LensFinding *f = &all->findings[i];
    if (f->sentence != index) continue;
    CHECK(k < alone->finding_count);
    if (k == alone->finding_count) return k;
    const LensFinding *g = &alone->findings[k++];
    CHECK(f->notice == g->notice && f->held_by_line == g->held_by_line);
    CHECK(f->span.start - start == g->span.start);
    CHECK(f->span.end - start == g->span.end);
  }
  CHECK(k == alone->finding_count);
  return k;
}

// Every sentence in every place, beside every other one.
static void neighbours_change_nothing(const LensSet *s) {
  uint32_t found = 0;
  for (uint32_t turn = 0; turn < SENTENCES * SENTENCES; turn++) {
    Arena a = {0};
    StrBuf text = {0};
    uint32_t starts[SENTENCES], step = turn / SENTENCES;
    for (uint32_t i = 0; i < SENTENCES; i++) {
      starts[i] = (uint32_t)text.len;
      Str next = sentences[(turn + i * (step % 2 ? 1 : 5)) % SENTENCES];
      strbuf_printf(&text, STR_FMT "%s", STR_ARG(next), step > 3 ? "\n" : " ");
    }
    LensReader *r = lens_reader_new(s);
    const LensReading *all = read(r, strbuf_str(&text), &a);
    for (uint32_t i = 0; i < SENTENCES; i++) {
      Str next = sentences[(turn + i * (step % 2 ? 1 : 5)) % SENTENCES];
      LensReader *fresh = lens_reader_new(s);
      found += check_sentence(all, i, starts[i], read(fresh, next, &a));
      lens_reader_free(fresh);
    }
    lens_reader_free(r);
    strbuf_clear(&text);
    arena_clear(&a);
  }
  CHECK(found > 12 * SENTENCES * SENTENCES);
}

// One that takes several words of a mask lies alone between the others.
static void a_long_one_lies_alone(const LensSet *s) {
  Arena a = {0};
  StrBuf text = {0};
  strbuf_put(&text, STR("The tea was cold. The "));
  for (unsigned i = 0; i < 90; i++) strbuf_put(&text, STR("wet "));
  strbuf_put(&text, STR("dog stood cold in rain. Rain fell."));
  LensReader *r = lens_reader_new(s);
  const LensReading *all = read(r, strbuf_str(&text), &a);
  CHECK(all->sentences == 3 && all->finding_count > 8);
  for (uint32_t i = 0; i < all->finding_count; i++) {
    const LensFinding *f = &all->findings[i];
    CHECK(!str_eq(lens_notice_name(s, f->notice), STR("across")));
    CHECK(i == 0 || f->sentence >= f[-1].sentence);
  }
  LensReader *fresh = lens_reader_new(s);
  uint32_t start = (uint32_t)text.len - 10;
  check_sentence(all, 2, start, read(fresh, STR("Rain fell."), &a));
  lens_reader_free(fresh);
  lens_reader_free(r);
  strbuf_clear(&text);
  arena_clear(&a);
}

static void check_same(const LensReading *a, const LensReading *b) {
  CHECK(a->finding_count == b->finding_count && a->level == b->level);
  CHECK(a->sentences == b->sentences && a->hint_count == b->hint_count);
  for (uint32_t i = 0; i < a->finding_count && i < b->finding_count; i++) {
    const LensFinding *f = &a->findings[i], *g = &b->findings[i];
    CHECK(f->notice == g->notice && f->held_by_line == g->held_by_line);
    CHECK(f->sentence == g->sentence && f->span.start == g->span.start);
    CHECK(f->span.end == g->span.end);
  }
}

// Passages that are read together, of whatever kinds, against each alone.
static void passages_change_nothing(const LensSet *s) {
  enum { PASSAGES = 40 };
  Arena a = {0};
  LensPassage all[PASSAGES];
  uint32_t found = 0;
  for (uint32_t i = 0; i < PASSAGES; i++) {
    Str one = sentences[i % SENTENCES], two = sentences[i / 3 % SENTENCES];
    Str text = i % 7 == 3 ? STR("")
                          : str_printf(&a, STR_FMT " " STR_FMT, STR_ARG(one),
                                       STR_ARG(two));
    all[i] =
        (LensPassage){.english = english_run(text, NULL, 0, &a),
                      .bytes = text,
                      .place.kind = i % 5 < 2 ? PLACE_LETTER : PLACE_JOURNAL};
  }
  LensReader *together = lens_reader_new(s);
  lens_read_passages(together, all, PASSAGES, &a);
  for (uint32_t i = 0; i < PASSAGES; i++) {
    LensReader *alone = lens_reader_new(s);
    const LensPassage *p = &all[i];
    check_same(p->reading,
               lens_read_passage(alone, p->english, p->bytes, &p->place, &a));
    found += p->reading->finding_count;
    lens_reader_free(alone);
  }
  CHECK(found > 2 * PASSAGES);
  lens_reader_free(together);
  arena_clear(&a);
}

static void a_hint_has_so_many_fixes(void) {
  Arena a = {0};
  LensTroubleVec troubles = {0};
  StrBuf text = {0};
  strbuf_put(&text, STR("lens l\nhint h\n  says \"x\"\n  asks \"y?\"\n"
                        "  when cold\n"));
  for (unsigned i = 0; i < 65; i++)
    strbuf_put(&text, STR("  fix \"Leave it out\" drop\n"));
  LensSource file = {STR("fixes.lens"), strbuf_str(&text)};
  LensSet *s = lens_set_bare(&file, 1, &a, &troubles);
  CHECK(troubles.len == 1 && troubles.data[0].line == 70);
  lens_set_free(s);
  strbuf_clear(&text);
  arena_clear(&a);
}

int main(void) {
  if (!english_init(NULL)) return 1;
  Arena a = {0};
  LensTroubleVec troubles = {0};
  LensSource file = {STR("beside.lens"), {LENS, sizeof LENS - 1}};
  LensSet *s = lens_set_bare(&file, 1, &a, &troubles);
  CHECK(troubles.len == 0);
  neighbours_change_nothing(s);
  a_long_one_lies_alone(s);
  passages_change_nothing(s);
  a_hint_has_so_many_fixes();
  lens_set_free(s);
  arena_clear(&a);
  return check_done();
}
