// SPDX-License-Identifier: MIT
// Behind `with` and `without` of a lens: what a sentence can be marked with.
// The built-in lenses change, so only the names of the file itself are counted.
#include <string.h>

#include "lsp/editor.h"
#include "unit/check.h"

static const char LENS[] = "lens test\n"
                           "notice blorped\n"
                           "  when blorp\n"
                           "hint blarped\n"
                           "  says \"“{match}” is here.\"\n"
                           "  asks \"What now?\"\n"
                           "  when «blarp»\n"
                           "  with \n"
                           "  without b\n";

static Json *ask(Editor *e, int line, int character) {
  return editor_ask(
      e, "textDocument/completion",
      json_object(
          {"textDocument", json_object({"uri", json_str(STR("untitled:1"))})},
          {"position", json_object({"line", json_int(line)},
                                   {"character", json_int(character)})}));
}

static unsigned count_of(const Json *got, const char *label) {
  const Json *items = json_get(got, "items");
  unsigned count = 0;
  for (uint32_t i = 0; i < json_count(items); i++)
    count += str_eq(json_get_str(json_item(items, i), "label", STR("")),
                    str_of(label));
  return count;
}

static void offers_marks(Editor *e, int line, int character) {
  Json *got = ask(e, line, character);
  CHECK(count_of(got, "blorped") == 1);
  CHECK(count_of(got, "blarped") == 1);
  CHECK(count_of(got, "danger") == 1);       // a notice of ours
  CHECK(count_of(got, "hedge") == 1);        // a hint about sentences
  CHECK(count_of(got, "past-telling") == 0); // about paragraphs
  json_free(got);
}

int main(void) {
  Editor e;
  editor_init(&e);
  editor_start(&e, "{}", NULL);
  editor_open(&e, STR("untitled:1"), STR("inkling-lens"), str_of(LENS));
  offers_marks(&e, 7, 7);
  offers_marks(&e, 8, 11);
  CHECK(editor_clear(&e) == 0);
  return check_done();
}
