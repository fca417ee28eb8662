// SPDX-License-Identifier: MIT
#include "lens/starts.h"

// A group of a gate, and where its names lie.
typedef struct Asked {
  Group group;
  const uint32_t *names, *end;
} Asked;

static inline Asked asked_at(const uint32_t *gate) {
  Asked a = {group_of(*gate), gate + 1, NULL};
  a.end = a.names + a.group.fours * (size_t)4;
  return a;
}

static bool has_one(const Places *p, const Asked *a) {
  const uint32_t *name = a->names;
  while (name < a->end && !places_has_name(p, *name)) name++;
  return name < a->end;
}

// Where one of them stands, in a stretch of one word.
static inline uint64_t places_of(const Places *p, const Asked *a) {
  const uint64_t *at = p->names;
  uint64_t any = 0;
  for (const uint32_t *name = a->names; name < a->end; name += 4)
    any |= at[name[0]] | at[name[1]] | at[name[2]] | at[name[3]];
  return any;
}

static inline uint64_t smeared(uint64_t at, uint32_t *left, uint32_t step) {
  if (step > *left) step = *left;
  *left -= step;
  return at | at >> step;
}

// The same as many tokens further left, from the least on to the greatest: few
// lie further than seven apart.
static inline uint64_t before(uint64_t at, Group g) {
  if (g.greatest >= GROUP_FAR) return UINT64_MAX;
  uint32_t left = g.greatest - (uint32_t)g.least;
  at = smeared(smeared(smeared(at >> g.least, &left, 1), &left, 2), &left, 4);
  for (uint32_t step = 8; left; step *= 2) at = smeared(at, &left, step);
  return at;
}

static uint64_t starts_within(const Places *p, const uint32_t *gate) {
  uint64_t starts = p->all[0];
  while (*gate) {
    Asked a = asked_at(gate);
    uint64_t at = places_of(p, &a);
    if (!at || !(starts &= before(at, a.group))) return 0;
    gate = a.end;
  }
  return starts;
}

static uint64_t starts_anywhere(const Places *p, const uint32_t *gate) {
  while (*gate) {
    Asked a = asked_at(gate);
    if (!has_one(p, &a)) return 0;
    gate = a.end;
  }
  return UINT64_MAX;
}

uint64_t starts_of(const Places *p, uint32_t pattern) {
  const uint32_t *gate = p->set->gates.data + p->set->gate_of.data[pattern];
  uint64_t starts =
      p->width == 1 ? starts_within(p, gate) : starts_anywhere(p, gate);
  if (!starts) return 0;
  Facts need = p->set->patterns.data[pattern].need;
  return (p->facts & need) == need ? starts : 0;
}
