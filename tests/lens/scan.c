// SPDX-License-Identifier: MIT
// scan [--kind journal|letter|worksheet] [--all] [FILE.lens…] < LINES
// Reads each line of standard input as a paragraph and prints, a line each,
// what was found in it: code, flagged words, rule. --all: also notices and
// what an exception held back. A tool for whoever writes lenses.
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "lens/lens.h"

typedef struct Scan {
  LensSet *set;
  LensReader *reader;
  LensPlace place;
  bool all;
} Scan;

static void print_finding(const Scan *s, const LensFinding *f, Str line) {
  if (!s->all && (f->held_by_line || f->hint == NO_INDEX)) return;
  Str code = f->hint == NO_INDEX ? lens_notice_name(s->set, f->notice)
                                 : lens_hint_at(s->set, f->hint)->code;
  Str words = str_slice(line, f->span.start, f->span.end);
  printf("\t" STR_FMT "%s\t“" STR_FMT "”\t%s:%u", STR_ARG(code),
         f->hint == NO_INDEX ? " (notice)" : "", STR_ARG(words), f->rule_path,
         f->rule_line);
  if (f->held_by_line) printf("\theld by line %u", f->held_by_line);
  putchar('\n');
}

static void scan_line(const Scan *s, Str line) {
  Arena a = {0};
  const English *e = english_run(line, NULL, 0, &a);
  const LensReading *r = lens_read_passage(s->reader, e, line, &s->place, &a);
  printf("[%u] " STR_FMT "\n", r->level, STR_ARG(line));
  for (uint32_t i = 0; i < r->finding_count; i++)
    print_finding(s, &r->findings[i], line);
  arena_clear(&a);
}

static void take_kind(Scan *s, const char *kind) {
  if (!strcmp(kind, "letter")) s->place.kind = PLACE_LETTER;
  if (!strcmp(kind, "worksheet")) s->place.kind = PLACE_WORKSHEET;
}

int main(int argc, char **argv) {
  Arena a = {0};
  LensTroubleVec troubles = {0};
  Scan s = {.place = {.kind = PLACE_JOURNAL}};
  LensSource files[64];
  uint32_t count = 0;
  Err err = {0};
  for (int i = 1; i < argc; i++) {
    StrBuf bytes = {0};
    if (!strcmp(argv[i], "--all"))
      s.all = true;
    else if (!strcmp(argv[i], "--kind") && i + 1 < argc)
      take_kind(&s, argv[++i]);
    else if (count < 64 && file_read(str_of(argv[i]), &bytes, &err))
      files[count++] = (LensSource){str_of(argv[i]), strbuf_str(&bytes)};
  }
  if (err.set || !english_init(&err)) {
    fprintf(stderr, "%s\n", err.message);
    return 2;
  }
  s.set = lens_set_new(files, count, &a, &troubles);
  s.reader = lens_reader_new(s.set);
  char line[65536];
  while (fgets(line, sizeof line, stdin))
    if (line[0] != '\n') scan_line(&s, str_trim(str_of(line)));
  lens_reader_free(s.reader);
  lens_set_free(s.set);
  arena_clear(&a);
  return 0;
}
