// SPDX-License-Identifier: MIT
// english/lexicon.h: word -> the tags it can carry.
// Words are kept as 16-bit prints in hashed buckets, not as letters: 100,000
// words in a third of a megabyte, and a word that is not there is taken for
// one that is about once in twenty thousand times.
#ifndef INKLING_ENGLISH_LEXICON_H
#define INKLING_ENGLISH_LEXICON_H

#include "english/tag.h"

typedef struct Lexicon {
  const TagSet *classes;  // the bit LEXICON_CLOSED tells of the class
  const uint32_t *starts; // first word of each bucket; one more at the end
  const uint16_t *prints;
  const uint16_t *kinds; // index into classes
  uint32_t class_count, buckets, words;
} Lexicon;

// Set beside the tags where training saw the word so often that the tags it
// had are all it can have.
#define LEXICON_CLOSED ((TagSet)1 << 63)

// Set beside the tags of a past form: does its verb take an object? In its
// commonest sense it may, it need not; in some sense it does.
enum { LEXICON_FRAMES_AT = 56 };
#define LEXICON_OBJECT ((TagSet)1 << LEXICON_FRAMES_AT)
#define LEXICON_ALONE ((TagSet)2 << LEXICON_FRAMES_AT)
#define LEXICON_RARELY ((TagSet)4 << LEXICON_FRAMES_AT)
#define LEXICON_FRAMES ((TagSet)7 << LEXICON_FRAMES_AT)

// Borrows `bytes` (8-aligned); false where it is damaged.
bool lexicon_open(Lexicon *l, Str bytes);
// 0 where the word is unknown. `hash` by lexicon_hash.
TagSet lexicon_find(const Lexicon *l, uint64_t hash);
// Asks the memory for what will be read of a word: first where its bucket is,
// then, once that came, what is in it.
static inline void lexicon_ask(const Lexicon *l, uint64_t hash);
static inline void lexicon_ask_more(const Lexicon *l, uint64_t hash);
// Of a norm; digits count as 0. The same on every machine.
uint64_t lexicon_hash(Str norm);
// The same by steps, for letters as they are looked at: from LEXICON_BASIS on,
// each letter but a digit, then the end.
#define LEXICON_BASIS ((uint64_t)0xCBF29CE484222325u)
static inline uint64_t lexicon_step(uint64_t h, unsigned char c) {
  return (h ^ c) * 0x100000001B3u;
}

static inline uint64_t lexicon_end(uint64_t h) {
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93u;
  return h ^ h >> 32;
}

static inline uint32_t lexicon_bucket(uint64_t hash, uint32_t buckets) {
  return (uint32_t)((hash >> 32) * buckets >> 32);
}

static inline void lexicon_ask(const Lexicon *l, uint64_t hash) {
  __builtin_prefetch(&l->starts[lexicon_bucket(hash, l->buckets)]);
}

static inline void lexicon_ask_more(const Lexicon *l, uint64_t hash) {
  uint32_t at = l->starts[lexicon_bucket(hash, l->buckets)];
  __builtin_prefetch(&l->prints[at]);
  __builtin_prefetch(&l->kinds[at]);
}

#endif
