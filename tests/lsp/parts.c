// SPDX-License-Identifier: MIT
// The server's small parts, each by itself.
#include "lsp/pieces.h"
#include "lsp/place_edit.h"
#include "lsp/prompt.h"
#include "lsp/shape.h"
#include "journal/scaffold.h"
#include "lsp/uri.h"
#include "unit/check.h"

static Arena arena;

static void asks(const char *question, const char *wanted) {
  CHECK_STR(prompt_of_question(str_of(question), &arena), str_of(wanted));
}

static void questions_turn_to_oneself(void) {
  asks("What was it like inside you when Sam left?",
       "What was it like inside me when Sam left?");
  asks("How sure are you, in your body?", "How sure am I, in my body?");
  asks("What were you keeping from yourself?",
       "What was I keeping from myself?");
  asks("What have you left out?", "What have I left out?");
  asks("If a friend told you this, which words would you leave out?",
       "If a friend told me this, which words would I leave out?");
  asks("What has changed since you last asked?",
       "What has changed since I last asked?");
  asks("Where do the two of you differ?", "Where do the two of us differ?");
  asks("You’re still there. Is it yours?", "I’m still there. Is it mine?");
  asks("What do the words “your fault” hide?",
       "What do the words “your fault” hide?");
  asks("Why today?", "Why today?");
  asks("", "");
}

static void uris_are_paths(void) {
  Arena *a = &arena;
  CHECK_STR(uri_path(STR("file:///a%20b/%C3%A9.jot"), a),
            STR("/a b/\xC3\xA9.jot"));
  CHECK_STR(uri_path(STR("FILE://localhost/x#y?z"), a), STR("/x"));
  CHECK_STR(uri_path(STR("file://elsewhere/x"), a), STR(""));
  CHECK_STR(uri_path(STR("file:///a%00b"), a), STR(""));
  CHECK_STR(uri_path(STR("file:///100%"), a), STR("/100%"));
  CHECK_STR(uri_path(STR("untitled:Untitled-1"), a), STR(""));
  CHECK_STR(uri_of_path(STR("/a b/\xC3\xA9#.jot"), a),
            STR("file:///a%20b/%C3%A9%23.jot"));
  CHECK(uri_same(STR("file:///a%3Ab"), STR("file:///a:b"), a));
  CHECK(!uri_same(STR("untitled:a"), STR("untitled:b"), a));
}

static void hushes(const char *json, const char *wanted) {
  PlaceEdit e;
  CHECK(edit_hush_project(str_of(json), STR("hedge"), &e, &arena));
  StrBuf b = {0};
  strbuf_put(&b, str_of(json));
  strbuf_replace(&b, e.span.start, e.span.end, e.text);
  CHECK_STR(strbuf_str(&b), str_of(wanted));
  strbuf_clear(&b);
}

static void a_project_file_keeps_what_it_says(void) {
  PlaceEdit e;
  hushes("", "{\n  \"hints\": {\"hedge\": false}\n}\n");
  hushes("{}", "{\n  \"hints\": {\"hedge\": false}\n}");
  hushes("{\"density\": \"all\"}",
         "{\n  \"hints\": {\"hedge\": false},\"density\": \"all\"}");
  hushes("{\"hints\": {\"blame\": false}}",
         "{\"hints\": {\n    \"hedge\": false,\"blame\": false}}");
  hushes("{\"hints\": {\"hedge\": true}}", "{\"hints\": {\"hedge\": false}}");
  CHECK(!edit_hush_project(STR("[]"), STR("hedge"), &e, &arena));
  CHECK(!edit_hush_project(STR("{\"hints\":1}"), STR("hedge"), &e, &arena));
}

// What stands in a diary is no snippet's mark, however it looks.
static void snippets_keep_the_words(void) {
  Client c = {.document_changes = true, .snippet_edits = true};
  const char *words = "a ${1:b} $2 {c} \\d $0";
  Json *edit = shape_snippet(&c, shape_range((Range){0}), str_of(words));
  CHECK_STR(json_get_str(edit, "snippet.value", STR("")),
            STR("a \\${1:b\\} \\$2 {c\\} \\\\d \\$0$0"));
  CHECK(!json_has(edit, "newText"));
  json_free(edit);
  c.snippet_edits = false;
  edit = shape_snippet(&c, shape_range((Range){0}), str_of(words));
  CHECK_STR(json_get_str(edit, "newText", STR("")), str_of(words));
  CHECK(!json_has(edit, "snippet"));
  json_free(edit);
}

static void scaffolds_lose_their_marks(void) {
  CHECK_STR(scaffold_plain(STR("a ${1:b}\n$0c${2:}d $1"), &arena),
            STR("a b\ncd "));
  for (unsigned i = 0; i < SCAFFOLDS; i++) {
    Scaffold s = scaffold_at(i, &arena);
    CHECK(str_find(scaffold_plain(s.snippet, &arena), STR("$")) < 0);
  }
}

static void run_pieces(Pieces *p, uint32_t first, uint32_t end) {
  uint32_t from = 0;
  pieces_begin(p);
  for (uint32_t i = 0; i < 100; i++) {
    uint64_t key = i >= first && i < end ? i + 1000 : i + 1;
    if (!pieces_keep(p, key, 0, &from)) pieces_put(p, key, STR("{}"));
  }
  pieces_end(p);
}

// However many stand side by side that say something new: the others are kept.
static void what_did_not_change_is_not_written(void) {
  Pieces p = {0};
  run_pieces(&p, 0, 0);
  CHECK(p.written == 100);
  run_pieces(&p, 0, 0);
  CHECK(p.written == 100);
  run_pieces(&p, 40, 60);
  CHECK(p.written == 120);
  run_pieces(&p, 99, 100);
  CHECK(p.written == 141);
  pieces_clear(&p);
}

int main(void) {
  questions_turn_to_oneself();
  uris_are_paths();
  a_project_file_keeps_what_it_says();
  snippets_keep_the_words();
  scaffolds_lose_their_marks();
  arena_clear(&arena);
  what_did_not_change_is_not_written();
  return check_done();
}
