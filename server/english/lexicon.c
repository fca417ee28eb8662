// SPDX-License-Identifier: MIT
#include "english/lexicon.h"

#include <string.h>

uint64_t lexicon_hash(Str norm) {
  uint64_t h = LEXICON_BASIS;
  for (size_t i = 0; i < norm.len; i++) {
    unsigned char c = (unsigned char)norm.data[i];
    h = lexicon_step(h, c >= '0' && c <= '9' ? '0' : c);
  }
  return lexicon_end(h);
}

static bool holds(const Lexicon *l) {
  if (l->starts[0] != 0 || l->starts[l->buckets] != l->words) return false;
  for (uint32_t b = 0; b < l->buckets; b++)
    if (l->starts[b] > l->starts[b + 1]) return false;
  for (uint32_t i = 0; i < l->words; i++)
    if (l->kinds[i] >= l->class_count) return false;
  return true;
}

bool lexicon_open(Lexicon *l, Str bytes) {
  uint32_t head[4]; // classes, buckets, words, nothing
  if (bytes.len < sizeof head) return false;
  memcpy(head, bytes.data, sizeof head);
  uint64_t need = sizeof head + (uint64_t)head[0] * 8 +
                  ((uint64_t)head[1] + 1) * 4 + (uint64_t)head[2] * 4;
  if (head[1] == 0 || need > bytes.len) return false;
  l->class_count = head[0];
  l->buckets = head[1];
  l->words = head[2];
  const void *at = bytes.data + sizeof head;
  l->classes = at;
  at = l->classes + l->class_count;
  l->starts = at;
  at = l->starts + l->buckets + 1;
  l->prints = at;
  l->kinds = l->prints + l->words;
  return holds(l);
}

TagSet lexicon_find(const Lexicon *l, uint64_t hash) {
  uint32_t b = lexicon_bucket(hash, l->buckets);
  for (uint32_t i = l->starts[b]; i < l->starts[b + 1]; i++)
    if (l->prints[i] == (uint16_t)hash) return l->classes[l->kinds[i]];
  return 0;
}
