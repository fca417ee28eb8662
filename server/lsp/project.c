// SPDX-License-Identifier: MIT
#include "lsp/project.h"

#include <string.h>

#include "journal/lenses.h"

// Everything that settings can depend on: the file above, the folder that
// relative paths start from, and what the editor says.
static Str key_of(Str path, Str folder, const Json *editor, Arena *a) {
  StrBuf b = {0};
  strbuf_put(&b, settings_project_file(path, a));
  strbuf_putc(&b, 0);
  strbuf_put(&b, folder);
  strbuf_putc(&b, 0);
  if (editor) json_write(editor, &b);
  Str key = str_copy(a, strbuf_str(&b));
  strbuf_clear(&b);
  return key;
}

static void tell(Projects *p, Str trouble) {
  for (uint32_t i = 0; i < p->told.len; i++)
    if (str_eq(p->told.data[i], trouble)) return;
  Str copy = str_copy(&p->arena, trouble);
  vec_push_in(&p->arena, &p->told, copy);
  vec_push_in(&p->arena, &p->fresh, copy);
}

static void tell_lens(Projects *p, const LensTrouble *t, Arena *a) {
  tell(p, str_printf(a, STR_FMT ":%u:%u: " STR_FMT, STR_ARG(t->path), t->line,
                     t->column, STR_ARG(t->message)));
}

static uint64_t add_file(uint64_t hash, Str path) {
  StrBuf bytes = {0};
  bool read = path.len && file_read(path, &bytes, NULL);
  hash = (hash ^ str_hash(read ? path : STR(""))) * 0x9E3779B97F4A7C15u;
  hash = (hash ^ str_hash(strbuf_str(&bytes))) * 0x9E3779B97F4A7C15u;
  strbuf_clear(&bytes);
  return hash;
}

uint64_t project_print(const Project *p, Str path) {
  Arena a = {0};
  LensSources lenses = {0};
  SettingsTroubles troubles = {0};
  Str config = path_config(&a);
  uint64_t hash = 1;
  if (config.len)
    hash = add_file(hash, path_join(&a, config, STR("config.json")));
  if (path.len) hash = add_file(hash, settings_project_file(path, &a));
  lenses_find(&p->settings, &a, &lenses, &troubles);
  vec_each(const LensSource, lens, &lenses) hash =
      (hash ^ str_hash(lens->path) ^ str_hash(lens->bytes)) *
      0x9E3779B97F4A7C15u;
  arena_clear(&a);
  return hash;
}

static Project *make(Projects *p, Str path, Str folder, const Json *editor) {
  Project *made = heap_alloc(sizeof *made);
  Arena *a = &made->arena;
  SettingsTroubles troubles = {0};
  LensTroubleVec faults = {0};
  settings_load(&made->settings, path, editor, folder, a, &troubles);
  made->lenses = lenses_load(&made->settings, a, &faults, &troubles);
  lenses_check_switches(&made->settings, made->lenses, a, &troubles);
  made->print = project_print(made, path);
  vec_each(Str, t, &troubles) tell(p, *t);
  vec_each(LensTrouble, f, &faults) tell_lens(p, f, a);
  return made;
}

const Project *projects_get(Projects *p, Str path, Str folder,
                            const Json *editor) {
  Arena tmp = {0};
  Str key = key_of(path, folder, editor, &tmp);
  Project *found = NULL;
  for (uint32_t i = p->valid_from; i < p->all.len && !found; i++)
    if (str_eq(p->all.data[i]->key, key)) found = p->all.data[i];
  if (!found) {
    found = make(p, path, folder, editor);
    found->key = str_copy(&found->arena, key);
    vec_push(&p->all, found);
  }
  arena_clear(&tmp);
  return found;
}

void projects_forget(Projects *p) {
  p->valid_from = p->all.len;
}

static void project_free(Project *project) {
  lens_set_free(project->lenses);
  arena_clear(&project->arena);
  free(project);
}

void projects_sweep(Projects *p) {
  for (uint32_t i = 0; i < p->valid_from; i++) project_free(p->all.data[i]);
  p->all.len -= p->valid_from;
  if (p->all.len)
    memmove(p->all.data, p->all.data + p->valid_from,
            p->all.len * sizeof *p->all.data);
  p->valid_from = 0;
}

void projects_clear(Projects *p) {
  vec_each(ProjectRef, each, &p->all) project_free(*each);
  vec_clear(&p->all);
  arena_clear(&p->arena);
}
