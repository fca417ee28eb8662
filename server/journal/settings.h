// SPDX-License-Identifier: MIT
// journal/settings.h: one set of switches for command line, server and editors.
// Layers, later ones win: built in, the user's file, the project's file, the
// editor's. An unknown key or a wrong value is reported once and passed over.
#ifndef INKLING_JOURNAL_SETTINGS_H
#define INKLING_JOURNAL_SETTINGS_H

#include "base/err.h"
#include "base/file.h"
#include "text/hint.h"

typedef enum Density { DENSITY_BALANCED, DENSITY_QUIET, DENSITY_ALL } Density;
typedef enum Inlay { INLAY_QUESTION, INLAY_LEVEL, INLAY_BOTH, INLAY_OFF } Inlay;

typedef struct HintSwitch {
  Str code;
  bool off;
  Severity severity;
} HintSwitch;

typedef struct Settings {
  Density density;
  uint32_t typing_pause; // milliseconds
  Vec(HintSwitch) hints; // the last of a code wins
  StrVec lens_paths;     // absolute
  Inlay inlay;
  StrVec people;
} Settings;

#endif
