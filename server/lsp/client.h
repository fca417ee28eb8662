// SPDX-License-Identifier: MIT
// lsp/client.h: what the editor at the other end can do, read once from its
// initialize request (LSP 3.18, ClientCapabilities).
#ifndef INKLING_LSP_CLIENT_H
#define INKLING_LSP_CLIENT_H

#include "text/utf.h"
#include "wire/json.h"

typedef struct Client {
  Json *capabilities; // owned; the rest are those asked often
  Encoding encoding;
  bool pulls; // textDocument/diagnostic; otherwise we push
  bool related, described, data, markup_message; // parts of a diagnostic
  bool hover_markdown, completion_markdown;
  bool snippets;         // in completion
  bool snippet_edits;    // in workspace edits
  bool document_changes; // in workspace edits
  bool creates_files;    // workspace edits may create a file
  bool refresh_diagnostics, refresh_inlay, refresh_lens;
  bool watches;  // files, for us
  bool progress; // window/workDoneProgress/create
} Client;

// Takes nothing; keeps the capabilities of `params` (of initialize).
void client_read(Client *c, const Json *params);
void client_clear(Client *c);
// Whether a capability is there and neither null nor false; "a.b.c".
bool client_has(const Client *c, const char *path);
Str client_encoding_name(const Client *c); // "utf-16"

#endif
