// SPDX-License-Identifier: MIT
#include "lsp/findings.h"

#include "lsp/shape.h"

// The hints of one paragraph that are shown, and all of it that hold.
typedef struct Group {
  const Hint *const *shown;
  uint32_t shown_count;
  const Hint *all;
  uint32_t all_count;
  Span within;
} Group;

static uint64_t hint_key(uint64_t hash, const Hint *h, uint32_t base) {
  hash = hash_mixed(hash, ((uint64_t)(h->span.start - base) << 32) |
                              (h->span.end - base));
  hash = hash_mixed_str(hash, h->code);
  hash = hash_mixed_str(hash, h->message);
  return hash_mixed_str(hash_mixed(hash, h->severity), h->ask);
}

static uint64_t group_key(const Group *g, const Text *t) {
  Pos at = text_pos(t, g->within.start, UTF8);
  uint64_t hash = hash_mixed(at.line, at.column);
  hash = hash_mixed_str(hash, text_slice(t, g->within));
  for (uint32_t i = 0; i < g->shown_count; i++)
    hash = hint_key(hash, g->shown[i], g->within.start);
  for (uint32_t i = 0; i < g->all_count; i++)
    hash = hint_key(hash, &g->all[i], g->within.start);
  return hash;
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

static void add_piece(Document *d, const Client *c, const Group *g,
                      uint32_t *from) {
  uint64_t key = group_key(g, document_text(d));
  if (pieces_keep(&d->pieces, key, from)) return;
  StrBuf b = {0};
  for (uint32_t i = 0; i < g->shown_count; i++)
    write_hint(d, c, g, g->shown[i], &b);
  pieces_put(&d->pieces, key, strbuf_str(&b));
  strbuf_clear(&b);
}

static Span group_span(Document *d, const Hint *first) {
  const Paragraph *p = document_paragraph(d, first->span.start);
  return p ? p->passage.span : first->span;
}

static void add_prose(Document *d, const Client *c, Arena *tmp) {
  uint32_t count = 0, all = 0, from = 0;
  const Hint *const *shown = document_hints(d, tmp, &count);
  const Analysis *a = doc_analysis(d->doc);
  for (uint32_t i = 0, end; i < count; i = end) {
    Span within = group_span(d, shown[i]);
    for (end = i + 1; end < count && shown[end]->span.start < within.end;)
      end++;
    while (all < a->hint_count && a->hints[all].span.start < within.start)
      all++;
    uint32_t stop = all;
    while (stop < a->hint_count && a->hints[stop].span.start < within.end)
      stop++;
    Group g = {.shown = shown + i,
               .shown_count = end - i,
               .all = a->hints + all,
               .all_count = stop - all,
               .within = within};
    add_piece(d, c, &g, &from);
  }
}

static void add_troubles(Document *d, const Client *c) {
  const LensTroubleVec *troubles = lensfile_troubles(d->lens);
  for (uint32_t i = 0; i < troubles->len; i++) {
    Json *j = shape_fault(c, d, &troubles->data[i]);
    StrBuf b = {0};
    json_write(j, &b);
    json_free(j);
    pieces_put(&d->pieces, hash_mixed_str(1, strbuf_str(&b)), strbuf_str(&b));
    strbuf_clear(&b);
  }
}

void findings_run(Document *d, const Client *c) {
  Arena tmp = {0};
  pieces_begin(&d->pieces);
  if (d->lens)
    add_troubles(d, c);
  else
    add_prose(d, c, &tmp);
  pieces_end(&d->pieces);
  arena_clear(&tmp);
}
