// SPDX-License-Identifier: MIT
// lsp/findings.h: from a document to its diagnostics, pushed or pulled.
#ifndef INKLING_LSP_FINDINGS_H
#define INKLING_LSP_FINDINGS_H

#include "lsp/client.h"
#include "lsp/document.h"

// Brings d->pieces up to date: they are the array of diagnostics, and their
// `hash` tells whether it changed.
void findings_run(Document *d, const Client *c);

#endif
