// SPDX-License-Identifier: MIT
// Settings, folders and files that change beside the documents.
#include "lsp/folders.h"
#include "lsp/index.h"
#include "lsp/method.h"
#include "lsp/watch.h"

// Clients that are asked for their settings send null or anything here.
Json *method_did_change_configuration(Call *c) {
  Session *s = c->session;
  const Json *said = json_get(c->params, "settings.inkling");
  bool asks = client_has(&s->client, "workspace.configuration");
  if (json_kind(said) == JSON_OBJECT && !asks) watch_hear(s, said);
  watch_ask_configuration(s);
  return NULL;
}

// An open document answers for itself; of the other files the editor may show
// hints that it was told with the workspace's.
Json *method_did_change_watched_files(Call *c) {
  Session *s = c->session;
  const Json *changes = json_get(c->params, "changes");
  bool settings = false, journal = false, unopened = false;
  for (uint32_t i = 0; i < json_count(changes); i++) {
    Str uri = json_get_str(json_item(changes, i), "uri", STR(""));
    settings |=
        str_ends(uri, STR(".lens")) || str_ends(uri, STR("/.inkling.json"));
    bool jot = str_ends(uri, STR(".jot"));
    journal |= jot;
    unopened |= jot && !session_find(s, uri);
  }
  if (journal) index_update(s, NULL, NULL, NULL);
  if (settings)
    session_reconfigure(s);
  else if (unopened)
    session_refresh_diagnostics(s);
  return NULL;
}

// Relative paths of settings start from the folder that a document is in.
static void settle_all(Session *s) {
  bool changed = false;
  vec_each(DocumentRef, d, &s->documents) {
    const Project *before = (*d)->project;
    session_settle(s, *d);
    changed = changed || (*d)->project != before;
  }
  if (changed) session_refresh(s);
}

Json *method_did_change_folders(Call *c) {
  Session *s = c->session;
  folders_add(&s->folders, json_get(c->params, "event.added"));
  folders_remove(&s->folders, json_get(c->params, "event.removed"));
  settle_all(s);
  index_update(s, NULL, NULL, NULL);
  return NULL;
}
