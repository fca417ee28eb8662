// SPDX-License-Identifier: MIT
#include "lens/places.h"

static void masks_clear(Masks *m) {
  vec_clear(&m->stamps);
  vec_clear(&m->words);
}

void places_clear(Places *p) {
  vec_clear(&p->met);
  vec_clear(&p->here);
  vec_clear(&p->names);
  masks_clear(&p->tests);
}

static void bits_fit(Places *p, uint32_t bits) {
  uint32_t words = bits / 64 + 1;
  if (p->here.len >= words) return;
  vec_reserve(&p->here, words);
  memset(p->here.data, 0, words * sizeof *p->here.data);
  p->here.len = words;
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

// What the last stretch had is wiped; all else is clean.
static void wipe(Places *p) {
  size_t bytes = p->width * sizeof(uint64_t);
  vec_each(const uint32_t, name, &p->met) p->here.data[*name / 64] = 0;
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
  bits_fit(p, name_count(set));
  vec_reserve(&p->names, (name_count(set) + 1) * p->width);
  masks_fit(&p->tests, set->tests.len + 1, p->width);
  mask_fill(p->all, count, p->width);
}

static void put(uint64_t *mask, uint32_t at) {
  mask[at / 64] |= (uint64_t)1 << at % 64;
}

void places_put_name(Places *p, uint32_t name, uint32_t at) {
  uint64_t *mask = p->names.data + (size_t)name * p->width;
  if (!places_has_name(p, name)) {
    for (uint32_t w = 0; w < p->width; w++) mask[w] = 0;
    put(p->here.data, name);
    vec_push(&p->met, name);
  }
  put(mask, at);
}

static bool has_one(const Places *p, const uint32_t *names, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (places_has_name(p, names[i])) return true;
  return false;
}

bool places_meet(const Places *p, const Pattern *pattern) {
  const uint32_t *names = p->set->group_names.data;
  const Group *g = p->set->groups.data + pattern->first_group;
  const Group *end = p->set->groups.data + pattern->end_group;
  if ((p->facts & pattern->need) != pattern->need) return false;
  for (; g < end; g++)
    if (!has_one(p, names + g->first, g->end - g->first)) return false;
  return true;
}

void places_put_token(Places *p, Facts facts, Tag tag, uint32_t at) {
  p->facts |= facts;
  p->tags |= tag_bit(tag);
  put(p->tag[tag], at);
  for (; facts; facts &= facts - 1) put(p->fact[__builtin_ctzll(facts)], at);
}

static bool any_named(const Places *p, const Test *t, uint64_t *mask) {
  const uint32_t *names = p->set->choices.data + t->id;
  bool is_here = false;
  for (uint32_t w = 0; w < p->width; w++) mask[w] = 0;
  for (uint32_t i = 0; i < t->count; i++) {
    if (!places_has_name(p, names[i])) continue;
    const uint64_t *of = p->names.data + (size_t)names[i] * p->width;
    for (uint32_t w = 0; w < p->width; w++) mask[w] |= of[w];
    is_here = true;
  }
  return is_here;
}

// False where nothing is named so: then no place passes the test.
static bool named(const Places *p, const Test *t, uint64_t *mask) {
  if (t->kind == TEST_CHOICE) return any_named(p, t, mask);
  uint32_t name = t->kind != TEST_SET ? t->id
                  : t->inverted       ? name_of_set(p->set, t->id)
                                      : name_of_single(p->set, t->id);
  bool is_any = t->kind == TEST_ANY,
       is_here = is_any || places_has_name(p, name);
  const uint64_t *of =
      is_any ? p->all : p->names.data + (size_t)name * p->width;
  for (uint32_t w = 0; w < p->width; w++) {
    mask[w] = is_here ? of[w] : 0;
    if (t->inverted) mask[w] = p->all[w] & ~mask[w];
  }
  return is_here || t->inverted;
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
  uint64_t *mask = p->tests.words.data + (size_t)test * p->width;
  const Test *t = &p->set->tests.data[test];
  Facts opaque = t->inverted ? FACT_OF(OPAQUE) : 0;
  p->tests.stamps.data[test] = p->stamp;
  if (!named(p, t, mask)) return;
  keep_facts(p, t->need, mask);
  drop_facts(p, t->ban | FACT_OF(SPEECH) | opaque, mask);
  for (uint32_t w = 0; w < p->width; w++) {
    if (t->tags) mask[w] &= with_tags(p, t->tags, w);
    mask[w] &= ~with_tags(p, t->not_tags, w);
  }
}
