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
  if (client_has(&s->client,
                 "workspace.didChangeWatchedFiles.dynamicRegistration")) {
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

// An answer is worth something only where it says something new.
static bool replace(Json **kept, const Json *answer) {
  if (json_kind(answer) != JSON_OBJECT) return false;
  StrBuf before = {0}, after = {0};
  json_write(*kept, &before);
  json_write(answer, &after);
  bool changed = !str_eq(strbuf_str(&before), strbuf_str(&after));
  strbuf_clear(&before);
  strbuf_clear(&after);
  if (changed) {
    json_free(*kept);
    *kept = json_keep(answer);
  }
  return changed;
}

static void on_all(Session *s, const Json *result, void *about) {
  (void)about;
  if (replace(&s->editor, json_item(result, 0))) session_reconfigure(s);
}

// The document may be gone by now: it is known by its URI.
static void on_one(Session *s, const Json *result, void *about) {
  Document *d = session_find(s, str_of(about));
  if (!d || !replace(&d->settings, json_item(result, 0))) return;
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
