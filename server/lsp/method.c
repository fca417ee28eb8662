// SPDX-License-Identifier: MIT
#include "lsp/method.h"

#include "lsp/progress.h"

#define REQUEST(method, fn, key, json, needs)                                  \
  {{method, sizeof(method) - 1}, method_##fn, true},
#define NOTIFICATION(method, fn)                                               \
  {{method, sizeof(method) - 1}, method_##fn, false},
#define CAPABILITY(key, json, needs)
static const Method methods[] = {
#include "lsp/methods.def"
};
#undef REQUEST
#undef NOTIFICATION
#undef CAPABILITY

#define REQUEST(method, fn, key, json, needs) {key, json, needs},
#define NOTIFICATION(method, fn)
#define CAPABILITY(key, json, needs) {key, json, needs},
static const Capability capabilities[] = {
#include "lsp/methods.def"
};

const Method *method_find(Str name) {
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
    if (str_eq(methods[i].name, name)) return &methods[i];
  return NULL;
}

Json *method_capabilities(const Client *c) {
  Json *all = json_object_of((const JsonPair[]){{0}});
  for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++) {
    const Capability *row = &capabilities[i];
    if (row->key && (!row->needs || client_has(c, row->needs)))
      json_set(all, str_of(row->key), json_raw(str_of(row->json)));
  }
  json_set(all, STR("positionEncoding"), json_str(client_encoding_name(c)));
  return all;
}

Json *call_fail(Call *c, RpcCode code, const char *why) {
  err_set(&c->err, "%s", why);
  c->code = code;
  return NULL;
}

Later *call_later(Call *c, Str uri) {
  Later *l = session_later(c->session, c->id, uri);
  l->work = json_keep(progress_token(c->params, "workDoneToken"));
  l->part = json_keep(progress_token(c->params, "partialResultToken"));
  c->later = true;
  return l;
}

Document *call_any(Call *c) {
  Str uri = json_get_str(c->params, "textDocument.uri", STR(""));
  return session_find(c->session, uri);
}

Document *call_prose(Call *c) {
  Document *d = call_any(c);
  return d && d->doc ? d : NULL;
}

Document *call_at(Call *c, uint32_t *offset) {
  Document *d = call_any(c);
  if (!d) return NULL;
  Pos pos = shape_read_pos(json_get(c->params, "position"));
  *offset = text_offset(document_text(d), pos, c->session->client.encoding);
  return d;
}

Span call_range(Call *c, const Document *d) {
  Range r = shape_read_range(json_get(c->params, "range"));
  return text_span(document_text(d), r, c->session->client.encoding);
}

Json *call_span(Call *c, const Document *d, Span s) {
  return shape_span(&c->session->client, document_text(d), s);
}
