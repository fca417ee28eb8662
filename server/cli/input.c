// SPDX-License-Identifier: MIT
#include "cli/input.h"

enum { LOOKED_AT = 1 << 16, FOLDER_DEPTH = 32 };

// Bytes that no text has: NULs and controls but for white space and escapes,
// and what is no UTF-8. A letter in Latin-1 has a few, a picture many.
static bool is_text(Str bytes) {
  Str head = str_slice(bytes, 0, LOOKED_AT);
  uint32_t odd = 0;
  for (size_t at = 0; at < head.len;) {
    unsigned width;
    uint32_t point = utf_at(head, at, &width);
    bool is_space = (point >= '\t' && point <= '\r') || point == 27;
    odd += (point < ' ' && !is_space) || (point == UTF_BAD && width == 1);
    at += width;
  }
  return odd <= head.len / 8;
}

bool input_read(Str path, StrBuf *bytes, Err *err) {
  if (!file_read(path, bytes, err)) return false;
  if (!is_text(strbuf_str(bytes)))
    return err_at(err, path, 0, 0,
                  "these bytes are no text, so they are "
                  "not read");
  return true;
}

Language language_of_path(Str path) {
  if (str_ends(path, STR(".md")) || str_ends(path, STR(".markdown")))
    return LANGUAGE_MARKDOWN;
  return str_ends(path, STR(".txt")) ? LANGUAGE_PLAIN : LANGUAGE_JOT;
}

typedef struct Reading {
  Cli *c;
  InputFn *each;
  void *self;
  StrBuf bytes; // used again for every file
  bool is_fine;
  uint32_t count; // of what was read, or could not be
} Reading;

static void read_one(Reading *r, Str path) {
  Err err = {0};
  r->count++;
  bool is_stdin = str_eq(path, STR("-"));
  if (!input_read(path, &r->bytes, &err)) {
    cli_tell_err(r->c, &err);
    r->is_fine = false;
    return;
  }
  if (is_stdin) path = cli_option(r->c, STR("--stdin-path"), path);
  Input input = {path, strbuf_str(&r->bytes), language_of_path(path)};
  r->each(r->self, &input);
}

static void read_folder(Reading *r, Str folder, uint32_t depth) {
  StrVec names = {0};
  Err err = {0};
  if (!file_list(folder, r->c->arena, &names, &err)) {
    r->count++;
    cli_tell_err(r->c, &err);
    r->is_fine = false;
    return;
  }
  vec_each(Str, name, &names) {
    if (str_starts(*name, STR("."))) continue;
    Str path = path_join(r->c->arena, folder, *name);
    if (!file_is_folder(path)) {
      if (str_ends(path, STR(".jot")) && file_is_plain(path)) read_one(r, path);
    } else if (!file_is_link(path) && depth < FOLDER_DEPTH) {
      read_folder(r, path, depth + 1);
    }
  }
}

static void read_whole_folder(Reading *r, Str folder) {
  uint32_t before = r->count;
  read_folder(r, folder, 0);
  if (r->count == before)
    cli_tell(r->c, str_printf(r->c->arena, STR_FMT ": no .jot file is in it",
                              STR_ARG(folder)));
}

bool input_each(Cli *c, InputFn *each, void *self) {
  Reading r = {.c = c, .each = each, .self = self, .is_fine = true};
  if (!c->operands.len) {
    cli_tell(c, STR("name a file, a folder, or - for standard input"));
    return false;
  }
  vec_each(Str, path, &c->operands) {
    if (file_is_folder(*path))
      read_whole_folder(&r, *path);
    else
      read_one(&r, *path);
  }
  strbuf_clear(&r.bytes);
  return r.is_fine;
}
