// SPDX-License-Identifier: MIT
#include "journal/passages.h"

#include <assert.h>

#include "base/crew.h"
#include "journal/keep.h"

static void drop(PassageRead *r) {
  Arena arena = r->arena;
  arena_clear(&arena);
}

static void end_ahead(Passages *p);

static void forget(Passages *p) {
  end_ahead(p);
  vec_each(PassageReadRef, r, &p->now) drop(*r);
  p->now.len = 0;
  lens_reader_free(p->reader);
  p->reader = NULL;
}

void passages_use(Passages *p, const LensSet *lenses) {
  forget(p);
  p->lenses = lenses;
  p->reader = lens_reader_new(lenses);
}

void passages_clear(Passages *p) {
  forget(p);
  vec_clear(&p->now);
  vec_clear(&p->before);
  vec_clear(&p->claims);
  vec_clear(&p->fresh);
  vec_clear(&p->heads);
  arena_clear(&p->scratch);
}

static uint32_t *bucket(Passages *p, uint64_t hash) {
  return &p->heads.data[hash & (p->heads.len - 1)];
}

// Twins are found in order of place: the last of `before` is put in first.
static void fill_buckets(Passages *p) {
  uint32_t size = 16;
  while (size < p->before.len) size *= 2;
  vec_reserve(&p->heads, size);
  p->heads.len = size;
  memset(p->heads.data, 0, size * sizeof(uint32_t));
  for (uint32_t i = p->before.len; i-- > 0;) {
    PassageRead *r = p->before.data[i];
    uint32_t *head = bucket(p, r->hash);
    r->next = *head;
    *head = i + 1;
  }
}

void passages_begin(Passages *p, uint32_t first, uint32_t end) {
  p->before.len = p->claims.len = p->heads.len = 0;
  p->first = first;
  p->end = end;
  for (uint32_t i = first; i < end; i++) {
    vec_push(&p->before, p->now.data[i]);
    p->now.data[i]->claimed = false;
  }
}

// What a passage is known by.
typedef struct Key {
  Str bytes;
  uint64_t hash, context;
  DocKind kind;
  PassageKind passage_kind;
  Str other;
} Key;

static PassageKind kind_of(const Block *block) {
  if (block->answers) return PASSAGE_ANSWER;
  return block->kind == BLOCK_ITEM ? PASSAGE_ITEM : PASSAGE_PARAGRAPH;
}

static bool is_placed(const PassageRead *r, const Key *k) {
  return !r->claimed && r->context == k->context &&
         (DocKind)r->place.kind == k->kind && r->kind == k->passage_kind &&
         str_eq(r->place.other, k->other);
}

static PassageRead *find(Passages *p, const Key *k) {
  if (!p->heads.len) fill_buckets(p);
  for (uint32_t i = *bucket(p, k->hash); i;) {
    PassageRead *r = p->before.data[i - 1];
    if (r->hash == k->hash && str_eq(r->bytes, k->bytes) && is_placed(r, k))
      return r;
    i = r->next;
  }
  return NULL;
}

// A name as it is said: `@sam, @lee` is Sam.
Str passage_said_name(Str value, Arena *a) {
  Str first = {0};
  Str rest = value;
  if (!value.len || !str_cut(&rest, ',', &first)) return STR("");
  first = str_trim(first);
  if (str_starts(first, STR("@"))) first = str_slice(first, 1, first.len);
  Str name = str_copy(a, first);
  char *z = (char *)name.data; // ours: just copied
  for (size_t i = 0; i < name.len; i++) {
    bool starts = i == 0 || z[i - 1] == ' ';
    if (z[i] == '-' || z[i] == '_') z[i] = ' ';
    if (starts && z[i] >= 'a' && z[i] <= 'z') z[i] = (char)(z[i] - 'a' + 'A');
  }
  return name;
}

// Where no field says whom it is about, the first @mention does.
static Str other_of(Str words, const Passage *p, Str field, Arena *a) {
  if (field.len) return passage_said_name(field, a);
  for (uint32_t i = 0; i < p->region_count; i++) {
    const Region *region = &p->regions[i];
    if (region->kind != REGION_MENTION) continue;
    return passage_said_name(
        str_slice(words, region->span.start, region->span.end), a);
  }
  return STR("");
}

static LensPassage tagged(Str words, const Passage *p, LensPlace place,
                          Arena *a) {
  place.other = other_of(words, p, place.other, a);
  return (LensPassage){.english =
                           english_run(words, p->regions, p->region_count, a),
                       .bytes = words,
                       .place = place};
}

const LensReading *passages_read_again(Passages *p, uint32_t index, Arena *a) {
  const PassageRead *r = p->now.data[index];
  Span span = r->passage.span;
  Str words = str_slice(r->bytes, span.start, span.end);
  LensPassage one = tagged(words, &r->passage, r->place, a);
  lens_read_passages(p->reader, &one, 1, a);
  return one.reading;
}

