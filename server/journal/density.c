// SPDX-License-Identifier: MIT
// What a density lets through. The most telling hints of an entry are taken
// first, by weight and then by place, until it has its share: a person who
// reads on an evening can take in a few.
#include "journal/doc.h"

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
  bool *taken; // a hint
  Rank *ranks;
  Beside *beside; // a paragraph
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
  const Beside *b = &c->beside[r->paragraph];
  for (uint32_t i = 0; i < b->count; i++)
    if (str_eq(b->kinds[i], c->all->hints[r->hint].code)) return false;
  return b->count < most;
}

static void take(Choice *c, const Rank *r) {
  Beside *b = &c->beside[r->paragraph];
  c->taken[r->hint] = true;
  if (b->count < PARAGRAPH_MOST)
    b->kinds[b->count++] = c->all->hints[r->hint].code;
}

// The paragraphs [first, end) of one entry.
static void choose_in(Choice *c, uint32_t first, uint32_t end, uint32_t share) {
  uint32_t count = 0;
  for (uint32_t p = first; p < end; p++) {
    const Paragraph *par = &c->all->paragraphs[p];
    for (uint32_t i = par->first_hint; i < par->end_hint; i++)
      c->ranks[count++] = (Rank){i, p, c->all->hints[i].weight};
  }
  sort_ranks(c->ranks, count);
  bool is_quiet = c->density == DENSITY_QUIET;
  uint32_t most = is_quiet ? 1 : PARAGRAPH_MOST;
  for (uint32_t i = 0, used = 0; i < count; i++) {
    Rank *r = &c->ranks[i];
    bool rests = c->all->paragraphs[r->paragraph].reading->hushes_others;
    if (!rests && (used >= share || !has_room(c, r, most))) continue;
    take(c, r);
    used += !rests;
  }
}

static void choose(Choice *c) {
  uint32_t at = 0;
  for (uint32_t e = 0; e < c->all->outline->entries.len; e++) {
    const Entry *entry = &c->all->outline->entries.data[e];
    uint32_t first = at;
    while (at < c->all->paragraph_count &&
           c->all->paragraphs[at].block < entry->end_block)
      at++;
    uint32_t share = c->density == DENSITY_QUIET
                         ? UINT32_MAX
                         : ENTRY_LEAST + span_len(entry->span) / ENTRY_STEP;
    choose_in(c, first, at, share);
  }
}

const Hint **doc_shown(Doc *d, Density density, Arena *a, uint32_t *count) {
  const Analysis *all = doc_analysis(d);
  Choice c = {.all = all, .density = density};
  c.taken = arena_array(a, bool, all->hint_count);
  c.ranks = arena_array(a, Rank, all->hint_count);
  c.beside = arena_array(a, Beside, all->paragraph_count);
  bool take_all = density == DENSITY_ALL;
  uint32_t notes = take_all ? all->hint_count : all->letter_hint_count;
  if (notes) memset(c.taken, true, notes);
  if (!take_all) choose(&c);
  const Hint **shown = arena_array(a, const Hint *, all->hint_count);
  *count = 0;
  for (uint32_t i = 0; i < all->hint_count; i++)
    if (c.taken[i]) shown[(*count)++] = &all->hints[i];
  return shown;
}
