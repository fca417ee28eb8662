// SPDX-License-Identifier: MIT
// lsp/links.h: where the links of a document lead, as URIs.
#ifndef INKLING_LSP_LINKS_H
#define INKLING_LSP_LINKS_H

#include "lsp/document.h"

// A reference's URI in `a`: a file for [[name]] and relative targets, itself
// for one with a scheme; "" where it leads nowhere.
Str links_uri(const Document *d, const Reference *r, Arena *a);
// The link at `offset`, if it leads somewhere.
bool links_at(Document *d, uint32_t offset, Str *uri, Span *span, Arena *a);

#endif
