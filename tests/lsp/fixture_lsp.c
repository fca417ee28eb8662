// SPDX-License-Identifier: MIT
// Fixtures of the methods: the input is a document with marks («…» a range, §
// a place; the first one is what is asked about), `--- NAME` a method, and the
// answer is printed short: ranges as line:column-line:column, one item a line.
// The case's name may say (markdown), (plain), (lens) or (utf-8).
#include <stdio.h>
#include <string.h>

#include "lsp/editor.h"
#include "lsp/shape.h"
#include "runner/fixture.h"

static const char CAPABILITIES[] =
    "{\"general\":{\"positionEncodings\":[\"%s\"]},"
    "\"workspace\":{\"workspaceEdit\":{\"documentChanges\":true}},"
    "\"textDocument\":{\"diagnostic\":{\"relatedInformation\":true},"
    "\"hover\":{\"contentFormat\":[\"markdown\"]},"
    "\"semanticTokens\":{},\"rename\":{\"prepareSupport\":true},"
    "\"completion\":{\"completionItem\":{\"snippetSupport\":true}},"
    "\"documentSymbol\":{\"hierarchicalDocumentSymbolSupport\":true},"
    "\"codeAction\":{\"codeActionLiteralSupport\":{\"codeActionKind\":"
    "{\"valueSet\":[]}},\"isPreferredSupport\":true}}}";

// The words of the built-in lenses may change; test.lens does not.
static const char OPTIONS[] =
    "{\"typingPause\":0,\"lensPaths\":[\"" TEST_LENS "\"]}";

static const Str URI = {"file:///journal/test.jot", 24};

// ---- printing ---------------------------------------------------------------

static bool is_position(const Json *j) {
  return json_kind(j) == JSON_OBJECT && json_has(j, "line") &&
         json_has(j, "character");
}

static void put_position(StrBuf *b, const Json *j) {
  strbuf_printf(b, "%u:%u", json_get_u32(j, "line", 0),
                json_get_u32(j, "character", 0));
}

static void put_value(StrBuf *b, const Json *j);

static void put_object(StrBuf *b, const Json *j) {
  JsonMember m = {0};
  bool first = true;
  while (json_next(j, &m)) {
    if (str_eq(m.key, STR("resultId")) || str_eq(m.key, STR("uri")) ||
        str_eq(m.key, STR("sortText")) || str_eq(m.key, STR("data")) ||
        str_eq(m.key, STR("codeDescription")))
      continue;
    if (!first) strbuf_putc(b, ' ');
    first = false;
    if (!str_eq(m.key, STR("range")) && !str_eq(m.key, STR("newText")))
      strbuf_printf(b, STR_FMT "=", STR_ARG(m.key));
    put_value(b, m.value);
  }
}

static void put_array(StrBuf *b, const Json *j) {
  strbuf_putc(b, '[');
  for (uint32_t i = 0; i < json_count(j); i++) {
    if (i) strbuf_put(b, STR(", "));
    put_value(b, json_item(j, i));
  }
  strbuf_putc(b, ']');
}

static void put_value(StrBuf *b, const Json *j) {
  JsonKind kind = json_kind(j);
  if (is_position(j)) {
    put_position(b, j);
  } else if (kind == JSON_OBJECT && is_position(json_get(j, "start")) &&
             is_position(json_get(j, "end"))) {
    put_position(b, json_get(j, "start"));
    strbuf_putc(b, '-');
    put_position(b, json_get(j, "end"));
  } else if (kind == JSON_OBJECT) {
    strbuf_putc(b, '{');
    put_object(b, j);
    strbuf_putc(b, '}');
  } else if (kind == JSON_ARRAY) {
    put_array(b, j);
  } else {
    json_write(j, b);
  }
}

// Semantic tokens: place (relative to the one before), length, type.
static void put_numbers(StrBuf *b, const Json *data) {
  for (uint32_t i = 0; i + 4 < json_count(data); i += 5)
    strbuf_printf(b, "+%u:%u %u type %u\n",
                  json_get_u32(json_item(data, i), "", 0),
                  json_get_u32(json_item(data, i + 1), "", 0),
                  json_get_u32(json_item(data, i + 2), "", 0),
                  json_get_u32(json_item(data, i + 3), "", 0));
}

static void put_lines(StrBuf *b, const Json *j) {
  const Json *items = json_get(j, "items");
  if (items) j = items;
  if (json_kind(json_get(j, "data")) == JSON_ARRAY) {
    put_numbers(b, json_get(j, "data"));
    return;
  }
  if (json_kind(j) != JSON_ARRAY) {
    put_value(b, j);
    strbuf_putc(b, '\n');
  }
  for (uint32_t i = 0; i < json_count(j); i++) {
    put_object(b, json_item(j, i));
    strbuf_putc(b, '\n');
  }
}

// ---- asking -----------------------------------------------------------------

typedef struct Question {
  const char *what, *method;
} Question;

static const Question questions[] = {
    {"diagnostic", "textDocument/diagnostic"},
    {"hover", "textDocument/hover"},
    {"completion", "textDocument/completion"},
    {"code-action", "textDocument/codeAction"},
    {"code-lens", "textDocument/codeLens"},
    {"inlay-hint", "textDocument/inlayHint"},
    {"semantic-tokens", "textDocument/semanticTokens/full"},
    {"document-symbol", "textDocument/documentSymbol"},
    {"folding-range", "textDocument/foldingRange"},
    {"selection-range", "textDocument/selectionRange"},
    {"document-link", "textDocument/documentLink"},
    {"document-highlight", "textDocument/documentHighlight"},
    {"definition", "textDocument/definition"},
    {"references", "textDocument/references"},
    {"prepare-rename", "textDocument/prepareRename"},
    {"rename", "textDocument/rename"},
};

