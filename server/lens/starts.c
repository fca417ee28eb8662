// SPDX-License-Identifier: MIT
#include "lens/starts.h"

static bool has_one(const Places *p, const Group *g) {
  const uint32_t *names = p->set->group_names.data;
  for (uint32_t n = g->first; n < g->first + g->count; n++)
    if (places_has_name(p, names[n])) return true;
  return false;
}

// The same as many tokens further left, from the least on to the greatest.
static uint64_t before(uint64_t at, uint32_t least, uint32_t greatest) {
  if (greatest >= GROUP_FAR) return UINT64_MAX;
  at >>= least;
  for (uint32_t left = greatest - least, step = 1; left; step *= 2) {
    if (step > left) step = left;
    at |= at >> step;
    left -= step;
  }
  return at;
}

static uint64_t starts_within(const Places *p, const Group *g,
                              const Group *end) {
  const uint32_t *names = p->set->group_names.data;
  uint64_t starts = p->all[0];
  for (; g < end && starts; g++) {
    uint64_t at = 0;
    for (uint32_t n = g->first; n < g->first + g->count; n++)
      at |= p->names[names[n]];
    if (!at) return 0;
    starts &= before(at, g->least, g->greatest);
  }
  return starts;
}

uint64_t starts_of(const Places *p, const Pattern *pattern) {
  const Group *g = p->set->groups.data + pattern->first_group;
  const Group *end = p->set->groups.data + pattern->end_group;
  if ((p->facts & pattern->need) != pattern->need) return 0;
  if (p->width == 1) return starts_within(p, g, end);
  for (; g < end; g++)
    if (!has_one(p, g)) return 0;
  return UINT64_MAX;
}
