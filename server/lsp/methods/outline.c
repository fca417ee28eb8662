// SPDX-License-Identifier: MIT
// What shows a document's build: symbols, folding, selection ranges, links.
#include "lsp/hint_at.h"
#include "lsp/links.h"
#include "lsp/method.h"
#include "lsp/progress.h"
#include "lsp/words.h"

enum { SYMBOL_HEADING = 3, SYMBOL_ENTRY = 24, SYMBOL_PROMPT = 20 };

static const Outline *outline_of(Document *d) {
  return doc_analysis(d->doc)->outline;
}

static Span trimmed(const Document *d, Span s) {
  Str text = text_str(document_text(d));
  while (s.end > s.start && text.data[s.end - 1] <= ' ' &&
         text.data[s.end - 1] >= 0)
    s.end--;
  return s;
}

// To the next block that is at least as high, or the end of the text.
static Span section(Document *d, uint32_t i) {
  const Outline *o = outline_of(d);
  const Block *b = &o->blocks.data[i];
  uint32_t end = (uint32_t)text_str(document_text(d)).len;
  for (uint32_t k = i + 1; k < o->blocks.len; k++) {
    const Block *n = &o->blocks.data[k];
    bool closes = b->kind == BLOCK_PROMPT
                      ? n->kind == BLOCK_PROMPT || n->kind == BLOCK_HEADING
                      : n->kind == BLOCK_HEADING && n->depth <= b->depth;
    if (!closes) continue;
    end = n->span.start;
    break;
  }
  return trimmed(d, (Span){b->span.start, end});
}

static bool is_entry(const Outline *o, const Block *b) {
  uint32_t low = 0, high = o->entries.len;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (o->entries.data[mid].span.end <= b->span.start)
      low = mid + 1;
    else
      high = mid;
  }
  return low < o->entries.len &&
         o->entries.data[low].heading.start == b->span.start &&
         span_len(o->entries.data[low].date) > 0;
}

static int symbol_kind(const Outline *o, const Block *b) {
  if (b->kind == BLOCK_PROMPT) return SYMBOL_PROMPT;
  if (b->kind != BLOCK_HEADING) return 0;
  return is_entry(o, b) ? SYMBOL_ENTRY : SYMBOL_HEADING;
}

static Json *symbol(Call *c, Document *d, uint32_t i, int kind) {
  const Block *b = &outline_of(d)->blocks.data[i];
  Str name = str_trim(text_slice(document_text(d), b->content));
  if (!name.len) return NULL;
  return json_object({"name", json_str(name)}, {"kind", json_int(kind)},
                     {"range", call_span(c, d, section(d, i))},
                     {"selectionRange", call_span(c, d, b->span)});
}

static Json *flat_symbol(Call *c, Document *d, uint32_t i, int kind) {
  const Block *b = &outline_of(d)->blocks.data[i];
  Str name = str_trim(text_slice(document_text(d), b->content));
  Json *range = call_span(c, d, section(d, i));
  if (name.len)
    return json_object({"name", json_str(name)}, {"kind", json_int(kind)},
                       {"location", shape_location(d->uri, range)});
  json_free(range);
  return NULL;
}

// Headings nest by depth (1 to 6), prompts stand below all of them (7).
enum { DEEPEST = 7 };

static unsigned nesting(const Block *b) {
  if (b->kind == BLOCK_PROMPT) return DEEPEST;
  return b->depth >= 1 && b->depth < DEEPEST ? b->depth : 1;
}

static Json *nested_symbols(Call *c, Document *d) {
  const Outline *o = outline_of(d);
  Json *top = json_array(), *open[DEEPEST + 1] = {top};
  for (uint32_t i = 0; i < o->blocks.len; i++) {
    const Block *b = &o->blocks.data[i];
    int kind = symbol_kind(o, b);
    Json *made = kind ? symbol(c, d, i, kind) : NULL;
    if (!made) continue;
    Json *children = json_array();
    unsigned depth = nesting(b);
    json_set(made, STR("children"), children);
    json_push(open[depth - 1] ? open[depth - 1] : top, made);
    for (unsigned k = depth; k <= DEEPEST; k++) open[k] = children;
  }
  return top;
}

static Json *flat_symbols(Call *c, Document *d) {
  const Outline *o = outline_of(d);
  Json *list = json_array();
  for (uint32_t i = 0; i < o->blocks.len; i++) {
    int kind = symbol_kind(o, &o->blocks.data[i]);
    if (kind) json_push(list, flat_symbol(c, d, i, kind));
  }
  return list;
}

