// SPDX-License-Identifier: MIT
// After any run of edits the hints are those of the same text opened fresh.
// usage: journal_edits COUNT [SEED]: random edits over Jot, Markdown and plain
// text, drawn from pieces that make and break every form.
#include <stdlib.h>

#include "english/english.h"
#include "journal/doc.h"
#include "unit/check.h"

static const char *const PIECES[] = {
    "I was kind of hurt when you left. ",
    "Maybe I'm jealous. ",
    "\n\n",
    "\n",
    "I felt so lonely at the party.\n\n",
    "I feel ignored. ",
    "kind: letter\n",
    "to: @sam\n",
    "\n# 2026-11-21 Friday\nmood: 4/10\nwith: @lee\n\n",
    "? What do I want?\n",
    "____\n",
    "> quoted and sort of sad\n",
    "- I guess I want more time\n",
    "- [ ] call mum\n",
    "1. I feel bad\n",
    "%% hush hedge\n\n",
    "%% hush\n\n",
    "%% hush file past-feeling\n\n",
    "<!-- hush hedge -->\n\n",
    "```\n",
    "---\n",
    "\"I was sad,\" he said. ",
    "“",
    "”",
    "*",
    "**",
    "`",
    "@sam ",
    "#work ",
    "[a](b)",
    "He hit me again. ",
    "It's no big deal. ",
    "\r\n",
    "\r",
    " ",
    ".",
    "?",
    "é",
    "漢",
    "🙂",
    "You never listen to me. ",
    "We went home and had soup. ",
    "x",
    "I ",
    "felt ",
    "\xff", // last: only in runs over bytes that are no text
};
enum { PIECE_COUNT = sizeof PIECES / sizeof *PIECES, LARGEST = 3000 };

static uint64_t state;
static bool is_odd; // cuts characters, puts in bytes that are no UTF-8

static uint32_t draw(uint32_t below) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)((state >> 16) % below);
}

static bool same_fixes(const Hint *a, const Hint *b) {
  if (a->fix_count != b->fix_count) return false;
  for (uint32_t i = 0; i < a->fix_count; i++)
    if (a->fixes[i].span.start != b->fixes[i].span.start ||
        a->fixes[i].span.end != b->fixes[i].span.end ||
        !str_eq(a->fixes[i].text, b->fixes[i].text))
      return false;
  return true;
}

static bool same_hint(const Hint *a, const Hint *b) {
  return a->span.start == b->span.start && a->span.end == b->span.end &&
         str_eq(a->code, b->code) && str_eq(a->message, b->message) &&
         str_eq(a->ask, b->ask) && a->severity == b->severity &&
         same_fixes(a, b);
}

static bool same_span(Span a, Span b) {
  return a.start == b.start && a.end == b.end;
}

static bool same_outline(const Outline *a, const Outline *b) {
  if (a->blocks.len != b->blocks.len || a->entries.len != b->entries.len ||
      a->hushes.len != b->hushes.len || a->kind != b->kind ||
      a->header_end != b->header_end)
    return false;
  for (uint32_t i = 0; i < a->blocks.len; i++) {
    const Block *x = &a->blocks.data[i], *y = &b->blocks.data[i];
    if (x->kind != y->kind || !same_span(x->span, y->span) ||
        !same_span(x->content, y->content) || !same_span(x->key, y->key) ||
        x->depth != y->depth || x->answers != y->answers || x->at != y->at ||
        x->done != y->done || x->dated != y->dated)
      return false;
  }
  return true;
}

static bool same(const Analysis *a, const Analysis *b) {
  if (!same_outline(a->outline, b->outline)) return false;
  if (a->hint_count != b->hint_count ||
      a->paragraph_count != b->paragraph_count ||
      a->letter_hint_count != b->letter_hint_count)
    return false;
  for (uint32_t i = 0; i < a->hint_count; i++)
    if (!same_hint(&a->hints[i], &b->hints[i])) return false;
  for (uint32_t i = 0; i < a->paragraph_count; i++)
    if (a->paragraphs[i].passage.span.start !=
            b->paragraphs[i].passage.span.start ||
        a->paragraphs[i].reading->level != b->paragraphs[i].reading->level)
      return false;
  return true;
}

