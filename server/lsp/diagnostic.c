// SPDX-License-Identifier: MIT
#include "lsp/diagnostic.h"

#include "lsp/page.h"
#include "lsp/shape.h"

static void put(PieceDraft *out, const char *text) {
  strbuf_put(&out->text, str_of(text));
}

static void put_str(PieceDraft *out, const char *key, Str s) {
  put(out, key);
  json_put_str(&out->text, s);
}

static void put_pos(PieceDraft *out, const char *key, Pos p) {
  put(out, key);
  piece_put_line(out, p.line);
  strbuf_printf(&out->text, ",\"character\":%u}", (unsigned)p.column);
}

static void put_range(PieceDraft *out, const Client *c, const Text *t, Span s) {
  Range r = text_range(t, s, c->encoding);
  put_pos(out, "\"range\":{\"start\":{\"line\":", r.start);
  put_pos(out, ",\"end\":{\"line\":", r.end);
  put(out, "}");
}

static void put_description(PieceDraft *out, Str code) {
  Arena a = {0};
  Str page = page_of_hint(code, &a);
  if (page.len) put_str(out, ",\"codeDescription\":{\"href\":", page);
  if (page.len) put(out, "}");
  arena_clear(&a);
}

static void put_message(PieceDraft *out, const Client *c, const Hint *h) {
  Markup m = {.markdown = c->markup_message};
  markup_text(&m, h->message);
  if (h->ask.len && m.markdown) {
    markup_break(&m);
    markup_soft(&m, h->ask);
  } else if (h->ask.len) {
    strbuf_putc(&m.text, ' ');
    markup_text(&m, h->ask);
  }
  put(out, ",\"message\":");
  if (m.markdown) put(out, "{\"kind\":\"markdown\",\"value\":");
  json_put_str(&out->text, strbuf_str(&m.text));
  if (m.markdown) put(out, "}");
  strbuf_clear(&m.text);
}

static void put_related(PieceDraft *out, const Client *c, const Document *d,
                        const Hint *same) {
  const Text *t = document_text(d);
  StrBuf b = {0};
  strbuf_put(&b, STR("also “"));
  strbuf_put(&b, text_slice(t, same->span));
  strbuf_put(&b, STR("”"));
  put_str(out, "{\"location\":{\"uri\":", d->uri);
  put(out, ",");
  put_range(out, c, t, same->span);
  put_str(out, "},\"message\":", strbuf_str(&b));
  put(out, "}");
  strbuf_clear(&b);
}

void diagnostic_put(PieceDraft *out, const Client *c, const Document *d,
                    const Hint *h, const Hint *const *same,
                    uint32_t same_count) {
  put(out, "{");
  put_range(out, c, document_text(d), h->span);
  put(out, h->severity == SEVERITY_INFORMATION ? ",\"severity\":3"
                                               : ",\"severity\":4");
  put_str(out, ",\"code\":", h->code);
  if (c->described) put_description(out, h->code);
  put(out, ",\"source\":\"inkling\"");
  put_message(out, c, h);
  for (uint32_t i = 0; c->related && i < same_count; i++) {
    put(out, i ? "," : ",\"relatedInformation\":[");
    put_related(out, c, d, same[i]);
  }
  if (c->related && same_count) put(out, "]");
  if (c->data) {
    put_str(out, ",\"data\":{\"hint\":", h->code);
    put_str(out, ",\"lens\":", h->lens);
    put(out, "}");
  }
  put(out, "}");
}
