// SPDX-License-Identifier: MIT
// Transcripts of the protocol itself, a line each:
//   > {…}      a message to the server
//   >> …       raw bytes to it (\r \n \" \\ as in C)
//   < {…}      the next message from it has at least these members
//   <none      nothing more has come
//   ~ 1200     milliseconds pass
//   (          threads wait from here on …
//   )          … and have done all they had to by here
//   = 0        its exit status (-1: it goes on)
//   # …        words
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "lsp/editor.h"

typedef struct Reader {
  Editor editor;
  Str path;
  uint32_t line;
  unsigned failed, checked;
} Reader;

static void complain(Reader *r, const char *what, Str want, const Json *got) {
  StrBuf b = {0};
  json_write(got, &b);
  fprintf(stderr, STR_FMT ":%u: %s\n  want " STR_FMT "\n  got  " STR_FMT "\n",
          STR_ARG(r->path), r->line, what, STR_ARG(want),
          STR_ARG(strbuf_str(&b)));
  strbuf_clear(&b);
  r->failed++;
}

static bool has_all(const Json *got, const Json *want) {
  JsonKind kind = json_kind(want);
  if (kind != json_kind(got)) return false;
  if (kind == JSON_OBJECT) {
    JsonMember m = {0};
    while (json_next(want, &m))
      if (!json_has(got, m.key.data) ||
          !has_all(json_member(got, m.key), m.value))
        return false;
    return true;
  }
  if (kind == JSON_ARRAY) {
    if (json_count(got) != json_count(want)) return false;
    for (uint32_t i = 0; i < json_count(want); i++)
      if (!has_all(json_item(got, i), json_item(want, i))) return false;
    return true;
  }
  StrBuf a = {0}, b = {0};
  json_write(got, &a);
  json_write(want, &b);
  bool same = str_eq(strbuf_str(&a), strbuf_str(&b));
  strbuf_clear(&a);
  strbuf_clear(&b);
  return same;
}

// Remembers which method an id asks for, so that the answer can be checked.
static void note_request(Editor *e, const Json *message) {
  int64_t id = json_get_i64(message, "id", 0);
  Str method = json_get_str(message, "method", STR(""));
  while (id > 0 && id < 1000 && e->asked.len < id)
    vec_push(&e->asked, (Str){heap_alloc(1), 0});
  if (id <= 0 || id >= 1000) return;
  Str *slot = &e->asked.data[id - 1];
  free((char *)(uintptr_t)slot->data);
  char *copy = heap_alloc(method.len + 1);
  if (method.len) memcpy(copy, method.data, method.len);
  *slot = (Str){copy, method.len};
}

static void send_raw(Reader *r, Str text) {
  StrBuf b = {0};
  for (size_t i = 0; i < text.len; i++) {
    char c = text.data[i];
    if (c == '\\' && i + 1 < text.len) {
      c = text.data[++i];
      c = c == 'n' ? '\n' : c == 'r' ? '\r' : c;
    }
    strbuf_putc(&b, c);
  }
  editor_feed(&r->editor, strbuf_str(&b));
  strbuf_clear(&b);
}

static void expect(Reader *r, Str text) {
  Json *want = NULL, *got = editor_next(&r->editor);
  Err err = {0};
  r->checked++;
  if (!json_read(text, r->path, &want, &err))
    complain(r, err.message, text, NULL);
  else if (!has_all(got, want))
    complain(r, "another message came", text, got);
  json_free(want);
  json_free(got);
}

static void send_text(Reader *r, Str text) {
  Json *message = NULL;
  Err err = {0};
  if (!json_read(text, r->path, &message, &err)) {
    complain(r, err.message, text, NULL);
    return;
  }
  note_request(&r->editor, message);
  editor_send(&r->editor, message);
}

static void expect_nothing(Reader *r) {
  Json *got = editor_next(&r->editor);
  r->checked++;
  if (got) complain(r, "more has come", STR("nothing"), got);
  json_free(got);
}

static void expect_status(Reader *r, Str text) {
  char want[16];
  snprintf(want, sizeof want, "%d", server_status(r->editor.server));
  r->checked++;
  if (!str_eq(str_of(want), text))
    complain(r, "another exit status", text, NULL);
}

static void run_line(Reader *r, Str line) {
  Str rest = str_trim(str_slice(line, 2, line.len));
  if (str_starts(line, STR(">> "))) {
    send_raw(r, str_slice(line, 3, line.len));
  } else if (str_starts(line, STR("> "))) {
    send_text(r, rest);
  } else if (str_starts(line, STR("< "))) {
    expect(r, rest);
  } else if (str_starts(line, STR("<none"))) {
    expect_nothing(r);
  } else if (str_starts(line, STR("~ "))) {
    uint32_t ms = 0;
    str_to_u32(rest, &ms);
    editor_pass(&r->editor, ms);
  } else if (str_eq(line, STR("("))) {
    r->editor.holds = true;
  } else if (str_eq(line, STR(")"))) {
    editor_work(&r->editor);
  } else if (str_starts(line, STR("= "))) {
    expect_status(r, rest);
  } else if (line.len && line.data[0] != '#') {
    complain(r, "this line is none of a transcript", line, NULL);
  }
}

static unsigned run_file(const char *path, unsigned *checked) {
  StrBuf bytes = {0};
  Err err = {0};
  if (!file_read(str_of(path), &bytes, &err)) {
    fprintf(stderr, "%s\n", err.message);
    return 1;
  }
  Reader r = {.path = path_name(str_of(path))};
  editor_init(&r.editor);
  Str rest = strbuf_str(&bytes), line;
  while (str_cut(&rest, '\n', &line)) {
    r.line++;
    run_line(&r, line);
  }
  r.failed += editor_clear(&r.editor);
  *checked += r.checked;
  strbuf_clear(&bytes);
  return r.failed;
}

int main(int argc, char **argv) {
  unsigned failed = 0, checked = 0;
  bool need_model = argc > 1 && !strcmp(argv[1], "--model");
  Meta *m = meta_open();
  bool has_model = m != NULL;
  meta_close(m);
  if (need_model && !has_model) {
    puts("skipped: no metaModel.json beside the tree");
    return 77;
  }
  for (int i = 1 + need_model; i < argc; i++)
    failed += run_file(argv[i], &checked);
  printf("%u checked, %u failed\n", checked, failed);
  return failed || !checked;
}
