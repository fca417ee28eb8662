// SPDX-License-Identifier: MIT
// lsp/place_edit.h: the edits that Inkling offers: where they go and what they
// write, as spans of the document. No protocol here.
#ifndef INKLING_LSP_PLACE_EDIT_H
#define INKLING_LSP_PLACE_EDIT_H

#include "lsp/document.h"

typedef struct PlaceEdit {
  Span span;
  Str text; // arena
} PlaceEdit;

// The question as a prompt of one's own below the paragraph around `at`.
PlaceEdit edit_ask(Document *d, uint32_t at, Str question, Arena *a);
// `%% hush CODE` above the paragraph around `at`.
PlaceEdit edit_hush_here(Document *d, uint32_t at, Str code, Arena *a);
// `%% hush file CODE` behind the fields at the top.
PlaceEdit edit_hush_file(Document *d, Str code, Arena *a);
// {"hints":{CODE:false}} put into the text of an .inkling.json; false where
// the text is not what such a file holds.
bool edit_hush_project(Str json, Str code, PlaceEdit *out, Arena *a);

#endif
