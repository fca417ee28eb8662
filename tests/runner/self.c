// SPDX-License-Identifier: MIT
// The fixture form tested by itself: what marks mean, and how text is put back.
#include "runner/fixture.h"

static void run(const FixtureCase *c, Str what, StrBuf *out) {
  Arena a = {0};
  SpanVec marks = {0};
  Str plain = fixture_unmark(c->input, &a, &marks);
  if (str_eq(what, STR("plain"))) strbuf_put(out, plain);
  if (str_eq(what, STR("spans")))
    for (uint32_t i = 0; i < marks.len; i++)
      strbuf_printf(out, "%u-%u\n", marks.data[i].start, marks.data[i].end);
  if (str_eq(what, STR("marked")))
    fixture_mark(plain, marks.data, marks.len, out);
  arena_clear(&a);
}

int main(int argc, char **argv) {
  return fixture_main(argc, argv, run);
}