// The density keeps what it chose where nothing changed.
static bool same_shown(Doc *a, Doc *b) {
  Arena tmp = {0};
  Density density = draw(8) ? DENSITY_BALANCED : (Density)draw(3);
  uint32_t n = 0, m = 0;
  const Hint **x = doc_shown(a, density, &tmp, &n);
  const Hint **y = doc_shown(b, density, &tmp, &m);
  bool ok = n == m;
  for (uint32_t i = 0; ok && i < n; i++) ok = same_hint(x[i], y[i]);
  arena_clear(&tmp);
  return ok;
}

// What a failure looks like: counts, then each hint and paragraph.
static void show(const char *name, const Analysis *a) {
  fprintf(stderr, "%s: %u blocks\n", name, a->outline->blocks.len);
  for (uint32_t i = 0; i < a->outline->blocks.len; i++) {
    const Block *b = &a->outline->blocks.data[i];
    fprintf(stderr, "  block %d [%u,%u)\n", (int)b->kind, b->span.start,
            b->span.end);
  }
  for (uint32_t i = 0; i < a->paragraph_count; i++)
    for (uint32_t j = 0; j < a->paragraphs[i].passage.region_count; j++)
      fprintf(stderr, "  paragraph %u region %d [%u,%u)\n", i,
              (int)a->paragraphs[i].passage.regions[j].kind,
              a->paragraphs[i].passage.regions[j].span.start,
              a->paragraphs[i].passage.regions[j].span.end);
  for (uint32_t i = 0; i < a->hint_count; i++)
    fprintf(stderr, "  " STR_FMT " [%u,%u) " STR_FMT "\n",
            STR_ARG(a->hints[i].code), a->hints[i].span.start,
            a->hints[i].span.end, STR_ARG(a->hints[i].ask));
}

static uint32_t aligned(Str s, uint32_t at) {
  if (at > s.len) at = (uint32_t)s.len;
  while (!is_odd && at && at < s.len && ((unsigned char)s.data[at] >> 6) == 2)
    at--;
  return at;
}

static void edit(Doc *d) {
  Str text = text_str(doc_text(d));
  uint32_t start = aligned(text, draw((uint32_t)text.len + 1));
  uint32_t cut = draw(10) ? draw(8) : draw(200);
  if (text.len > LARGEST) cut = LARGEST / 2;
  uint32_t end = aligned(text, start + cut);
  Str with = STR("");
  if (draw(4)) with = str_of(PIECES[draw(PIECE_COUNT - !is_odd)]);
  doc_replace(d, (Span){start, end}, with);
}

static bool step(Doc *d, const Settings *s, const LensSet *set,
                 uint64_t *hints) {
  edit(d);
  if (draw(4) == 0) edit(d); // several changes before anybody looks
  const Analysis *now = doc_analysis(d);
  Doc *fresh = doc_new(text_str(doc_text(d)), doc_language(d), s, set);
  bool ok = same(now, doc_analysis(fresh)) && same_shown(d, fresh);
  *hints += now->hint_count;
  if (!ok) {
    show("edited", now);
    show("fresh", doc_analysis(fresh));
  }
  doc_free(fresh);
  return ok;
}

static void run(Language language, uint32_t count, const LensSet *set) {
  Settings s = {0};
  Doc *d = doc_new(str_of(PIECES[0]), language, &s, set);
  uint64_t hints = 0;
  for (uint32_t i = 0; i < count; i++) {
    bool ok = step(d, &s, set, &hints);
    CHECK(ok);
    if (ok) continue;
    Str text = text_str(doc_text(d));
    fprintf(stderr, "language %d, edit %u:\n", (int)language, i);
    fwrite(text.data, 1, text.len, stderr);
    break;
  }
  CHECK(count < 90 || hints > count / 4); // else nothing was compared
  doc_free(d);
}

int main(int argc, char **argv) {
  uint32_t count = 1000, seed = 1;
  if (argc > 1) str_to_u32(str_of(argv[1]), &count);
  if (argc > 2) str_to_u32(str_of(argv[2]), &seed);
  state = seed * 0x9E3779B97F4A7C15u | 1;
  Arena a = {0};
  LensTroubleVec troubles = {0};
  Err err = {0};
  CHECK(english_init(&err));
  LensSet *set = lens_set_new(NULL, 0, &a, &troubles);
  run(LANGUAGE_JOT, count / 10 * 5, set);
  run(LANGUAGE_MARKDOWN, count / 10 * 3, set);
  run(LANGUAGE_PLAIN, count / 10, set);
  is_odd = true;
  run(LANGUAGE_JOT, count / 10, set);
  lens_set_free(set);
  arena_clear(&a);
  return check_done();
}
