// SPDX-License-Identifier: MIT
#include "journal/lenses.h"

// A file of lenses is written by hand; a larger one is a mistake.
enum { LENS_FILE_MOST = 1 << 20 };

static void tell(SettingsTroubles *errors, Arena *a, const Err *err) {
  vec_push_in(a, errors, err_text(err, a));
}

static void read_one(Str path, Arena *a, LensSources *out,
                     SettingsTroubles *errors) {
  StrBuf bytes = {0};
  Err err = {0};
  if (file_read(path, &bytes, &err) && bytes.len > LENS_FILE_MOST)
    err_at(&err, path, 0, 0, "larger than 1 MB, so it is not read as a lens");
  if (err.set)
    tell(errors, a, &err);
  else
    vec_push_in(a, out, (LensSource){path, str_copy(a, strbuf_str(&bytes))});
  strbuf_clear(&bytes);
}

static void read_folder(Str folder, Arena *a, LensSources *out,
                        SettingsTroubles *errors) {
  StrVec names = {0};
  Err err = {0};
  if (!file_list(folder, a, &names, &err)) {
    tell(errors, a, &err);
    return;
  }
  vec_each(Str, name, &names) {
    Str path = path_join(a, folder, *name);
    if (str_ends(path, STR(".lens")) && file_is_plain(path))
      read_one(path, a, out, errors);
  }
}

static void read_path(Str path, Arena *a, LensSources *out,
                      SettingsTroubles *errors) {
  if (file_is_folder(path))
    read_folder(path, a, out, errors);
  else
    read_one(path, a, out, errors);
}

void lenses_find(const Settings *s, Arena *a, LensSources *out,
                 SettingsTroubles *errors) {
  for (uint32_t i = 0; i < s->lens_paths.len; i++)
    read_path(s->lens_paths.data[i], a, out, errors);
  if (!s->project.len) return;
  Str beside = path_join(a, s->project, STR("lenses"));
  if (file_is_folder(beside)) read_path(beside, a, out, errors);
}

// Our own lenses are kept right by tests; nobody who writes a diary is told.
static void keep_theirs(LensTroubleVec *troubles) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < troubles->len; i++)
    if (str_starts(troubles->data[i].path, STR("/")))
      troubles->data[kept++] = troubles->data[i];
  troubles->len = kept;
}

LensSet *lenses_of(const LensSources *sources, Arena *a,
                   LensTroubleVec *troubles) {
  LensSet *set = lens_set_new(sources->data, sources->len, a, troubles);
  keep_theirs(troubles);
  return set;
}

LensSet *lenses_load(const Settings *s, Arena *a, LensTroubleVec *troubles,
                     SettingsTroubles *errors) {
  LensSources sources = {0};
  lenses_find(s, a, &sources, errors);
  return lenses_of(&sources, a, troubles);
}

void lenses_check_switches(const Settings *s, const LensSet *set, Arena *a,
                           SettingsTroubles *errors) {
  for (uint32_t i = 0; i < s->hints.len; i++) {
    Str code = s->hints.data[i].code;
    if (lens_hint_find(set, code)) continue;
    vec_push_in(a, errors,
                str_printf(a, "hints." STR_FMT ": no lens has this hint",
                           STR_ARG(code)));
  }
}
