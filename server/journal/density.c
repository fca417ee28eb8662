// SPDX-License-Identifier: MIT
// What a density lets through. The most telling hints of an entry are taken
// first, by weight and then by place, until it has its share: a person who
// reads on an evening can take in a few.
#include "journal/density.h"

enum {
  PARAGRAPH_MOST = 3, // of different kinds, as many as a sentence can carry
  ENTRY_LEAST = 4,    // however short it is …
  ENTRY_STEP = 600    // … and one more for so many bytes, about 100 words
};

// A hint that may be taken; sorted, the most telling come first.
typedef struct Rank {
  uint32_t hint, paragraph;
  uint16_t weight;
} Rank;

// What a paragraph shows already.
typedef struct Beside {
  uint32_t count;
  Str kinds[PARAGRAPH_MOST];
} Beside;

typedef struct Choice {
  const Analysis *all;
  Density density;
  bool *taken;        // a hint
  uint32_t first;     // paragraph of the entry
  Vec(Rank) ranks;    // its hints
  Vec(Beside) beside; // a paragraph of it
} Choice;

static int by_rank(const void *a, const void *b) {
  const Rank *x = a, *y = b;
  if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
  return (x->hint > y->hint) - (x->hint < y->hint);
}

// An entry has a handful, at every key in every entry: these are put in order
// by hand, qsort would take longer to begin.
static void sort_ranks(Rank *ranks, uint32_t count) {
  enum { HANDFUL = 32 };
  if (count > HANDFUL) {
    qsort(ranks, count, sizeof *ranks, by_rank);
    return;
  }
  for (uint32_t i = 1; i < count; i++) {
    Rank r = ranks[i];
    uint32_t at = i;
    for (; at && ranks[at - 1].weight < r.weight; at--)
      ranks[at] = ranks[at - 1];
    ranks[at] = r;
  }
}

// The rest of a kind is folded into the one that stands there.
static bool has_room(const Choice *c, const Rank *r, uint32_t most) {
  const Beside *b = &c->beside.data[r->paragraph - c->first];
  for (uint32_t i = 0; i < b->count; i++)
    if (str_eq(b->kinds[i], c->all->hints[r->hint].code)) return false;
  return b->count < most;
}

static void take(Choice *c, const Rank *r) {
  Beside *b = &c->beside.data[r->paragraph - c->first];
  c->taken[r->hint] = true;
  if (b->count < PARAGRAPH_MOST)
    b->kinds[b->count++] = c->all->hints[r->hint].code;
}

static void rank(Choice *c, uint32_t first, uint32_t end) {
  c->first = first;
  c->ranks.len = 0;
  vec_reserve(&c->beside, end - first);
  for (uint32_t p = first; p < end; p++) {
    const Paragraph *par = &c->all->paragraphs[p];
    c->beside.data[p - first].count = 0;
    for (uint32_t i = par->first_hint; i < par->end_hint; i++) {
      vec_push(&c->ranks, (Rank){i, p, c->all->hints[i].weight});
      c->taken[i] = false;
    }
  }
  sort_ranks(c->ranks.data, c->ranks.len);
}

// The paragraphs [first, end) of one entry.
static void choose_in(Choice *c, uint32_t first, uint32_t end, uint32_t share) {
  bool is_quiet = c->density == DENSITY_QUIET;
  uint32_t most = is_quiet ? 1 : PARAGRAPH_MOST, used = 0;
  rank(c, first, end);
  vec_each(const Rank, r, &c->ranks) {
    bool rests = c->all->paragraphs[r->paragraph].reading->hushes_others;
    if (!rests && (used >= share || !has_room(c, r, most))) continue;
    take(c, r);
    used += !rests;
  }
}

static uint32_t share_of(const Entry *e, Density density) {
  if (density == DENSITY_QUIET) return UINT32_MAX;
  return ENTRY_LEAST + span_len(e->span) / ENTRY_STEP;
}

static void choose(Choice *c, uint32_t from, uint32_t to) {
  uint32_t at = 0, count = c->all->paragraph_count;
  const Outline *o = c->all->outline;
  for (uint32_t e = 0; e < o->entries.len && at < to; e++) {
    const Entry *entry = &o->entries.data[e];
    uint32_t first = at;
    while (at < count && c->all->paragraphs[at].block < entry->end_block) at++;
    if (at > from) choose_in(c, first, at, share_of(entry, c->density));
  }
}

void density_choose(const Analysis *all, Density density, uint32_t first,
                    uint32_t end, bool *taken) {
  Choice c = {.all = all, .density = density, .taken = taken};
  bool take_all = density == DENSITY_ALL;
  uint32_t notes = take_all ? all->hint_count : all->letter_hint_count;
  if (notes) memset(taken, true, notes);
  if (!take_all) choose(&c, first, end);
  vec_clear(&c.ranks);
  vec_clear(&c.beside);
}
