// SPDX-License-Identifier: MIT
#include "cli/hint_page.h"

#include <string.h>

const char *hint_about(const LensHint *h) {
  switch (h->about) {
  case ABOUT_SENTENCE: return "sentence";
  case ABOUT_PARAGRAPH: return "paragraph";
  case ABOUT_LETTER: return "letter";
  }
  return "";
}

// Words of a lens are words, whatever Markdown would see in them.
static void put_words(StrBuf *out, Str words) {
  for (size_t i = 0; i < words.len; i++) {
    char c = words.data[i];
    if (c && strchr("\\`*_<[#", c)) strbuf_putc(out, '\\');
    strbuf_putc(out, c == '\n' ? ' ' : c);
  }
}

static void put_list(StrBuf *out, const char *title, const Str *items,
                     uint32_t count) {
  if (!count) return;
  strbuf_printf(out, "\n%s\n\n", title);
  for (uint32_t i = 0; i < count; i++) {
    strbuf_put(out, STR("- "));
    put_words(out, items[i]);
    strbuf_putc(out, '\n');
  }
}

static uint32_t few(uint32_t count) {
  return count < HINT_EXAMPLES ? count : HINT_EXAMPLES;
}

static void put_source(StrBuf *out, const LensHint *h) {
  if (!h->source.len) return;
  strbuf_put(out, STR("\n\nAfter "));
  put_words(out, h->source);
  if (h->source_words.len) strbuf_put(out, STR(": "));
  put_words(out, h->source_words);
  strbuf_putc(out, '.');
}

void hint_page_put(StrBuf *out, const LensHint *h) {
  strbuf_printf(out, "## " STR_FMT "\n\nLens " STR_FMT ", about a %s%s.\n\n> ",
                STR_ARG(h->code), STR_ARG(h->lens), hint_about(h),
                h->is_off ? "; off until asked for" : "");
  put_words(out, h->meaning);
  put_source(out, h);
  strbuf_putc(out, '\n');
  put_list(out, "It asks:", h->asks, h->ask_count);
  put_list(out, "It speaks at:", h->flags, few(h->flag_count));
  put_list(out, "It leaves alone:", h->passes, few(h->pass_count));
}

static void put_head(StrBuf *out) {
  strbuf_put(
      out,
      STR("# The hints\n\n"
          "Made from the lenses by `./dev hints`: for each hint what it says, "
          "whose thought it rests on,\nwhat it asks, and some of its proofs. "
          "Between « and » stand the words it marks; `{match}` is\nthose "
          "words, `{other}` the one the text is to or about. How often each "
          "is right stands\n[at the end](#figures).\n\n"));
}

void hint_page_put_all(StrBuf *out, const LensSet *set) {
  put_head(out);
  for (uint32_t i = 0; i < lens_hint_count(set); i++) {
    Str code = lens_hint_at(set, i)->code;
    strbuf_printf(out, "%s[" STR_FMT "](#" STR_FMT ")", i ? " ·\n" : "",
                  STR_ARG(code), STR_ARG(code));
  }
  strbuf_putc(out, '\n');
  for (uint32_t i = 0; i < lens_hint_count(set); i++) {
    strbuf_putc(out, '\n');
    hint_page_put(out, lens_hint_at(set, i));
  }
}
