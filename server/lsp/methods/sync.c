// SPDX-License-Identifier: MIT
// Documents as the editor opens, changes, saves and closes them.
#include "lsp/method.h"
#include "lsp/uri.h"
#include "lsp/watch.h"

Json *method_did_open(Call *c) {
  Session *s = c->session;
  const Json *item = json_get(c->params, "textDocument");
  Str uri = json_get_str(item, "uri", STR(""));
  Str path = uri_path(uri, c->arena);
  const Project *project = session_project(s, path, s->editor);
  Document *d =
      document_new(uri, path, json_get_str(item, "languageId", STR("")),
                   json_get_i64(item, "version", 0),
                   json_get_str(item, "text", STR("")), project);
  session_open(s, d);
  session_settle(s, d);
  watch_look(s, d);
  watch_ask_for(s, d);
  session_draft(s, d); // restored by the editor, not saved
  d->unsaid = true;
  return NULL;
}

// A change without a range is the whole text. Returns where the hands are.
static uint32_t change(Call *c, Document *d, const Json *one) {
  Str text = json_get_str(one, "text", STR(""));
  const Json *range = json_get(one, "range");
  if (!range) {
    document_replace_all(d, text);
    return UINT32_MAX;
  }
  Encoding e = c->session->client.encoding;
  Span old = text_span(document_text(d), shape_read_range(range), e);
  document_replace(d, old, text);
  return old.start + (uint32_t)text.len;
}

Json *method_did_change(Call *c) {
  Document *d = call_any(c);
  if (!d) return NULL;
  const Json *changes = json_get(c->params, "contentChanges");
  uint32_t hand = UINT32_MAX;
  for (uint32_t i = 0; i < json_count(changes); i++)
    hand = change(c, d, json_item(changes, i));
  d->version = json_get_i64(c->params, "textDocument.version", d->version);
  session_touched(c->session, d, hand);
  return NULL;
}

// Of a lens what was saved counts, whatever the editor made of it.
static void save_lens(Session *s, Document *d) {
  d->typing = false;
  session_unpark(s, d);
  if (projects_undraft(&s->projects, d->path)) session_reconfigure(s);
}

Json *method_did_save(Call *c) {
  Document *d = call_any(c);
  if (!d) return NULL;
  if (d->lens)
    save_lens(c->session, d);
  else
    session_rested(c->session, d);
  watch_look(c->session, d);
  return NULL;
}

Json *method_did_close(Call *c) {
  Session *s = c->session;
  Document *d = call_any(c);
  if (!d) return NULL;
  session_unpark(s, d);
  if (!s->client.pulls)
    session_notify(
        s, "textDocument/publishDiagnostics",
        json_object({"uri", json_str(d->uri)}, {"diagnostics", json_array()}));
  bool anew = d->lens && projects_undraft(&s->projects, d->path);
  session_close(s, d->uri);
  if (anew) session_reconfigure(s);
  return NULL;
}
