// SPDX-License-Identifier: MIT
#include "lens/places.h"

#include <stdlib.h>

void places_clear(Places *p) {
  vec_clear(&p->met);
  free(p->names);
}

void mask_fill(uint64_t *mask, uint32_t from, uint32_t to) {
  for (uint32_t next; from < to; from = next) {
    next = (from / 64 + 1) * 64;
    uint64_t bits = UINT64_MAX << from % 64;
    if (next > to) bits &= UINT64_MAX >> (next - to);
    mask[from / 64] |= bits;
  }
}

// What the last stretch had is wiped; all else is clean. The name behind each
// is wiped too: a set's second one, or one that is met itself or was clean.
static void wipe(Places *p) {
  for (uint32_t w = 0; w < p->width; w++) {
    vec_each(const uint32_t, name, &p->met) {
      uint64_t *mask = p->names + (size_t)*name * p->width + w;
      mask[0] = mask[p->width] = 0;
    }
    for (Facts f = p->facts; f; f &= f - 1) p->fact[__builtin_ctzll(f)][w] = 0;
    for (TagSet t = p->tags; t; t &= t - 1) p->tag[__builtin_ctzll(t)][w] = 0;
  }
  p->facts = p->tags = 0;
  p->met.len = 0;
}

static void names_fit(Places *p, size_t words) {
  if (p->names_cap >= words) return;
  free(p->names);
  p->names = heap_alloc(words * sizeof *p->names);
  p->names_cap = words;
}

void places_begin(Places *p, const LensSet *set, uint32_t count) {
  wipe(p);
  p->set = set;
  p->width = (count + 63) / 64;
  names_fit(p, ((size_t)name_count(set) + 1) * p->width);
  size_t bytes = p->width * sizeof *p->all;
  memset(p->names + (size_t)ANY_NAME * p->width, 0xFF, bytes);
  vec_push(&p->met, ANY_NAME);
  memset(p->all, 0, bytes);
  memset(p->longs, 0, bytes);
}

void places_fill_name(Places *p, uint32_t name, uint32_t from, uint32_t to) {
  if (!places_has_name(p, name)) vec_push(&p->met, name);
  mask_fill(p->names + (size_t)name * p->width, from, to);
}

bool places_met(const Places *p, uint32_t name) {
  uint64_t any = 0;
  for (uint32_t w = 0; w < p->width; w++)
    any |= p->names[(size_t)name * p->width + w];
  return any;
}

void places_put_token(Places *p, Facts facts, Tag tag, uint32_t at) {
  p->facts |= facts;
  p->tags |= tag_bit(tag);
  mask_put(p->tag[tag], at);
  for (; facts; facts &= facts - 1)
    mask_put(p->fact[__builtin_ctzll(facts)], at);
}

void places_put_facts(Places *p, Facts facts, uint32_t from, uint32_t to) {
  p->facts |= facts;
  for (; facts; facts &= facts - 1)
    mask_fill(p->fact[__builtin_ctzll(facts)], from, to);
}

static uint64_t any_named(const Places *p, const Probe *t, uint32_t w) {
  const uint32_t *name = p->set->choices.data + t->id, *end = name + t->count;
  uint64_t mask = 0;
  if (p->width == 1)
    while (name < end) mask |= p->names[*name++];
  while (name < end) mask |= p->names[(size_t)*name++ * p->width + w];
  return mask;
}

uint64_t places_named(const Places *p, const Probe *t, uint32_t w) {
  uint32_t name = t->id;
  if (t->kind == TEST_ANY) return t->inverted ? 0 : p->all[w];
  if (t->kind == TEST_SET)
    name = t->inverted ? name_of_set(p->set, t->id)
                       : name_of_single(p->set, t->id);
  uint64_t mask = t->kind == TEST_CHOICE
                      ? any_named(p, t, w)
                      : p->names[(size_t)name * p->width + w];
  return t->inverted ? p->all[w] & ~mask : mask;
}

static uint64_t with_tags(const Places *p, TagSet tags, uint32_t w) {
  uint64_t some = 0;
  for (tags &= p->tags; tags; tags &= tags - 1)
    some |= p->tag[__builtin_ctzll(tags)][w];
  return some;
}

uint64_t places_hold(const Places *p, const Trait *t, uint64_t here,
                     uint32_t w) {
  for (Facts f = t->need; f; f &= f - 1) here &= p->fact[__builtin_ctzll(f)][w];
  for (Facts f = t->ban & p->facts; f; f &= f - 1)
    here &= ~p->fact[__builtin_ctzll(f)][w];
  if (t->tags) here &= with_tags(p, t->tags, w);
  return t->not_tags ? here & ~with_tags(p, t->not_tags, w) : here;
}
