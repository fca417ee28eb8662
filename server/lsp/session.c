// SPDX-License-Identifier: MIT
#include "lsp/session.h"

#include <stdio.h>
#include <string.h>

#include "lsp/findings.h"
#include "lsp/uri.h"

void session_init(Session *s, Host host) {
  *s = (Session){
      .host = host, .client = {.encoding = UTF16}, .next_id = 1, .status = -1};
}

static void later_free(Session *s, Later *l) {
  for (uint32_t i = 0; i < s->later.len; i++)
    if (s->later.data[i] == l) s->later.data[i] = s->later.data[--s->later.len];
  json_free(l->id);
  json_free(l->work);
  json_free(l->part);
  free((char *)(uintptr_t)l->uri.data);
  free(l);
}

void session_clear(Session *s) {
  vec_each(DocumentRef, d, &s->documents) document_free(*d);
  while (s->later.len) later_free(s, s->later.data[0]);
  vec_clear(&s->documents);
  vec_clear(&s->later);
  folders_clear(&s->folders);
  vec_each(Asked, asked, &s->asked) free(asked->about);
  vec_clear(&s->asked);
  projects_clear(&s->projects);
  client_clear(&s->client);
  json_free(s->options);
  json_free(s->answered);
  json_free(s->editor);
}

// ---- messages ------------------------------------------------------------

void session_notify(Session *s, const char *method, Json *params) {
  s->host.send(s->host.self, rpc_notification(str_of(method), params));
}

void session_ask(Session *s, const char *method, Json *params, ReplyFn *fn,
                 void *about) {
  int64_t id = s->next_id++;
  vec_push(&s->asked, (Asked){.id = id, .fn = fn, .about = about});
  s->host.send(s->host.self, rpc_request(id, str_of(method), params));
}

void session_told(Session *s, const RpcMessage *reply) {
  int64_t id = json_get_i64(reply->id, "", -1);
  for (uint32_t i = 0; i < s->asked.len; i++) {
    if (s->asked.data[i].id != id) continue;
    Asked asked = s->asked.data[i];
    s->asked.data[i] = s->asked.data[--s->asked.len];
    Json *null = json_null();
    const Json *result = reply->result ? reply->result : null;
    if (asked.fn) asked.fn(s, reply->error ? NULL : result, asked.about);
    json_free(null);
    free(asked.about);
    return;
  }
}

void session_say(Session *s, int level, Str text) {
  session_notify(
      s, "window/showMessage",
      json_object({"type", json_int(level)}, {"message", json_str(text)}));
}

void session_log(Session *s, Str text) {
  if (s->trace != TRACE_OFF)
    session_notify(s, "$/logTrace", json_object({"message", json_str(text)}));
}

// ---- documents -----------------------------------------------------------

Document *session_find(const Session *s, Str uri) {
  for (uint32_t i = 0; i < s->documents.len; i++)
    if (str_eq(s->documents.data[i]->uri, uri)) return s->documents.data[i];
  Arena a = {0};
  Document *found = NULL;
  Str path = uri_path(uri, &a);
  for (uint32_t i = 0; i < s->documents.len && path.len && !found; i++)
    if (str_eq(s->documents.data[i]->path, path)) found = s->documents.data[i];
  arena_clear(&a);
  return found;
}

void session_open(Session *s, Document *d) {
  session_close(s, d->uri); // opened twice: the newer text is right
  vec_push(&s->documents, d);
}

bool session_close(Session *s, Str uri) {
  Document *d = session_find(s, uri);
  for (uint32_t i = 0; d && i < s->documents.len; i++)
    if (s->documents.data[i] == d)
      s->documents.data[i] = s->documents.data[--s->documents.len];
  document_free(d);
  return d != NULL;
}

// One sentence, however many there are: the rest is in `inkling config`.
static void tell_troubles(Session *s) {
  StrVec *fresh = &s->projects.fresh;
  if (!fresh->len) return;
  Arena a = {0};
  Str first = fresh->data[0];
  if (fresh->len > 1)
    first = str_printf(&a, STR_FMT " (and %u more: `inkling config` says all)",
                       STR_ARG(first), fresh->len - 1);
  session_say(s, 3, first);
  fresh->len = 0;
  arena_clear(&a);
}

const Project *session_project(Session *s, Str path, const Json *editor) {
  return projects_get(&s->projects, path, folders_of(&s->folders, path),
                      editor);
}

void session_settle(Session *s, Document *d) {
  const Json *editor = d->settings ? d->settings : s->editor;
  document_use(d, session_project(s, d->path, editor));
  tell_troubles(s);
}

void session_reconfigure(Session *s) {
  projects_forget(&s->projects);
  s->generation++;
  vec_each(DocumentRef, d, &s->documents) {
    session_settle(s, *d);
    if ((*d)->lens) (*d)->lens->checked = false;
  }
  if (!s->jobs) projects_sweep(&s->projects);
  session_refresh(s);
}

static void refresh(Session *s, bool can, const char *method) {
  if (can && s->ready) session_ask(s, method, NULL, NULL, NULL);
}

