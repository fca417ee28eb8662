// SPDX-License-Identifier: MIT
// journal/settings.h: one set of switches for command line, server and editors.
// Layers, later ones win: built in, the user's file, the project's file, the
// editor's. An unknown key or a wrong value is reported and passed over; the
// rest still holds. `hints` is joined code by code, everything else replaced.
#ifndef INKLING_JOURNAL_SETTINGS_H
#define INKLING_JOURNAL_SETTINGS_H

#include "base/err.h"
#include "base/file.h"
#include "text/hint.h"
#include "wire/json.h"

typedef enum Density { DENSITY_BALANCED, DENSITY_QUIET, DENSITY_ALL } Density;
typedef enum Inlay { INLAY_QUESTION, INLAY_LEVEL, INLAY_BOTH, INLAY_OFF } Inlay;
typedef enum Layer {
  LAYER_BUILT_IN,
  LAYER_USER,
  LAYER_PROJECT,
  LAYER_EDITOR, // on the command line: an option given there
} Layer;

typedef struct HintSwitch {
  Str code;
  bool off;
  Severity severity;
} HintSwitch;

// Everything in settings.def's order, for `config`.
typedef enum SettingKey {
#define SETTING(key, name, values, meaning) SETTING_##key,
#include "journal/settings.def"
#undef SETTING
  SETTING_COUNT
} SettingKey;

typedef struct Settings {
  Density density;
  uint32_t typing_pause; // milliseconds
  Vec(HintSwitch) hints; // the last of a code wins
  StrVec lens_paths;     // absolute
  Inlay inlay;
  StrVec people;
  Layer from[SETTING_COUNT]; // which layer set it last
  Str project; // the folder of the project's file; empty where there is none
} Settings;

// What was passed over, ready to be told: "file:line:column: what, and what
// would do"; for the editor's layer "inkling.key: …".
typedef Vec(Str) SettingsTroubles;

// The layers for the file (or folder) `path`; `editor` may be NULL, `folder` is
// what relative paths in it start from. All in `a`, `editor`'s strings copied.
void settings_load(Settings *s, Str path, const Json *editor, Str folder,
                   Arena *a, SettingsTroubles *troubles);
// One value, as JSON; "editor" and the like. Static or appended.
void setting_show(const Settings *s, SettingKey key, StrBuf *out);
Str setting_name(SettingKey key);
Str layer_name(Layer layer);
bool density_read(Str word, Density *out);
// The switch of a code; NULL: the lens decides. Borrowed.
const HintSwitch *settings_switch(const Settings *s, Str code);
// The nearest `.inkling.json` in the folder of `path` or above; empty: none.
Str settings_project_file(Str path, Arena *a);

#endif
