// SPDX-License-Identifier: MIT
#include "lens/starts.h"

// A group of a gate, and where its names lie.
typedef struct Asked {
  Group group;
  const uint32_t *names, *end;
} Asked;

static inline Asked asked_at(const uint32_t *gate) {
  Asked a = {group_of(*gate), gate + 1, NULL};
  a.end = a.names + (a.group.count + 1) / 2 * 2;
  return a;
}

static bool has_one(const Places *p, const Asked *a) {
  const uint32_t *name = a->names;
  while (name < a->end && !places_has_name(p, *name)) name++;
  return name < a->end;
}

// Where one of them stands, in a stretch of one word.
static inline uint64_t places_of(const Places *p, const Asked *a) {
  uint64_t at = 0;
  for (const uint32_t *name = a->names; name < a->end; name += 2)
    at |= p->names[name[0]] | p->names[name[1]];
  return at;
}

// The same as many tokens further left, from the least on to the greatest.
static inline uint64_t before(uint64_t at, Group g) {
  if (g.greatest >= GROUP_FAR) return UINT64_MAX;
  at >>= g.least;
  for (uint32_t left = g.greatest - (uint32_t)g.least, step = 1; left;
       step *= 2) {
    if (step > left) step = left;
    at |= at >> step;
    left -= step;
  }
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
