// SPDX-License-Identifier: MIT
#include "lsp/pieces.h"

#include <string.h>

static void drop(Piece *piece) {
  free((char *)(uintptr_t)piece->json.data);
}

void pieces_clear(Pieces *p) {
  vec_each(Piece, one, &p->now) drop(one);
  vec_each(Piece, one, &p->before) drop(one);
  vec_clear(&p->now);
  vec_clear(&p->before);
  strbuf_clear(&p->json);
}

uint64_t hash_mixed(uint64_t hash, uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
  return hash ^ (hash >> 29);
}

uint64_t hash_mixed_str(uint64_t hash, Str s) {
  size_t i = 0;
  uint64_t word = 0;
  for (; i + 8 <= s.len; i += 8) {
    memcpy(&word, s.data + i, 8);
    hash = hash_mixed(hash, word);
  }
  word = 0;
  if (i < s.len) memcpy(&word, s.data + i, s.len - i);
  return hash_mixed(hash_mixed(hash, word), s.len);
}

void pieces_begin(Pieces *p) {
  vec_each(Piece, one, &p->before) drop(one);
  Pieces old = *p;
  memcpy(&p->now, &old.before, sizeof p->now);
  memcpy(&p->before, &old.now, sizeof p->before);
  p->now.len = 0;
}

uint32_t pieces_promise(Pieces *p, uint64_t key) {
  vec_push(&p->now, (Piece){.key = key});
  return p->now.len - 1;
}

void pieces_fill(Pieces *p, uint32_t index, Str json) {
  char *copy = heap_alloc(json.len + 1);
  if (json.len) memcpy(copy, json.data, json.len);
  p->now.data[index].json = (Str){copy, json.len};
  p->now.data[index].print = hash_mixed_str(1, json);
}

void pieces_put(Pieces *p, uint64_t key, Str json) {
  pieces_fill(p, pieces_promise(p, key), json);
}

static bool take(Pieces *p, uint64_t key, uint32_t first, uint32_t end,
                 uint32_t *from) {
  if (end > p->before.len) end = p->before.len;
  for (uint32_t i = first; i < end; i++) {
    Piece *one = &p->before.data[i];
    if (one->key != key || !one->json.data) continue;
    *from = i + 1;
    vec_push(&p->now, *one);
    one->json.data = NULL; // moved
    return true;
  }
  return false;
}

// Pieces come in the order of the document, so the one wanted is mostly the
// next one of the run before. One that is not there has taken the place of one
// that was, or of none: so those a little way back are looked at as well.
bool pieces_keep(Pieces *p, uint64_t key, uint32_t *from) {
  enum { LOOK = 8 };
  uint32_t at = *from, back = at > LOOK ? at - LOOK : 0;
  if (take(p, key, at, at + LOOK, from) || take(p, key, back, at, from))
    return true;
  ++*from;
  p->written++;
  return false;
}

void pieces_end(Pieces *p) {
  p->json.len = 0;
  p->hash = 1;
  strbuf_putc(&p->json, '[');
  for (uint32_t i = 0; i < p->now.len; i++) {
    if (i) strbuf_putc(&p->json, ',');
    strbuf_put(&p->json, p->now.data[i].json);
    p->hash = hash_mixed(p->hash, p->now.data[i].print);
  }
  strbuf_putc(&p->json, ']');
}
