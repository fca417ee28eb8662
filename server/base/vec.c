// SPDX-License-Identifier: MIT
#include "base/vec.h"

#include <stdio.h>

uint32_t vec_next_cap(uint32_t cap, uint32_t at_least) {
  if (at_least == 0) { // len + 1 wrapped round
    fputs("inkling: an array outgrew 32 bits\n", stderr);
    abort();
  }
  uint32_t next = cap < 8 ? 8 : cap <= UINT32_MAX / 2 ? cap * 2 : UINT32_MAX;
  return next < at_least ? at_least : next;
}

void vec_grow_in(Arena *a, void **data, uint32_t len, uint32_t *cap,
                 uint32_t at_least, size_t size) {
  *cap = vec_next_cap(*cap, at_least);
  void *moved = arena_room(a, *cap, size);
  if (len) memcpy(moved, *data, len * size);
  *data = moved;
}

uint32_t vec_first_from(const void *items, uint32_t len, size_t size,
                        size_t offset, uint32_t least) {
  const char *at = (const char *)items + offset;
  uint32_t low = 0, high = len, number;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    memcpy(&number, at + middle * size, sizeof number);
    if (number < least)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void vec_splice_at(void **data, uint32_t *len, uint32_t *cap, size_t size,
                   uint32_t first, uint32_t end, const void *items,
                   uint32_t count) {
  uint32_t tail = *len - end, next = first + count + tail;
  if (next > *cap) {
    *cap = vec_next_cap(*cap, next);
    *data = heap_resize(*data, *cap, size);
  }
  char *at = *data;
  if (tail) memmove(at + (first + count) * size, at + end * size, tail * size);
  if (count && items)
    memcpy(at + first * size, items, count * size);
  else if (count)
    memset(at + first * size, 0, count * size);
  *len = next;
}