Json *method_document_symbol(Call *c) {
  Session *s = c->session;
  Document *d = call_prose(c);
  if (!d) return NULL;
  const Json *work = progress_token(c->params, "workDoneToken");
  const Json *part = progress_token(c->params, "partialResultToken");
  bool nested = client_has(&s->client, "textDocument.documentSymbol."
                                       "hierarchicalDocumentSymbolSupport");
  progress_begin(s, work, "Looking through the headings", false);
  Json *found = nested ? nested_symbols(c, d) : flat_symbols(c, d);
  found = progress_parts(s, part, found);
  progress_end(s, work);
  return found;
}

static void fold(Call *c, Document *d, Json *list, Span s, const char *kind) {
  Encoding e = c->session->client.encoding;
  Range r = text_range(document_text(d), s, e);
  if (r.end.line > r.start.line)
    json_push(list,
              json_object({"startLine", json_int(r.start.line)},
                          {"endLine", json_int(r.end.line)},
                          {"kind", kind ? json_str(str_of(kind)) : NULL}));
}

Json *method_folding_range(Call *c) {
  Document *d = call_prose(c);
  if (!d) return NULL;
  const Outline *o = outline_of(d);
  Json *list = json_array();
  for (uint32_t i = 0; i < o->blocks.len; i++) {
    const Block *b = &o->blocks.data[i];
    if (symbol_kind(o, b)) fold(c, d, list, section(d, i), "region");
    if (b->kind == BLOCK_CODE || b->kind == BLOCK_FRONT_MATTER ||
        b->kind == BLOCK_QUOTE)
      fold(c, d, list, b->span, NULL);
    if (b->kind != BLOCK_NOTE) continue;
    Span notes = b->span;
    while (i + 1 < o->blocks.len && o->blocks.data[i + 1].kind == BLOCK_NOTE)
      notes.end = o->blocks.data[++i].span.end;
    fold(c, d, list, notes, "comment");
  }
  return list;
}

// From the whole text inward; each range is put around the next.
static Json *selection(Call *c, Document *d, uint32_t at) {
  const Text *t = document_text(d);
  Span all = {0, (uint32_t)text_str(t).len}, spans[5] = {all, all, all};
  const Outline *o = outline_of(d);
  for (uint32_t i = 0; i < o->entries.len; i++)
    if (span_has(o->entries.data[i].span, at))
      spans[1] = o->entries.data[i].span;
  uint32_t block = document_block(d, at);
  if (block != UINT32_MAX) spans[2] = o->blocks.data[block].span;
  spans[3] = sentence_at(d, at);
  spans[4] = word_at(text_str(t), at);
  Json *outer = NULL;
  Span last = {1, 0};
  for (int i = 0; i < 5; i++) {
    bool inside = last.start > last.end || span_covers(last, spans[i]);
    bool same = spans[i].start == last.start && spans[i].end == last.end;
    if (!inside || same || (i >= 3 && span_len(spans[i]) == 0)) continue;
    outer =
        json_object({"range", call_span(c, d, spans[i])}, {"parent", outer});
    last = spans[i];
  }
  return outer;
}

Json *method_selection_range(Call *c) {
  Document *d = call_prose(c);
  if (!d) return NULL;
  const Json *positions = json_get(c->params, "positions");
  Json *list = json_array();
  for (uint32_t i = 0; i < json_count(positions); i++) {
    Pos pos = shape_read_pos(json_item(positions, i));
    Encoding e = c->session->client.encoding;
    json_push(list, selection(c, d, text_offset(document_text(d), pos, e)));
  }
  return list;
}

Json *method_document_link(Call *c) {
  Document *d = call_prose(c);
  if (!d) return NULL;
  const Outline *o = outline_of(d);
  Json *list = json_array();
  for (uint32_t i = 0; i < o->blocks.len; i++) {
    ReferenceVec found = {0};
    BlockKind kind = o->blocks.data[i].kind;
    if (kind == BLOCK_CODE || kind == BLOCK_FRONT_MATTER) continue;
    prose_references(doc_text(d->doc), doc_tree(d->doc), &o->blocks.data[i],
                     c->arena, &found);
    for (uint32_t k = 0; k < found.len; k++) {
      const Reference *r = &found.data[k];
      Str uri = r->kind == REFERENCE_LINK ? links_uri(d, r, c->arena) : STR("");
      if (uri.len)
        json_push(list, json_object({"range", call_span(c, d, r->span)},
                                    {"target", json_str(uri)}));
    }
  }
  return list;
}
