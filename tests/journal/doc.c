// SPDX-License-Identifier: MIT
// What a document keeps and what it lets through.
#include "english/english.h"
#include "journal/doc.h"
#include "unit/check.h"

static const LensSet *lenses;
static const char LENS[] =
    "lens test\n\nhint zog\n  says \"“{match}” is zog.\"\n"
    "  asks \"What is zog?\"\n       \"Why zog?\"\n  weight 10\n"
    "  when «zog»\n  flag I saw a «zog» there.\n\n"
    "hint zag\n  says \"“{match}” is zag.\"\n"
    "  asks \"What is zag?\"\n       \"Why zag?\"\n  weight 900\n"
    "  when «zag»\n  flag I saw a «zag» there.\n";

static Doc *open_jot(const char *text, const Settings *s) {
  return doc_new(str_of(text), LANGUAGE_JOT, s, lenses);
}

static uint32_t count_of(Doc *d, const char *code) {
  const Analysis *a = doc_analysis(d);
  uint32_t n = 0;
  for (uint32_t i = 0; i < a->hint_count; i++)
    n += str_eq(a->hints[i].code, str_of(code));
  return n;
}

static void an_edit_reads_one_paragraph(void) {
  Settings s = {0};
  StrBuf text = {0};
  for (int i = 0; i < 500; i++)
    strbuf_printf(&text, "Paragraph %d has a zog in it.\n\n", i);
  Doc *d = doc_new(strbuf_str(&text), LANGUAGE_JOT, &s, lenses);
  CHECK(count_of(d, "zog") == 500);
  uint64_t before = doc_passages_read(d);
  doc_replace(d, (Span){5, 5}, STR("x"));
  CHECK(count_of(d, "zog") == 500);
  CHECK(doc_passages_read(d) == before + 1);
  doc_replace(d, (Span){0, 0}, STR("One more zog.\n\n"));
  CHECK(count_of(d, "zog") == 501);
  CHECK(doc_passages_read(d) == before + 2);
  CHECK(doc_analysis(d)->hints[500].span.end <= text_str(doc_text(d)).len);
  doc_free(d);
  strbuf_clear(&text);
}

static void hushes_and_switches_silence(void) {
  Settings s = {0};
  Doc *d = open_jot("%% hush zog\n\nA zog and a zag.\n\nA zog.\n", &s);
  CHECK(count_of(d, "zog") == 1 && count_of(d, "zag") == 1);
  doc_free(d);
  d = open_jot("A zog.\n\n%% hush file zog\n\nA zog and a zag.\n", &s);
  CHECK(count_of(d, "zog") == 0 && count_of(d, "zag") == 1);
  doc_free(d);
  vec_push(&s.hints, (HintSwitch){.code = STR("zag"), .off = true});
  vec_push(&s.hints,
           (HintSwitch){.code = STR("zog"), .severity = SEVERITY_INFORMATION});
  d = open_jot("A zog and a zag.\n", &s);
  CHECK(count_of(d, "zag") == 0 && count_of(d, "zog") == 1);
  CHECK(doc_analysis(d)->hints[0].severity == SEVERITY_INFORMATION);
  doc_free(d);
  vec_clear(&s.hints);
}

static void neighbours_ask_differently(void) {
  Settings s = {0};
  StrBuf text = {0};
  for (int i = 0; i < 40; i++) strbuf_put(&text, STR("A zog.\n\n"));
  Doc *d = doc_new(strbuf_str(&text), LANGUAGE_JOT, &s, lenses);
  const Analysis *a = doc_analysis(d);
  CHECK(a->hint_count == 40);
  for (uint32_t i = 1; i < a->hint_count; i++)
    CHECK(!str_eq(a->hints[i].ask, a->hints[i - 1].ask));
  doc_free(d);
  strbuf_clear(&text);
}

static uint32_t shown(Doc *d, Density density) {
  Arena a = {0};
  uint32_t count;
  doc_shown(d, density, &a, &count);
  arena_clear(&a);
  return count;
}

static void densities_let_a_few_through(void) {
  Settings s = {0};
  Doc *d = open_jot("A zog and a zag and a zog.\n", &s);
  CHECK(shown(d, DENSITY_ALL) == 3);
  CHECK(shown(d, DENSITY_BALANCED) == 2);
  CHECK(shown(d, DENSITY_QUIET) == 1);
  Arena a = {0};
  uint32_t count;
  CHECK_STR(doc_shown(d, DENSITY_QUIET, &a, &count)[0]->code, STR("zag"));
  arena_clear(&a);
  doc_free(d);
  StrBuf text = {0};
  for (int i = 0; i < 60; i++) strbuf_put(&text, STR("A zog.\n\n"));
  d = doc_new(strbuf_str(&text), LANGUAGE_JOT, &s, lenses);
  CHECK(shown(d, DENSITY_ALL) == 60);
  CHECK(shown(d, DENSITY_BALANCED) < 10);
  doc_free(d);
  strbuf_clear(&text);
}

static void a_paragraph_is_found_by_place(void) {
  Settings s = {0};
  Doc *d = open_jot("# Title\n\nOne zog.\n\nTwo.\n", &s);
  CHECK(!doc_paragraph_at(d, 2));
  CHECK(doc_paragraph_at(d, 9)->passage.span.start == 9);
  CHECK(doc_paragraph_at(d, 19)->passage.span.start == 19);
  doc_free(d);
}

// A letter that speaks of harm: one quiet note, and nothing about the letter.
static void safety_silences_the_rest(void) {
  Settings s = {0};
  Doc *d = open_jot("kind: letter\nto: @sam\n\nDear Sam,\n\n"
                    "A zog. Maybe I want to die. I feel ignored.\n\n"
                    "I was sad. A zag. We went. We ate. We slept.\n",
                    &s);
  const Analysis *a = doc_analysis(d);
  CHECK(a->letter_hint_count == 0);
  const Paragraph *p = &a->paragraphs[1];
  CHECK(p->reading->hushes_others && p->end_hint == p->first_hint + 1);
  CHECK(count_of(d, "safety") == 1 && count_of(d, "zog") == 0);
  CHECK(count_of(d, "zag") == 1);
  CHECK(shown(d, DENSITY_QUIET) >= 1);
  doc_free(d);
  d = open_jot("kind: letter\nto: @sam\n\nDear Sam,\n\nI feel sad. We went. "
               "We ate. We slept. We sang.\n",
               &s);
  CHECK(doc_analysis(d)->letter_hint_count > 0);
  CHECK(doc_analysis(d)->hints[0].span.start == 23);
  CHECK(doc_analysis(d)->hints[0].span.end == 32);
  doc_free(d);
}

int main(void) {
  Arena a = {0};
  Err err = {0};
  LensTroubleVec troubles = {0};
  LensSource source = {STR("test.lens"), STR(LENS)};
  CHECK(english_init(&err));
  LensSet *set = lens_set_new(&source, 1, &a, &troubles);
  vec_each(LensTrouble, t, &troubles) CHECK(!str_eq(t->path, STR("test.lens")));
  lenses = set;
  an_edit_reads_one_paragraph();
  hushes_and_switches_silence();
  neighbours_ask_differently();
  densities_let_a_few_through();
  a_paragraph_is_found_by_place();
  safety_silences_the_rest();
  lens_set_free(set);
  arena_clear(&a);
  return check_done();
}
