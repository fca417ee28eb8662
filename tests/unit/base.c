// SPDX-License-Identifier: MIT
#include "base/err.h"
#include "base/file.h"
#include "base/map.h"
#include "base/vec.h"
#include "unit/check.h"

static void arenas_keep_what_they_were_given(void) {
  Arena a = {0};
  char *first = arena_copy(&a, "abc", 3);
  for (int i = 0; i < 5000; i++) {
    char *p = arena_alloc(&a, (size_t)i);
    CHECK(i == 0 || (p[0] == 0 && p[i - 1] == 0));
  }
  CHECK_STR(str_of(first), STR("abc"));
  arena_reset(&a);
  CHECK(a.held > 0);
  arena_clear(&a);
  CHECK(a.held == 0 && !a.chunk);
}

static void vectors_grow(void) {
  Vec(uint32_t) v = {0}, w = {0};
  Arena a = {0};
  for (uint32_t i = 0; i < 1000; i++) {
    vec_push(&v, i);
    vec_push_in(&a, &w, i);
  }
  for (uint32_t i = 0; i < 1000; i++) CHECK(v.data[i] == i && w.data[i] == i);
  vec_clear(&v);
  arena_clear(&a);
  CHECK(v.len == 0 && !v.data);
}

static void strings_are_cut_and_found(void) {
  Str part, rest = STR("a,,b");
  CHECK(str_cut(&rest, ',', &part) && str_eq(part, STR("a")));
  CHECK(str_cut(&rest, ',', &part) && part.len == 0);
  CHECK(str_cut(&rest, ',', &part) && str_eq(part, STR("b")));
  CHECK(!str_cut(&rest, ',', &part));
  CHECK(str_find(STR("aab"), STR("ab")) == 1);
  CHECK(str_find(STR("aab"), STR("abc")) == -1);
  CHECK_STR(str_trim(STR(" \t a b\r\n")), STR("a b"));
  CHECK_STR(str_slice(STR("abc"), 1, 99), STR("bc"));
  uint32_t n;
  CHECK(str_to_u32(STR("4294967295"), &n) && n == UINT32_MAX);
  CHECK(!str_to_u32(STR("4294967296"), &n) && !str_to_u32(STR(""), &n));
  CHECK(!str_to_u32(STR("1x"), &n));
}

static void buffers_replace(void) {
  StrBuf b = {0};
  strbuf_put(&b, STR("one two three"));
  strbuf_replace(&b, 4, 7, STR("2"));
  CHECK_STR(strbuf_str(&b), STR("one 2 three"));
  strbuf_replace(&b, 99, 99, STR("!"));
  CHECK_STR(strbuf_str(&b), STR("one 2 three!"));
  strbuf_printf(&b, "%d", 7);
  strbuf_put_u32(&b, 0);
  strbuf_put_u32(&b, UINT32_MAX);
  CHECK_STR(strbuf_str(&b), STR("one 2 three!704294967295"));
  strbuf_clear(&b);
}

static void maps_hold_many(void) {
  Map m = {0};
  Arena a = {0};
  for (uint32_t i = 0; i < 3000; i++)
    CHECK(map_put(&m, str_printf(&a, "key%u", i), i));
  for (uint32_t i = 0; i < 3000; i++)
    CHECK(map_get(&m, str_printf(&a, "key%u", i), 9999) == i);
  CHECK(!map_put(&m, STR("key7"), 8) && map_get(&m, STR("key7"), 0) == 8);
  CHECK(!map_has(&m, STR("key3000")) && m.len == 3000);
  CHECK(map_put(&m, STR(""), 1) && map_has(&m, STR("")));
  map_clear(&m);
  arena_clear(&a);
}

static void errors_say_where(void) {
  Err err = {0};
  Arena a = {0};
  err_at(&err, STR("x.lens"), 3, 7, "no such set: %s", "softner");
  err_set(&err, "a later one");
  CHECK_STR(err_text(&err, &a), STR("x.lens:3:7: no such set: softner"));
  arena_clear(&a);
}

static void paths_fold(void) {
  Arena a = {0};
  CHECK_STR(path_absolute(&a, STR("/a/./b/../c/")), STR("/a/c"));
  CHECK_STR(path_absolute(&a, STR("/../..")), STR("/"));
  CHECK_STR(path_folder(STR("/a/b")), STR("/a"));
  CHECK_STR(path_folder(STR("/a")), STR("/"));
  CHECK_STR(path_folder(STR("a")), STR(""));
  CHECK_STR(path_name(STR("/a/b.jot")), STR("b.jot"));
  CHECK_STR(path_join(&a, STR("/a/"), STR("b")), STR("/a/b"));
  arena_clear(&a);
}

static void a_missing_file_is_an_error(void) {
  StrBuf b = {0};
  Err err = {0};
  CHECK(!file_read(STR("/no/such/file"), &b, &err) && err.set);
  Err folder = {0};
  CHECK(!file_read(STR("/"), &b, &folder) && folder.set);
  strbuf_clear(&b);
}

int main(void) {
  arenas_keep_what_they_were_given();
  vectors_grow();
  strings_are_cut_and_found();
  buffers_replace();
  maps_hold_many();
  errors_say_where();
  paths_fold();
  a_missing_file_is_an_error();
  return check_done();
}
