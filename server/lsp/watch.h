// SPDX-License-Identifier: MIT
// lsp/watch.h: what we ask of the editor after `initialized`: to tell of files
// that change, and its settings. A refusal costs nothing: settings are then
// those of initialize. Where the editor watches no files, we look ourselves
// when a document is opened or saved.
#ifndef INKLING_LSP_WATCH_H
#define INKLING_LSP_WATCH_H

#include "lsp/session.h"

void watch_register(Session *s);
// The editor's settings, which lie over initializationOptions key by key.
void watch_hear(Session *s, const Json *said);
// Asks for section `inkling` for every open document and for all of them.
void watch_ask_configuration(Session *s);
void watch_ask_for(Session *s, const Document *d);
// Whether settings and lenses of this document are still those on disk; else
// all is made anew.
void watch_look(Session *s, const Document *d);

#endif
