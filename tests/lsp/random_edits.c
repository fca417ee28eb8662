// SPDX-License-Identifier: MIT
// A property: after any run of edits the hints are those of the same text
// opened fresh, and so is all else that is told of it. `random_edits COUNT`
// makes COUNT random edits over Jot and Markdown documents: short ones,
// compared after every edit, and long ones, compared after every few.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lsp/editor.h"
#include "lsp/shape.h"

enum { SHORT = 600, LONG = 6000 }; // bytes
enum { COMPARE_EVERY = 20 };       // edits of a long one

static uint64_t state = 88172645463325252u;

static uint32_t any(uint32_t below) { // xorshift64
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)(state >> 33) % below;
}

static const char *const pieces[] = {
    "I felt kind of lonely when you left. ",
    "Maybe I am jealous. ",
    "You never listen to me! ",
    "I feel that you don't care",
    "I feel ignored, and it hurts. ",
    "We went to the shop and bought bread. ",
    "It's no big deal. ",
    "he hit me. ",
    "I want to die",
    "What do I want? ",
    "I'm scared as I write this.",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "# 2026-11-21 Friday\n",
    "mood: 4/10\n",
    "with: @sam\n",
    "kind: letter\nto: @sam\n\n",
    "Dear Sam,\n\n",
    "? What am I protecting?\n",
    "____\n",
    "> I felt sad, she wrote.\n",
    "- I guess I am hurt.\n",
    "  1. another thing\n",
    "---\n",
    "%% a note\n",
    "%% hush hedge\n",
    "%% hush\n",
    "%% hush file past-feeling\n",
    "<!-- hush hedge -->\n",
    "```\ncode I felt sad\n```\n",
    "“I felt sad,” he said. ",
    "\"",
    "”",
    "‘I don’t know’ ",
    "‘",
    "’",
    "„",
    "<div>\n",
    "<pre>\n",
    "</pre>",
    "===\n",
    "    ",
    "| a | b |\n|--|--|\n",
    "\n[^1]: ",
    "![a](b) <br>",
    "`` ",
    "\\",
    "“",
    "«",
    "»",
    "»I felt sad« ",
    "*",
    "**kind of**",
    "`",
    "[text](target)",
    "[[other]]",
    "@sam ",
    "#work ",
    "é",
    "\xF0\x9F\x98\x80",
    "…",
    ".",
    " ",
    "x",
    "?",
    "kind of ",
    "I ",
    "feel ",
};

typedef struct Side {
  Text text; // what the document should be, by the rules of text.h alone
  Str uri;
  const char *language;
  uint32_t longest; // bytes; more, and lines go
  int64_t version;
  Vec(uint32_t) tokens; // as the edits of semantic tokens leave them
  uint32_t tokens_id;
} Side;

static Pos place_in(const Side *s) {
  Str text = text_str(&s->text);
  if (any(50) == 0) return (Pos){any(1000), any(1000)}; // past the end
  return text_pos(&s->text, any((uint32_t)text.len + 1), UTF16);
}

static Json *one_change(Side *s) {
  Str with =
      any(4) ? str_of(pieces[any(sizeof pieces / sizeof *pieces)]) : STR("");
  Range r = {.start = place_in(s)};
  r.end = r.start;
  if (any(2)) r.end.column += any(30);
  if (any(8) == 0) r.end.line += any(4);
  if (text_str(&s->text).len > s->longest) r.end.line += 40;
  text_replace(&s->text, text_span(&s->text, r, UTF16), with);
  if (any(4000) == 0) {
    text_replace(&s->text, (Span){0, UINT32_MAX}, with);
    return json_object({"text", json_str(with)});
  }
  return json_object({"range", shape_range(r)}, {"text", json_str(with)});
}

static uint32_t change(Editor *e, Side *s) {
  uint32_t count = 1 + (any(5) == 0 ? any(3) : 0);
  Json *changes = json_array();
  for (uint32_t i = 0; i < count; i++) json_push(changes, one_change(s));
  Json *which = json_object({"uri", json_str(s->uri)},
                            {"version", json_int(++s->version)});
  editor_notify(
      e, "textDocument/didChange",
      json_object({"textDocument", which}, {"contentChanges", changes}));
  return count;
}

// What is told, in bytes; without the id that tells one telling from another.
static void pull(Editor *e, Str uri, const char *method, StrBuf *out) {
  Range all = {.end = {UINT32_MAX, 0}};
  Json *params =
      json_object({"textDocument", json_object({"uri", json_str(uri)})},
                  {"range", shape_range(all)});
  Json *answer = editor_ask(e, method, params);
  const Json *items = json_get(answer, "items");
  const Json *data = json_get(answer, "data");
  json_write(items ? items : data ? data : answer, out);
  json_free(answer);
}

static void close_it(Editor *e, Str uri) {
  editor_notify(
      e, "textDocument/didClose",
      json_object({"textDocument", json_object({"uri", json_str(uri)})}));
}

