// SPDX-License-Identifier: MIT
#include "lsp/client.h"

// The client lists what it likes best first; UTF-8 costs us least, so it wins
// wherever it is offered at all.
static Encoding encoding_of(const Json *capabilities) {
  const char *path = "general.positionEncodings";
  if (json_array_has(capabilities, path, STR("utf-8"))) return UTF8;
  if (json_array_has(capabilities, path, STR("utf-16"))) return UTF16;
  return json_array_has(capabilities, path, STR("utf-32")) ? UTF32 : UTF16;
}

bool client_has(const Client *c, const char *path) {
  const Json *found = json_get(c->capabilities, path);
  return json_kind(found) != JSON_NULL && json_get_bool(found, "", true);
}

static bool takes_markdown(const Client *c, const char *path) {
  return json_array_has(c->capabilities, path, STR("markdown"));
}

static void read_diagnostic(Client *c) {
  c->pulls = client_has(c, "textDocument.diagnostic");
  const Json *d =
      json_get(c->capabilities, c->pulls ? "textDocument.diagnostic"
                                         : "textDocument.publishDiagnostics");
  // Some clients say these once, for push, and mean both.
  const Json *push =
      json_get(c->capabilities, "textDocument.publishDiagnostics");
  c->related = json_get_bool(d, "relatedInformation", false) ||
               json_get_bool(push, "relatedInformation", false);
  c->described = json_get_bool(d, "codeDescriptionSupport", false) ||
                 json_get_bool(push, "codeDescriptionSupport", false);
  c->data = json_get_bool(d, "dataSupport", false) ||
            json_get_bool(push, "dataSupport", false);
  c->markup_message = json_get_bool(d, "markupMessageSupport", false);
}

static void read_edits(Client *c) {
  const Json *e = json_get(c->capabilities, "workspace.workspaceEdit");
  c->document_changes = json_get_bool(e, "documentChanges", false);
  c->creates_files = c->document_changes &&
                     json_array_has(e, "resourceOperations", STR("create"));
  c->snippet_edits =
      c->document_changes && json_get_bool(e, "snippetEditSupport", false);
}

void client_read(Client *c, const Json *params) {
  client_clear(c);
  c->capabilities = json_keep(json_get(params, "capabilities"));
  c->encoding = encoding_of(c->capabilities);
  read_diagnostic(c);
  read_edits(c);
  c->hover_markdown = takes_markdown(c, "textDocument.hover.contentFormat");
  c->completion_markdown = takes_markdown(
      c, "textDocument.completion.completionItem.documentationFormat");
  c->snippets =
      client_has(c, "textDocument.completion.completionItem.snippetSupport");
  c->refresh_diagnostics =
      client_has(c, "workspace.diagnostics.refreshSupport");
  c->refresh_inlay = client_has(c, "workspace.inlayHint.refreshSupport");
  c->refresh_lens = client_has(c, "workspace.codeLens.refreshSupport");
  c->watches =
      client_has(c, "workspace.didChangeWatchedFiles.dynamicRegistration");
  c->progress = client_has(c, "window.workDoneProgress");
}

void client_clear(Client *c) {
  json_free(c->capabilities);
  *c = (Client){.encoding = UTF16};
}

Str client_encoding_name(const Client *c) {
  return c->encoding == UTF8    ? STR("utf-8")
         : c->encoding == UTF16 ? STR("utf-16")
                                : STR("utf-32");
}
