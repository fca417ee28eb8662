// SPDX-License-Identifier: MIT
#include "cli/page.h"

#include "cli/picture.h"

typedef struct Page {
  const Screen *screen;
  Doc *d;
  const Hint *const *shown;
  uint32_t count, at; // hints, and the next one
  Tally *tally;
  Arena *a;
  StrBuf *out;
} Page;

// A hint about a paragraph or a letter has no words of its own to underline.
static bool is_note(const Page *p, const Hint *h) {
  const LensHint *lens = lens_hint_find(doc_lenses(p->d), h->code);
  return lens && lens->about != ABOUT_SENTENCE;
}

static uint32_t line_of(const Page *p, uint32_t offset) {
  return text_pos(doc_text(p->d), offset, UTF8).line + 1;
}

static void put_note(Page *p, const Hint *h) {
  Str words = str_printf(p->a, STR_FMT ": " STR_FMT, STR_ARG(h->code),
                         STR_ARG(h->message));
  strbuf_printf(p->out, "%3u  ", line_of(p, h->span.start));
  StrBuf note = {0};
  picture_note(p->screen, &note, "", INK_PLAIN, words);
  Str rows = strbuf_str(&note);
  strbuf_put(p->out, str_slice(rows, 5, rows.len)); // the number's place
  strbuf_clear(&note);
}

static void put_ask(Page *p, Str ask) {
  if (ask.len) picture_note(p->screen, p->out, "?", INK_BOLD, ask);
}

enum { WHOLE_LETTER = 1001 }; // weighs more than any one place in it

// The question to go on with is the most telling one.
static void remember(Page *p, const Hint *h, uint16_t weight) {
  if (!h->ask.len || weight < p->tally->weight) return;
  p->tally->weight = weight;
  p->tally->ask = str_copy(p->a, h->ask);
}

static Span sentence_span(const Paragraph *par, uint32_t i) {
  return span_moved(par->sentences[i].span, par->passage.span.start);
}

enum { WINDOW = 800, AROUND = 160 }; // bytes of a sentence; beside its marks

// Moves `at` to the start of a word, at most AROUND bytes back.
static uint32_t word_before(Str s, uint32_t at) {
  uint32_t low = at > AROUND ? at - AROUND : 0;
  while (low && low < at && s.data[low - 1] != ' ') low++;
  return low;
}

static uint32_t word_after(Str s, uint32_t at) {
  uint32_t end = (uint32_t)s.len, high = end - at > AROUND ? at + AROUND : end;
  while (high < end && high > at && s.data[high] != ' ') high--;
  return high;
}

// Marks that stand near each other, from `first` on, in one picture: a
// sentence without an end may be as long as the file.
static uint32_t put_window(Page *p, Span sentence, Mark *marks, uint32_t first,
                           uint32_t count) {
  Str all = text_slice(doc_text(p->d), sentence);
  Span window = {0, (uint32_t)all.len};
  uint32_t end = count;
  if (all.len > WINDOW) {
    window.start = word_before(all, marks[first].span.start);
    for (end = first + 1; end < count; end++)
      if (marks[end].span.end > window.start + WINDOW) break;
    uint32_t last = marks[end - 1].span.end;
    if (last > window.start + WINDOW) last = window.start + WINDOW;
    window.end = word_after(all, last);
  }
  for (uint32_t i = first; i < end; i++) {
    if (marks[i].span.end > window.end) marks[i].span.end = window.end;
    marks[i].span = span_moved(marks[i].span, 0 - window.start);
  }
  picture_put(p->screen, p->out, line_of(p, sentence.start + window.start),
              str_slice(all, window.start, window.end), marks + first,
              end - first);
  return end;
}

// The sentence's hints, from p->at on; all that begin before its end.
static void put_sentence(Page *p, Span sentence) {
  uint32_t first = p->at, marked = 0;
  while (p->at < p->count && p->shown[p->at]->span.start < sentence.end)
    p->at++;
  Mark *marks = arena_array(p->a, Mark, p->at - first);
  for (uint32_t i = first; i < p->at; i++) {
    const Hint *h = p->shown[i];
    if (is_note(p, h)) {
      put_note(p, h);
      continue;
    }
    Span span = h->span;
    if (span.start < sentence.start) span.start = sentence.start;
    if (span.end > sentence.end) span.end = sentence.end;
    marks[marked++] = (Mark){span_moved(span, 0 - sentence.start), h->code};
  }
  for (uint32_t i = 0; i < marked;)
    i = put_window(p, sentence, marks, i, marked);
}

