// SPDX-License-Identifier: MIT
// lsp/shape.h: our values as LSP's JSON, and back. Everything protocol-shaped
// lives here; methods ask for shapes and never spell one out. JSON is owned by
// the caller, names are those of LSP 3.18.
#ifndef INKLING_LSP_SHAPE_H
#define INKLING_LSP_SHAPE_H

#include "lsp/client.h"
#include "lsp/document.h"

Pos shape_read_pos(const Json *position);
Range shape_read_range(const Json *range);
Json *shape_pos(Pos p);
Json *shape_range(Range r);
Json *shape_span(const Client *c, const Text *t, Span s); // a Range
Json *shape_location(Str uri, Json *range);               // takes range
Json *shape_edit(Json *range, Str text);                  // a TextEdit; takes
Json *shape_markup(bool markdown, Str text);              // MarkupContent
Json *shape_command(Str title, Str command, Json *arguments);

Json *shape_fault(const Client *c, const Document *d, const LensTrouble *t);
Json *shape_slip(const Client *c, const Document *d, const HushSlip *s);

// A WorkspaceEdit under way, in the form that the client takes.
typedef struct EditShape {
  const Client *client;
  Json *changes; // documentChanges (array) or changes (object)
} EditShape;
EditShape shape_edits(const Client *c);
// Takes `edits` (an array of TextEdit). `version` < 0: not open, null.
void shape_edits_add(EditShape *e, Str uri, int64_t version, Json *edits);
void shape_edits_create(EditShape *e, Str uri);
Json *shape_edits_done(EditShape *e);
// A TextEdit that leaves the cursor behind `text`, where the client takes
// snippets in edits; a plain one elsewhere. Takes range.
Json *shape_snippet(const Client *c, Json *range, Str text);

// Text for people that is Markdown where the client takes it and plain where
// not. Words of the document are escaped.
typedef struct Markup {
  StrBuf text;
  bool markdown;
} Markup;
void markup_text(Markup *m, Str s);
void markup_strong(Markup *m, Str s);
void markup_soft(Markup *m, Str s); // emphasis
void markup_code(Markup *m, Str s);
void markup_break(Markup *m); // a new paragraph
Json *markup_done(Markup *m); // MarkupContent; the Markup is empty after it

#endif
