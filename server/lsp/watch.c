// SPDX-License-Identifier: MIT
#include "lsp/watch.h"

#include <string.h>

static Json *watcher(const char *glob) {
  return json_object({"globPattern", json_str(str_of(glob))});
}

static Json *registration(const char *method, Json *options) {
  return json_object({"id", json_str(str_of(method))},
                     {"method", json_str(str_of(method))},
                     {"registerOptions", options});
}

void watch_register(Session *s) {
  Json *list = json_array();
  if (s->client.watches) {
    Json *watchers = json_array();
    json_push(watchers, watcher("**/.inkling.json"));
    json_push(watchers, watcher("**/*.lens"));
    json_push(watchers, watcher("**/*.jot"));
    json_push(list, registration("workspace/didChangeWatchedFiles",
                                 json_object({"watchers", watchers})));
  }
  if (client_has(&s->client,
                 "workspace.didChangeConfiguration.dynamicRegistration"))
    json_push(list,
              registration("workspace/didChangeConfiguration",
                           json_object({"section", json_str(STR("inkling"))})));
  if (json_count(list))
    session_ask(s, "client/registerCapability",
                json_object({"registrations", list}), NULL, NULL);
  else
    json_free(list);
}

static Json *item(Str uri) {
  return json_object({"scopeUri", uri.len ? json_str(uri) : NULL},
                     {"section", json_str(STR("inkling"))});
}

// Key by key; a null says nothing. Of what the editor once answered itself it
// has taken charge: where that is gone, initializationOptions are out of date.
static Json *laid_over(const Session *s, const Json *said, Json **answered) {
  Json *all = json_object_of((const JsonPair[]){{0}});
  if (!*answered) *answered = json_object_of((const JsonPair[]){{0}});
  for (JsonMember m = {0}; json_next(said, &m);)
    json_set(*answered, m.key, json_keep(m.value));
  for (JsonMember m = {0}; json_next(s->options, &m);)
    if (!json_member(*answered, m.key) && !json_member(s->answered, m.key))
      json_set(all, m.key, json_keep(m.value));
  for (JsonMember m = {0}; json_next(said, &m);)
    json_set(all, m.key, json_keep(m.value));
  return all;
}

static bool is_same(const Json *one, const Json *other) {
  StrBuf a = {0}, b = {0};
  json_write(one, &a);
  json_write(other, &b);
  bool same = str_eq(strbuf_str(&a), strbuf_str(&b));
  strbuf_clear(&a);
  strbuf_clear(&b);
  return same;
}

// An answer is worth something only where it says something new.
static bool hear(const Session *s, const Json *said, Document *d, Json **kept,
                 Json **answered) {
  JsonKind kind = json_kind(said);
  if (kind != JSON_OBJECT && kind != JSON_NULL) return false;
  bool silent = d && kind == JSON_NULL; // of this document alone
  Json *now = silent ? NULL : laid_over(s, said, answered);
  bool changed = !is_same(*kept, now);
  json_free(changed ? *kept : now);
  if (changed) *kept = now;
  return changed;
}

void watch_hear(Session *s, const Json *said) {
  if (hear(s, said, NULL, &s->editor, &s->answered)) session_reconfigure(s);
}

// A refusal is no answer.
static void on_all(Session *s, const Json *result, void *about) {
  (void)about;
  if (json_count(result)) watch_hear(s, json_item(result, 0));
}

// The document may be gone by now: it is known by its URI.
static void on_one(Session *s, const Json *result, void *about) {
  Document *d = session_find(s, str_of(about));
  if (!d || !json_count(result)) return;
  const Json *said = json_item(result, 0);
  if (!hear(s, said, d, &d->settings, &d->answered)) return;
  const Project *before = d->project;
  session_settle(s, d);
  if (d->project != before) session_refresh(s);
}

static bool can_ask(const Session *s) {
  return s->ready && client_has(&s->client, "workspace.configuration");
}

void watch_ask_for(Session *s, const Document *d) {
  if (!can_ask(s)) return;
  Json *items = json_array();
  json_push(items, item(d->uri));
  char *uri = heap_alloc(d->uri.len + 1);
  memcpy(uri, d->uri.data, d->uri.len);
  session_ask(s, "workspace/configuration", json_object({"items", items}),
              on_one, uri);
}

void watch_ask_configuration(Session *s) {
  if (!can_ask(s)) return;
  Json *items = json_array();
  json_push(items, item(STR("")));
  session_ask(s, "workspace/configuration", json_object({"items", items}),
              on_all, NULL);
  vec_each(DocumentRef, d, &s->documents) watch_ask_for(s, *d);
}

void watch_look(Session *s, const Document *d) {
  if (s->client.watches ||
      project_print(d->project, d->path) == d->project->print)
    return;
  session_reconfigure(s);
}
