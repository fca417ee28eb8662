// SPDX-License-Identifier: MIT
// Folders of a workspace and files in them that come, change and go while the
// server runs: what it knows of those that no editor has open.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "lsp/editor.h"
#include "unit/check.h"

static Arena arena;
static Str root;

static Json *empty(void) {
  return json_object_of((const JsonPair[]){{0}});
}

static Json *folders(const char *one) {
  Json *list = json_array();
  if (!one) return list;
  Str uri = str_printf(&arena, "file://" STR_FMT "/%s", STR_ARG(root), one);
  json_push(list, json_object({"uri", json_str(uri)},
                              {"name", json_str(str_of(one))}));
  return list;
}

static Str path_of(const char *name) {
  return path_join(&arena, root, str_of(name));
}

static void write_file(const char *name, const char *text) {
  Str path = path_of(name);
  unlink(path.data);
  CHECK(file_create(path, str_of(text), NULL));
}

static void start(Editor *e) {
  editor_init(e);
  Json *all = folders("one");
  json_free(editor_ask(
      e, "initialize",
      json_object({"processId", json_null()}, {"rootUri", json_null()},
                  {"capabilities", empty()}, {"workspaceFolders", all})));
  editor_notify(e, "initialized", empty());
}

static void change_folders(Editor *e, const char *add, const char *remove) {
  editor_notify(
      e, "workspace/didChangeWorkspaceFolders",
      json_object({"event", json_object({"added", folders(add)},
                                        {"removed", folders(remove)})}));
}

static void tell_changed(Editor *e, const char *name, int type) {
  Str uri = str_printf(&arena, "file://" STR_FMT, STR_ARG(path_of(name)));
  Json *list = json_array();
  json_push(list,
            json_object({"uri", json_str(uri)}, {"type", json_int(type)}));
  editor_notify(e, "workspace/didChangeWatchedFiles",
                json_object({"changes", list}));
}

// The names of people known in the workspace, one space behind each.
static Str people(Editor *e) {
  Json *got = editor_ask(e, "workspace/symbol",
                         json_object({"query", json_str(STR("@"))}));
  StrBuf b = {0};
  for (uint32_t i = 0; i < json_count(got); i++)
    strbuf_printf(&b, STR_FMT " ",
                  STR_ARG(json_get_str(json_item(got, i), "name", STR(""))));
  Str names = str_copy(&arena, strbuf_str(&b));
  strbuf_clear(&b);
  json_free(got);
  return names;
}

// What is offered behind `With @` in a document of no folder.
static Str offered(Editor *e) {
  Json *params = json_object(
      {"textDocument", json_object({"uri", json_str(STR("untitled:1"))})},
      {"position",
       json_object({"line", json_int(0)}, {"character", json_int(6)})});
  Json *got = editor_ask(e, "textDocument/completion", params);
  const Json *items = json_get(got, "items");
  StrBuf b = {0};
  for (uint32_t i = 0; i < json_count(items); i++)
    strbuf_printf(&b, STR_FMT " ",
                  STR_ARG(json_get_str(json_item(items, i), "label", STR(""))));
  Str names = str_copy(&arena, strbuf_str(&b));
  strbuf_clear(&b);
  json_free(got);
  return names;
}

static void folders_come_and_go(void) {
  Editor e;
  start(&e);
  CHECK_STR(people(&e), STR("@sam "));
  change_folders(&e, "two", NULL);
  Str both = people(&e);
  CHECK(str_find(both, STR("@sam ")) >= 0 &&
        str_find(both, STR("@robin ")) >= 0);
  change_folders(&e, "two", NULL); // added twice is there once
  CHECK(people(&e).len == both.len);
  change_folders(&e, NULL, "one");
  CHECK_STR(people(&e), STR("@robin "));
  change_folders(&e, NULL, "never-there");
  change_folders(&e, NULL, "two");
  CHECK_STR(people(&e), STR(""));
  CHECK(editor_clear(&e) == 0);
}

