// SPDX-License-Identifier: MIT
// Behind `with` and `without` of a lens: what a sentence can be marked with.
// The built-in lenses change, so only the names of the file itself are counted.
#include <string.h>

#include "lsp/editor.h"
#include "lsp/lenswords.h"
#include "unit/check.h"

static const char LENS[] = "lens test\n"
                           "notice blorped\n"
                           "  when blorp\n"
                           "hint blarped\n"
                           "  says \"“{match}” is here.\"\n"
                           "  asks \"What now?\"\n"
                           "  when «blarp»\n"
                           "  with \n"
                           "  without b\n"
                           "  when [\n"
                           "set soft = blorp\n"
                           "phrase hardly = not blorp\n"
                           "  when [feeling s\n"
                           "turn off h\n"
                           "also set s\n"
                           "hint whole\n"
                           "  about letter\n"
                           "  when over\n";

static Json *ask_in(Editor *e, const char *uri, int line, int character) {
  return editor_ask(
      e, "textDocument/completion",
      json_object(
          {"textDocument", json_object({"uri", json_str(str_of(uri))})},
          {"position", json_object({"line", json_int(line)},
                                   {"character", json_int(character)})}));
}

static Json *ask(Editor *e, int line, int character) {
  return ask_in(e, "untitled:1", line, character);
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

// Sets of the file, of the words that all lenses share, and of feelings; what
// another lens has beside its hints is its own affair.
static void offers_sets(Editor *e, int line, int character) {
  Json *got = ask(e, line, character);
  CHECK(count_of(got, "soft") == 1);
  CHECK(count_of(got, "hardly") == 1);
  CHECK(count_of(got, "softener") == 1);
  CHECK(count_of(got, "feeling") == 1);
  CHECK(count_of(got, "feeling sad") == 1);
  CHECK(count_of(got, "self-part") == 0);
  json_free(got);
}

static void offers_what_is_there(Editor *e) {
  Json *hints = ask(e, 13, 10), *sets = ask(e, 14, 10);
  CHECK(count_of(hints, "hedge") == 1 && count_of(hints, "past-telling") == 1);
  CHECK(count_of(hints, "danger") == 0 && count_of(hints, "softener") == 0);
  CHECK(count_of(sets, "softener") == 1 && count_of(sets, "hedge") == 0);
  Json *measures = ask(e, 17, 11);
  CHECK(count_of(measures, "over half") == 1);
  CHECK(count_of(measures, "blorped") == 1 && count_of(measures, "NOUN") == 0);
  json_free(hints);
  json_free(sets);
  json_free(measures);
}

// Whatever a pattern may ask for, a coach can look up.
static void every_word_is_told(void) {
  static const char *const names[] = {
#define TERM(name, need) name,
#include "lens/term.def"
#undef TERM
#define FACT(id, name) name,
#include "lens/fact.def"
#undef FACT
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    bool told = !*names[i];
    for (uint32_t k = 0; k < lenswords_count() && !told; k++)
      told = str_eq(str_of(lenswords_at(k)->word), str_of(names[i]));
    CHECK(told);
    if (!told) fprintf(stderr, "%s\n", names[i]);
  }
}

// Behind `%% hush`, and in a comment where that is how it is said.
static void offers_codes(Editor *e, const char *language, const char *line) {
  Str text = str_of(line);
  editor_open(e, STR("untitled:2"), str_of(language), text);
  Json *got = ask_in(e, "untitled:2", 0, (int)text.len);
  CHECK(count_of(got, "hedge") == 1 && count_of(got, "past-telling") == 1);
  CHECK(count_of(got, "file") == (str_find(text, STR("file")) < 0));
  json_free(got);
}

int main(void) {
  Editor e;
  editor_init(&e);
  editor_start(&e, "{}", NULL);
  editor_open(&e, STR("untitled:1"), STR("inkling-lens"), str_of(LENS));
  offers_marks(&e, 7, 7);
  offers_marks(&e, 8, 11);
  offers_sets(&e, 9, 8);
  offers_sets(&e, 12, 17);
  offers_what_is_there(&e);
  every_word_is_told();
  offers_codes(&e, "jot", "%% hush he");
  offers_codes(&e, "jot", "%%hush file ");
  offers_codes(&e, "markdown", "<!-- hush file he");
  offers_codes(&e, "plaintext", "<!-- hush ");
  CHECK(editor_clear(&e) == 0);
  return check_done();
}
