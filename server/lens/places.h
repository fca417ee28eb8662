// SPDX-License-Identifier: MIT
// lens/places.h: where things stand in a stretch, a bit a token.
// A mask is a row of 64-bit words, one for most stretches. Words, lemmas and
// sets have a mask each, facts and tags too; a test is a few of them laid over
// each other. What no token of the stretch has costs nothing: masks of names
// are wiped behind a stretch that met them.
#ifndef INKLING_LENS_PLACES_H
#define INKLING_LENS_PLACES_H

#include "lens/rules.h"

// Words of the longest mask: a bit for each token and one for the end.
enum { MASK_WORDS_MOST = STRETCH_MOST / 64 + 1 };

typedef struct Places {
  const LensSet *set;
  uint32_t width;  // words a mask
  IndexVec met;    // names, each once; of a set its first one
  uint64_t *names; // a mask a name, empty where it was not met; heap
  size_t names_cap;
  Facts facts; // all that hold somewhere
  TagSet tags;
  uint64_t all[MASK_WORDS_MOST];   // every token
  uint64_t longs[MASK_WORDS_MOST]; // where a member of several tokens begins
  uint64_t fact[FACT_COUNT][MASK_WORDS_MOST];
  uint64_t tag[TAG_COUNT][MASK_WORDS_MOST];
} Places;

void places_clear(Places *p);
// Room for so many places; nothing stands there yet.
void places_begin(Places *p, const LensSet *set, uint32_t count);
void places_fill_name(Places *p, uint32_t name, uint32_t from, uint32_t to);
void places_put_token(Places *p, Facts facts, Tag tag, uint32_t at);
void places_put_facts(Places *p, Facts facts, uint32_t from, uint32_t to);
// Of places in one word of a mask those that have a trait, and those that bear
// one of a probe's names.
uint64_t places_hold(const Places *p, const Trait *t, uint64_t here,
                     uint32_t w);
uint64_t places_named(const Places *p, const Probe *t, uint32_t w);
bool places_met(const Places *p, uint32_t name); // in a stretch of any width
void mask_fill(uint64_t *mask, uint32_t from, uint32_t to); // [from, to)

static inline bool mask_has(const uint64_t *mask, uint32_t at) {
  return mask[at / 64] >> at % 64 & 1;
}

static inline void mask_put(uint64_t *mask, uint32_t at) {
  mask[at / 64] |= (uint64_t)1 << at % 64;
}

// Whether a trait cannot fail here.
static inline bool places_all_hold(const Places *p, const Trait *t) {
  return !(t->need | t->tags | t->not_tags | (t->ban & p->facts));
}

// Those that pass it altogether, as single tokens: few get past the names.
static inline uint64_t places_pass(const Places *p, const Probe *t,
                                   uint64_t here, uint32_t w) {
  bool is_plain = t->kind == TEST_WORD || t->kind == TEST_LEMMA;
  here &= is_plain && !t->inverted ? p->names[(size_t)t->id * p->width + w]
                                   : places_named(p, t, w);
  const Trait *trait = probe_trait(p->set, t);
  return !here || places_all_hold(p, trait) ? here
                                            : places_hold(p, trait, here, w);
}

static inline bool places_name_at(const Places *p, uint32_t name, uint32_t at) {
  return mask_has(p->names + (size_t)name * p->width, at);
}

static inline bool places_has_name(const Places *p, uint32_t name) {
  return p->width == 1 ? p->names[name] : places_met(p, name);
}

// Whether it is new is no jump: it would be guessed wrong too often.
static inline void places_put_name(Places *p, uint32_t name, uint32_t at) {
  vec_reserve(&p->met, p->met.len + 1);
  p->met.data[p->met.len] = name;
  p->met.len += !places_has_name(p, name);
  mask_put(p->names + (size_t)name * p->width, at);
}

// Of a set's two names only the first is met; whoever wipes it wipes both.
static inline void places_put_set(Places *p, uint32_t set, bool is_single,
                                  uint32_t at) {
  uint32_t name = name_of_set(p->set, set);
  places_put_name(p, name, at);
  uint64_t *single = p->names + (size_t)(name + 1) * p->width;
  single[at / 64] |= (uint64_t)is_single << at % 64;
}

#endif
