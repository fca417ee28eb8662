// SPDX-License-Identifier: MIT
// A case's input: `$ command`, given to a shell in an empty folder, then files
// to be found there, each behind `@ path`. Sections: out, err, status, or
// `file PATH` for a file that the command made. The command finds `inkling` on
// its path, no settings of the machine's, and a UTF-8 locale.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "runner/fixture.h"

static void make_folder_of(Arena *a, Str path) {
  Str folder = path_folder(path);
  if (!folder.len || file_is_folder(folder)) return;
  Str command = str_printf(a, "mkdir -p '" STR_FMT "'", STR_ARG(folder));
  if (system(command.data) != 0) abort();
}

// Writes the case's files and returns its command.
static Str lay_out(Arena *a, Str folder, Str input) {
  Str line, rest = input, command = {0}, path = {0};
  StrBuf bytes = {0};
  bool more = true;
  while (more) {
    more = str_cut(&rest, '\n', &line);
    bool is_next = !more || str_starts(line, STR("@ "));
    if (is_next && path.len) {
      make_folder_of(a, path);
      file_create(path, strbuf_str(&bytes), NULL);
    }
    if (is_next) {
      bytes.len = 0;
      path = more ? path_join(a, folder, str_slice(line, 2, line.len)) : path;
    } else if (!path.len && str_starts(line, STR("$ "))) {
      command = str_slice(line, 2, line.len);
    } else if (rest.data) { // the last line break is the fixture's
      strbuf_put(&bytes, line);
      strbuf_putc(&bytes, '\n');
    }
  }
  strbuf_clear(&bytes);
  return command;
}

static int run_in(Arena *a, Str folder, Str command) {
  Str whole = str_printf(
      a,
      "cd '" STR_FMT "' && env -u NO_COLOR -u COLUMNS -u TERM LC_ALL=C.UTF-8 "
      "HOME=\"$PWD\" XDG_CONFIG_HOME=\"$PWD/config\" PATH='" INKLING_FOLDER
      "':\"$PATH\" sh -c '" STR_FMT "' >.out 2>.err </dev/null",
      STR_ARG(folder), STR_ARG(command));
  int status = system(whole.data);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

// The folder has a new name at every run; in what came out it is `HERE`.
static void put_file(Arena *a, Str folder, Str name, StrBuf *out) {
  StrBuf bytes = {0};
  file_read(path_join(a, folder, name), &bytes, NULL);
  Str rest = strbuf_str(&bytes);
  for (ptrdiff_t at; (at = str_find(rest, folder)) >= 0;) {
    strbuf_put(out, str_slice(rest, 0, (size_t)at));
    strbuf_put(out, STR("HERE"));
    rest = str_slice(rest, (size_t)at + folder.len, rest.len);
  }
  strbuf_put(out, rest);
  strbuf_clear(&bytes);
}

static void run(const FixtureCase *c, Str what, StrBuf *out) {
  Arena a = {0};
  char name[] = "/tmp/inkling-cli-XXXXXX";
  if (!mkdtemp(name)) abort();
  Str folder = str_of(name);
  int status = run_in(&a, folder, lay_out(&a, folder, c->input));
  if (str_eq(what, STR("status")))
    strbuf_printf(out, "%d\n", status);
  else if (str_starts(what, STR("file ")))
    put_file(&a, folder, str_slice(what, 5, what.len), out);
  else
    put_file(&a, folder, str_printf(&a, "." STR_FMT, STR_ARG(what)), out);
  Str clean = str_printf(&a, "chmod -R u+rwX %s && rm -rf %s", name, name);
  if (system(clean.data) != 0) abort();
  arena_clear(&a);
}

int main(int argc, char **argv) {
  return fixture_main(argc, argv, run);
}
