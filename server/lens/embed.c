// SPDX-License-Identifier: MIT
// embed OUT.c FILE.lens…: a program of the build. Writes built_in.c: bytes and
// parts of the lenses that come along. A file whose shape is wrong ends the
// build with its troubles.
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "lens/part.h"

static void put_bytes(FILE *out, int n, Str bytes) {
  fprintf(out,
          "extern const char built_in_bytes_%d[];\n"
          "const char built_in_bytes_%d[] = {",
          n, n);
  for (size_t i = 0; i < bytes.len; i++)
    fprintf(out, "%s%d,", i % 24 ? "" : "\n", (signed char)bytes.data[i]);
  fprintf(out, "0};\n");
}

static void put_parts(FILE *out, int n, const LensFile *f) {
  fprintf(out, "static const Part p%d[] = {\n", n);
  for (uint32_t i = 0; i < f->parts.len; i++) {
    const Part *p = &f->parts.data[i];
    fprintf(out, "{%d,{%u,%u},%u,%u},\n", (int)p->kind, p->span.start,
            p->span.end, p->child, p->next);
  }
  fprintf(out, "};\n");
}

static uint32_t tell(const LensTroubleVec *troubles) {
  for (uint32_t i = 0; i < troubles->len; i++) {
    const LensTrouble *t = &troubles->data[i];
    fprintf(stderr, STR_FMT ":%u:%u: error: " STR_FMT "\n", STR_ARG(t->path),
            t->line, t->column, STR_ARG(t->message));
  }
  return troubles->len;
}

static bool put_file(FILE *out, int n, const char *path, StrBuf *rows) {
  Arena a = {0};
  LensTroubleVec troubles = {0};
  LensReport report = {&a, &troubles};
  StrBuf bytes = {0};
  Err err = {0};
  if (!file_read(str_of(path), &bytes, &err)) {
    fprintf(stderr, "%s: %s\n", path, err.message);
    return false;
  }
  LensFile f = {.path = str_of(path), .bytes = strbuf_str(&bytes)};
  part_read(&f, &a, &a, &report);
  put_bytes(out, n, f.bytes);
  put_parts(out, n, &f);
  strbuf_printf(rows, "  {\"" STR_FMT "\", built_in_bytes_%d, %u, p%d, %u},\n",
                STR_ARG(path_name(f.path)), n, (unsigned)f.bytes.len, n,
                f.parts.len);
  bool ok = tell(&troubles) == 0;
  strbuf_clear(&bytes);
  arena_clear(&a);
  return ok;
}

int main(int argc, char **argv) {
  FILE *out = argc > 1 ? fopen(argv[1], "w") : NULL;
  if (!out) return 2;
  StrBuf rows = {0};
  bool ok = true;
  fprintf(out, "#include \"lens/built_in.h\"\n");
  for (int i = 2; i < argc; i++)
    ok = put_file(out, i - 2, argv[i], &rows) && ok;
  fprintf(out, "const BuiltIn built_in[] = {\n%s  {0, 0, 0, 0, 0}};\n",
          rows.len ? rows.data : "");
  fprintf(out, "const uint32_t built_in_count = %d;\n", argc - 2);
  strbuf_clear(&rows);
  ok = fclose(out) == 0 && ok;
  if (!ok) remove(argv[1]);
  return ok ? 0 : 1;
}
