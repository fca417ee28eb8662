// SPDX-License-Identifier: MIT
// textDocument/semanticTokens: full, delta and range.
#include <string.h>

#include "lsp/method.h"
#include "lsp/tokens.h"

typedef Vec(uint32_t) Numbers;

// Five numbers a token, each relative to the token before (LSP 3.18,
// SemanticTokens). Columns go on from the token before on the same line.
static Numbers encoded(Call *c, const Document *d, const SemTokens *tokens) {
  const Text *t = document_text(d);
  Encoding e = c->session->client.encoding;
  Numbers out = {0};
  Pos last = {0, 0};
  uint32_t last_at = 0;
  for (uint32_t i = 0; i < tokens->len; i++) {
    Span s = tokens->data[i].span;
    Pos at = text_pos(t, s.start, UTF8);
    bool same = i && at.line == last.line;
    uint32_t from = same ? last_at : s.start - at.column;
    at.column = (same ? last.column : 0) +
                utf_columns(text_slice(t, (Span){from, s.start}), e);
    uint32_t five[] = {
        at.line - last.line, same ? at.column - last.column : at.column,
        utf_columns(text_slice(t, s), e), (uint32_t)tokens->data[i].type, 0};
    for (int k = 0; k < 5; k++) vec_push_in(c->arena, &out, five[k]);
    last = at;
    last_at = s.start;
  }
  return out;
}

static Json *numbers(Call *c, const uint32_t *data, uint32_t len) {
  StrBuf b = {0};
  strbuf_putc(&b, '[');
  for (uint32_t i = 0; i < len; i++)
    strbuf_printf(&b, i ? ",%u" : "%u", data[i]);
  strbuf_putc(&b, ']');
  Str text = str_copy(c->arena, strbuf_str(&b));
  strbuf_clear(&b);
  return json_raw(text);
}

static Numbers whole(Call *c, Document *d) {
  Span all = {0, (uint32_t)text_str(document_text(d)).len};
  SemTokens tokens = tokens_of(d, all, c->arena);
  return encoded(c, d, &tokens);
}

static Json *id_of(Call *c, const Document *d) {
  return json_str(str_printf(c->arena, "%u", d->tokens_id));
}

static void remember(Document *d, const Numbers *n) {
  d->tokens_id++;
  d->tokens.len = 0;
  vec_reserve(&d->tokens, n->len);
  if (n->len) memcpy(d->tokens.data, n->data, n->len * sizeof *n->data);
  d->tokens.len = n->len;
}

static Json *full(Call *c, Document *d, const Numbers *n) {
  remember(d, n);
  return json_object({"resultId", id_of(c, d)},
                     {"data", numbers(c, n->data, n->len)});
}

Json *method_tokens_full(Call *c) {
  Document *d = call_any(c);
  if (!d) return NULL;
  Numbers n = whole(c, d);
  return full(c, d, &n);
}

// One edit does: what is alike at the start and at the end stays.
Json *method_tokens_delta(Call *c) {
  Document *d = call_any(c);
  if (!d) return NULL;
  Numbers n = whole(c, d);
  Str previous = json_get_str(c->params, "previousResultId", STR(""));
  Str known = str_printf(c->arena, "%u", d->tokens_id);
  if (!d->tokens_id || !str_eq(previous, known)) return full(c, d, &n);
  uint32_t most = n.len < d->tokens.len ? n.len : d->tokens.len;
  uint32_t head = 0, tail = 0;
  while (head < most && n.data[head] == d->tokens.data[head]) head++;
  while (tail < most - head &&
         n.data[n.len - 1 - tail] == d->tokens.data[d->tokens.len - 1 - tail])
    tail++;
  Json *edits = json_array();
  uint32_t gone = d->tokens.len - head - tail, come = n.len - head - tail;
  const uint32_t *new = come ? n.data + head : NULL;
  if (gone || come)
    json_push(edits, json_object({"start", json_int(head)},
                                 {"deleteCount", json_int(gone)},
                                 {"data", numbers(c, new, come)}));
  remember(d, &n);
  return json_object({"resultId", id_of(c, d)}, {"edits", edits});
}

Json *method_tokens_range(Call *c) {
  Document *d = call_any(c);
  if (!d) return NULL;
  SemTokens tokens = tokens_of(d, call_range(c, d), c->arena);
  Numbers n = encoded(c, d, &tokens);
  return json_object({"data", numbers(c, n.data, n.len)});
}
