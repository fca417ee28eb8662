// SPDX-License-Identifier: MIT
// A hint whose exception cannot be read would speak where its author meant it
// to be silent; so it rests as a whole until the line is mended. `safety`
// alone speaks on: missing one is worse than one too many.
#include "lens/build.h"

void block_rest(Build *b, uint32_t block) {
  Block *k = &b->set->blocks.data[block];
  if (!k->hushes) k->rests = true;
}

// The stretch that the torn line stands in: the last that begins above it.
static void rest_above(Build *b, const LensFile *f, uint32_t torn) {
  const Body *last = NULL;
  uint32_t start = 0;
  vec_each(const Body, body, &b->bodies) {
    if (body->file != f) continue;
    uint32_t at = f->parts.data[body->part].span.start;
    if (at > torn || (last && at < start)) continue;
    last = body;
    start = at;
  }
  if (last && last->block != NO_INDEX) block_rest(b, last->block);
}

// What is there only where a resting one is not would speak too often.
static bool lacks_resting(const LensSet *s, const Block *k) {
  vec_each(const With, w, &k->withs)
    if (w->lacks && s->blocks.data[w->block].rests) return true;
  return false;
}

void blocks_rest(Build *b) {
  LensSet *s = b->set;
  for (uint32_t i = 0; i < s->files.len; i++)
    vec_each(const uint32_t, torn, &s->files.data[i]->torn)
      rest_above(b, s->files.data[i], *torn);
  bool more = true;
  while (more) {
    more = false;
    for (uint32_t i = 0; i < s->blocks.len; i++) {
      Block *k = &s->blocks.data[i];
      if (k->rests || k->hushes || !lacks_resting(s, k)) continue;
      k->rests = more = true;
    }
  }
}
