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

enum { AT_ONCE = 8 }; // prints; few buckets hold more

// The lanes of four prints that may be this one have their highest bit, the
// first such lane rightly so.
static inline uint64_t same_prints(const uint16_t *prints, uint16_t print) {
  const uint64_t ones = 0x0001000100010001u;
  uint64_t four;
  memcpy(&four, prints, sizeof four); // little-endian, as the model is
  four ^= print * ones;
  return (four - ones) & ~four & ones << 15;
}

// The first of AT_ONCE prints that is this one; AT_ONCE where none is.
static inline unsigned print_among(const uint16_t *prints, uint16_t print) {
  uint64_t low = same_prints(prints, print);
  uint64_t high = same_prints(prints + 4, print);
  unsigned four = low ? 0 : 4;
  uint64_t zeros = low ? low : high;
  return zeros ? four + (unsigned)__builtin_ctzll(zeros) / 16 : AT_ONCE;
}

TagSet lexicon_find(const Lexicon *l, uint64_t hash) {
  uint32_t b = lexicon_bucket(hash, l->buckets);
  uint32_t i = l->starts[b], end = l->starts[b + 1];
  for (; i < end && i + AT_ONCE <= l->words; i += AT_ONCE) {
    uint32_t at = i + print_among(l->prints + i, (uint16_t)hash);
    if (at < i + AT_ONCE) return at < end ? l->classes[l->kinds[at]] : 0;
  }
  for (; i < end; i++)
    if (l->prints[i] == (uint16_t)hash) return l->classes[l->kinds[i]];
  return 0;
}
