// SPDX-License-Identifier: MIT
#include "lsp/pieces.h"

#include <string.h>

static void drop(Piece *piece) {
  free((char *)(uintptr_t)piece->json.data);
  free(piece->lines);
}

void pieces_clear(Pieces *p) {
  vec_each(Piece, one, &p->now) drop(one);
  vec_each(Piece, one, &p->before) drop(one);
  vec_clear(&p->now);
  vec_clear(&p->before);
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

static void *copy_of(const void *bytes, size_t size) {
  void *copy = heap_resize(NULL, size + 1, 1);
  return size ? memcpy(copy, bytes, size) : copy;
}

static void set_text(Piece *one, Str json) {
  one->json = (Str){copy_of(json.data, json.len), json.len};
  one->print = hash_mixed_str(1, json);
}

void pieces_fill(Pieces *p, uint32_t index, const PieceDraft *d) {
  Piece *one = &p->now.data[index];
  set_text(one, strbuf_str(&d->text));
  one->lines = copy_of(d->lines.data, d->lines.len * sizeof(LineAt));
  one->line_count = d->lines.len;
  one->line = d->line;
}

void pieces_put(Pieces *p, uint64_t key, Str json) {
  uint32_t index = pieces_promise(p, key);
  set_text(&p->now.data[index], json);
}

void piece_begin(PieceDraft *d, uint32_t line) {
  d->text.len = d->lines.len = 0;
  d->line = line;
}

void piece_clear(PieceDraft *d) {
  strbuf_clear(&d->text);
  vec_clear(&d->lines);
}

void piece_put_line(PieceDraft *d, uint32_t line) {
  vec_push(&d->lines, (LineAt){(uint32_t)d->text.len, line - d->line});
  strbuf_put_u32(&d->text, line);
}

static size_t width_of(uint32_t n) {
  size_t width = 1;
  while (n /= 10) width++;
  return width;
}

// Writes the line numbers anew, and nothing else.
static void move_to(Piece *one, uint32_t line) {
  StrBuf b = {0};
  size_t done = 0;
  if (one->line == line || !one->line_count) return;
  strbuf_reserve(&b, one->json.len + one->line_count);
  for (uint32_t i = 0; i < one->line_count; i++) {
    LineAt *l = &one->lines[i];
    size_t width = width_of(one->line + l->below);
    strbuf_put(&b, str_slice(one->json, done, l->at));
    done = l->at + width;
    l->at = (uint32_t)b.len;
    strbuf_put_u32(&b, line + l->below);
  }
  strbuf_put(&b, str_slice(one->json, done, one->json.len));
  free((char *)(uintptr_t)one->json.data);
  set_text(one, strbuf_str(&b));
  one->line = line;
  strbuf_clear(&b);
}

static bool take(Pieces *p, uint64_t key, uint32_t first, uint32_t end,
                 uint32_t *from) {
  if (end > p->before.len) end = p->before.len;
  for (uint32_t i = first; i < end; i++) {
    Piece *one = &p->before.data[i];
    if (one->key != key || !one->json.data) continue;
    *from = i + 1;
    vec_push(&p->now, *one);
    one->json.data = NULL; // taken over
    one->lines = NULL;
    return true;
  }
  return false;
}

// Pieces come in the order of the document, so the one wanted is mostly the
// next one of the run before. One that is not there has taken the place of one
// that was, or of none: so those a little way back are looked at as well.
bool pieces_keep(Pieces *p, uint64_t key, uint32_t line, uint32_t *from) {
  enum { LOOK = 8 };
  uint32_t at = *from, back = at > LOOK ? at - LOOK : 0;
  if (take(p, key, at, at + LOOK, from) || take(p, key, back, at, from)) {
    move_to(&p->now.data[p->now.len - 1], line);
    return true;
  }
  ++*from;
  p->written++;
  return false;
}

void pieces_end(Pieces *p) {
  p->hash = 1;
  p->len = 2;
  vec_each(const Piece, one, &p->now) {
    p->hash = hash_mixed(p->hash, one->print);
    p->len += one->json.len + 1;
  }
}

void pieces_write(const Pieces *p, StrBuf *out) {
  enum { BEHIND = 64 }; // bytes that close the message: they fit as well
  strbuf_reserve(out, p->len + BEHIND);
  strbuf_putc(out, '[');
  for (uint32_t i = 0; i < p->now.len; i++) {
    if (i) strbuf_putc(out, ',');
    strbuf_put(out, p->now.data[i].json);
  }
  strbuf_putc(out, ']');
}
