// SPDX-License-Identifier: MIT
#include "lsp/folders.h"

#include <string.h>

#include "lsp/uri.h"

void folders_clear(Folders *f) {
  vec_each(Str, path, &f->paths) free((char *)(uintptr_t)path->data);
  vec_clear(&f->paths);
}

static bool is_known(const Folders *f, Str path) {
  for (uint32_t i = 0; i < f->paths.len; i++)
    if (str_eq(f->paths.data[i], path)) return true;
  return false;
}

static void add(Folders *f, Str path) {
  while (path.len > 1 && str_ends(path, STR("/"))) path.len--;
  if (!path.len || is_known(f, path)) return;
  char *copy = heap_alloc(path.len + 1);
  memcpy(copy, path.data, path.len);
  vec_push(&f->paths, (Str){copy, path.len});
}

static void add_uri(Folders *f, Str uri) {
  Arena a = {0};
  add(f, uri_path(uri, &a));
  arena_clear(&a);
}

void folders_add(Folders *f, const Json *folders) {
  for (uint32_t i = 0; i < json_count(folders); i++)
    add_uri(f, json_get_str(json_item(folders, i), "uri", STR("")));
}

static void drop(Folders *f, Str path) {
  for (uint32_t i = 0; i < f->paths.len; i++) {
    if (!str_eq(f->paths.data[i], path)) continue;
    free((char *)(uintptr_t)f->paths.data[i].data);
    f->paths.data[i] = f->paths.data[--f->paths.len];
    return;
  }
}

void folders_remove(Folders *f, const Json *folders) {
  Arena a = {0};
  for (uint32_t i = 0; i < json_count(folders); i++) {
    Str uri = json_get_str(json_item(folders, i), "uri", STR(""));
    Str path = uri_path(uri, &a);
    while (path.len > 1 && str_ends(path, STR("/"))) path.len--;
    drop(f, path);
  }
  arena_clear(&a);
}

void folders_read(Folders *f, const Json *params) {
  const Json *folders = json_get(params, "workspaceFolders");
  Str uri = json_get_str(params, "rootUri", STR(""));
  if (json_count(folders))
    folders_add(f, folders);
  else if (uri.len)
    add_uri(f, uri);
  else
    add(f, json_get_str(params, "rootPath", STR("")));
}

Str folders_of(const Folders *f, Str path) {
  Str best = STR("");
  for (uint32_t i = 0; i < f->paths.len; i++) {
    Str one = f->paths.data[i];
    bool inside = str_starts(path, one) && path.len > one.len &&
                  (one.len == 1 || path.data[one.len] == '/');
    if (inside && one.len > best.len) best = one;
  }
  return best;
}
