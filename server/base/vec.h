// SPDX-License-Identifier: MIT
// base/vec.h: growable arrays of one type, in one of two kinds of memory.
// `Vec(T)` names the type; `vec_push` grows on the heap (owned: vec_clear),
// `vec_push_in` grows in an arena (left behind when it moves, gone with the
// arena). One array stays with one kind for its whole life.
#ifndef INKLING_BASE_VEC_H
#define INKLING_BASE_VEC_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

#define Vec(T)                                                                 \
  struct {                                                                     \
    T *data;                                                                   \
    uint32_t len, cap;                                                         \
  }

// The next capacity; aborts where 32 bits do not hold it.
uint32_t vec_next_cap(uint32_t cap, uint32_t at_least);

#define vec_reserve(v, n)                                                      \
  ((n) <= (v)->cap ? (void)0                                                   \
                   : (void)((v)->cap = vec_next_cap((v)->cap, (n)),            \
                            (v)->data = heap_resize((v)->data, (v)->cap,       \
                                                    sizeof *(v)->data)))
#define vec_push(v, ...)                                                       \
  (vec_reserve((v), (v)->len + 1), (v)->data[(v)->len++] = (__VA_ARGS__))

#define vec_reserve_in(a, v, n)                                                \
  ((n) <= (v)->cap ? (void)0                                                   \
                   : vec_grow_in((a), (void **)&(v)->data, (v)->len,           \
                                 &(v)->cap, (n), sizeof *(v)->data))
#define vec_push_in(a, v, ...)                                                 \
  (vec_reserve_in((a), (v), (v)->len + 1),                                     \
   (v)->data[(v)->len++] = (__VA_ARGS__))

// Gives back the room that is not used.
#define vec_fit(v)                                                             \
  ((void)((v)->data = heap_resize((v)->data, (v)->len, sizeof *(v)->data),     \
          (v)->cap = (v)->len))
#define vec_clear(v) (free((v)->data), memset((v), 0, sizeof *(v)))
#define vec_each(T, item, v)                                                   \
  for (T *item = (v)->data, *item##_end = item ? item + (v)->len : item;       \
       item < item##_end; item++)

// Of items in the order of the number at `offset` in each: the first whose
// number is `least` or more; `len` where all are less.
uint32_t vec_first_from(const void *items, uint32_t len, size_t size,
                        size_t offset, uint32_t least);

// Puts `count` items in the place of [first, end); `items` NULL: zeroed ones.
#define vec_splice(v, first, end, items, count)                                \
  vec_splice_at((void **)&(v)->data, &(v)->len, &(v)->cap, sizeof *(v)->data,  \
                (first), (end), (items), (count))

void vec_splice_at(void **data, uint32_t *len, uint32_t *cap, size_t size,
                   uint32_t first, uint32_t end, const void *items,
                   uint32_t count);
void vec_grow_in(Arena *a, void **data, uint32_t len, uint32_t *cap,
                 uint32_t at_least, size_t size);

#endif
