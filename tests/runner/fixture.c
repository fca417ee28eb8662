// SPDX-License-Identifier: MIT
#include "runner/fixture.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"

typedef struct Tally {
  FixtureRun *run;
  bool accept;
  unsigned passed, failed;
} Tally;

// A file being read: what stands before `at` is done with; `kept` is the file
// as --accept would write it.
typedef struct Reader {
  Str path, bytes;
  size_t at;
  uint32_t line; // of `at`, from 1
  StrBuf kept;
} Reader;

static Str line_at(const Reader *r) {
  Str rest = str_slice(r->bytes, r->at, r->bytes.len);
  ptrdiff_t end = str_find(rest, STR("\n"));
  return end < 0 ? rest : str_slice(rest, 0, (size_t)end + 1);
}

static bool is_case(Str line) {
  return str_starts(line, STR("=== "));
}

static bool is_section(Str line) {
  if (!str_starts(line, STR("--- ")) || line.len < 6) return false;
  for (size_t i = 4; i + 1 < line.len; i++)
    if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789-", line.data[i]))
      return false;
  return true;
}

static Str take_line(Reader *r) {
  Str line = line_at(r);
  r->at += line.len;
  r->line++;
  return line;
}

// Everything up to the next marker line, or up to the next case.
static Str take_text(Reader *r) {
  size_t from = r->at;
  while (r->at < r->bytes.len) {
    Str line = line_at(r);
    if (is_case(line) || is_section(line)) break;
    take_line(r);
  }
  return str_slice(r->bytes, from, r->at);
}

static void show_lines(const char *sign, Str text) {
  Str line;
  while (str_cut(&text, '\n', &line))
    if (line.len || text.len)
      fprintf(stderr, "  %s " STR_FMT "\n", sign, STR_ARG(line));
}

static void show_difference(const FixtureCase *c, Str what, uint32_t line,
                            Str want, Str got) {
  fprintf(stderr, STR_FMT ":%u: " STR_FMT ", " STR_FMT ":\n", STR_ARG(c->path),
          line, STR_ARG(c->name), STR_ARG(what));
  show_lines("want", want);
  show_lines(" got", got);
}

static void put_ended(StrBuf *b, Str s) {
  strbuf_put(b, s);
  if (s.len && s.data[s.len - 1] != '\n') strbuf_putc(b, '\n');
}

// A section's blank last lines part it from the next case for the eye only.
static Str without_blank_end(Str s) {
  while (s.len > 1 && str_ends(s, STR("\n\n"))) s.len--;
  return s.len == 1 && s.data[0] == '\n' ? str_slice(s, 0, 0) : s;
}

static void run_section(Tally *t, Reader *r, const FixtureCase *c) {
  uint32_t line = r->line;
  Str marker = take_line(r);
  Str what = str_trim(str_slice(marker, 4, marker.len));
  Str rest = take_text(r), want = without_blank_end(rest);
  StrBuf raw = {0}, got = {0};
  t->run(c, what, &raw);
  put_ended(&got, without_blank_end(strbuf_str(&raw)));
  bool same = str_eq(want, strbuf_str(&got));
  same ? t->passed++ : t->failed++;
  if (!same && !t->accept)
    show_difference(c, what, line, want, strbuf_str(&got));
  strbuf_put(&r->kept, marker);
  strbuf_put(&r->kept, strbuf_str(&got));
  strbuf_put(&r->kept, str_slice(rest, want.len, rest.len));
  strbuf_clear(&raw);
  strbuf_clear(&got);
}

static void run_case(Tally *t, Reader *r) {
  FixtureCase c = {.path = r->path, .line = r->line};
  size_t from = r->at;
  Str head = take_line(r);
  c.name = str_trim(str_slice(head, 4, head.len));
  c.input = take_text(r);
  strbuf_put(&r->kept, str_slice(r->bytes, from, r->at));
  if (!is_section(line_at(r))) {
    fprintf(stderr, STR_FMT ":%u: a case that asks for nothing\n",
            STR_ARG(c.path), c.line);
    t->failed++;
  }
  while (is_section(line_at(r))) run_section(t, r, &c);
}

static bool write_back(const Reader *r) {
  FILE *f = fopen(r->path.data, "wb");
  bool ok = f && fwrite(r->kept.data, 1, r->kept.len, f) == r->kept.len;
  if (f && fclose(f) != 0) ok = false;
  if (!ok) fprintf(stderr, STR_FMT ": not written\n", STR_ARG(r->path));
  return ok;
}

static void run_file(Tally *t, const char *path) {
  StrBuf bytes = {0};
  Err err = {0};
  if (!file_read(str_of(path), &bytes, &err)) {
    fprintf(stderr, "%s: %s\n", path, err.message);
    t->failed++;
    return;
  }
  Reader r = {.path = str_of(path), .bytes = strbuf_str(&bytes), .line = 1};
  while (r.at < r.bytes.len && !is_case(line_at(&r)))
    strbuf_put(&r.kept, take_line(&r));
  while (r.at < r.bytes.len) run_case(t, &r);
  bool changed = !str_eq(strbuf_str(&r.kept), r.bytes);
  if (t->accept && changed && write_back(&r)) printf("%s: rewritten\n", path);
  strbuf_clear(&r.kept);
  strbuf_clear(&bytes);
}

int fixture_main(int argc, char **argv, FixtureRun *run) {
  Tally t = {.run = run};
  for (int i = 1; i < argc; i++)
    if (strcmp(argv[i], "--accept") == 0) t.accept = true;
  for (int i = 1; i < argc; i++)
    if (strcmp(argv[i], "--accept") != 0) run_file(&t, argv[i]);
  printf("%u passed, %u failed\n", t.passed, t.failed);
  return t.passed == 0 || (t.failed != 0 && !t.accept);
}

#define OPEN "\xC2\xAB"
#define CLOSE "\xC2\xBB"
#define POINT "\xC2\xA7"

static void close_mark(SpanVec *marks, uint32_t open, uint32_t at) {
  for (uint32_t i = marks->len; i-- > open;)
    if (marks->data[i].end == UINT32_MAX) {
      marks->data[i].end = at;
      return;
    }
}

Str fixture_unmark(Str input, Arena *a, SpanVec *marks) {
  char *out = arena_alloc(a, input.len + 1);
  uint32_t at = 0, before = marks->len;
  for (size_t i = 0; i < input.len;) {
    Str two = str_slice(input, i, i + 2);
    if (str_eq(two, STR(OPEN))) {
      vec_push_in(a, marks, (Span){at, UINT32_MAX});
    } else if (str_eq(two, STR(CLOSE))) {
      close_mark(marks, before, at);
    } else if (str_eq(two, STR(POINT))) {
      vec_push_in(a, marks, (Span){at, at});
    } else {
      out[at++] = input.data[i++];
      continue;
    }
    i += 2;
  }
  for (uint32_t i = before; i < marks->len; i++)
    if (marks->data[i].end == UINT32_MAX) marks->data[i].end = at;
  return (Str){out, at};
}

void fixture_mark(Str text, const Span *spans, uint32_t count, StrBuf *out) {
  uint32_t next = 0, ends[32], depth = 0;
  for (uint32_t at = 0; at <= text.len; at++) {
    for (; depth && ends[depth - 1] == at; depth--) strbuf_put(out, STR(CLOSE));
    for (; next < count && spans[next].start == at; next++) {
      bool point = spans[next].end <= at;
      strbuf_put(out, point ? STR(POINT) : STR(OPEN));
      if (!point && depth < 32) ends[depth++] = spans[next].end;
    }
    if (at < text.len) strbuf_putc(out, text.data[at]);
  }
}