static bool same_of(Editor *e, const Side *s, Str fresh, const char *method) {
  StrBuf now = {0}, anew = {0};
  pull(e, s->uri, method, &now);
  pull(e, fresh, method, &anew);
  bool same = str_eq(strbuf_str(&now), strbuf_str(&anew));
  if (!same)
    fprintf(stderr,
            "after version %lld of this %s text:\n" STR_FMT
            "\n%s\nedited: " STR_FMT "\nfresh:  " STR_FMT "\n",
            (long long)s->version, s->language, STR_ARG(text_str(&s->text)),
            method, STR_ARG(strbuf_str(&now)), STR_ARG(strbuf_str(&anew)));
  strbuf_clear(&now);
  strbuf_clear(&anew);
  return same;
}

static void take_numbers(Side *s, uint32_t at, uint32_t gone,
                         const Json *come) {
  Vec(uint32_t) now = {0};
  for (uint32_t i = 0; i < at; i++) vec_push(&now, s->tokens.data[i]);
  for (uint32_t i = 0; i < json_count(come); i++)
    vec_push(&now, json_get_u32(json_item(come, i), "", 0));
  for (uint32_t i = at + gone; i < s->tokens.len; i++)
    vec_push(&now, s->tokens.data[i]);
  vec_clear(&s->tokens);
  memcpy(&s->tokens, &now, sizeof now);
}

// Asks for what changed in the colours, and does to ours as it is told.
static bool colours_agree(Editor *e, Side *s) {
  char id[16];
  snprintf(id, sizeof id, "%u", s->tokens_id);
  Json *answer = editor_ask(
      e, "textDocument/semanticTokens/full/delta",
      json_object({"textDocument", json_object({"uri", json_str(s->uri)})},
                  {"previousResultId", json_str(str_of(id))}));
  const Json *edits = json_get(answer, "edits");
  if (!edits) take_numbers(s, 0, s->tokens.len, json_get(answer, "data"));
  for (uint32_t i = json_count(edits); i-- > 0;) {
    const Json *one = json_item(edits, i);
    take_numbers(s, json_get_u32(one, "start", 0),
                 json_get_u32(one, "deleteCount", 0), json_get(one, "data"));
  }
  s->tokens_id++;
  json_free(answer);
  StrBuf ours = {0}, whole = {0};
  strbuf_putc(&ours, '[');
  for (uint32_t i = 0; i < s->tokens.len; i++)
    strbuf_printf(&ours, i ? ",%u" : "%u", s->tokens.data[i]);
  strbuf_putc(&ours, ']');
  pull(e, s->uri, "textDocument/semanticTokens/full", &whole);
  s->tokens_id++;
  bool same = str_eq(strbuf_str(&ours), strbuf_str(&whole));
  if (!same)
    fprintf(stderr, "colours after version %lld\n", (long long)s->version);
  strbuf_clear(&ours);
  strbuf_clear(&whole);
  return same;
}

// Of methods whose answers hold no URI, and no related information.
static bool agrees(Editor *e, Side *s) {
  static const char *const methods[] = {
      "textDocument/diagnostic", "textDocument/inlayHint",
      "textDocument/semanticTokens/range", "textDocument/documentSymbol",
      "textDocument/foldingRange"};
  static const Str fresh = {"untitled:fresh", 14};
  editor_open(e, fresh, str_of(s->language), text_str(&s->text));
  bool same = true;
  for (size_t i = 0; i < sizeof methods / sizeof *methods && same; i++)
    same = same_of(e, s, fresh, methods[i]);
  close_it(e, fresh);
  return same && colours_agree(e, s);
}

int main(int argc, char **argv) {
  uint32_t wanted = argc > 1 ? (uint32_t)atoi(argv[1]) : 1000, made = 0;
  Editor e;
  editor_init(&e);
  meta_close(e.meta); // other tests check the messages; here it is the hints
  e.meta = NULL;
  editor_start(&e,
               "{\"textDocument\":{\"diagnostic\":{},\"documentSymbol\":"
               "{\"hierarchicalDocumentSymbolSupport\":true}}}",
               "{\"typingPause\":0,\"density\":\"all\",\"inlay\":\"both\"}");
  Side sides[] = {
      {.uri = STR("untitled:a.jot"), .language = "jot", .longest = SHORT},
      {.uri = STR("untitled:b.md"), .language = "markdown", .longest = SHORT},
      {.uri = STR("untitled:e"), .language = "plaintext", .longest = SHORT},
      {.uri = STR("untitled:c.jot"), .language = "jot", .longest = LONG},
      {.uri = STR("untitled:d.md"), .language = "markdown", .longest = LONG}};
  enum { SIDES = sizeof sides / sizeof *sides };
  for (int i = 0; i < SIDES; i++) {
    text_init(&sides[i].text, STR("I felt kind of sad.\n"));
    editor_open(&e, sides[i].uri, str_of(sides[i].language),
                text_str(&sides[i].text));
  }
  bool same = true;
  for (uint32_t round = 0; made < wanted && same; round++) {
    Side *s = &sides[any(SIDES)];
    made += change(&e, s);
    if (s->longest == SHORT || round % COMPARE_EVERY == 0) same = agrees(&e, s);
  }
  for (int i = 0; i < SIDES; i++)
    text_clear(&sides[i].text), vec_clear(&sides[i].tokens);
  printf("%u edits, %s\n", made,
         same ? "what is told is that of a fresh open"
              : "what is told differs");
  return editor_clear(&e) || !same || !made;
}
