// SPDX-License-Identifier: MIT
#include "base/map.h"

#include <stdlib.h>

void map_clear(Map *m) {
  free(m->slots);
  *m = (Map){0};
}

// The slot of the key, or the empty one where it would go.
static MapSlot *slot_of(const Map *m, Str key, uint64_t hash) {
  uint32_t mask = m->cap - 1;
  for (uint32_t i = (uint32_t)hash & mask;; i = (i + 1) & mask) {
    MapSlot *s = &m->slots[i];
    if (!s->key.data || (s->hash == hash && str_eq(s->key, key))) return s;
  }
}

static void grow(Map *m) {
  Map bigger = {.cap = m->cap ? m->cap * 2 : 16, .len = m->len};
  bigger.slots = heap_alloc(bigger.cap * sizeof(MapSlot));
  for (uint32_t i = 0; i < m->cap; i++)
    if (m->slots[i].key.data)
      *slot_of(&bigger, m->slots[i].key, m->slots[i].hash) = m->slots[i];
  free(m->slots);
  *m = bigger;
}

static const MapSlot *find(const Map *m, Str key) {
  if (!m->cap) return NULL;
  const MapSlot *s = slot_of(m, key, str_hash(key));
  return s->key.data ? s : NULL;
}

uint32_t map_get(const Map *m, Str key, uint32_t otherwise) {
  const MapSlot *s = find(m, key);
  return s ? s->value : otherwise;
}

bool map_has(const Map *m, Str key) {
  return find(m, key) != NULL;
}

bool map_put(Map *m, Str key, uint32_t value) {
  if (!key.data) key.data = "";
  if (m->len + 1 > m->cap / 4 * 3) grow(m);
  uint64_t hash = str_hash(key);
  MapSlot *s = slot_of(m, key, hash);
  bool is_new = !s->key.data;
  *s = (MapSlot){.key = is_new ? key : s->key, .hash = hash, .value = value};
  m->len += is_new;
  return is_new;
}
