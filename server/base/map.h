// SPDX-License-Identifier: MIT
// base/map.h: from bytes to a number, and so the intern table of the house.
// Open addressing, keys borrowed (intern them first where they would go),
// nothing is ever removed: what grows and shrinks is rebuilt.
#ifndef INKLING_BASE_MAP_H
#define INKLING_BASE_MAP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef struct MapSlot {
  Str key; // data NULL: empty
  uint64_t hash;
  uint32_t value;
} MapSlot;

// A zeroed Map is a valid, empty one. Owned: map_clear.
typedef struct Map {
  MapSlot *slots;
  uint32_t len, cap; // cap: 0 or a power of two
} Map;

void map_clear(Map *m);
// The value of `key`, or `otherwise`.
uint32_t map_get(const Map *m, Str key, uint32_t otherwise);
bool map_has(const Map *m, Str key);
// Sets the value; true where the key is new. Borrows key until map_clear.
bool map_put(Map *m, Str key, uint32_t value);

#endif
