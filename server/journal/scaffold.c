// SPDX-License-Identifier: MIT
#include "journal/scaffold.h"

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
  case SCAFFOLD_JOURNAL:
    return (Scaffold){STR("journal"), STR("a journal entry for today"),
                      str_printf(a, "# " STR_FMT " %s\nmood: ${1:5}/10\n\n$0",
                                 STR_ARG(today), weekday())};
  case SCAFFOLD_LETTER:
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

// Behind the `$` at `at`: where the words of `${1:words}` begin, or where `$1`
// ends.
static size_t mark_end(Str s, size_t at) {
  at++;
  if (at < s.len && s.data[at] == '{') at++;
  while (at < s.len && s.data[at] >= '0' && s.data[at] <= '9') at++;
  if (at < s.len && s.data[at] == ':') at++;
  return at;
}

Str scaffold_plain(Str snippet, Arena *a) {
  char *out = arena_alloc(a, snippet.len + 1);
  size_t len = 0;
  for (size_t i = 0; i < snippet.len;) {
    char c = snippet.data[i];
    if (c == '$') {
      i = mark_end(snippet, i);
      continue;
    }
    if (c != '}') out[len++] = c;
    i++;
  }
  return (Str){out, len};
}
