// SPDX-License-Identifier: MIT
#include "lsp/shape.h"

#include <string.h>

#include "lsp/page.h"

Pos shape_read_pos(const Json *position) {
  return (Pos){json_get_u32(position, "line", 0),
               json_get_u32(position, "character", 0)};
}

Range shape_read_range(const Json *range) {
  return (Range){shape_read_pos(json_get(range, "start")),
                 shape_read_pos(json_get(range, "end"))};
}

Json *shape_pos(Pos p) {
  return json_object({"line", json_int(p.line)},
                     {"character", json_int(p.column)});
}

Json *shape_range(Range r) {
  return json_object({"start", shape_pos(r.start)}, {"end", shape_pos(r.end)});
}

Json *shape_span(const Client *c, const Text *t, Span s) {
  return shape_range(text_range(t, s, c->encoding));
}

Json *shape_location(Str uri, Json *range) {
  return json_object({"uri", json_str(uri)}, {"range", range});
}

Json *shape_edit(Json *range, Str text) {
  return json_object({"range", range}, {"newText", json_str(text)});
}

Json *shape_markup(bool markdown, Str text) {
  return json_object(
      {"kind", json_str(markdown ? STR("markdown") : STR("plaintext"))},
      {"value", json_str(text)});
}

Json *shape_command(Str title, Str command, Json *arguments) {
  return json_object({"title", json_str(title)}, {"command", json_str(command)},
                     {"arguments", arguments});
}

// A fault in a lens is the coach's own to mend: Warning, not Hint.
Json *shape_fault(const Client *c, const Document *d, const LensTrouble *t) {
  return json_object({"range", shape_span(c, document_text(d), t->span)},
                     {"severity", json_int(2)},
                     {"source", json_str(STR("inkling"))},
                     {"message", json_str(t->message)});
}

// No code: it is no hint, and nothing explains or hushes it.
Json *shape_slip(const Client *c, const Document *d, const HushSlip *s) {
  return json_object({"range", shape_span(c, document_text(d), s->span)},
                     {"severity", json_int(3)},
                     {"source", json_str(STR("inkling"))},
                     {"message", json_str(s->message)});
}

EditShape shape_edits(const Client *c) {
  Json *empty = c->document_changes ? json_array()
                                    : json_object_of((const JsonPair[]){{0}});
  return (EditShape){.client = c, .changes = empty};
}

void shape_edits_add(EditShape *e, Str uri, int64_t version, Json *edits) {
  if (!e->client->document_changes) {
    json_set(e->changes, uri, edits);
    return;
  }
  Json *which =
      json_object({"uri", json_str(uri)},
                  {"version", version < 0 ? json_null() : json_int(version)});
  json_push(e->changes, json_object({"textDocument", which}, {"edits", edits}));
}

void shape_edits_create(EditShape *e, Str uri) {
  json_push(e->changes, json_object({"kind", json_str(STR("create"))},
                                    {"uri", json_str(uri)}));
}

Json *shape_edits_done(EditShape *e) {
  return e->client->document_changes
             ? json_object({"documentChanges", e->changes})
             : json_object({"changes", e->changes});
}

Json *shape_snippet(const Client *c, Json *range, Str text) {
  if (!c->snippet_edits) return shape_edit(range, text);
  StrBuf b = {0};
  for (size_t i = 0; i < text.len; i++) {
    if (strchr("\\$}", text.data[i]) && text.data[i]) strbuf_putc(&b, '\\');
    strbuf_putc(&b, text.data[i]);
  }
  strbuf_put(&b, STR("$0"));
  Json *snippet = json_object({"kind", json_str(STR("snippet"))},
                              {"value", json_str(strbuf_str(&b))});
  strbuf_clear(&b);
  return json_object({"range", range}, {"snippet", snippet});
}

void markup_text(Markup *m, Str s) {
  for (size_t i = 0; i < s.len; i++) {
    if (m->markdown && s.data[i] && strchr("\\`*_[]<>#&~|", s.data[i]))
      strbuf_putc(&m->text, '\\');
    strbuf_putc(&m->text, s.data[i]);
  }
}

static void wrapped(Markup *m, const char *mark, Str s) {
  if (!s.len) return;
  if (m->markdown) strbuf_put(&m->text, str_of(mark));
  markup_text(m, s);
  if (m->markdown) strbuf_put(&m->text, str_of(mark));
}

void markup_strong(Markup *m, Str s) {
  wrapped(m, "**", s);
}

void markup_soft(Markup *m, Str s) {
  wrapped(m, "*", s);
}

void markup_code(Markup *m, Str s) {
  if (m->markdown) strbuf_putc(&m->text, '`');
  strbuf_put(&m->text, s);
  if (m->markdown) strbuf_putc(&m->text, '`');
}

void markup_break(Markup *m) {
  if (m->text.len) strbuf_put(&m->text, STR("\n\n"));
}

Json *markup_done(Markup *m) {
  Json *j = shape_markup(m->markdown, strbuf_str(&m->text));
  strbuf_clear(&m->text);
  return j;
}