static Json *params_of(const Text *t, Span mark, Encoding e) {
  Range all = text_range(t, (Span){0, (uint32_t)text_str(t).len}, e);
  bool marked = mark.start != UINT32_MAX;
  Range asked = marked ? text_range(t, mark, e) : all;
  Json *positions = json_array();
  json_push(positions, shape_pos(asked.start));
  return json_object(
      {"textDocument", json_object({"uri", json_str(URI)})},
      {"position", shape_pos(asked.start)}, {"positions", positions},
      {"range", shape_range(asked)}, {"newName", json_str(STR("@robin"))},
      {"context", json_object({"diagnostics", json_array()},
                              {"includeDeclaration", json_boolean(true)})});
}

static Str language_of(Str name) {
  if (str_find(name, STR("(markdown)")) >= 0) return STR("markdown");
  if (str_find(name, STR("(plain)")) >= 0) return STR("plaintext");
  if (str_find(name, STR("(lens)")) >= 0) return STR("inkling-lens");
  return STR("jot");
}

// ---- applying ---------------------------------------------------------------

static void apply(const Json *action, Text *t, Encoding e) {
  const Json *change = json_item(json_get(action, "edit.documentChanges"), 0);
  const Json *edits = json_get(change, "edits");
  for (uint32_t i = json_count(edits); i-- > 0;) {
    const Json *edit = json_item(edits, i);
    Span span = text_span(t, shape_read_range(json_get(edit, "range")), e);
    text_replace(t, span, json_get_str(edit, "newText", STR("")));
  }
}

static const Json *action_titled(const Json *actions, Str part) {
  for (uint32_t i = 0; i < json_count(actions); i++) {
    Str title = json_get_str(json_item(actions, i), "title", STR(""));
    if (str_find(title, part) >= 0) return json_item(actions, i);
  }
  return NULL;
}

// `--- apply-hush-file`: the first action whose title has those words.
static void run_apply(Editor *ed, Str what, Text *t, Json *params, Encoding e,
                      StrBuf *out) {
  static const struct {
    const char *what, *title;
  } names[] = {{"apply-ask", "Ask me"},
               {"apply-drop", "Leave out"},
               {"apply-present", "present"},
               {"apply-hush-here", "in this paragraph"},
               {"apply-hush-file", "in this file"}};
  Json *actions = editor_ask(ed, "textDocument/codeAction", params);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (str_eq(what, str_of(names[i].what)))
      apply(action_titled(actions, str_of(names[i].title)), t, e);
  strbuf_put(out, text_str(t));
  json_free(actions);
}

// A lens has «» of its own: there only § is a mark.
static Str unmarked(Str input, bool lens, Arena *a, SpanVec *marks) {
  if (!lens) return fixture_unmark(input, a, marks);
  ptrdiff_t at = str_find(input, STR("§"));
  if (at < 0) return input;
  uint32_t here = (uint32_t)at;
  vec_push_in(a, marks, (Span){here, here});
  return str_printf(a, STR_FMT STR_FMT, STR_ARG(str_slice(input, 0, here)),
                    STR_ARG(str_slice(input, here + 2, input.len)));
}

static void run(const FixtureCase *c, Str what, StrBuf *out) {
  Arena a = {0};
  SpanVec marks = {0};
  bool lens = str_find(c->name, STR("(lens)")) >= 0;
  Str text = unmarked(c->input, lens, &a, &marks);
  Span mark = marks.len ? marks.data[0] : (Span){UINT32_MAX, UINT32_MAX};
  bool utf8 = str_find(c->name, STR("(utf-8)")) >= 0;
  Encoding e = utf8 ? UTF8 : UTF16;
  char capabilities[2048];
  snprintf(capabilities, sizeof capabilities, CAPABILITIES,
           utf8 ? "utf-8" : "utf-16");
  Editor editor;
  editor_init(&editor);
  editor_start(&editor, capabilities, OPTIONS);
  editor_open(&editor, URI, language_of(c->name), text);
  Text t;
  text_init(&t, text);
  Json *params = params_of(&t, mark, e);
  if (str_starts(what, STR("apply-"))) {
    run_apply(&editor, what, &t, params, e, out);
    params = NULL;
  }
  for (size_t i = 0; i < sizeof questions / sizeof *questions && params; i++) {
    if (!str_eq(what, str_of(questions[i].what))) continue;
    Json *answer = editor_ask(&editor, questions[i].method, params);
    params = NULL;
    put_lines(out, answer);
    json_free(answer);
  }
  if (params) strbuf_put(out, STR("this fixture asks for no method\n"));
  json_free(params);
  text_clear(&t);
  if (editor_clear(&editor)) strbuf_put(out, STR("(against the model)\n"));
  arena_clear(&a);
}

int main(int argc, char **argv) {
  Meta *m = meta_open();
  if (!m) puts("no metaModel.json beside the tree: messages go unchecked");
  meta_close(m);
  return fixture_main(argc, argv, run);
}
