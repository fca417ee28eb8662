// SPDX-License-Identifier: MIT
#include "journal/settings.h"

static const char *const DENSITIES[] = {"balanced", "quiet", "all"};
static const char *const INLAYS[] = {"question", "level", "both", "off"};

static Json *list_of(const StrVec *items) {
  Json *list = json_array();
  for (uint32_t i = 0; i < items->len; i++)
    json_push(list, json_str(items->data[i]));
  return list;
}

static Json *switch_of(const HintSwitch *s) {
  if (s->off) return json_boolean(false);
  return json_str(s->severity == SEVERITY_INFORMATION ? STR("information")
                                                      : STR("hint"));
}

static Json *hints_of(const Settings *s) {
  Json *hints = json_object_of((const JsonPair[]){{0}});
  for (uint32_t i = 0; i < s->hints.len; i++)
    json_set(hints, s->hints.data[i].code, switch_of(&s->hints.data[i]));
  return hints;
}

static Json *value_of(const Settings *s, SettingKey key) {
  switch (key) {
  case SETTING_density: return json_str(str_of(DENSITIES[s->density]));
  case SETTING_typing_pause: return json_int(s->typing_pause);
  case SETTING_hints: return hints_of(s);
  case SETTING_lens_paths: return list_of(&s->lens_paths);
  case SETTING_inlay: return json_str(str_of(INLAYS[s->inlay]));
  case SETTING_people: return list_of(&s->people);
  case SETTING_COUNT: break;
  }
  return json_null();
}

void setting_show(const Settings *s, SettingKey key, StrBuf *out) {
  Json *value = value_of(s, key);
  json_write(value, out);
  json_free(value);
}
