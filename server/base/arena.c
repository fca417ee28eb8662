// SPDX-License-Identifier: MIT
#define _DEFAULT_SOURCE // madvise
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { FIRST_CHUNK = 1024, LARGEST_STEP = 1 << 18 };

struct ArenaChunk {
  ArenaChunk *next;
  size_t size; // of bytes
  size_t used;
  max_align_t bytes[];
};

static _Noreturn void die(void) {
  fputs("inkling: out of memory\n", stderr);
  abort();
}

void *heap_alloc(size_t size) {
  void *p = calloc(1, size ? size : 1);
  if (!p) die();
  return p;
}

void *heap_resize(void *old, size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) die();
  size_t bytes = count * size;
  void *p = realloc(old, bytes ? bytes : 1);
  if (!p) die();
  return p;
}

static void free_from(ArenaChunk *c) {
  while (c) {
    ArenaChunk *next = c->next;
    free(c);
    c = next;
  }
}

void arena_clear(Arena *a) {
  free_from(a->chunk);
  *a = (Arena){0};
}

void arena_reset(Arena *a) {
  if (!a->chunk) return;
  free_from(a->chunk->next);
  a->chunk->next = NULL;
  a->chunk->used = 0;
  a->held = a->chunk->size;
}

static ArenaChunk *add_chunk(Arena *a, size_t size) {
  if (size > SIZE_MAX - sizeof(ArenaChunk)) die();
  ArenaChunk *c = malloc(sizeof(ArenaChunk) + size);
  if (!c) die();
  *c = (ArenaChunk){.next = a->chunk, .size = size};
  a->chunk = c;
  a->held += size;
  return c;
}

// Chunks grow by doubling up to a step, so that a short paragraph costs little
// and a whole journal few calls.
static ArenaChunk *grow(Arena *a, size_t need) {
  size_t size = a->chunk ? a->chunk->size : FIRST_CHUNK / 2;
  if (size < FIRST_CHUNK / 2) size = FIRST_CHUNK / 2;
  if (size < LARGEST_STEP) size *= 2;
  return add_chunk(a, size < need ? need : size);
}

// Of things that are no bytes: fit for any type.
enum { ALIGN = _Alignof(max_align_t) };

static size_t aligned(size_t at, size_t align) {
  return (at + align - 1) / align * align;
}

size_t arena_used(const Arena *a) {
  size_t used = 0;
  for (const ArenaChunk *c = a->chunk; c; c = c->next)
    used += aligned(c->used, ALIGN);
  return used;
}

bool arena_holds(const Arena *a, const void *p) {
  uintptr_t at = (uintptr_t)p;
  for (const ArenaChunk *c = a->chunk; c; c = c->next)
    if (at >= (uintptr_t)c->bytes && at < (uintptr_t)c->bytes + c->used)
      return true;
  return false;
}

void arena_reserve(Arena *a, size_t size) {
  const ArenaChunk *c = a->chunk;
  if (size && (!c || c->size < aligned(c->used, ALIGN) + size))
    add_chunk(a, size);
}

static void *take(Arena *a, size_t size, size_t align) {
  ArenaChunk *c = a->chunk;
  size_t at = c ? aligned(c->used, align) : 0;
  if (!c || at > c->size || c->size - at < size) c = grow(a, size), at = 0;
  c->used = at + size;
  return (char *)c->bytes + at;
}

void *arena_alloc(Arena *a, size_t size) {
  return memset(take(a, size, ALIGN), 0, size);
}

void *arena_room(Arena *a, size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) die();
  return take(a, count * size, ALIGN);
}

void *arena_alloc_array(Arena *a, size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) die();
  return arena_alloc(a, count * size);
}

char *arena_copy(Arena *a, const void *bytes, size_t len) {
  if (len == SIZE_MAX) die();
  char *p = take(a, len + 1, 1);
  if (len) memcpy(p, bytes, len);
  p[len] = '\0';
  return p;
}

void constant_rest(const void *bytes, size_t size) {
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t from = ((uintptr_t)bytes + page - 1) / page * page;
  uintptr_t to = ((uintptr_t)bytes + size) / page * page;
  if (from < to) madvise((void *)from, to - from, MADV_DONTNEED);
}
