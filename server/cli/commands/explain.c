// SPDX-License-Identifier: MIT
// What a hint means: from the lens that makes it, proofs and all.
#include "cli/command.h"
#include "cli/hint_page.h"
#include "cli/house.h"
#include "cli/picture.h"

const Option explain_options[] = {
    {"--format", "text|markdown", "markdown: without a CODE, all of them"},
    {"--lens", "PATH", "a further lens file or folder"},
    {"--color", "always|never|auto", "auto: where the output is a terminal"},
    {0}};

static void put_title(const Screen *s, StrBuf *out, const LensHint *h) {
  const char *dot = s->has_unicode ? " · " : " - ";
  screen_ink(s, out, INK_BOLD, h->code);
  strbuf_printf(out, "%s" STR_FMT "%sabout a %s%s%s\n", dot, STR_ARG(h->lens),
                dot, hint_about(h), h->is_off ? dot : "",
                h->is_off ? "off until asked for" : "");
}

static void put_list(const Screen *s, StrBuf *out, const char *title,
                     const char *sign, const Str *items, uint32_t count) {
  if (!count) return;
  strbuf_printf(out, "\n%s\n", title);
  for (uint32_t i = 0; i < count; i++)
    picture_note(s, out, sign, INK_PLAIN, items[i]);
}

static uint32_t few(uint32_t count) {
  return count < HINT_EXAMPLES ? count : HINT_EXAMPLES;
}

static void explain(const Screen *s, StrBuf *out, const LensHint *h) {
  put_title(s, out, h);
  picture_note(s, out, "", INK_PLAIN, h->meaning);
  if (h->source.len) {
    strbuf_printf(out, "\nWhence\n     " STR_FMT "\n", STR_ARG(h->source));
    picture_note(s, out, "", INK_PLAIN, h->source_words);
  }
  put_list(s, out, "It asks", "?", h->asks, h->ask_count);
  put_list(s, out, "It speaks at", "+", h->flags, few(h->flag_count));
  put_list(s, out, "It leaves alone", "-", h->passes, few(h->pass_count));
}

static void put_table(const Screen *s, StrBuf *out, const LensSet *set) {
  for (uint32_t i = 0; i < lens_hint_count(set); i++) {
    const LensHint *h = lens_hint_at(set, i);
    char code[64];
    snprintf(code, sizeof code, "%-20.*s", (int)h->code.len, h->code.data);
    screen_ink(s, out, INK_CODE, str_of(code));
    strbuf_printf(out, " %-12.*s %-10s%s\n", (int)h->lens.len, h->lens.data,
                  hint_about(h), h->is_off ? "off" : "");
  }
  strbuf_put(out, STR("\n`inkling explain CODE` says more of one.\n"));
}

static bool is_markdown(const Cli *c) {
  return str_eq(cli_option(c, STR("--format"), STR("text")), STR("markdown"));
}

static void put_all(const Cli *c, const Screen *s, StrBuf *out,
                    const LensSet *set) {
  if (is_markdown(c))
    hint_page_put_all(out, set);
  else
    put_table(s, out, set);
}

static void put_one(const Cli *c, const Screen *s, StrBuf *out,
                    const LensHint *h) {
  if (is_markdown(c))
    hint_page_put(out, h);
  else
    explain(s, out, h);
}

int command_explain(Cli *c) {
  House house = {0};
  Screen screen = screen_of(c);
  StrBuf out = {0};
  int status = EXIT_FINE;
  const LensSet *set = house_room(&house, c, STR("-"))->lenses;
  if (!c->operands.len) put_all(c, &screen, &out, set);
  for (uint32_t i = 0; i < c->operands.len; i++) {
    const LensHint *h = lens_hint_find(set, c->operands.data[i]);
    if (i) strbuf_putc(&out, '\n');
    if (h) {
      put_one(c, &screen, &out, h);
      continue;
    }
    cli_tell(c, str_printf(c->arena,
                           "no lens has a hint \"" STR_FMT
                           "\"; `inkling explain` lists them",
                           STR_ARG(c->operands.data[i])));
    status = EXIT_CANNOT;
  }
  cli_put(c, strbuf_str(&out));
  strbuf_clear(&out);
  house_clear(&house);
  return status;
}
