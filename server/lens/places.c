// SPDX-License-Identifier: MIT
#include "lens/places.h"

static void masks_clear(Masks *m) {
  vec_clear(&m->stamps);
  vec_clear(&m->words);
}

void places_clear(Places *p) {
  vec_clear(&p->met);
  masks_clear(&p->names);
  masks_clear(&p->tests);
}

static void masks_fit(Masks *m, uint32_t rows, uint32_t width) {
  if (m->stamps.cap < rows) {
    m->stamps.cap = rows;
    m->stamps.data = heap_alloc(rows * sizeof(uint32_t));
  }
  vec_reserve(&m->words, rows * width);
}

void mask_fill(uint64_t *mask, uint32_t count, uint32_t width) {
  for (uint32_t w = 0; w < width; w++) {
    uint32_t bits = count > w * 64 ? count - w * 64 : 0;
    mask[w] = bits >= 64 ? UINT64_MAX : ((uint64_t)1 << bits) - 1;
  }
}

// Facts and tags that the last stretch had are wiped; the others are clean.
static void wipe(Places *p) {
  size_t bytes = p->width * sizeof(uint64_t);
  for (Facts f = p->facts; f; f &= f - 1)
    memset(p->fact[__builtin_ctzll(f)], 0, bytes);
  for (TagSet t = p->tags; t; t &= t - 1)
    memset(p->tag[__builtin_ctzll(t)], 0, bytes);
  p->facts = p->tags = 0;
}

void places_begin(Places *p, const LensSet *set, uint32_t count) {
  wipe(p);
  p->set = set;
  p->count = count;
  p->width = count / 64 + 1;
  p->stamp++;
  p->met.len = 0;
  masks_fit(&p->names, name_count(set) + 1, p->width);
  masks_fit(&p->tests, set->tests.len + 1, p->width);
  mask_fill(p->all, count, p->width);
}

static void put(uint64_t *mask, uint32_t at) {
  mask[at / 64] |= (uint64_t)1 << at % 64;
}

// The row, and whether it has to be filled first.
static uint64_t *row_of(Masks *m, const Places *p, uint32_t row, bool *fresh) {
  *fresh = m->stamps.data[row] != p->stamp;
  m->stamps.data[row] = p->stamp;
  return m->words.data + (size_t)row * p->width;
}

void places_put_name(Places *p, uint32_t name, uint32_t at) {
  bool fresh;
  uint64_t *mask = row_of(&p->names, p, name, &fresh);
  if (fresh) {
    memset(mask, 0, p->width * sizeof *mask);
    vec_push(&p->met, name);
  }
  put(mask, at);
}

void places_put_token(Places *p, Facts facts, Tag tag, uint32_t at) {
  p->facts |= facts;
  p->tags |= tag_bit(tag);
  put(p->tag[tag], at);
  for (; facts; facts &= facts - 1) put(p->fact[__builtin_ctzll(facts)], at);
}

static void named(const Places *p, const Test *t, uint64_t *mask) {
  uint32_t name = t->kind != TEST_SET ? t->id
                  : t->inverted       ? name_of_set(p->set, t->id)
                                      : name_of_single(p->set, t->id);
  size_t bytes = p->width * sizeof *mask;
  if (t->kind == TEST_ANY)
    memcpy(mask, p->all, bytes);
  else if (places_has_name(p, name))
    memcpy(mask, p->names.words.data + (size_t)name * p->width, bytes);
  else
    memset(mask, 0, bytes);
  for (uint32_t w = 0; w < p->width && t->inverted; w++)
    mask[w] = p->all[w] & ~mask[w];
}

static void keep_facts(const Places *p, Facts need, uint64_t *mask) {
  for (; need; need &= need - 1)
    for (uint32_t w = 0; w < p->width; w++)
      mask[w] &= p->fact[__builtin_ctzll(need)][w];
}

static void drop_facts(const Places *p, Facts ban, uint64_t *mask) {
  for (ban &= p->facts; ban; ban &= ban - 1)
    for (uint32_t w = 0; w < p->width; w++)
      mask[w] &= ~p->fact[__builtin_ctzll(ban)][w];
}

static uint64_t with_tags(const Places *p, TagSet tags, uint32_t w) {
  uint64_t some = 0;
  for (tags &= p->tags; tags; tags &= tags - 1)
    some |= p->tag[__builtin_ctzll(tags)][w];
  return some;
}

void places_fill_test(Places *p, uint32_t test) {
  bool fresh;
  uint64_t *mask = row_of(&p->tests, p, test, &fresh);
  const Test *t = &p->set->tests.data[test];
  Facts opaque = t->inverted ? FACT_OF(OPAQUE) : 0;
  named(p, t, mask);
  keep_facts(p, t->need, mask);
  drop_facts(p, t->ban | FACT_OF(SPEECH) | opaque, mask);
  for (uint32_t w = 0; w < p->width; w++) {
    if (t->tags) mask[w] &= with_tags(p, t->tags, w);
    mask[w] &= ~with_tags(p, t->not_tags, w);
  }
}
