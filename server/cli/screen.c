// SPDX-License-Identifier: MIT
#define _DEFAULT_SOURCE // TIOCGWINSZ
#include "cli/screen.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "text/utf.h"

enum { WIDTH = 80, WIDTH_LEAST = 40, WIDTH_MOST = 200 };

static bool is_set(const char *name) {
  const char *value = getenv(name);
  return value && *value;
}

static bool wants_colour(const Cli *c) {
  Str when = cli_option(c, STR("--color"), STR("auto"));
  if (!str_eq(when, STR("auto"))) return str_eq(when, STR("always"));
  const char *term = getenv("TERM");
  if (is_set("NO_COLOR") || (term && strcmp(term, "dumb") == 0)) return false;
  return isatty(fileno(c->out)) == 1;
}

static bool is_utf8_locale(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (unsigned i = 0; i < 3; i++) {
    if (!is_set(names[i])) continue;
    Str value = str_of(getenv(names[i]));
    return str_find(value, STR("UTF-8")) >= 0 ||
           str_find(value, STR("utf8")) >= 0 ||
           str_find(value, STR("utf-8")) >= 0;
  }
  return false;
}

static uint32_t width_of(FILE *out) {
  uint32_t width = 0;
  struct winsize size;
  if (is_set("COLUMNS") && str_to_u32(str_of(getenv("COLUMNS")), &width))
    return width;
  if (isatty(fileno(out)) && ioctl(fileno(out), TIOCGWINSZ, &size) == 0)
    width = size.ws_col;
  return width ? width : WIDTH;
}

Screen screen_of(const Cli *c) {
  uint32_t width = width_of(c->out);
  if (width < WIDTH_LEAST) width = WIDTH_LEAST;
  if (width > WIDTH_MOST) width = WIDTH_MOST;
  return (Screen){.width = width,
                  .has_colour = wants_colour(c),
                  .has_unicode = is_utf8_locale()};
}

typedef struct Stretch {
  uint32_t first, last;
} Stretch;

static bool is_in(const Stretch *list, uint32_t count, uint32_t point) {
  for (uint32_t i = 0; i < count; i++)
    if (list[i].first <= point && point <= list[i].last) return true;
  return false;
}

// Unicode 15: marks and format characters, then East Asian wide and emoji;
// blocks as a whole, since terminals do no finer.
static const Stretch NARROW[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489},   {0x0591, 0x05BD},  {0x064B, 0x065F},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},   {0x200B, 0x200F},  {0x202A, 0x202E},
    {0x2060, 0x2064}, {0x20D0, 0x20FF},   {0xFE00, 0xFE0F},  {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF}, {0x1F3FB, 0x1F3FF}, {0xE0000, 0xE01EF}};
static const Stretch WIDE[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2E80, 0x303E},
    {0x3041, 0xA4CF},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF},
    {0x20000, 0x3FFFD}};

uint32_t screen_width(uint32_t point) {
  if (point < 0x300) return 1;
  if (is_in(NARROW, sizeof NARROW / sizeof *NARROW, point)) return 0;
  return is_in(WIDE, sizeof WIDE / sizeof *WIDE, point) ? 2 : 1;
}

uint32_t screen_columns(Str s) {
  uint32_t columns = 0;
  for (size_t at = 0; at < s.len;) {
    unsigned width;
    columns += screen_width(utf_at(s, at, &width));
    at += width;
  }
  return columns;
}

void screen_put(StrBuf *out, Str s) {
  bool was_space = false;
  for (size_t at = 0; at < s.len;) {
    unsigned width;
    uint32_t point = utf_at(s, at, &width);
    bool is_space = point == ' ' || (point >= '\t' && point <= '\r');
    bool is_control = point < ' ' || (point >= 0x7F && point < 0xA0);
    if (is_space) {
      if (!was_space) strbuf_putc(out, ' ');
    } else if (is_control) {
      strbuf_putc(out, '?');
    } else {
      utf_put(out, point);
    }
    was_space = is_space;
    at += width;
  }
}

void screen_ink(const Screen *s, StrBuf *out, Ink ink, Str text) {
  static const char *const inks[] = {"", "33", "36", "2", "1"};
  if (!s->has_colour || ink == INK_PLAIN || !text.len) {
    strbuf_put(out, text);
    return;
  }
  strbuf_printf(out, "\x1b[%sm" STR_FMT "\x1b[0m", inks[ink], STR_ARG(text));
}