static void files_on_disk_are_followed(void) {
  Editor e;
  start(&e);
  editor_open(&e, STR("untitled:1"), STR("jot"), STR("With @"));
  CHECK_STR(offered(&e), STR("@sam "));
  write_file("one/b.jot", "I met @alex.\n");
  CHECK_STR(offered(&e), STR("@sam ")); // nobody has said so
  tell_changed(&e, "one/b.jot", 1);
  CHECK_STR(offered(&e), STR("@alex @sam "));
  write_file("one/b.jot", "I met @alexandra there.\n");
  tell_changed(&e, "one/b.jot", 2);
  CHECK_STR(offered(&e), STR("@alexandra @sam "));
  unlink(path_of("one/b.jot").data);
  tell_changed(&e, "one/b.jot", 3);
  CHECK_STR(offered(&e), STR("@sam "));
  CHECK(editor_clear(&e) == 0);
}

// While the folders are looked at again, what is known stays known.
static void a_scan_takes_nothing_away(void) {
  Editor e;
  start(&e);
  editor_open(&e, STR("untitled:1"), STR("jot"), STR("With @"));
  CHECK_STR(offered(&e), STR("@sam "));
  write_file("one/b.jot", "I met @alex.\n");
  e.holds = true;
  tell_changed(&e, "one/b.jot", 1);
  CHECK_STR(offered(&e), STR("@sam "));
  change_folders(&e, "two", "one"); // looked at behind the first look
  CHECK_STR(offered(&e), STR("@sam "));
  editor_work(&e);
  CHECK_STR(offered(&e), STR("@robin "));
  change_folders(&e, "one", "two");
  unlink(path_of("one/b.jot").data);
  tell_changed(&e, "one/b.jot", 3);
  CHECK(editor_clear(&e) == 0);
}

// A journal too long for one step.
static void write_long(const char *name) {
  StrBuf b = {0};
  while (b.len < (1 << 20))
    strbuf_put(&b, STR("It rained and it rained all day, and then some.\n\n"));
  strbuf_put(&b, STR("With @sam.\n"));
  write_file(name, strbuf_str(&b).data);
  strbuf_clear(&b);
}

// Takes what came, up to the answer: how often a report was among it.
static unsigned reports(Editor *e, uint32_t *last) {
  unsigned count = 0;
  *last = 0;
  for (Json *m; (m = editor_next(e)); json_free(m)) {
    const Json *value = json_get(m, "params.value");
    if (!str_eq(json_get_str(value, "kind", STR("")), STR("report"))) continue;
    uint32_t now = json_get_u32(value, "percentage", 0);
    CHECK(now >= *last && now <= 100);
    *last = now;
    count++;
  }
  return count;
}

static void a_long_look_says_how_far_it_is(void) {
  Editor e;
  uint32_t last = 0;
  write_long("one/long-1.jot");
  write_long("one/long-2.jot");
  start(&e);
  Json *got = editor_ask(&e, "workspace/symbol",
                         json_object({"query", json_str(STR("@sam"))},
                                     {"workDoneToken", json_int(1)}));
  CHECK(json_count(got) == 3);
  CHECK(reports(&e, &last) >= 2 && last == 100);
  json_free(got);
  got = editor_ask(&e, "workspace/symbol",
                   json_object({"query", json_str(STR("@sam"))},
                               {"workDoneToken", json_int(1)}));
  CHECK(json_count(got) == 3);
  CHECK(reports(&e, &last) == 0); // nothing had to be read
  json_free(got);
  unlink(path_of("one/long-1.jot").data);
  unlink(path_of("one/long-2.jot").data);
  CHECK(editor_clear(&e) == 0);
}

// The editor goes while files are read: what was begun is dropped.
static void a_look_may_be_left(void) {
  Editor e;
  write_long("one/long-1.jot");
  start(&e);
  e.holds = true;
  tell_changed(&e, "one/long-1.jot", 1);
  json_free(editor_ask(&e, "shutdown", NULL));
  editor_notify(&e, "exit", NULL);
  editor_work(&e);
  CHECK(server_status(e.server) == 0);
  CHECK(editor_clear(&e) == 0);
  unlink(path_of("one/long-1.jot").data);
}

static Str hover_text(Editor *e, const char *uri) {
  Json *got = editor_ask(
      e, "textDocument/hover",
      json_object({"textDocument", json_object({"uri", json_str(str_of(uri))})},
                  {"position", json_object({"line", json_int(0)},
                                           {"character", json_int(6)})}));
  Str text = str_copy(&arena, json_get_str(got, "contents.value", STR("")));
  json_free(got);
  return text;
}