// One question a paragraph: that of its most telling hint.
static void put_paragraph(Page *p, const Paragraph *par) {
  uint32_t first = p->at;
  const Hint *best = NULL;
  for (uint32_t i = 0; i < par->sentence_count; i++) {
    Span s = sentence_span(par, i);
    if (p->at < p->count && p->shown[p->at]->span.start < s.end)
      put_sentence(p, s);
  }
  put_sentence(p, par->passage.span); // what stands in no sentence
  for (uint32_t i = first; i < p->at; i++)
    if (!best || p->shown[i]->weight > best->weight) best = p->shown[i];
  if (!best) return;
  put_ask(p, best->ask);
  strbuf_putc(p->out, '\n');
  p->tally->with_hints++;
  remember(p, best, best->weight);
}

static void put_letter_hints(Page *p) {
  uint32_t notes = doc_analysis(p->d)->letter_hint_count;
  if (!notes) return;
  const Hint *end = doc_analysis(p->d)->hints + notes;
  for (; p->at < p->count && p->shown[p->at] < end; p->at++) {
    put_note(p, p->shown[p->at]);
    put_ask(p, p->shown[p->at]->ask);
    strbuf_putc(p->out, '\n');
    remember(p, p->shown[p->at], WHOLE_LETTER);
  }
}

static void count_paragraph(Tally *t, const Paragraph *p) {
  uint8_t level = p->reading->level;
  if (level > 4) level = 4;
  if (t->paragraphs < sizeof t->levels) t->levels[t->paragraphs] = level;
  t->by_level[level]++;
  t->paragraphs++;
}

void page_put(const Screen *s, Str path, Doc *d, const Hint *const *shown,
              uint32_t count, Tally *tally, Arena *a, StrBuf *out) {
  Page p = {.screen = s,
            .d = d,
            .shown = shown,
            .count = count,
            .tally = tally,
            .a = a,
            .out = out};
  const Analysis *all = doc_analysis(d);
  tally->files++;
  if (count) {
    StrBuf name = {0};
    screen_put(&name, path);
    screen_ink(s, out, INK_BOLD, strbuf_str(&name));
    strbuf_putc(out, '\n');
    strbuf_clear(&name);
  }
  put_letter_hints(&p);
  for (uint32_t i = 0; i < all->paragraph_count; i++) {
    count_paragraph(tally, &all->paragraphs[i]);
    put_paragraph(&p, &all->paragraphs[i]);
  }
}

static void put_levels(const Screen *s, const Tally *t, StrBuf *out) {
  const char *dot = s->has_unicode ? " · " : " - ";
  if (t->paragraphs <= sizeof t->levels) {
    strbuf_printf(out, t->paragraphs == 1 ? ", level " : ", levels ");
    for (uint32_t i = 0; i < t->paragraphs; i++)
      strbuf_printf(out, "%s%u", i ? dot : "", t->levels[i]);
    return;
  }
  for (uint32_t level = 1; level <= 4; level++)
    strbuf_printf(out, "%s%u at level %u", level == 1 ? ": " : ", ",
                  t->by_level[level], level);
}

void page_put_tally(const Screen *s, const Tally *t, StrBuf *out) {
  StrBuf line = {0};
  if (t->files > 1) strbuf_printf(&line, "%u files, ", t->files);
  strbuf_printf(&line, "%u paragraph%s", t->paragraphs,
                t->paragraphs == 1 ? "" : "s");
  if (t->paragraphs) put_levels(s, t, &line);
  if (t->with_hints)
    strbuf_printf(&line, ", hints in %u.", t->with_hints);
  else
    strbuf_put(&line, STR(", no hints."));
  if (t->ask.len && (t->with_hints > 1 || t->weight == WHOLE_LETTER)) {
    strbuf_put(&line, STR(" One question to go on with: "));
    strbuf_put(&line, t->ask);
  }
  strbuf_put(out, strbuf_str(&line));
  strbuf_putc(out, '\n');
  strbuf_clear(&line);
}
