// SPDX-License-Identifier: MIT
// Settings, folders and files that change beside the documents.
#include "lsp/folders.h"
#include "lsp/method.h"
#include "lsp/watch.h"

// Clients that are asked for their settings send null or anything here.
Json *method_did_change_configuration(Call *c) {
  Session *s = c->session;
  const Json *said = json_get(c->params, "settings.inkling");
  bool asks = client_has(&s->client, "workspace.configuration");
  if (json_kind(said) == JSON_OBJECT && !asks) {
    json_free(s->editor);
    s->editor = json_keep(said);
    session_reconfigure(s);
  }
  watch_ask_configuration(s);
  return NULL;
}

Json *method_did_change_watched_files(Call *c) {
  const Json *changes = json_get(c->params, "changes");
  bool settings = false;
  for (uint32_t i = 0; i < json_count(changes); i++) {
    Str uri = json_get_str(json_item(changes, i), "uri", STR(""));
    settings |=
        str_ends(uri, STR(".lens")) || str_ends(uri, STR("/.inkling.json"));
  }
  if (settings) session_reconfigure(c->session);
  return NULL;
}

Json *method_did_change_folders(Call *c) {
  folders_add(&c->session->folders, json_get(c->params, "event.added"));
  folders_remove(&c->session->folders, json_get(c->params, "event.removed"));
  return NULL;
}