// Files of one name are told apart by the folders they are in.
static void files_of_one_name(void) {
  Editor e;
  write_file("two/a.jot", "I met @sam.\n");
  start(&e);
  change_folders(&e, "two", NULL);
  editor_open(&e, STR("untitled:1"), STR("jot"), STR("With @sam"));
  CHECK_STR(hover_text(&e, "untitled:1"),
            STR("@sam · 3 times\n\nuntitled:1\n\none/a.jot\n\ntwo/a.jot"));
  write_file("two/a.jot", "I met @robin.\n");
  CHECK(editor_clear(&e) == 0);
}

// What stands in closed files counts from the first look on, and files are
// named as they are on disk.
static void a_name_is_known_at_once(void) {
  Editor e;
  write_file("one/my day.jot", "With @sam, and @sam.\n");
  start(&e);
  editor_open(&e, STR("untitled:1"), STR("jot"), STR("With @sam"));
  Json *params = json_object(
      {"textDocument", json_object({"uri", json_str(STR("untitled:1"))})},
      {"position",
       json_object({"line", json_int(0)}, {"character", json_int(6)})});
  Json *got = editor_ask(&e, "textDocument/hover", params);
  CHECK_STR(json_get_str(got, "contents.value", STR("")),
            STR("@sam · 4 times\n\nuntitled:1\n\na.jot\n\nmy day.jot"));
  json_free(got);
  CHECK(editor_clear(&e) == 0);
}

static unsigned hints_of(Editor *e, Str uri) {
  Json *got = editor_ask(
      e, "textDocument/diagnostic",
      json_object({"textDocument", json_object({"uri", json_str(uri)})}));
  unsigned count = json_count(json_get(got, "items"));
  json_free(got);
  return count;
}

static void save(Editor *e, Str uri) {
  editor_notify(
      e, "textDocument/didSave",
      json_object({"textDocument", json_object({"uri", json_str(uri)})}));
}

#define LENS(word)                                                             \
  "lens x\nhint zalarm\n  says \"It is {match}.\"\n  asks \"What?\"\n"         \
  "  when " word "\n  flag A «" word "».\n"

static Json *explains(const char *code) {
  Json *arguments = json_array();
  json_push(arguments, json_str(str_of(code)));
  return json_object({"command", json_str(STR("inkling.server.explain"))},
                     {"arguments", arguments});
}

// An editor that watches no files: lenses and settings are looked at when
// something is saved or opened.
static void lenses_on_disk_are_followed(void) {
  Editor e;
  Str uri =
      str_printf(&arena, "file://" STR_FMT, STR_ARG(path_of("one/c.jot")));
  write_file("one/.inkling.json", "{\"lensPaths\": [\"x.lens\"]}");
  write_file("one/x.lens", LENS("qqtick"));
  editor_init(&e);
  editor_start(&e, "{\"textDocument\":{\"diagnostic\":{}}}",
               "{\"typingPause\":0}");
  editor_open(&e, STR("untitled:0"), STR("jot"), STR("")); // of no project
  editor_open(&e, uri, STR("jot"), STR("The qqtock rang."));
  CHECK(hints_of(&e, uri) == 0);
  write_file("one/x.lens", LENS("qqtock"));
  CHECK(hints_of(&e, uri) == 0); // nobody has said so
  save(&e, uri);
  CHECK(hints_of(&e, uri) == 1);
  write_file("one/.inkling.json", "{\"hints\": {\"zalarm\": false}}");
  Json *told = editor_ask(&e, "workspace/executeCommand", explains("zalarm"));
  CHECK(str_starts(json_get_str(told, "", STR("")), STR("**zalarm** · It is")));
  json_free(told);
  editor_open(&e, STR("untitled:1"), STR("jot"), STR("")); // looks at its own
  CHECK(hints_of(&e, uri) == 1);
  save(&e, uri);
  CHECK(hints_of(&e, uri) == 0);
  CHECK(editor_clear(&e) == 0);
}