static void keep(PassageRead *r, const Passage *passage,
                 const LensPassage *read, const Arena *from, Arena *to) {
  r->passage = *passage;
  r->passage.regions = keep_regions(passage, to);
  r->sentence_count = read->english->sentence_count;
  r->sentences = keep_sentences(read->english, to);
  r->reading = keep_reading(read->reading, r->sentence_count,
                            r->place.kind == PLACE_LETTER, from, to);
}

// What each thread reads with; the first has the passages' own.
typedef struct Desk {
  LensReader *reader;
  const Tree *tree;
  Tree *shared; // it, but for the first
  Arena *scratch;
  Arena own, kept;
} Desk;

// Many are read so many at a time. Few are read one by one: each may be the one
// before, edited, of which the reader knows more (lens/recall.h).
enum { PASSAGES_TOGETHER = 8 };

typedef struct Reading {
  const LensSet *lenses;
  PassageFreshVec fresh; // what is read
  const Text *text;
  Crew *crew;
  uint32_t hands;
  uint32_t together; // passages
  Desk desks[CREW_MOST];
} Reading;

// Touches nothing but the passage and what it is read with, as what follows.
static LensPassage prepare(const PassageFresh *f, const Text *text, Desk *desk,
                           Passage *passage) {
  *passage = prose_passage(text, desk->tree, f->block, desk->scratch);
  passage->span = span_moved(passage->span, 0 - f->block->span.start);
  Str words = str_slice(f->read->bytes, passage->span.start, passage->span.end);
  return tagged(words, passage, f->read->place, desk->scratch);
}

// What is kept is kept twice: first to see how long it is, for an evening's
// journal has no memory to leave empty.
static void keep_fitting(PassageRead *r, const Passage *passage,
                         const LensPassage *read, Desk *desk) {
  arena_reset(&desk->kept);
  keep(r, passage, read, desk->scratch, &desk->kept);
  arena_reserve(&r->arena, arena_used(&desk->kept));
  keep(r, passage, read, desk->scratch, &r->arena);
}

static void read_fresh(const PassageFresh *f, uint32_t count, const Text *text,
                       Desk *desk) {
  Passage passages[PASSAGES_TOGETHER];
  LensPassage read[PASSAGES_TOGETHER];
  arena_reset(desk->scratch);
  for (uint32_t i = 0; i < count; i++)
    read[i] = prepare(&f[i], text, desk, &passages[i]);
  lens_read_passages(desk->reader, read, count, desk->scratch);
  for (uint32_t i = 0; i < count; i++)
    keep_fitting(f[i].read, &passages[i], &read[i], desk);
}

static void read_at_desk(void *state, uint32_t hand, uint32_t index) {
  Reading *g = state;
  Desk *desk = &g->desks[hand];
  if (!desk->reader) desk->reader = lens_reader_new(g->lenses);
  uint32_t first = index * g->together, left = g->fresh.len - first;
  read_fresh(g->fresh.data + first, left < g->together ? left : g->together,
             g->text, desk);
}

static void set_desks(Reading *g, Passages *p, const Tree *tree) {
  for (uint32_t i = 0; i < g->hands; i++) {
    Desk *desk = &g->desks[i];
    desk->scratch = &desk->own;
    desk->tree = desk->shared = tree ? tree_share(tree) : NULL;
  }
  g->desks[0].reader = p->reader;
  g->desks[0].scratch = &p->scratch;
}

static void clear_desk(Desk *desk) {
  arena_clear(&desk->own);
  arena_clear(&desk->kept);
  tree_free(desk->shared);
}

static uint32_t hands_for(const PassageFreshVec *fresh) {
  size_t bytes = 0;
  vec_each(const PassageFresh, f, fresh) bytes += f->read->bytes.len;
  return bytes < PASSAGES_MUCH ? 1 : crew_size();
}

// Takes over the list of what is fresh: the next round may begin one.
static Reading *begin_reading(Passages *p, const Text *text, const Tree *tree,
                              uint32_t hands) {
  Reading *g = heap_alloc(sizeof *g);
  *g = (Reading){
      .lenses = p->lenses, .fresh = p->fresh, .text = text, .hands = hands};
  g->together = g->fresh.len > PASSAGES_TOGETHER ? PASSAGES_TOGETHER : 1;
  p->fresh = (PassageFreshVec){0};
  set_desks(g, p, tree);
  uint32_t parts = (g->fresh.len + g->together - 1) / g->together;
  g->crew = crew_begin(hands, parts, read_at_desk, g);
  return g;
}

static void end_reading(Reading *g) {
  crew_end(g->crew);
  for (uint32_t i = 0; i < g->hands; i++) clear_desk(&g->desks[i]);
  for (uint32_t i = 1; i < g->hands; i++) lens_reader_free(g->desks[i].reader);
  vec_clear(&g->fresh);
  free(g);
}

