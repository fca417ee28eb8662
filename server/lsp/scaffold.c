// SPDX-License-Identifier: MIT
#include "lsp/scaffold.h"

#include <time.h>

Str scaffold_today(Arena *a) {
  time_t now = time(NULL);
  struct tm tm;
  localtime_r(&now, &tm);
  return str_printf(a, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1,
                    tm.tm_mday);
}

static const char *weekday(void) {
  static const char *const names[] = {"Sunday",    "Monday",   "Tuesday",
                                      "Wednesday", "Thursday", "Friday",
                                      "Saturday"};
  time_t now = time(NULL);
  struct tm tm;
  localtime_r(&now, &tm);
  return names[tm.tm_wday];
}

Scaffold scaffold_at(unsigned index, Arena *a) {
  Str today = scaffold_today(a);
  switch (index) {
  case 0:
    return (Scaffold){STR("journal"), STR("a journal entry for today"),
                      str_printf(a, "# " STR_FMT " %s\nmood: ${1:5}/10\n\n$0",
                                 STR_ARG(today), weekday())};
  case 1:
    return (Scaffold){STR("letter"), STR("a letter to somebody"),
                      str_printf(a,
                                 "kind: letter\nto: @${1:name}\ndate: " STR_FMT
                                 "\n\nDear ${2:name},\n\n$0\n",
                                 STR_ARG(today))};
  default:
    return (Scaffold){
        STR("worksheet"), STR("a worksheet: questions, each with a blank"),
        str_printf(a, "kind: worksheet\ntitle: ${1:title}\n\n"
                      "? ${2:What is alive in me right now?}\n____\n\n"
                      "? ${3:What do I want to say, and to whom?}\n____\n$0")};
  }
}

Str scaffold_plain(Str snippet, Arena *a) {
  char *out = arena_alloc(a, snippet.len + 1);
  size_t len = 0;
  for (size_t i = 0; i < snippet.len; i++) {
    char c = snippet.data[i];
    if (c == '}') continue;
    if (c != '$') {
      out[len++] = c;
      continue;
    }
    while (i + 1 < snippet.len &&
           ((snippet.data[i + 1] >= '0' && snippet.data[i + 1] <= '9') ||
            snippet.data[i + 1] == '{' || snippet.data[i + 1] == ':'))
      i++;
  }
  return (Str){out, len};
}
