// SPDX-License-Identifier: MIT
#include "lsp/diagnostic.h"

#include "lsp/page.h"
#include "lsp/shape.h"

#define PUT(out, literal) strbuf_put(&(out)->text, STR(literal))

static void put_str(PieceDraft *out, Str s) {
  json_put_str(&out->text, s);
}

static void put_pos(PieceDraft *out, Pos p) {
  piece_put_line(out, p.line);
  PUT(out, ",\"character\":");
  strbuf_put_u32(&out->text, p.column);
}

static void put_range(PieceDraft *out, const Client *c, const Text *t, Span s) {
  Range r = text_range(t, s, c->encoding);
  PUT(out, "\"range\":{\"start\":{\"line\":");
  put_pos(out, r.start);
  PUT(out, "},\"end\":{\"line\":");
  put_pos(out, r.end);
  PUT(out, "}}");
}

// A hint's part of the page is named as its code is.
static void put_description(PieceDraft *out, Str code) {
  Str page = page_of_hints();
  if (!page.len) return;
  PUT(out, ",\"codeDescription\":{\"href\":\"");
  json_put_part(&out->text, page);
  PUT(out, "#");
  json_put_part(&out->text, code);
  PUT(out, "\"}");
}

static void put_plain_message(PieceDraft *out, const Hint *h) {
  PUT(out, "\"");
  json_put_part(&out->text, h->message);
  if (h->ask.len) PUT(out, " ");
  json_put_part(&out->text, h->ask);
  PUT(out, "\"");
}

static void put_marked_message(PieceDraft *out, const Hint *h) {
  Markup m = {.markdown = true};
  markup_text(&m, h->message);
  if (h->ask.len) markup_break(&m);
  markup_soft(&m, h->ask);
  PUT(out, "{\"kind\":\"markdown\",\"value\":");
  put_str(out, strbuf_str(&m.text));
  PUT(out, "}");
  strbuf_clear(&m.text);
}

static void put_message(PieceDraft *out, const Client *c, const Hint *h) {
  PUT(out, ",\"message\":");
  if (c->markup_message)
    put_marked_message(out, h);
  else
    put_plain_message(out, h);
}

static void put_related(PieceDraft *out, const Client *c, const Document *d,
                        const Hint *same) {
  const Text *t = document_text(d);
  PUT(out, "{\"location\":{\"uri\":");
  put_str(out, d->uri);
  PUT(out, ",");
  put_range(out, c, t, same->span);
  PUT(out, "},\"message\":\"also “");
  json_put_part(&out->text, text_slice(t, same->span));
  PUT(out, "”\"}");
}

static void put_all_related(PieceDraft *out, const Client *c, const Document *d,
                            const Hint *const *same, uint32_t count) {
  PUT(out, ",\"relatedInformation\":[");
  for (uint32_t i = 0; i < count; i++) {
    if (i) PUT(out, ",");
    put_related(out, c, d, same[i]);
  }
  PUT(out, "]");
}

static void put_data(PieceDraft *out, const Hint *h) {
  PUT(out, ",\"data\":{\"hint\":");
  put_str(out, h->code);
  PUT(out, ",\"lens\":");
  put_str(out, h->lens);
  PUT(out, "}");
}

void diagnostic_put(PieceDraft *out, const Client *c, const Document *d,
                    const Hint *h, const Hint *const *same,
                    uint32_t same_count) {
  PUT(out, "{");
  put_range(out, c, document_text(d), h->span);
  PUT(out, ",\"severity\":");
  strbuf_put_u32(&out->text, h->severity == SEVERITY_INFORMATION ? 3 : 4);
  PUT(out, ",\"code\":");
  put_str(out, h->code);
  if (c->described) put_description(out, h->code);
  PUT(out, ",\"source\":\"inkling\"");
  put_message(out, c, h);
  if (c->related && same_count) put_all_related(out, c, d, same, same_count);
  if (c->data) put_data(out, h);
  PUT(out, "}");
}
