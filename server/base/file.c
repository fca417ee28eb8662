// SPDX-License-Identifier: MIT
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// A path with a NUL behind it; long ones are on the heap.
static char *c_path(Str path) {
  char *z = heap_alloc(path.len + 1);
  if (path.len) memcpy(z, path.data, path.len);
  return z;
}

// What people are told, for what is likely; the system's own words for others.
static const char *said(int why) {
  switch (why) {
  case ENOENT: return "there is no such file or folder";
  case ENOTDIR: return "there is no such file: a part of its path is no folder";
  case EACCES:
  case EPERM: return "you have no right to open it";
  case EISDIR: return "this is a folder, where a file is wanted";
  case EEXIST: return "it is there already, and is left as it is";
  case ELOOP: return "its links lead in a circle";
  case ENAMETOOLONG: return "the name is too long";
  case ENOSPC: return "there is no room left for it";
  case EROFS: return "nothing can be written there";
  default: return strerror(why);
  }
}

static bool fail(Err *err, Str path, int why) {
  return err_at(err, path, 0, 0, "%s", said(why));
}

static bool read_stream(FILE *f, Str path, StrBuf *out, Err *err) {
  char part[1 << 14];
  for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;) {
    if (out->len + n > FILE_MOST)
      return err_at(err, path, 0, 0, "larger than %d MB, so it is not read",
                    FILE_MOST >> 20);
    strbuf_put(out, (Str){part, n});
  }
  return ferror(f) ? fail(err, path, errno) : true;
}

static bool stat_of(Str path, struct stat *st) {
  char *z = c_path(path);
  bool ok = stat(z, st) == 0;
  free(z);
  return ok;
}

bool file_read(Str path, StrBuf *out, Err *err) {
  out->len = 0;
  strbuf_put(out, (Str){0});
  if (str_eq(path, STR("-"))) return read_stream(stdin, path, out, err);
  if (file_is_folder(path)) return fail(err, path, EISDIR);
  char *z = c_path(path);
  FILE *f = fopen(z, "rb");
  int why = errno;
  free(z);
  if (!f) return fail(err, path, why);
  bool ok = read_stream(f, path, out, err);
  fclose(f);
  return ok;
}

static int by_bytes(const void *a, const void *b) {
  return str_cmp(*(const Str *)a, *(const Str *)b);
}

bool file_list(Str folder, Arena *a, StrVec *names, Err *err) {
  char *z = c_path(folder);
  DIR *d = opendir(z);
  int why = errno;
  free(z);
  if (!d) return fail(err, folder, why);
  for (struct dirent *e; (e = readdir(d));) {
    Str name = str_of(e->d_name);
    if (str_eq(name, STR(".")) || str_eq(name, STR(".."))) continue;
    vec_push_in(a, names, str_copy(a, name));
  }
  closedir(d);
  if (names->len) qsort(names->data, names->len, sizeof(Str), by_bytes);
  return true;
}

bool file_create(Str path, Str bytes, Err *err) {
  char *z = c_path(path);
  FILE *f = fopen(z, "wbx");
  int why = errno;
  free(z);
  if (!f && why == ENOENT)
    return err_at(err, path, 0, 0, "there is no such folder to put it in");
  if (!f) return fail(err, path, why);
  bool ok = fwrite(bytes.data, 1, bytes.len, f) == bytes.len;
  ok = fclose(f) == 0 && ok;
  return ok ? true : fail(err, path, errno);
}

bool file_exists(Str path) {
  struct stat st;
  return stat_of(path, &st);
}

bool file_is_folder(Str path) {
  struct stat st;
  return stat_of(path, &st) && S_ISDIR(st.st_mode);
}

bool file_is_plain(Str path) {
  struct stat st;
  return !stat_of(path, &st) || S_ISREG(st.st_mode);
}

bool file_is_link(Str path) {
  struct stat st;
  char *z = c_path(path);
  bool is = lstat(z, &st) == 0 && S_ISLNK(st.st_mode);
  free(z);
  return is;
}

Str path_join(Arena *a, Str folder, Str name) {
  if (!folder.len || str_starts(name, STR("/"))) return str_copy(a, name);
  const char *between = str_ends(folder, STR("/")) ? "" : "/";
  return str_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(folder), between,
                    STR_ARG(name));
}

Str path_name(Str path) {
  size_t at = path.len;
  while (at && path.data[at - 1] != '/') at--;
  return str_slice(path, at, path.len);
}

Str path_folder(Str path) {
  size_t name = path_name(path).len, end = path.len - name;
  return str_slice(path, 0, end > 1 ? end - 1 : end);
}

// Folds "." and ".." without asking the disk.
static Str fold(Arena *a, Str path) {
  StrVec parts = {0};
  for (Str part, rest = path; str_cut(&rest, '/', &part);) {
    if (!part.len || str_eq(part, STR("."))) continue;
    if (!str_eq(part, STR("..")))
      vec_push_in(a, &parts, part);
    else if (parts.len)
      parts.len--;
  }
  Str out = STR("/");
  vec_each(Str, p, &parts) out = path_join(a, out, *p);
  return out;
}

Str path_absolute(Arena *a, Str path) {
  if (str_starts(path, STR("/"))) return fold(a, path);
  char *here = getcwd(NULL, 0);
  Str whole = path_join(a, str_of(here ? here : "/"), path);
  free(here);
  return fold(a, whole);
}

Str path_config(Arena *a) {
  const char *xdg = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
  if (xdg && xdg[0] == '/') return path_join(a, str_of(xdg), STR("inkling"));
  if (home && home[0])
    return path_join(a, str_of(home), STR(".config/inkling"));
  return STR("");
}
