// SPDX-License-Identifier: MIT
// Several threads read a document as one does: the same hints in the same
// order, question by question, in documents drawn from the lenses' own proofs.
// usage: journal_crew COUNT [SEED]
#include <stdlib.h>

#include "base/crew.h"
#include "english/english.h"
#include "journal/doc.h"
#include "unit/check.h"

enum { LARGE = 250000, HANDS = 5 };

static uint64_t state;

static uint32_t draw(uint32_t below) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)((state >> 16) % below);
}

static Str any_proof(const LensSet *s) {
  const LensHint *h = lens_hint_at(s, draw(lens_hint_count(s)));
  bool flag = h->flag_count && (draw(2) || !h->pass_count);
  if (!h->flag_count && !h->pass_count) return STR("I am sad.");
  return flag ? h->flags[draw(h->flag_count)] : h->passes[draw(h->pass_count)];
}

static void write_journal(const LensSet *s, StrBuf *out) {
  if (draw(2)) strbuf_put(out, STR("kind: letter\nto: @sam\n\n"));
  while (out->len < LARGE) {
    if (draw(9) == 0) strbuf_put(out, STR("# 2026-11-21\nwith: @lee\n\n"));
    if (draw(30) == 0) strbuf_put(out, STR("%% hush hedge\n\n"));
    for (uint32_t i = 1 + draw(6); i > 0; i--) {
      strbuf_put(out, any_proof(s));
      strbuf_putc(out, ' ');
    }
    strbuf_put(out, STR("\n\n"));
  }
}

static void tell(Doc *d, StrBuf *out) {
  const Analysis *a = doc_analysis(d);
  for (uint32_t i = 0; i < a->paragraph_count; i++) {
    const Paragraph *p = &a->paragraphs[i];
    strbuf_printf(out, "%u %u-%u %u %llu\n", p->block, p->first_hint,
                  p->end_hint, p->reading->level,
                  (unsigned long long)p->serial);
  }
  for (uint32_t i = 0; i < a->hint_count; i++) {
    const Hint *h = &a->hints[i];
    strbuf_printf(out, "%u-%u " STR_FMT ": " STR_FMT " " STR_FMT " %u\n",
                  h->span.start, h->span.end, STR_ARG(h->code),
                  STR_ARG(h->message), STR_ARG(h->ask), h->fix_count);
  }
}

static void told_by(uint32_t hands, Str text, const Settings *settings,
                    const LensSet *set, StrBuf *out) {
  crew_limit(hands);
  Doc *d = doc_new(text, LANGUAGE_JOT, settings, set);
  tell(d, out);
  doc_replace(d, (Span){300, 90000}, STR("I feel that you left. "));
  tell(d, out);
  doc_replace(d, (Span){0, 0}, str_slice(text, 200, 50000));
  tell(d, out);
  doc_free(d);
}

static void try_one(const Settings *settings, const LensSet *set) {
  StrBuf text = {0}, one = {0}, many = {0};
  write_journal(set, &text);
  told_by(1, strbuf_str(&text), settings, set, &one);
  told_by(HANDS, strbuf_str(&text), settings, set, &many);
  CHECK(one.len > 10000);
  CHECK(str_eq(strbuf_str(&one), strbuf_str(&many)));
  strbuf_clear(&text);
  strbuf_clear(&one);
  strbuf_clear(&many);
}

int main(int argc, char **argv) {
  Arena a = {0};
  uint32_t count = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 5;
  state = argc > 2 ? strtoull(argv[2], NULL, 10) | 1 : 20261121;
  CHECK(english_init(NULL));
  LensSet *set = lens_set_new(NULL, 0, &a, NULL);
  Settings settings = {0};
  for (uint32_t i = 0; i < count; i++) try_one(&settings, set);
  lens_set_free(set);
  arena_clear(&a);
  return check_done();
}
