// SPDX-License-Identifier: MIT
// base/arena.h: memory with one lifetime.
// Everything made in an arena goes when the arena goes; analysis code never
// frees. Running out of memory ends the program here and in no other place,
// so nobody above has to ask.
#ifndef INKLING_BASE_ARENA_H
#define INKLING_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

typedef struct ArenaChunk ArenaChunk;

// A zeroed Arena is a valid, empty one. Not thread-safe: one owner at a time.
typedef struct Arena {
  ArenaChunk *chunk; // the newest first
  size_t held;       // bytes obtained from the system, all chunks
} Arena;

void arena_clear(Arena *a); // gives every byte back; the arena is empty again
void arena_reset(Arena *a); // forgets all, keeps the largest chunk for reuse

// What has been handed out of it so far, in bytes.
size_t arena_used(const Arena *a);
bool arena_holds(const Arena *a, const void *p); // whether that lies in it
// Makes room for the next `size` bytes, no more than that: for what is kept
// long and whose size is known.
void arena_reserve(Arena *a, size_t size);

// Zeroed bytes, aligned for any type, in `a`. Never NULL.
void *arena_alloc(Arena *a, size_t size);
// The same for `count` items of `size` bytes; the product is checked.
void *arena_alloc_array(Arena *a, size_t count, size_t size);
// The same, whatever bytes stood there: for what is written before it is read.
void *arena_room(Arena *a, size_t count, size_t size);
// A copy of `len` bytes with a NUL behind it, in `a`, aligned for bytes alone.
char *arena_copy(Arena *a, const void *bytes, size_t len);

#define arena_new(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define arena_array(a, T, count)                                               \
  ((T *)arena_alloc_array((a), (count), sizeof(T)))

// Heap memory for owners that are no arena. Never NULL; aborts when memory or
// the size type runs out. Free with free().
void *heap_alloc(size_t size); // zeroed
void *heap_resize(void *old, size_t count, size_t size);

// Constants of the program that will hardly be read again: what memory their
// pages take may go; if need be they come back from the program's file.
void constant_rest(const void *bytes, size_t size);

#endif
