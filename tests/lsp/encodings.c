// SPDX-License-Identifier: MIT
// A property: whatever columns are counted in, the answers are the same. One
// text full of what is one, two or four of something is asked at every place
// of it, by every method that takes or gives a place.
#include <stdio.h>
#include <string.h>

#include "lsp/editor.h"
#include "lsp/shape.h"
#include "unit/check.h"

static const Str URI = {"untitled:1", 10};
static const Encoding encodings[] = {UTF8, UTF16, UTF32};
static const char *const names[] = {"utf-8", "utf-16", "utf-32"};

static const char PROSE[] =
    "kind: letter\nto: @s\xC3\xA1m\ntags: #w\xC3\xB6rk\n\n"
    "Dear \xF0\x9F\x98\x80 Sam,\r\n\r\n"
    "\xF0\x9F\x98\x80 I'm kind of \xF0\x9F\x98\x80 hurt, “\xF0\x9F\x98\x80 "
    "he said”, @s\xC3\xA1m \xF0\x9F\x98\x80 "
    "went [\xF0\x9F\x98\x80 link](\xF0\x9F\x98\x80.jot) to #w\xC3\xB6rk "
    "\xF0\x9F\x98\x80 @s\xC3\xA1m.\n\n"
    "# 2026-01-02 \xF0\x9F\x98\x80 Day\nmood: 4/10 \xF0\x9F\x98\x80\n\n"
    "? \xF0\x9F\x98\x80 What now, @s\xC3\xA1m?\n\n"
    "- \xF0\x9F\x98\x80 I feel sad \xF0\x9F\x98\x80, I'm sort of hurt.\n"
    "> \xF0\x9F\x98\x80 quote\n%% hush hedge\n"
    "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 I feel \n\n";

static const char LENS[] =
    "lens x # \xF0\x9F\x98\x80\nset soft = \xF0\x9F\x98\x80, kind of\n"
    "hint y-1\n  says \"\xF0\x9F\x98\x80 “{match}”\" asks\n"
    "  when \xC3\xA9t\xC3\xA9 [soft] [sofd]\n"
    "  flag \xF0\x9F\x98\x80 I'm «soft».\n  pass \xF0\x9F\x98\x80 «x».\n";

// ---- answers, with every place as its offset in bytes -----------------------

typedef struct Reader {
  Text text;
  Encoding encoding;
  StrBuf out;
} Reader;

static uint32_t offset_of(const Reader *r, const Json *position) {
  return text_offset(&r->text, shape_read_pos(position), r->encoding);
}

// Line, column and length become two offsets.
static void put_tokens(Reader *r, const Json *data) {
  Pos at = {0, 0};
  for (uint32_t i = 0; i + 4 < json_count(data); i += 5) {
    uint32_t line = json_get_u32(json_item(data, i), "", 0);
    uint32_t column = json_get_u32(json_item(data, i + 1), "", 0);
    at.line += line;
    at.column = line ? column : at.column + column;
    Pos end = at;
    end.column += json_get_u32(json_item(data, i + 2), "", 0);
    strbuf_printf(&r->out, "%u-%u:%u ", text_offset(&r->text, at, r->encoding),
                  text_offset(&r->text, end, r->encoding),
                  json_get_u32(json_item(data, i + 3), "", 99));
  }
}

static void put(Reader *r, const Json *j) {
  JsonKind kind = json_kind(j);
  if (kind == JSON_OBJECT && json_has(j, "line") && json_has(j, "character")) {
    strbuf_printf(&r->out, "@%u", offset_of(r, j));
  } else if (kind == JSON_OBJECT) {
    for (JsonMember m = {0}; json_next(j, &m);) {
      if (str_eq(m.key, STR("resultId"))) continue;
      strbuf_put(&r->out, m.key);
      strbuf_putc(&r->out, '=');
      if (str_eq(m.key, STR("data")) && json_kind(m.value) == JSON_ARRAY)
        put_tokens(r, m.value);
      else
        put(r, m.value);
      strbuf_putc(&r->out, ' ');
    }
  } else if (kind == JSON_ARRAY) {
    for (uint32_t i = 0; i < json_count(j); i++) put(r, json_item(j, i));
    strbuf_putc(&r->out, '\n');
  } else {
    json_write(j, &r->out);
  }
}

// ---- asking -----------------------------------------------------------------

static const char *const at_places[] = {"textDocument/hover",
                                        "textDocument/completion",
                                        "textDocument/definition",
                                        "textDocument/references",
                                        "textDocument/prepareRename",
                                        "textDocument/rename",
                                        "textDocument/selectionRange",
                                        "textDocument/documentHighlight",
                                        "textDocument/codeAction",
                                        "textDocument/inlayHint",
                                        "textDocument/semanticTokens/range"};
static const char *const of_all[] = {
    "textDocument/diagnostic",   "textDocument/codeLens",
    "textDocument/foldingRange", "textDocument/documentSymbol",
    "textDocument/documentLink", "textDocument/semanticTokens/full"};

