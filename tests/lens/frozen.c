// SPDX-License-Identifier: MIT
// The set that was made with the program is the one that its lens files give
// now: written out as constants both are the same text, and of every proof in
// them they say the same, at the same work.
#include "lens/build.h"
#include "lens/frozen.h"
#include "unit/check.h"

static void is_the_same_text(const LensSet *fresh) {
  StrBuf one = {0}, other = {0};
  freeze_write(fresh, &one);
  freeze_write(&lens_frozen, &other);
  CHECK(one.len > 1000000);
  CHECK(str_eq(strbuf_str(&one), strbuf_str(&other)));
  strbuf_clear(&one);
  strbuf_clear(&other);
}

static void tell_hint(const Hint *h, StrBuf *out) {
  strbuf_printf(out, "%u-%u " STR_FMT " " STR_FMT " %u: " STR_FMT "\n",
                h->span.start, h->span.end, STR_ARG(h->code), STR_ARG(h->lens),
                h->weight, STR_ARG(h->message));
  for (uint32_t i = 0; h->turns && i < ASK_TURNS; i++)
    strbuf_printf(out, "  " STR_FMT "\n", STR_ARG(h->turns[i]));
  for (uint32_t i = 0; i < h->fix_count; i++)
    strbuf_printf(out, "  " STR_FMT ": " STR_FMT "\n",
                  STR_ARG(h->fixes[i].title), STR_ARG(h->fixes[i].text));
}

static void tell_finding(const LensFinding *f, StrBuf *out) {
  strbuf_printf(out, "%u %u %u %u-%u %s:%u %u\n", f->hint, f->notice,
                f->sentence, f->span.start, f->span.end, f->rule_path,
                f->rule_line, f->held_by_line);
}

// All that a set says of a text, in `a`.
static Str said(LensReader *r, Str text, PlaceKind kind, Arena *a) {
  LensPlace place = {.kind = kind, .other = STR("Sam")};
  const English *e = english_run(text, NULL, 0, a);
  const LensReading *got = lens_read_passage(r, e, text, &place, a);
  StrBuf out = {0};
  strbuf_printf(&out, "%u %u %u %u %d %llu\n", got->level, got->sentences,
                got->past, got->questions, got->hushes_others,
                (unsigned long long)got->work);
  for (uint32_t i = 0; i < got->finding_count; i++)
    tell_finding(&got->findings[i], &out);
  for (uint32_t i = 0; i < got->hint_count; i++)
    tell_hint(&got->hints[i], &out);
  Str kept = str_copy(a, strbuf_str(&out));
  strbuf_clear(&out);
  return kept;
}

static void says_the_same(const LensSet *fresh) {
  LensReader *one = lens_reader_new(fresh);
  LensReader *other = lens_reader_new(&lens_frozen);
  Arena a = {0};
  for (uint32_t i = 0; i < fresh->hint_rows.len; i++) {
    const LensHint *h = lens_hint_at(fresh, i);
    for (uint32_t k = 0; k < h->flag_count + h->pass_count; k++) {
      bool flag = k < h->flag_count;
      Str text = flag ? h->flags[k] : h->passes[k - h->flag_count];
      PlaceKind kind = k % 2 ? PLACE_LETTER : PLACE_JOURNAL;
      arena_reset(&a);
      CHECK_STR(said(other, text, kind, &a), said(one, text, kind, &a));
    }
  }
  arena_clear(&a);
  lens_reader_free(one);
  lens_reader_free(other);
}

int main(void) {
  Arena a = {0};
  LensTroubleVec troubles = {0};
  CHECK(english_init(NULL));
  LensSet *fresh = lens_set_build(NULL, 0, &a, &troubles);
  CHECK(troubles.len == 0);
  is_the_same_text(fresh);
  says_the_same(fresh);
  lens_set_free(fresh);
  lens_set_free(lens_set_new(NULL, 0, &a, NULL)); // which nobody has to free
  arena_clear(&a);
  return check_done();
}
