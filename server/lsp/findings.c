// SPDX-License-Identifier: MIT
#include "lsp/findings.h"

#include "base/crew.h"
#include "lsp/diagnostic.h"
#include "lsp/shape.h"

// The hints of one paragraph that are shown, and all of it that hold.
typedef struct Group {
  const Hint *const *shown;
  uint32_t shown_count;
  const Hint *all;
  uint32_t all_count;
  Span within;
  uint32_t line;   // its first one
  uint64_t serial; // of the paragraph; 0: none, its words count instead
} Group;

// A group that is to be written, and the piece that waits for it.
typedef struct Promise {
  Group group;
  uint32_t piece;
} Promise;

typedef struct Writing {
  Document *document;
  const Client *client;
  Vec(Promise) promises;
  PieceDraft drafts[CREW_MOST]; // what each thread writes in
  uint32_t line;                // of the last group
} Writing;

// Where no serial tells what was read, all that is said does.
static uint64_t words_key(uint64_t hash, const Group *g, const Hint *h) {
  hash = hash_mixed(hash, ((uint64_t)(h->span.start - g->within.start) << 32) |
                              (h->span.end - g->within.start));
  return hash_mixed_str(hash_mixed_str(hash, h->message), h->ask);
}

// What is written of a paragraph follows from its serial, from what stands
// before it in its line, and from which of its hints hold and which are let
// through. A code belongs to the lenses, and with other lenses a paragraph has
// another serial: so where it lies tells it from others.
static uint64_t group_key(const Group *g, const Text *t) {
  Span before = {t->lines.data[g->line], g->within.start};
  uint64_t hash =
      hash_mixed_str(hash_mixed(1, g->serial), text_slice(t, before));
  for (uint32_t i = 0; i < g->all_count; i++)
    hash = hash_mixed(hash, (uint64_t)(uintptr_t)g->all[i].code.data +
                                g->all[i].severity);
  for (uint32_t i = 0; i < g->shown_count; i++)
    hash = hash_mixed(hash, (uint64_t)(g->shown[i] - g->all));
  if (g->serial) return hash;
  for (uint32_t i = 0; i < g->shown_count; i++)
    hash = words_key(hash, g, g->shown[i]);
  for (uint32_t i = 0; i < g->all_count; i++)
    hash = words_key(hash, g, &g->all[i]);
  return hash_mixed_str(hash, text_slice(t, g->within));
}

static void write_hint(const Writing *w, const Group *g, const Hint *h,
                       PieceDraft *out) {
  enum { RELATED_MOST = 16 };
  const Hint *same[RELATED_MOST];
  uint32_t count = 0;
  for (uint32_t i = 0; i < g->all_count && count < RELATED_MOST; i++)
    if (str_eq(g->all[i].code, h->code) &&
        g->all[i].span.start != h->span.start)
      same[count++] = &g->all[i];
  if (out->text.len) strbuf_putc(&out->text, ',');
  diagnostic_put(out, w->client, w->document, h, same, count);
}

static void write_piece(void *state, uint32_t hand, uint32_t index) {
  Writing *w = state;
  const Promise *p = &w->promises.data[index];
  PieceDraft draft = w->drafts[hand];
  piece_begin(&draft, p->group.line);
  for (uint32_t i = 0; i < p->group.shown_count; i++)
    write_hint(w, &p->group, p->group.shown[i], &draft);
  pieces_fill(&w->document->pieces, p->piece, &draft);
  w->drafts[hand] = draft;
}

// After a key one or two are to be written, of a fresh document all of them.
static void write_pieces(Writing *w) {
  enum { MANY = 1024 };
  uint32_t hands = w->promises.len < MANY ? 1 : crew_size();
  crew_run(hands, w->promises.len, write_piece, w);
  for (uint32_t i = 0; i < hands; i++) piece_clear(&w->drafts[i]);
  vec_clear(&w->promises);
}

// Groups come in order of place, so their lines do.
static uint32_t line_from(const Text *t, uint32_t line, uint32_t offset) {
  const uint32_t *starts = t->lines.data;
  if (starts[line] > offset) line = 0;
  while (line + 1 < t->lines.len && starts[line + 1] <= offset) line++;
  return line;
}

static void add_piece(Writing *w, Group *g, uint32_t *from) {
  Document *d = w->document;
  const Text *t = document_text(d);
  w->line = g->line = line_from(t, w->line, g->within.start);
  uint64_t key = group_key(g, t);
  if (pieces_keep(&d->pieces, key, g->line, from)) return;
  vec_push(&w->promises, (Promise){*g, pieces_promise(&d->pieces, key)});
}

// The paragraph of the next hint, from the one on that the last hint had.
// Letter hints stand at the first paragraph and are no part of what was read
// of it.
static void find_place(const Analysis *a, const Hint *first, uint32_t *at,
                       Group *g) {
  const Paragraph *p = a->paragraphs, *end = p + a->paragraph_count;
  for (p += *at; p < end && p->passage.span.end < first->span.start; p++)
    ;
  *at = (uint32_t)(p - a->paragraphs);
  bool holds = p < end && p->passage.span.start <= first->span.start;
  g->within = holds ? p->passage.span : first->span;
  bool own = holds && (*at || !a->letter_hint_count);
  g->serial = own ? p->serial : 0;
}

static void add_prose(Document *d, const Client *c, Arena *tmp) {
  uint32_t count = 0, all = 0, from = 0, paragraph = 0;
  Writing w = {.document = d, .client = c};
  const Hint *const *shown = document_hints(d, tmp, &count);
  const Analysis *a = doc_analysis(d->doc);
  for (uint32_t i = 0, end; i < count; i = end) {
    Group g = {.shown = shown + i};
    find_place(a, shown[i], &paragraph, &g);
    for (end = i + 1; end < count && shown[end]->span.start < g.within.end;)
      end++;
    while (all < a->hint_count && a->hints[all].span.start < g.within.start)
      all++;
    uint32_t stop = all;
    while (stop < a->hint_count && a->hints[stop].span.start < g.within.end)
      stop++;
    g.shown_count = end - i;
    g.all = a->hints + all;
    g.all_count = stop - all;
    add_piece(&w, &g, &from);
  }
  write_pieces(&w);
}

static void add_alone(Document *d, Json *j) { // takes j
  StrBuf b = {0};
  json_write(j, &b);
  json_free(j);
  pieces_put(&d->pieces, hash_mixed_str(1, strbuf_str(&b)), strbuf_str(&b));
  strbuf_clear(&b);
}

static void add_troubles(Document *d, const Client *c) {
  const LensTroubleVec *troubles = lensfile_troubles(d->lens);
  for (uint32_t i = 0; i < troubles->len; i++)
    add_alone(d, shape_fault(c, d, &troubles->data[i]));
}

static void add_slips(Document *d, const Client *c, Arena *tmp) {
  HushSlips slips = {0};
  document_slips(d, tmp, &slips);
  vec_each(HushSlip, slip, &slips) add_alone(d, shape_slip(c, d, slip));
}

void findings_run(Document *d, const Client *c) {
  Arena tmp = {0};
  pieces_begin(&d->pieces);
  if (d->lens)
    add_troubles(d, c);
  else
    add_prose(d, c, &tmp), add_slips(d, c, &tmp);
  pieces_end(&d->pieces);
  arena_clear(&tmp);
}
