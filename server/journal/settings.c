// SPDX-License-Identifier: MIT
#include "journal/settings.h"

#include <stdlib.h>

enum { TYPING_PAUSE = 1200, TYPING_PAUSE_MOST = 600000 };

// Where values come from, and where trouble with them goes.
typedef struct Reader {
  Settings *settings;
  Layer layer;
  Str path, bytes; // of the file; empty for the editor
  Str folder;      // relative paths start here
  Arena *arena;
  SettingsTroubles *troubles;
} Reader;

static const char *const NAMES[] = {
#define SETTING(key, name, values, meaning) [SETTING_##key] = name,
#include "journal/settings.def"
#undef SETTING
};

static const char *const VALUES[] = {
#define SETTING(key, name, values, meaning) [SETTING_##key] = values,
#include "journal/settings.def"
#undef SETTING
};

static const char *const DENSITIES[] = {"balanced", "quiet", "all", NULL};
static const char *const INLAYS[] = {"question", "level", "both", "off", NULL};
static const char *const LAYERS[] = {"built in", "user", "project", "editor"};

Str setting_name(SettingKey key) {
  return str_of(NAMES[key]);
}

Str layer_name(Layer layer) {
  return str_of(LAYERS[layer]);
}

// The index of `word` in a NULL-ended list, -1 where it is not in it.
static int word_in(const char *const *words, Str word) {
  for (int i = 0; words[i]; i++)
    if (str_eq(str_of(words[i]), word)) return i;
  return -1;
}

bool density_read(Str word, Density *out) {
  int i = word_in(DENSITIES, word);
  if (i >= 0) *out = (Density)i;
  return i >= 0;
}

// Says where: `keys` lead from the top to the value that was passed over.
static void tell(Reader *r, const Str *keys, uint32_t count, Str what) {
  JsonPlace place;
  Str line;
  if (r->layer == LAYER_EDITOR)
    line = str_starts(what, keys[0])
               ? str_printf(r->arena, "inkling." STR_FMT, STR_ARG(what))
               : str_printf(r->arena, "inkling." STR_FMT ": " STR_FMT,
                            STR_ARG(keys[0]), STR_ARG(what));
  else if (json_place(r->bytes, keys, count, &place))
    line = str_printf(r->arena, STR_FMT ":%u:%u: " STR_FMT, STR_ARG(r->path),
                      place.line, place.column, STR_ARG(what));
  else
    line = str_printf(r->arena, STR_FMT ": " STR_FMT, STR_ARG(r->path),
                      STR_ARG(what));
  vec_push_in(r->arena, r->troubles, line);
}

static bool read_word(const Json *v, const char *const *words, int *out) {
  int i = word_in(words, json_get_str(v, "", STR("")));
  if (i >= 0) *out = i;
  return i >= 0;
}

static bool read_density(Reader *r, const Json *v) {
  int i;
  if (!read_word(v, DENSITIES, &i)) return false;
  r->settings->density = (Density)i;
  return true;
}

static bool read_inlay(Reader *r, const Json *v) {
  int i;
  if (!read_word(v, INLAYS, &i)) return false;
  r->settings->inlay = (Inlay)i;
  return true;
}

static bool read_typing_pause(Reader *r, const Json *v) {
  uint32_t n = json_get_u32(v, "", UINT32_MAX);
  if (n > TYPING_PAUSE_MOST) return false;
  r->settings->typing_pause = n;
  return true;
}

// false, true, "hint" or "information".
static bool read_switch(const Json *v, HintSwitch *out) {
  if (json_kind(v) == JSON_BOOL) {
    out->off = !json_get_bool(v, "", true);
    return true;
  }
  Str word = json_get_str(v, "", STR(""));
  if (str_eq(word, STR("information"))) out->severity = SEVERITY_INFORMATION;
  return out->severity == SEVERITY_INFORMATION || str_eq(word, STR("hint"));
}

static bool read_hints(Reader *r, const Json *v) {
  if (json_kind(v) != JSON_OBJECT) return false;
  for (JsonMember m = {0}; json_next(v, &m);) {
    HintSwitch s = {.code = str_copy(r->arena, m.key)};
    Str keys[] = {STR("hints"), m.key};
    if (json_kind(m.value) == JSON_NULL) continue;
    if (read_switch(m.value, &s))
      vec_push_in(r->arena, &r->settings->hints, s);
    else
      tell(r, keys, 2,
           str_printf(r->arena,
                      "hints." STR_FMT " is passed over: it takes true, false, "
                      "\"hint\" or \"information\"",
                      STR_ARG(m.key)));
  }
  return true;
}

