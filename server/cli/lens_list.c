// SPDX-License-Identifier: MIT
// `inkling lens list`: every hint there is, and the file it comes from.
#include "cli/house.h"
#include "cli/lens_verbs.h"

int lens_verb_list(Cli *c, const Str *operands, uint32_t count) {
  House house = {0};
  Str path = count ? operands[0] : STR("-");
  const Room *room = house_room(&house, c, path);
  for (uint32_t i = 0; i < lens_hint_count(room->lenses); i++) {
    const LensHint *h = lens_hint_at(room->lenses, i);
    const HintSwitch *s = settings_switch(&room->settings, h->code);
    bool is_off = s ? s->off : h->is_off;
    fprintf(c->out, "%-20.*s %-12.*s %-4s " STR_FMT "\n", (int)h->code.len,
            h->code.data, (int)h->lens.len, h->lens.data, is_off ? "off" : "on",
            STR_ARG(h->path));
  }
  house_clear(&house);
  return EXIT_FINE;
}
