// SPDX-License-Identifier: MIT
#include "lsp/place_edit.h"

#include "lsp/prompt.h"
#include "wire/json.h"

// The line break this document is written with.
static Str line_break(const Text *t) {
  if (t->lines.len < 2) return STR("\n");
  Str s = text_str(t);
  uint32_t end = t->lines.data[1];
  if (end >= 2 && s.data[end - 2] == '\r') return STR("\r\n");
  return s.data[end - 1] == '\r' ? STR("\r") : STR("\n");
}

static Span around(Document *d, uint32_t at) {
  const Paragraph *p = doc_paragraph_at(d->doc, at);
  uint32_t block = p ? p->block : document_block(d, at);
  if (block == UINT32_MAX) return (Span){at, at};
  return doc_analysis(d->doc)->outline->blocks.data[block].span;
}

PlaceEdit edit_ask(Document *d, uint32_t at, Str question, Arena *a) {
  uint32_t end = around(d, at).end;
  Str nl = line_break(doc_text(d->doc));
  bool jot = doc_language(d->doc) == LANGUAGE_JOT;
  Str text = str_printf(a, STR_FMT STR_FMT "%s " STR_FMT STR_FMT, STR_ARG(nl),
                        STR_ARG(nl), jot ? "?" : ">",
                        STR_ARG(prompt_of_question(question, a)), STR_ARG(nl));
  return (PlaceEdit){.span = {end, end}, .text = text};
}

// A byte order mark stays the first thing of its file.
static uint32_t behind_mark(const Text *t, uint32_t at) {
  return !at && str_starts(text_str(t), STR("\xEF\xBB\xBF")) ? 3 : at;
}

PlaceEdit edit_hush_here(Document *d, uint32_t at, Str code, Arena *a) {
  const Text *t = doc_text(d->doc);
  Pos pos = text_pos(t, around(d, at).start, UTF8);
  uint32_t start = behind_mark(t, t->lines.data[pos.line]);
  Str nl = line_break(t);
  bool jot = doc_language(d->doc) == LANGUAGE_JOT;
  Str text =
      str_printf(a, "%s" STR_FMT "%s" STR_FMT, jot ? "%% hush " : "<!-- hush ",
                 STR_ARG(code), jot ? "" : " -->", STR_ARG(nl));
  return (PlaceEdit){.span = {start, start}, .text = text};
}

static uint32_t after_fields(const Outline *o, uint32_t end) {
  for (uint32_t i = 0; i < o->blocks.len; i++) {
    BlockKind kind = o->blocks.data[i].kind;
    if (kind != BLOCK_FIELD && kind != BLOCK_FRONT_MATTER)
      return o->blocks.data[i].span.start;
  }
  return end;
}

PlaceEdit edit_hush_file(Document *d, Str code, Arena *a) {
  const Text *t = doc_text(d->doc);
  uint32_t at =
      after_fields(doc_analysis(d->doc)->outline, (uint32_t)text_str(t).len);
  at = behind_mark(t, at - text_pos(t, at, UTF8).column);
  Str nl = line_break(t);
  bool jot = doc_language(d->doc) == LANGUAGE_JOT;
  Str text =
      str_printf(a, "%s" STR_FMT "%s" STR_FMT STR_FMT,
                 jot ? "%% hush file " : "<!-- hush file ", STR_ARG(code),
                 jot ? "" : " -->", STR_ARG(nl), STR_ARG(nl));
  return (PlaceEdit){.span = {at, at}, .text = text};
}

static bool is_object(Str json, const JsonPlace *p) {
  return p->start < json.len && json.data[p->start] == '{';
}

// A member put first into the object at `p`.
static void put_first(Str json, const JsonPlace *p, Str member, Arena *a,
                      PlaceEdit *out) {
  uint32_t at = (uint32_t)p->start + 1;
  Str inside = str_trim(str_slice(json, at, p->end - 1));
  out->span = (Span){at, at};
  out->text = str_printf(a, "\n  " STR_FMT "%s", STR_ARG(member),
                         inside.len ? "," : "\n");
}

bool edit_hush_project(Str json, Str code, PlaceEdit *out, Arena *a) {
  Str keys[] = {STR("hints"), code};
  JsonPlace top, hints, old;
  if (!str_trim(json).len) {
    out->span = (Span){0, (uint32_t)json.len};
    out->text = str_printf(a, "{\n  \"hints\": {\"" STR_FMT "\": false}\n}\n",
                           STR_ARG(code));
    return true;
  }
  if (!json_place(json, NULL, 0, &top) || !is_object(json, &top)) return false;
  if (!json_place(json, keys, 1, &hints)) {
    put_first(
        json, &top,
        str_printf(a, "\"hints\": {\"" STR_FMT "\": false}", STR_ARG(code)), a,
        out);
    return true;
  }
  if (!is_object(json, &hints)) return false;
  if (json_place(json, keys, 2, &old)) {
    out->span = (Span){(uint32_t)old.start, (uint32_t)old.end};
    out->text = STR("false");
    return true;
  }
  put_first(json, &hints,
            str_printf(a, "  \"" STR_FMT "\": false", STR_ARG(code)), a, out);
  return true;
}