void session_refresh_diagnostics(Session *s) {
  refresh(s, s->client.pulls && s->client.refresh_diagnostics,
          "workspace/diagnostic/refresh");
}

void session_refresh(Session *s) {
  const Client *c = &s->client;
  if (!c->pulls)
    vec_each(DocumentRef, d, &s->documents) session_publish(s, *d);
  session_refresh_diagnostics(s);
  refresh(s, c->refresh_inlay, "workspace/inlayHint/refresh");
  refresh(s, c->refresh_lens, "workspace/codeLens/refresh");
}

static void put_pieces(const void *pieces, StrBuf *out) {
  pieces_write(pieces, out);
}

void session_publish(Session *s, Document *d) {
  findings_run(d, &s->client);
  d->unsaid = false;
  Json *items = json_late(put_pieces, &d->pieces);
  session_notify(s, "textDocument/publishDiagnostics",
                 json_object({"uri", json_str(d->uri)},
                             {"version", json_int(d->version)},
                             {"diagnostics", items}));
}

void session_flush(Session *s) {
  if (s->client.pulls) return;
  vec_each(DocumentRef, d, &s->documents)
    if ((*d)->unsaid) session_publish(s, *d);
}

// ---- answers that come later ----------------------------------------------

Later *session_later(Session *s, const Json *id, Str uri) {
  Later *l = heap_alloc(sizeof *l);
  char *copy = heap_alloc(uri.len + 1);
  memcpy(copy, uri.data ? uri.data : "", uri.len);
  *l = (Later){.id = json_keep(id), .uri = {copy, uri.len}};
  vec_push(&s->later, l);
  return l;
}

void session_answer(Session *s, Later *l, Json *result) {
  s->host.send(s->host.self, rpc_reply(l->id, result));
  later_free(s, l);
}

void session_refuse(Session *s, Later *l, RpcCode code, const char *why) {
  Err err = {0};
  err_set(&err, "%s", why);
  s->host.send(s->host.self, rpc_error(l->id, code, &err));
  later_free(s, l);
}

bool session_cancel(Session *s, const Json *id) {
  for (uint32_t i = 0; i < s->later.len; i++) {
    Later *l = s->later.data[i];
    if (!rpc_same_id(l->id, id)) continue;
    l->cancelled = true;
    if (l->parked) session_refuse(s, l, RPC_REQUEST_CANCELLED, "cancelled");
    return true;
  }
  return false;
}

Json *session_report(Session *s, Document *d, Str previous_id) {
  findings_run(d, &s->client);
  char id[17];
  snprintf(id, sizeof id, "%016llx", (unsigned long long)d->pieces.hash);
  if (str_eq(previous_id, str_of(id)))
    return json_object({"kind", json_str(STR("unchanged"))},
                       {"resultId", json_str(str_of(id))});
  return json_object({"kind", json_str(STR("full"))},
                     {"resultId", json_str(str_of(id))},
                     {"items", json_late(put_pieces, &d->pieces)});
}

void session_unpark(Session *s, Document *d) {
  for (uint32_t i = s->later.len; i-- > 0;) {
    Later *l = s->later.data[i];
    // Each stands there once, so none is met after it was freed.
    // NOLINTNEXTLINE(clang-analyzer-unix.Malloc)
    if (l->parked && str_eq(l->uri, d->uri))
      session_answer(s, l, session_report(s, d, STR("")));
  }
}

// ---- the clock -------------------------------------------------------------

static uint64_t due(const Document *d) {
  return d->typing ? d->touched + d->project->settings.typing_pause
                   : UINT64_MAX;
}

uint64_t session_due(const Session *s) {
  uint64_t first = UINT64_MAX;
  for (uint32_t i = 0; i < s->documents.len; i++)
    if (due(s->documents.data[i]) < first) first = due(s->documents.data[i]);
  return first;
}

void session_tick(Session *s) {
  uint64_t now = s->host.now(s->host.self);
  for (uint32_t i = 0; i < s->documents.len; i++)
    if (due(s->documents.data[i]) <= now)
      session_rested(s, s->documents.data[i]);
}

void session_draft(Session *s, Document *d) {
  if (!d->lens || !lensfile_is_sound(d->lens)) return;
  if (projects_draft(&s->projects, d->path, text_str(&d->lens->text)))
    session_reconfigure(s);
}

void session_touched(Session *s, Document *d, uint32_t hand) {
  d->typing = d->project->settings.typing_pause > 0;
  d->hand = hand;
  d->touched = s->host.now(s->host.self);
  d->unsaid = true;
  if (!d->typing) session_draft(s, d);
}

// Nothing waited: the editor shows all there is, and is left in peace.
void session_rested(Session *s, Document *d) {
  bool waited = d->typing && document_waits(d);
  d->typing = false;
  session_draft(s, d);
  session_unpark(s, d);
  if (!waited) return;
  d->unsaid = true;
  if (s->client.pulls)
    session_refresh(s);
  else
    session_flush(s);
}