static bool read_list(Reader *r, const Json *v, StrVec *out) {
  if (json_kind(v) != JSON_ARRAY) return false;
  StrVec list = {0};
  for (uint32_t i = 0; i < json_count(v); i++) {
    if (json_kind(json_item(v, i)) != JSON_STR) return false;
    Str item = json_get_str(json_item(v, i), "", STR(""));
    vec_push_in(r->arena, &list, str_copy(r->arena, item));
  }
  *out = list;
  return true;
}

static bool read_people(Reader *r, const Json *v) {
  return read_list(r, v, &r->settings->people);
}

// Relative to the file's folder, `~/` to the user's.
static Str whole_path(const Reader *r, Str path) {
  const char *home = getenv("HOME");
  if (str_starts(path, STR("~/")) && home)
    path = path_join(r->arena, str_of(home), str_slice(path, 2, path.len));
  return path_absolute(r->arena, path_join(r->arena, r->folder, path));
}

static bool read_lens_paths(Reader *r, const Json *v) {
  if (!read_list(r, v, &r->settings->lens_paths)) return false;
  vec_each(Str, path, &r->settings->lens_paths) *path = whole_path(r, *path);
  return true;
}

static bool (*const READ[])(Reader *, const Json *) = {
#define SETTING(key, name, values, meaning) [SETTING_##key] = read_##key,
#include "journal/settings.def"
#undef SETTING
};

// A null says nothing, as it does in an editor's answers.
static void read_member(Reader *r, Str name, const Json *value) {
  for (int key = 0; key < SETTING_COUNT; key++) {
    if (!str_eq(name, str_of(NAMES[key]))) continue;
    if (json_kind(value) == JSON_NULL) return;
    if (READ[key](r, value))
      r->settings->from[key] = r->layer;
    else
      tell(r, &name, 1,
           str_printf(r->arena, "%s is passed over: it takes %s", NAMES[key],
                      VALUES[key]));
    return;
  }
  tell(r, &name, 1,
       str_printf(r->arena, "there is no setting \"" STR_FMT "\"",
                  STR_ARG(name)));
}

static void read_object(Reader *r, const Json *object) {
  Str top = STR("settings");
  if (object && json_kind(object) != JSON_OBJECT)
    tell(r, &top, 1, STR("an object of settings belongs here"));
  else
    for (JsonMember m = {0}; json_next(object, &m);)
      read_member(r, m.key, m.value);
}

// A file that is not there is no trouble.
static void read_file(Reader *r) {
  if (!r->path.len || !file_exists(r->path)) return;
  StrBuf bytes = {0};
  Err err = {0};
  Json *json = NULL;
  if (file_read(r->path, &bytes, &err)) {
    r->bytes = strbuf_str(&bytes);
    if (json_read(r->bytes, r->path, &json, &err)) read_object(r, json);
  }
  if (err.set) vec_push_in(r->arena, r->troubles, err_text(&err, r->arena));
  json_free(json);
  strbuf_clear(&bytes);
}

static void read_layer(Reader *r, Layer layer, Str path) {
  r->layer = layer;
  r->path = path;
  r->folder = path_folder(path);
  read_file(r);
}

Str settings_project_file(Str path, Arena *a) {
  Str folder = path_absolute(a, path);
  if (!file_is_folder(folder)) folder = path_folder(folder);
  for (;; folder = path_folder(folder)) {
    Str file = path_join(a, folder, STR(".inkling.json"));
    if (file_exists(file)) return file;
    if (folder.len <= 1) return STR("");
  }
}

void settings_load(Settings *s, Str path, const Json *editor, Str folder,
                   Arena *a, SettingsTroubles *troubles) {
  *s = (Settings){.typing_pause = TYPING_PAUSE};
  Reader r = {.settings = s, .arena = a, .troubles = troubles};
  Str config = path_config(a);
  if (config.len)
    read_layer(&r, LAYER_USER, path_join(a, config, STR("config.json")));
  Str project = path.len ? settings_project_file(path, a) : STR("");
  s->project = path_folder(project);
  if (project.len) read_layer(&r, LAYER_PROJECT, project);
  r.layer = LAYER_EDITOR;
  r.folder = folder;
  read_object(&r, editor);
}

const HintSwitch *settings_switch(const Settings *s, Str code) {
  for (uint32_t i = s->hints.len; i-- > 0;)
    if (str_eq(s->hints.data[i].code, code)) return &s->hints.data[i];
  return NULL;
}
