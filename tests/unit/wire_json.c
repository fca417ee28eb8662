// SPDX-License-Identifier: MIT
#include <string.h>

#include "unit/check.h"
#include "wire/json.h"

static Json *read_ok(const char *text) {
  Json *j = NULL;
  CHECK(json_read(str_of(text), STR("x.json"), &j, NULL));
  return j;
}

static void writes(const Json *j, const char *wanted) {
  StrBuf b = {0};
  json_write(j, &b);
  CHECK_STR(strbuf_str(&b), str_of(wanted));
  strbuf_clear(&b);
}

static void values_are_got_by_path(void) {
  Json *j = read_ok("{\"a\":{\"b\":\"x\\u0000y\",\"n\":-1,\"big\":4294967296},"
                    "\"list\":[1,\"two\",null],\"no\":null,\"t\":true}");
  CHECK_STR(json_get_str(j, "a.b", STR("")), ((Str){"x\0y", 3}));
  CHECK(json_get_i64(j, "a.n", 7) == -1 && json_get_u32(j, "a.n", 7) == 7);
  CHECK(json_get_u32(j, "a.big", 7) == 7 && json_get_u32(j, "a.b.c", 9) == 9);
  CHECK(json_get_bool(j, "t", false) && !json_get_bool(j, "a", false));
  CHECK(json_count(json_get(j, "list")) == 3);
  CHECK(json_array_has(j, "list", STR("two")));
  CHECK(!json_array_has(j, "list", STR("1")));
  CHECK(!json_get(j, "no") && json_has(j, "no") && !json_has(j, "nothing"));
  JsonMember m = {0};
  uint32_t count = 0;
  while (json_next(j, &m)) count++;
  CHECK(count == 4 && json_kind(m.value) == JSON_BOOL);
  json_free(j);
}

// An editor may tear an emoji in two: each half is one character that nobody
// can read, as wide as it was, and the text is UTF-8.
static void halves_of_pairs_are_read(void) {
  Json *j = read_ok("[\"a\xED\xA0\xBD b\xED\xB8\x80\", \"\\ud83d x\"]");
  CHECK_STR(json_get_str(json_item(j, 0), "", STR("")),
            STR("a\xEF\xBF\xBD b\xEF\xBF\xBD"));
  CHECK_STR(json_get_str(json_item(j, 1), "", STR("")), STR("\xEF\xBF\xBD x"));
  json_free(j);
}

static void refuses(Str text, uint32_t line) {
  Json *j = NULL;
  Err err = {0};
  CHECK(!json_read(text, STR("x.json"), &j, &err));
  CHECK(!j && err.set && err.line == line);
}

static void bad_text_is_refused_with_its_place(void) {
  refuses(STR("\"\xC0\x80\""), 1);
  refuses(STR("[\n\"\xF4\x90\x80\x80\"]"), 2);
  refuses(STR(""), 1);
  refuses(STR("{\"a\":1,\n\"b\":}"), 2);
  refuses(STR("{} {}"), 1);
  refuses(STR("{\"a\":\"\xff\"}"), 1);
  refuses(STR("{}\0{}"), 1);
  char deep[2 * JSON_DEPTH];
  memset(deep, '[', sizeof deep);
  refuses((Str){deep, sizeof deep}, 1);
  Json *n = read_ok(" 12 ");
  CHECK(json_get_i64(n, "", 0) == 12);
  json_free(n);
}

static void builders_take_what_they_are_given(void) {
  Json *list = json_array();
  json_push(list, json_int(1));
  json_push(list, json_raw(STR("{\"raw\":[]}")));
  json_push(list, NULL);
  Json *o =
      json_object({"list", list}, {"left out", NULL}, {"none", json_null()},
                  {"s", json_str(STR("a\"/\xff"))});
  json_set(o, STR("dyn.key"), json_boolean(false));
  writes(o, "{\"list\":[1,{\"raw\":[]}],\"none\":null,"
            "\"s\":\"a\\\"/\xEF\xBF\xBD\",\"dyn.key\":false}");
  Json *again = json_keep(o);
  json_free(o);
  CHECK(!json_get_bool(json_member(again, STR("dyn.key")), "", true));
  json_free(again);
  writes(NULL, "null");
}

// Wherever in eight bytes it stands, what may not be written as it is, is not.
static void text_is_escaped_everywhere(void) {
  static const char *const odd[][2] = {
      {"\"", "\\\""},           {"\\", "\\\\"},
      {"\n", "\\u000a"},        {"\xE2\x80\x99", "\xE2\x80\x99"},
      {"\xFF", "\xEF\xBF\xBD"}, {"\xE2\x80", "\xEF\xBF\xBD\xEF\xBF\xBD"}};
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
    for (uint32_t at = 0; at < 20; at++) {
      StrBuf text = {0}, wanted = {0}, out = {0};
      Str before = {"aaaaaaaaaaaaaaaaaaaa", at}, after = STR("zzzzzzzzz");
      strbuf_put(&text, before), strbuf_put(&wanted, before);
      strbuf_put(&text, str_of(odd[i][0])), strbuf_put(&text, after);
      strbuf_put(&wanted, str_of(odd[i][1])), strbuf_put(&wanted, after);
      json_put_part(&out, strbuf_str(&text));
      CHECK_STR(strbuf_str(&out), strbuf_str(&wanted));
      strbuf_clear(&text), strbuf_clear(&wanted), strbuf_clear(&out);
    }
}

static void places_are_found_in_text(void) {
  Str text = STR("{ \"x\": \"{\\\"hints\\\"\",\n  \"hints\": {\"a\": [1, 2],\n"
                 "    \"hedge\" : false } }");
  JsonPlace p;
  CHECK(json_place(text, (Str[]){STR("hints"), STR("hedge")}, 2, &p));
  CHECK(p.line == 3 && p.column == 5);
  CHECK_STR(str_slice(text, p.start, p.end), STR("false"));
  CHECK(json_place(text, (Str[]){STR("hints"), STR("a")}, 2, &p));
  CHECK_STR(str_slice(text, p.start, p.end), STR("[1, 2]"));
  CHECK(!json_place(text, (Str[]){STR("hints"), STR("b")}, 2, &p));
  CHECK(json_place(text, NULL, 0, &p) && p.end == text.len);
}

int main(void) {
  halves_of_pairs_are_read();
  values_are_got_by_path();
  bad_text_is_refused_with_its_place();
  builders_take_what_they_are_given();
  places_are_found_in_text();
  text_is_escaped_everywhere();
  return check_done();
}