static void end_ahead(Passages *p) {
  if (p->ahead) end_reading(p->ahead);
  p->ahead = NULL;
}

void passages_read_ahead(Passages *p, const Text *text, const Tree *tree) {
  assert(!p->ahead && !p->now.len);
  vec_splice(&p->now, 0, 0, p->claims.data, p->claims.len);
  p->ahead = begin_reading(p, text, tree, crew_size());
}

static void read_all_fresh(Passages *p, const Text *text, const Tree *tree) {
  if (p->fresh.len)
    end_reading(begin_reading(p, text, tree, hands_for(&p->fresh)));
}

static PassageRead *make(Passages *p, const Block *block, const Key *k) {
  enum { ENDS = 2 }; // the NULs of two strings
  Arena arena = {0};
  arena_reserve(&arena,
                sizeof(PassageRead) + k->bytes.len + k->other.len + ENDS);
  PassageRead *r = arena_new(&arena, PassageRead);
  *r = (PassageRead){.hash = k->hash,
                     .context = k->context,
                     .kind = k->passage_kind,
                     .serial = ++p->count_read};
  r->bytes = str_copy(&arena, k->bytes);
  r->place.kind = (PlaceKind)k->kind;
  r->place.other = str_copy(&arena, k->other);
  r->arena = arena;
  vec_push(&p->fresh, (PassageFresh){r, block});
  return r;
}

// Of a paragraph with many hints the first ones are looked at.
enum { ASKS_COMPARED = 16 };

static uint32_t asks_of(const LensReading *r) {
  return r->hint_count < ASKS_COMPARED ? r->hint_count : ASKS_COMPARED;
}

static Str ask_of(const PassageRead *r, uint32_t hint) {
  const Str *turns = r->reading->hints[hint].turns;
  return turns ? turns[r->turn] : STR("");
}

static bool asks_alike(const PassageRead *a, const PassageRead *b) {
  for (uint32_t i = 0; i < asks_of(a->reading); i++)
    for (uint32_t j = 0; j < asks_of(b->reading); j++)
      if (ask_of(a, i).len && str_eq(ask_of(a, i), ask_of(b, j))) return true;
  return false;
}

void passages_look_ahead(const Passages *p, uint32_t index) {
  enum { FAR = 8, NEAR = 4, NEXT = 2 };
  PassageRead *const *at = p->now.data + index;
  if (index + FAR >= p->now.len) return;
  __builtin_prefetch(&at[FAR]->reading);
  __builtin_prefetch(at[NEAR]->reading);
  __builtin_prefetch(at[NEXT]->reading->hints);
}

// Turns are chosen from the top down, so the choice is a function of the text
// alone; it is looked at again only where the passage above is another one.
// False where it is not.
static bool choose_turn(PassageRead *r, const PassageRead *above) {
  uint64_t serial = above ? above->serial : 0;
  uint32_t above_turn = above ? above->turn : 0;
  if (r->chosen && r->above == serial && r->above_turn == above_turn)
    return false;
  r->chosen = true;
  r->above = serial;
  r->above_turn = above_turn;
  r->turn = 0;
  while (above && r->turn + 1 < ASK_TURNS && asks_alike(r, above)) r->turn++;
  return true;
}

static PassageRead *find_or_make(Passages *p, const Block *block, Key *k,
                                 uint32_t was) {
  PassageRead *r = was < p->before.len ? p->before.data[was] : NULL;
  assert(!r || str_eq(r->bytes, k->bytes));
  if (r && is_placed(r, k)) return r;
  k->hash = str_hash(k->bytes);
  r = find(p, k);
  return r ? r : make(p, block, k);
}

void passages_claim(Passages *p, const Text *text, const Block *block,
                    DocKind kind, Str other, uint32_t was) {
  Key k = {.bytes = text_slice(text, block->span),
           .context = block->context,
           .kind = kind,
           .passage_kind = kind_of(block),
           .other = other};
  PassageRead *r = find_or_make(p, block, &k, was);
  r->claimed = true;
  vec_push(&p->claims, r);
}

uint32_t passages_end(Passages *p, const Text *text, const Tree *tree) {
  end_ahead(p);
  vec_each(PassageReadRef, r, &p->before)
    if (!(*r)->claimed) drop(*r);
  p->before.len = 0;
  read_all_fresh(p, text, tree);
  vec_splice(&p->now, p->first, p->end, p->claims.data, p->claims.len);
  uint32_t i = p->first;
  for (; i < p->now.len; i++)
    if (!choose_turn(p->now.data[i], i ? p->now.data[i - 1] : NULL) &&
        i >= p->first + p->claims.len)
      break;
  return i;
}
