// SPDX-License-Identifier: MIT
#include "lsp/findings.h"

#include "base/crew.h"
#include "lsp/shape.h"

// The hints of one paragraph that are shown, and all of it that hold.
typedef struct Group {
  const Hint *const *shown;
  uint32_t shown_count;
  const Hint *all;
  uint32_t all_count;
  Span within;
  uint64_t serial; // of the paragraph; 0: none, its words count instead
} Group;

// A code belongs to the lenses, and with other lenses a paragraph has another
// serial: so where it lies tells it from others.
static uint64_t hint_key(uint64_t hash, const Hint *h, uint32_t base) {
  hash = hash_mixed(hash, ((uint64_t)(h->span.start - base) << 32) |
                              (h->span.end - base));
  return hash_mixed(hash, (uint64_t)(uintptr_t)h->code.data + h->severity);
}

static uint64_t words_key(uint64_t hash, const Hint *h) {
  return hash_mixed_str(hash_mixed_str(hash, h->message), h->ask);
}

// What is written of a paragraph follows from its serial, from where it stands,
// and from which of its hints are let through.
static uint64_t group_key(const Group *g, const Text *t) {
  Pos at = text_pos(t, g->within.start, UTF8);
  Span before = {g->within.start - at.column, g->within.start};
  uint64_t hash = hash_mixed(hash_mixed(1, g->serial), at.line);
  hash = hash_mixed_str(hash, text_slice(t, before));
  for (uint32_t i = 0; i < g->shown_count; i++)
    hash = hint_key(hash, g->shown[i], g->within.start);
  for (uint32_t i = 0; i < g->all_count; i++)
    hash = hint_key(hash, &g->all[i], g->within.start);
  for (uint32_t i = 0; i < g->shown_count && !g->serial; i++)
    hash = words_key(hash, g->shown[i]);
  return g->serial ? hash : hash_mixed_str(hash, text_slice(t, g->within));
}

static void write_hint(const Document *d, const Client *c, const Group *g,
                       const Hint *h, StrBuf *out) {
  enum { RELATED_MOST = 16 };
  const Hint *same[RELATED_MOST];
  uint32_t count = 0;
  for (uint32_t i = 0; i < g->all_count && count < RELATED_MOST; i++)
    if (str_eq(g->all[i].code, h->code) &&
        g->all[i].span.start != h->span.start)
      same[count++] = &g->all[i];
  Json *j = shape_hint(c, d, h, same, count);
  if (out->len) strbuf_putc(out, ',');
  json_write(j, out);
  json_free(j);
}

// A group that is to be written, and the piece that waits for it.
typedef struct Promise {
  Group group;
  uint32_t piece;
} Promise;

typedef struct Writing {
  Document *document;
  const Client *client;
  Vec(Promise) promises;
} Writing;

static void write_piece(void *state, uint32_t hand, uint32_t index) {
  (void)hand;
  Writing *w = state;
  const Promise *p = &w->promises.data[index];
  StrBuf b = {0};
  for (uint32_t i = 0; i < p->group.shown_count; i++)
    write_hint(w->document, w->client, &p->group, p->group.shown[i], &b);
  pieces_fill(&w->document->pieces, p->piece, strbuf_str(&b));
  strbuf_clear(&b);
}

// After a key one or two are to be written, of a fresh document all of them.
static void write_pieces(Writing *w) {
  enum { MANY = 1024 };
  uint32_t hands = w->promises.len < MANY ? 1 : crew_size();
  crew_run(hands, w->promises.len, write_piece, w);
  vec_clear(&w->promises);
}

static void add_piece(Writing *w, const Group *g, uint32_t *from) {
  Document *d = w->document;
  uint64_t key = group_key(g, document_text(d));
  if (pieces_keep(&d->pieces, key, from)) return;
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
