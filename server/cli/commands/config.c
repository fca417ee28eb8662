// SPDX-License-Identifier: MIT
// Each setting that holds for a file, and the layer that set it.
#include "cli/command.h"
#include "cli/house.h"

const Option config_options[] = {{0}};

static void put_settings(Cli *c, const Settings *s) {
  StrBuf value = {0};
  for (SettingKey key = 0; key < SETTING_COUNT; key++) {
    value.len = 0;
    setting_show(s, key, &value);
    fprintf(c->out, "%-12s %-12s " STR_FMT "\n", setting_name(key).data,
            layer_name(s->from[key]).data, STR_ARG(strbuf_str(&value)));
  }
  strbuf_clear(&value);
}

int command_config(Cli *c) {
  House house = {0};
  Str path = STR("-");
  if (c->operands.len > 1) {
    cli_tell(c, STR("config takes one file"));
    return EXIT_CANNOT;
  }
  if (c->operands.len) path = c->operands.data[0];
  put_settings(c, &house_room(&house, c, path)->settings);
  house_clear(&house);
  return EXIT_FINE;
}