static Json *params_at(const Reader *r, uint32_t offset) {
  Pos pos = text_pos(&r->text, offset, r->encoding);
  Json *positions = json_array();
  json_push(positions, shape_pos(pos));
  Range range = {pos, pos};
  return json_object(
      {"textDocument", json_object({"uri", json_str(URI)})},
      {"position", shape_pos(pos)}, {"positions", positions},
      {"range", shape_range(range)}, {"newName", json_str(STR("robin"))},
      {"context", json_object({"diagnostics", json_array()},
                              {"includeDeclaration", json_boolean(true)})});
}

static void ask(Reader *r, Editor *e, const char *method, Json *params) {
  Json *answer = editor_ask(e, method, params);
  strbuf_printf(&r->out, "\n%s: ", method);
  put(r, answer);
  json_free(answer);
}

static bool is_inside(Str s, size_t at) { // a character
  return at < s.len && ((unsigned char)s.data[at] & 0xC0) == 0x80;
}

// All that is told of the text, and again after an edit in the middle.
static StrBuf told(int which, const char *language, Str text, Str edited) {
  char capabilities[512];
  snprintf(capabilities, sizeof capabilities,
           "{\"general\":{\"positionEncodings\":[\"%s\"]},\"textDocument\":{"
           "\"diagnostic\":{\"relatedInformation\":true},"
           "\"rename\":{\"prepareSupport\":true},"
           "\"documentSymbol\":{\"hierarchicalDocumentSymbolSupport\":true}},"
           "\"workspace\":{\"workspaceEdit\":{\"documentChanges\":true}}}",
           names[which]);
  Editor e;
  editor_init(&e);
  editor_start(&e, capabilities,
               "{\"typingPause\":0,\"density\":\"all\",\"inlay\":\"both\"}");
  Reader r = {.encoding = encodings[which]};
  text_init(&r.text, text);
  editor_open(&e, URI, str_of(language), text);
  for (uint32_t at = 0; at <= text.len; at++)
    for (size_t i = 0; i < sizeof at_places / sizeof *at_places; i++)
      if (!is_inside(text, at)) ask(&r, &e, at_places[i], params_at(&r, at));
  uint32_t at = (uint32_t)str_find(text, edited);
  Span span = {at, at + (uint32_t)edited.len};
  Json *changes = json_array();
  json_push(
      changes,
      json_object({"range", shape_range(text_range(&r.text, span, r.encoding))},
                  {"text", json_str(STR("x"))}));
  Json *doc = json_object({"uri", json_str(URI)}, {"version", json_int(2)});
  editor_notify(
      &e, "textDocument/didChange",
      json_object({"textDocument", doc}, {"contentChanges", changes}));
  text_replace(&r.text, span, STR("x"));
  for (size_t i = 0; i < sizeof of_all / sizeof *of_all; i++)
    ask(&r, &e, of_all[i], params_at(&r, 0));
  text_clear(&r.text);
  CHECK(editor_clear(&e) == 0);
  return r.out;
}

static void agree(const char *language, const char *text, const char *edited) {
  StrBuf first = told(0, language, str_of(text), str_of(edited));
  for (int i = 1; i < 3; i++) {
    StrBuf other = told(i, language, str_of(text), str_of(edited));
    CHECK(first.len > 10000);
    CHECK(str_eq(strbuf_str(&first), strbuf_str(&other)));
    strbuf_clear(&other);
  }
  strbuf_clear(&first);
}

// Nothing at all, line breaks alone, a NUL, a byte order mark: every method has
// an answer that the protocol knows, and the same one in every encoding.
static void odd_texts(void) {
#define BYTES(literal)                                                         \
  { literal, sizeof(literal) - 1 }
  static const Str texts[] = {BYTES(""),
                              BYTES("\n"),
                              BYTES("\r\n"),
                              BYTES("\r\n\r\n\r\n"),
                              BYTES("\r"),
                              BYTES("\0"),
                              BYTES("I'm kind\0 of hurt.\r\rI'm sort of sad."),
                              BYTES("\xEF\xBB\xBF? @a"),
                              BYTES("\xF0\x9F\x98\x80"),
                              BYTES("@\n#\n[[\n? \n- \n> \n%% \n```")};
  static const char *const languages[] = {"jot", "markdown", "plaintext",
                                          "inkling-lens"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    for (size_t k = 0; k < 4; k += 1 + i % 3) {
      StrBuf first = told(0, languages[k], texts[i], STR(""));
      StrBuf other = told(1 + (int)k % 2, languages[k], texts[i], STR(""));
      CHECK(str_eq(strbuf_str(&first), strbuf_str(&other)));
      strbuf_clear(&first);
      strbuf_clear(&other);
    }
}

int main(void) {
  odd_texts();
  agree("jot", PROSE, "\xF0\x9F\x98\x80 hurt");
  agree("markdown", PROSE, "\xF0\x9F\x98\x80 hurt");
  agree("inkling-lens", LENS, "\xF0\x9F\x98\x80 “");
  return check_done();
}
