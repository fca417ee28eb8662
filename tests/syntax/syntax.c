// SPDX-License-Identifier: MIT
// Fixtures of the syntax floor: text in; blocks, passages, references out.
// In the input `␀` stands for a NUL, `␍` for a CR and `␠` for a space.
#include "runner/fixture.h"
#include "syntax/show.h"

static void put_bytes(StrBuf *out, Str input) {
  static const struct {
    Str sign;
    char byte;
  } signs[] = {{{"␀", 3}, '\0'}, {{"␍", 3}, '\r'}, {{"␠", 3}, ' '}};
  for (size_t at = 0; at < input.len;) {
    Str rest = str_slice(input, at, input.len);
    char byte = rest.data[0];
    size_t width = 1;
    for (unsigned i = 0; i < sizeof signs / sizeof *signs; i++)
      if (str_starts(rest, signs[i].sign)) byte = signs[i].byte, width = 3;
    strbuf_putc(out, byte);
    at += width;
  }
}

static void run(const FixtureCase *c, Str what, StrBuf *out) {
  StrBuf bytes = {0};
  put_bytes(&bytes, c->input);
  if (!show(strbuf_str(&bytes), what, out))
    strbuf_printf(out, "no such view: " STR_FMT "\n", STR_ARG(what));
  strbuf_clear(&bytes);
}

int main(int argc, char **argv) {
  return fixture_main(argc, argv, run);
}
