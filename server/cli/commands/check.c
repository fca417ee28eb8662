// SPDX-License-Identifier: MIT
// The hints of files: for a person in the terminal, or as JSON Lines.
#include "cli/command.h"
#include "cli/house.h"
#include "cli/input.h"
#include "cli/lines.h"
#include "cli/page.h"
#include "journal/hushes.h"

const Option check_options[] = {
    {"--format", "text|json", "for people (default) or JSON Lines"},
    {"--density", "quiet|balanced|all", "how many hints are shown"},
    {"--fail-on", "never|hint|information|CODE",
     "exit with 1 where such a hint is shown, or a weightier one"},
    {"--lens", "PATH", "a further lens file or folder"},
    {"--stdin-path", "PATH", "what standard input is called"},
    {"--color", "always|never|auto", "auto: where the output is a terminal"},
    {0}};

typedef struct Run {
  Cli *c;
  House house;
  Screen screen;
  Tally tally;
  StrBuf out;
  Arena arena; // of one file
  Str fail_on;
  bool json, failed;
  bool any, is_known; // a file was read; a lens of one has what it fails on
} Run;

// `hint` is any, `information` what is more than one; else a code.
static bool fails_on(const Run *r, const Hint *h) {
  if (str_eq(r->fail_on, STR("hint"))) return true;
  if (str_eq(r->fail_on, STR("information")))
    return h->severity == SEVERITY_INFORMATION;
  return str_eq(r->fail_on, h->code);
}

static bool is_level(Str fail_on) {
  return str_eq(fail_on, STR("never")) || str_eq(fail_on, STR("hint")) ||
         str_eq(fail_on, STR("information"));
}

static void put_edit(StrBuf *out, const Fix *f, uint32_t at) {
  line_put_number(out, "{", "start", at + f->span.start);
  line_put_number(out, ",", "end", at + f->span.end);
  line_put_pair(out, ",", "text", f->text);
  strbuf_putc(out, '}');
}

static void put_fixes(StrBuf *out, const Hint *h) {
  strbuf_put(out, STR(",\"fixes\":["));
  for (uint32_t i = 0; i < h->fix_count; i++) {
    line_put_pair(out, i ? ",{" : "{", "title", h->fixes[i].title);
    strbuf_put(out, STR(",\"edits\":["));
    put_edit(out, &h->fixes[i], h->span.start);
    strbuf_put(out, STR("]}"));
  }
  strbuf_putc(out, ']');
}

static void put_hint(StrBuf *out, const Input *in, Doc *d, const Hint *h) {
  Pos pos = text_pos(doc_text(d), h->span.start, UTF32);
  line_put_pair(out, "{", "path", in->path);
  line_put_number(out, ",", "line", pos.line + 1);
  line_put_number(out, ",", "column", pos.column + 1);
  line_put_number(out, ",", "start", h->span.start);
  line_put_number(out, ",", "end", h->span.end);
  line_put_pair(out, ",", "hint", h->code);
  line_put_pair(out, ",", "lens", h->lens);
  line_put_pair(out, ",", "severity",
                h->severity == SEVERITY_HINT ? STR("hint")
                                             : STR("information"));
  line_put_pair(out, ",", "message", h->message);
  line_put_pair(out, ",", "ask", h->ask);
  put_fixes(out, h);
  strbuf_put(out, STR("}\n"));
}

// Said beside the hints, as what is wrong with a setting is.
static void tell_slips(Run *r, const Input *in, Doc *d) {
  HushSlips slips = {0};
  StrBuf line = {0};
  hushes_check(d, &r->arena, &slips);
  vec_each(HushSlip, slip, &slips) {
    Pos pos = text_pos(doc_text(d), slip->span.start, UTF32);
    line.len = 0;
    screen_put(&line, str_printf(&r->arena, STR_FMT ":%u:%u: " STR_FMT,
                                 STR_ARG(in->path), pos.line + 1,
                                 pos.column + 1, STR_ARG(slip->message)));
    cli_tell(r->c, strbuf_str(&line));
  }
  strbuf_clear(&line);
}

static void check(void *self, const Input *in) {
  Run *r = self;
  const Room *room = house_room(&r->house, r->c, in->path);
  Doc *d = doc_new(in->bytes, in->language, &room->settings, room->lenses);
  uint32_t count;
  const Hint **shown = doc_shown(d, room->settings.density, &r->arena, &count);
  for (uint32_t i = 0; i < count; i++) {
    if (r->json) put_hint(&r->out, in, d, shown[i]);
    r->failed = r->failed || fails_on(r, shown[i]);
  }
  r->any = true;
  r->is_known = r->is_known || is_level(r->fail_on) ||
                lens_hint_find(room->lenses, r->fail_on);
  if (!r->json)
    page_put(&r->screen, in->path, d, shown, count, &r->tally, r->c->arena,
             &r->out);
  cli_put(r->c, strbuf_str(&r->out));
  r->out.len = 0;
  tell_slips(r, in, d);
  doc_free(d);
  arena_reset(&r->arena);
}

int command_check(Cli *c) {
  Run r = {.c = c, .screen = screen_of(c)};
  r.json = str_eq(cli_option(c, STR("--format"), STR("")), STR("json"));
  r.fail_on = cli_option(c, STR("--fail-on"), STR("never"));
  if (!house_ready(c)) return EXIT_CANNOT;
  bool is_fine = input_each(c, check, &r);
  if (!r.json && r.tally.files) page_put_tally(&r.screen, &r.tally, &r.out);
  cli_put(c, strbuf_str(&r.out));
  house_clear(&r.house);
  strbuf_clear(&r.out);
  arena_clear(&r.arena);
  bool is_strange = r.any && !r.is_known;
  if (is_strange)
    cli_tell(c, str_printf(c->arena,
                           "--fail-on: no lens has a hint \"" STR_FMT "\"",
                           STR_ARG(r.fail_on)));
  if (!is_fine || is_strange) return EXIT_CANNOT;
  return r.failed ? EXIT_FOUND : EXIT_FINE;
}
