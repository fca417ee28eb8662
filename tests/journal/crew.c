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

// What may lie across the end of the head of a long text (syntax/head.h).
static void write_border(const LensSet *s, StrBuf *out) {
  static const Str open[] = {{"```\n", 4}, {"<!--\n", 5}, {"%% hush\n\n", 9}};
  static const Str close[] = {{"```\n\n", 5}, {"-->\n\n", 5}, {"", 0}};
  uint32_t which = draw(4);
  if (which < 3) strbuf_put(out, open[which]);
  while (out->len < LARGE / 8) {
    strbuf_put(out, any_proof(s));
    strbuf_put(out, STR("\n\n"));
  }
  if (which < 3) strbuf_put(out, close[which]);
}

static void write_journal(const LensSet *s, StrBuf *out) {
  if (draw(2)) strbuf_put(out, STR("kind: letter\nto: @sam\n\n"));
  while (out->len < LARGE) {
    if (out->len > LARGE / 16 && out->len < LARGE / 12) write_border(s, out);
    if (draw(9) == 0) strbuf_put(out, STR("# 2026-11-21\nwith: @lee\n\n"));
    if (draw(30) == 0) strbuf_put(out, STR("%% hush hedge\n\n"));
    for (uint32_t i = 1 + draw(6); i > 0; i--) {
      strbuf_put(out, any_proof(s));
      strbuf_putc(out, ' ');
    }
    strbuf_put(out, STR("\n\n"));
  }
}

static void tell_paragraphs(Doc *d, StrBuf *out) {
  const Analysis *a = doc_analysis(d);
  for (uint32_t i = 0; i < a->paragraph_count; i++) {
    const Paragraph *p = &a->paragraphs[i];
    strbuf_printf(out, "%u %u-%u %u %llu\n", p->block, p->first_hint,
                  p->end_hint, p->reading->level,
                  (unsigned long long)p->serial);
  }
}

static void tell_hints(Doc *d, StrBuf *out) {
  const Analysis *a = doc_analysis(d);
  for (uint32_t i = 0; i < a->hint_count; i++) {
    const Hint *h = &a->hints[i];
    strbuf_printf(out, "%u-%u " STR_FMT ": " STR_FMT " " STR_FMT " %u\n",
                  h->span.start, h->span.end, STR_ARG(h->code),
                  STR_ARG(h->message), STR_ARG(h->ask), h->fix_count);
  }
}

static void tell(Doc *d, StrBuf *out) {
  tell_paragraphs(d, out);
  tell_hints(d, out);
}

// Read at once, its head ahead of the rest, and read as it was typed.
static void try_parts(Str text, const Settings *settings, const LensSet *set) {
  StrBuf whole = {0}, typed = {0};
  crew_limit(HANDS);
  Doc *d = doc_new(text, LANGUAGE_JOT, settings, set);
  tell_hints(d, &whole);
  doc_free(d);
  d = doc_new(str_slice(text, 0, 9000), LANGUAGE_JOT, settings, set);
  for (uint32_t at = 9000; at < text.len; at += 30000) {
    doc_analysis(d);
    doc_replace(d, (Span){at, at}, str_slice(text, at, at + 30000));
  }
  tell_hints(d, &typed);
  doc_free(d);
  CHECK(str_eq(strbuf_str(&whole), strbuf_str(&typed)));
  strbuf_clear(&whole);
  strbuf_clear(&typed);
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
  try_parts(strbuf_str(&text), settings, set);
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
