// SPDX-License-Identifier: MIT
// Pulled diagnostics over time: what a result id promises, and what is told of
// files that nobody has open while they come, change and go.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "lsp/editor.h"
#include "unit/check.h"

static const char PULLS[] =
    "{\"textDocument\":{\"diagnostic\":{}},"
    "\"workspace\":{\"diagnostics\":{\"refreshSupport\":true}}}";

static Arena arena;
static Str root;

static Str uri_in(const char *name) {
  return str_printf(&arena, "file://" STR_FMT "/%s", STR_ARG(root), name);
}

static void write_file(const char *name, const char *text) {
  Str path = path_join(&arena, root, str_of(name));
  unlink(path.data);
  CHECK(file_create(path, str_of(text), NULL));
}

static Json *which(Str uri) {
  return json_object({"uri", json_str(uri)});
}

static void start(Editor *e) {
  editor_init(e);
  editor_start(e, PULLS, "{\"typingPause\":0}");
  Json *folder = json_array();
  json_push(folder, json_object({"uri", json_str(uri_in(""))},
                                {"name", json_str(STR("one"))}));
  editor_notify(e, "workspace/didChangeWorkspaceFolders",
                json_object({"event", json_object({"added", folder},
                                                  {"removed", json_array()})}));
  for (Json *m; (m = editor_next(e));) json_free(m);
}

static Json *pull(Editor *e, Str uri, Str previous) {
  return editor_ask(e, "textDocument/diagnostic",
                    json_object({"textDocument", which(uri)},
                                {"previousResultId",
                                 previous.len ? json_str(previous) : NULL}));
}

static bool is_unchanged(const Json *report) {
  return str_eq(json_get_str(report, "kind", STR("")), STR("unchanged"));
}

static Str id_of(const Json *report) {
  return str_copy(&arena, json_get_str(report, "resultId", STR("")));
}

static void an_id_says_what_was_told(void) {
  Editor e;
  Str uri = STR("untitled:1");
  start(&e);
  editor_open(&e, uri, STR("jot"), STR("I'm kind of hurt."));
  Json *first = pull(&e, uri, STR(""));
  Str id = id_of(first);
  Json *again = pull(&e, uri, id);
  CHECK(is_unchanged(again));
  editor_notify(&e, "textDocument/didClose",
                json_object({"textDocument", which(uri)}));
  editor_open(&e, uri, STR("jot"), STR("I'm sort of hurt."));
  Json *other = pull(&e, uri, id); // the same place, other words
  CHECK(!is_unchanged(other));
  editor_notify(&e, "textDocument/didClose",
                json_object({"textDocument", which(uri)}));
  editor_open(&e, uri, STR("jot"), STR("I'm kind of hurt."));
  Json *back = pull(&e, uri, id);
  CHECK(is_unchanged(back));
  json_free(first), json_free(again), json_free(other), json_free(back);
  CHECK(editor_clear(&e) == 0);
}

// The workspace's reports; `known` are those of the pull before.
static Json *survey(Editor *e, const Json *known) {
  Json *ids = json_array();
  const Json *reports = json_get(known, "items");
  for (uint32_t i = 0; i < json_count(reports); i++) {
    const Json *r = json_item(reports, i);
    Str id = json_get_str(r, "resultId", STR(""));
    if (id.len)
      json_push(ids, json_object({"uri", json_keep(json_get(r, "uri"))},
                                 {"value", json_str(id)}));
  }
  return editor_ask(e, "workspace/diagnostic",
                    json_object({"previousResultIds", ids}));
}

static const Json *report_of(const Json *survey, const char *name) {
  const Json *reports = json_get(survey, "items");
  for (uint32_t i = 0; i < json_count(reports); i++)
    if (str_eq(json_get_str(json_item(reports, i), "uri", STR("")),
               uri_in(name)))
      return json_item(reports, i);
  return NULL;
}

enum { NOT_NAMED = -1, UNCHANGED = -2 };

static int hints_in(const Json *survey, const char *name) {
  const Json *r = report_of(survey, name);
  if (!r) return NOT_NAMED;
  return is_unchanged(r) ? UNCHANGED : (int)json_count(json_get(r, "items"));
}

static void tell_changed(Editor *e, const char *name, int type) {
  Json *list = json_array();
  json_push(list, json_object({"uri", json_str(uri_in(name))},
                              {"type", json_int(type)}));
  editor_notify(e, "workspace/didChangeWatchedFiles",
                json_object({"changes", list}));
}

static bool asks_to_refresh(Editor *e) {
  bool asks = false;
  for (Json *m; (m = editor_next(e)); json_free(m))
    asks |= str_eq(json_get_str(m, "method", STR("")),
                   STR("workspace/diagnostic/refresh"));
  return asks;
}

static void files_that_nobody_has_open(void) {
  Editor e;
  start(&e);
  write_file("a.jot", "I'm kind of hurt.\n");
  write_file("b.jot", "It rained.\n");
  Json *first = survey(&e, NULL);
  CHECK(hints_in(first, "a.jot") == 1 && hints_in(first, "b.jot") == 0);
  Json *second = survey(&e, first);
  CHECK(hints_in(second, "a.jot") == UNCHANGED &&
        hints_in(second, "b.jot") == UNCHANGED);
  write_file("b.jot", "I'm kind of sad.\n");
  tell_changed(&e, "b.jot", 2);
  CHECK(asks_to_refresh(&e));
  Json *third = survey(&e, second);
  CHECK(hints_in(third, "a.jot") == UNCHANGED && hints_in(third, "b.jot") == 1);
  unlink(path_join(&arena, root, STR("b.jot")).data);
  tell_changed(&e, "b.jot", 3);
  CHECK(asks_to_refresh(&e));
  Json *fourth = survey(&e, third); // what was told is taken back, once
  CHECK(hints_in(fourth, "a.jot") == UNCHANGED &&
        hints_in(fourth, "b.jot") == 0);
  Json *fifth = survey(&e, fourth);
  CHECK(hints_in(fifth, "b.jot") == NOT_NAMED);
  json_free(first), json_free(second), json_free(third);
  json_free(fourth), json_free(fifth);
  CHECK(editor_clear(&e) == 0);
}

// What the editor has open it knows better than the disk.
static void a_file_that_is_open(void) {
  Editor e;
  start(&e);
  editor_open(&e, uri_in("a.jot"), STR("jot"), STR("I'm kind of, sort of"));
  CHECK(!asks_to_refresh(&e));
  tell_changed(&e, "a.jot", 2);
  CHECK(!asks_to_refresh(&e));
  CHECK(editor_clear(&e) == 0);
}

int main(void) {
  char name[] = "/tmp/inkling-pull-XXXXXX";
  if (!mkdtemp(name)) return 1;
  root = str_of(name);
  an_id_says_what_was_told();
  files_that_nobody_has_open();
  a_file_that_is_open();
  Str clean = str_printf(&arena, "rm -rf '%s'", name);
  if (system(clean.data) != 0) return 1;
  arena_clear(&arena);
  return check_done();
}