static void retype(Editor *e, Str uri, const char *text) {
  Json *all = json_array();
  json_push(all, json_object({"text", json_str(str_of(text))}));
  editor_notify(
      e, "textDocument/didChange",
      json_object({"textDocument", json_object({"uri", json_str(uri)},
                                               {"version", json_int(2)})},
                  {"contentChanges", all}));
}

static void close_it(Editor *e, Str uri) {
  editor_notify(
      e, "textDocument/didClose",
      json_object({"textDocument", json_object({"uri", json_str(uri)})}));
}

// What a coach types into a lens shows in the letters beside it once the hands
// rest, as long as it holds together.
static void a_lens_shows_while_it_is_written(void) {
  Editor e;
  Str uri =
      str_printf(&arena, "file://" STR_FMT, STR_ARG(path_of("one/c.jot")));
  Str lens =
      str_printf(&arena, "file://" STR_FMT, STR_ARG(path_of("one/x.lens")));
  write_file("one/.inkling.json", "{\"lensPaths\": [\"x.lens\"]}");
  write_file("one/x.lens", LENS("qqtick"));
  editor_init(&e);
  editor_start(&e, "{\"textDocument\":{\"diagnostic\":{}}}", NULL);
  editor_open(&e, uri, STR("jot"), STR("The qqtock rang."));
  editor_open(&e, lens, STR("inkling-lens"), STR(LENS("qqtick")));
  retype(&e, lens, LENS("qqtock"));
  editor_pass(&e, 1000);
  CHECK(hints_of(&e, uri) == 0); // the hands do not rest yet
  editor_pass(&e, 1000);
  CHECK(hints_of(&e, uri) == 1);
  retype(&e, lens, "lens x\nhint zalarm\n  when [");
  editor_pass(&e, 2000);
  CHECK(hints_of(&e, lens) > 0 && hints_of(&e, uri) == 1);
  close_it(&e, lens); // what is not saved is gone
  CHECK(hints_of(&e, uri) == 0);
  editor_open(&e, lens, STR("inkling-lens"), STR(LENS("qqtock"))); // restored
  CHECK(hints_of(&e, uri) == 1);
  write_file("one/x.lens", LENS("qqtick"));
  save(&e, lens); // what is saved counts, whatever the editor did to it
  CHECK(hints_of(&e, uri) == 0);
  close_it(&e, lens);
  CHECK(hints_of(&e, uri) == 0);
  CHECK(editor_clear(&e) == 0);
}

// A lens that no letter here is read with changes nothing.
static void a_lens_of_nobody(void) {
  Editor e;
  Str uri =
      str_printf(&arena, "file://" STR_FMT, STR_ARG(path_of("one/c.jot")));
  editor_init(&e);
  editor_start(&e, "{\"textDocument\":{\"diagnostic\":{}}}",
               "{\"typingPause\":0}");
  editor_open(&e, uri, STR("jot"), STR("The qqtock rang."));
  editor_open(&e, STR("untitled:x.lens"), STR("inkling-lens"), STR(""));
  retype(&e, STR("untitled:x.lens"), LENS("qqtock"));
  CHECK(hints_of(&e, uri) == 0);
  CHECK(editor_clear(&e) == 0);
}

int main(void) {
  char name[] = "/tmp/inkling-disk-XXXXXX";
  if (!mkdtemp(name)) return 1;
  root = str_of(name);
  Str make = str_printf(&arena, "mkdir '%s/one' '%s/two'", name, name);
  if (system(make.data) != 0) return 1;
  write_file("one/a.jot", "I met @sam.\n");
  write_file("two/a.jot", "I met @robin.\n");
  folders_come_and_go();
  files_on_disk_are_followed();
  a_scan_takes_nothing_away();
  a_long_look_says_how_far_it_is();
  a_look_may_be_left();
  files_of_one_name();
  a_name_is_known_at_once();
  lenses_on_disk_are_followed();
  a_lens_shows_while_it_is_written();
  unlink(path_of("one/.inkling.json").data);
  a_lens_of_nobody();
  Str clean = str_printf(&arena, "rm -rf '%s'", name);
  if (system(clean.data) != 0) return 1;
  arena_clear(&arena);
  return check_done();
}
