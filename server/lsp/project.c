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
  vec_each(const LensSource, lens, &lenses)
    hash = (hash ^ str_hash(lens->path) ^ str_hash(lens->bytes)) *
           0x9E3779B97F4A7C15u;
  arena_clear(&a);
  return hash;
}

static const Draft *draft_of(const Projects *p, Str path) {
  for (uint32_t i = 0; i < p->drafts.len; i++)
    if (str_eq(p->drafts.data[i].path, path)) return &p->drafts.data[i];
  return NULL;
}

static LensSet *load_lenses(const Projects *p, Project *made,
                            LensTroubleVec *faults,
                            SettingsTroubles *troubles) {
  Arena *a = &made->arena;
  LensSources sources = {0};
  lenses_find(&made->settings, a, &sources, troubles);
  for (uint32_t i = 0; i < sources.len; i++) {
    LensSource *source = &sources.data[i];
    const Draft *draft = draft_of(p, source->path);
    if (draft) source->bytes = str_copy(a, draft->bytes);
    vec_push_in(a, &made->files, source->path);
  }
  return lenses_of(&sources, a, faults);
}

static Project *make(Projects *p, Str path, Str folder, const Json *editor) {
  Project *made = heap_alloc(sizeof *made);
  Arena *a = &made->arena;
  SettingsTroubles troubles = {0};
  LensTroubleVec faults = {0};
  settings_load(&made->settings, path, editor, folder, a, &troubles);
  made->lenses = load_lenses(p, made, &faults, &troubles);
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

static bool is_read(const Projects *p, Str path) {
  for (uint32_t i = p->valid_from; i < p->all.len; i++)
    vec_each(Str, file, &p->all.data[i]->files)
      if (str_eq(*file, path)) return true;
  return false;
}

static bool is_on_disk(Str path, Str bytes) {
  StrBuf there = {0};
  bool same =
      file_read(path, &there, NULL) && str_eq(strbuf_str(&there), bytes);
  strbuf_clear(&there);
  return same;
}

static Str owned(Str s) {
  char *copy = heap_alloc(s.len + 1);
  if (s.len) memcpy(copy, s.data, s.len);
  return (Str){copy, s.len};
}

static void draft_clear(Draft *d) {
  free((char *)(uintptr_t)d->path.data);
  free((char *)(uintptr_t)d->bytes.data);
}

bool projects_draft(Projects *p, Str path, Str bytes) {
  if (!path.len) return false;
  const Draft *before = draft_of(p, path);
  if (before ? str_eq(before->bytes, bytes) : is_on_disk(path, bytes))
    return false;
  Draft draft = {owned(path), owned(bytes)};
  projects_undraft(p, path);
  vec_push(&p->drafts, draft);
  return is_read(p, path);
}

bool projects_undraft(Projects *p, Str path) {
  for (uint32_t i = 0; i < p->drafts.len; i++) {
    Draft d = p->drafts.data[i];
    if (!str_eq(d.path, path)) continue;
    p->drafts.data[i] = p->drafts.data[--p->drafts.len];
    bool differs = is_read(p, path) && !is_on_disk(path, d.bytes);
    draft_clear(&d);
    return differs;
  }
  return false;
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
  for (uint32_t i = 0; i < p->drafts.len; i++) draft_clear(&p->drafts.data[i]);
  vec_clear(&p->drafts);
  vec_clear(&p->all);
  arena_clear(&p->arena);
}
