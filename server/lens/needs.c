// SPDX-License-Identifier: MIT
// What each pattern cannot do without, so that a sentence which lacks it is not
// looked at. Steps only ever lead to steps compiled before them: where no way
// leaps over a step, every match passes through it. Such a step must have its
// facts somewhere in the sentence, and one of the names that may stand there.
#include <stdlib.h>

#include "lens/build.h"

enum { GROUP_NAMES_MOST = 48, GROUPS_MOST = 6 };
enum { COST_KIND = 600, COST_EDGE = 4000 }; // as heard.c counts

// Tokens from where a match begins to a step, least and greatest; least >
// greatest: no way leads there.
typedef struct Reach {
  uint32_t least, greatest;
} Reach;

// The names that the tokens behind one step may bear.
typedef struct Names {
  uint32_t list[GROUP_NAMES_MOST];
  uint32_t count;
  bool open; // or some token without a name
} Names;

// A group, and how common its names are together.
typedef struct Weighed {
  Group group;
  uint32_t first; // of its names
  uint64_t cost;
} Weighed;

// A way of ( | ), and a name that it may begin with.
typedef struct Way {
  uint32_t name, step;
} Way;

typedef struct Finder {
  Build *build;
  LensSet *set;
  Reach *sets;                          // how long the members of a set are
  Step *steps;                          // of the pattern at hand …
  Reach *reach;                         // … and where they stand
  const Trigger *noticed, *noticed_end; // what it is noticed by
  Vec(Weighed) found;                   // groups of the pattern …
  IndexVec names;                       // … and their names
  Vec(Way) ways;                        // of a fan
  IndexVec stack;                       // steps to look at
  uint32_t *seen;                       // a step: the last search that met it
  uint32_t search;                      // counts searches
} Finder;

static void add_name(Names *n, uint32_t name) {
  for (uint32_t i = 0; i < n->count; i++)
    if (n->list[i] == name) return;
  n->open = n->open || n->count == GROUP_NAMES_MOST;
  if (!n->open) n->list[n->count++] = name;
}

static void add_names(const Finder *f, Names *n, const Probe *t) {
  const uint32_t *choices = f->set->choices.data;
  n->open = n->open || t->inverted || t->kind == TEST_ANY;
  for (uint32_t i = 0; t->kind == TEST_CHOICE && i < t->count; i++)
    add_name(n, choices[t->id + i]);
  if (t->kind == TEST_CHOICE || n->open) return;
  add_name(n, t->kind == TEST_SET ? name_of_set(f->set, t->id) : t->id);
}

static void visit(Finder *f, uint32_t step) {
  if (f->seen[step] == f->search) return;
  f->seen[step] = f->search;
  vec_push_in(&f->build->scratch, &f->stack, step);
}

// The tokens that may come next at a step, and the edges.
static Names names_behind(Finder *f, uint32_t step) {
  Names n = {.count = 0};
  f->stack.len = 0;
  f->search++;
  for (visit(f, step); f->stack.len && !n.open;) {
    const Step *s = &f->steps[f->stack.data[--f->stack.len]];
    if (s->op == STEP_DONE || s->op == STEP_GAP)
      n.open = true;
    else if (s->op == STEP_TOKEN || s->op == STEP_SET)
      add_names(f, &n, &f->set->probes.data[s->arg]);
    else if (s->op == STEP_EDGE)
      add_name(&n, s->arg);
    else
      visit(f, s->next);
    if (step_splits(s)) visit(f, s->other);
  }
  return n;
}

// The way's names, or ANY_NAME where it may begin with another token.
static void add_way(Finder *f, uint32_t step) {
  Names n = names_behind(f, step);
  if (n.open) n = (Names){.list = {ANY_NAME}, .count = 1};
  for (uint32_t i = 0; i < n.count; i++)
    vec_push_in(&f->build->scratch, &f->ways, (Way){n.list[i], step});
}

static int by_name(const void *a, const void *b) {
  const Way *x = a, *y = b;
  if (x->name != y->name) return x->name < y->name ? -1 : 1;
  return (x->step > y->step) - (x->step < y->step);
}

static void put_fours(Finder *f) {
  LensSet *s = f->set;
  if (f->ways.len) qsort(f->ways.data, f->ways.len, sizeof(Way), by_name);
  for (uint32_t i = 0; i < f->ways.len; i++) {
    if (i % 4 == 0) vec_push(&s->fours, (Four){.names = {NO_NAME}});
    Four *four = &s->fours.data[s->fours.len - 1];
    four->names[i % 4] = f->ways.data[i].name;
    four->ways[i % 4] = (uint16_t)f->ways.data[i].step;
  }
}

static void find_fan(Finder *f, Step *way) {
  LensSet *s = f->set;
  f->ways.len = 0;
  way->arg = s->fans.len & 0x7FFFFF;
  for (; add_way(f, way->next), f->steps[way->other].op == STEP_WAY;)
    way = &f->steps[way->other];
  add_way(f, way->other);
  uint32_t first = s->fours.len;
  put_fours(f);
  vec_push(&s->fans, (Fan){first, s->fours.len - first});
}

// Of ways behind one another only the first is come to.
static void find_fans(Finder *f, const Pattern *p) {
  for (uint32_t i = 0; i <= p->start; i++) f->reach[i].least = 0;
  for (uint32_t i = 0; i <= p->start; i++) {
    const Step *s = &f->steps[i];
    f->reach[s->next].least = 1;
    if (s->op == STEP_SPLIT) f->reach[s->other].least = 1;
  }
  f->reach[p->start].least = 1;
  for (uint32_t i = 0; i <= p->start; i++)
    if (f->steps[i].op == STEP_WAY && f->reach[i].least)
      find_fan(f, &f->steps[i]);
}

static uint64_t name_cost(const Finder *f, uint32_t name) {
  const Atoms *atoms = &f->set->atoms;
  if (name < NAMES_KEPT) return name <= EDGE_END ? COST_EDGE : COST_KIND;
  if (name >= atoms->rows.len) {
    const WordSet *set = &f->set->sets.data[(name - atoms->rows.len) / 2];
    return set->cost + set->entries.len;
  }
  const Atom *atom = &atoms->rows.data[name];
  return atom_cost(f->build, (Str){atoms->bytes.data + atom->at, atom->len},
                   atom->is_lemma);
}

static uint8_t within_reach(uint32_t tokens) {
  return (uint8_t)(tokens < GROUP_FAR ? tokens : GROUP_FAR);
}

static void find_group(Finder *f, Names n, Reach at) {
  if (n.open || !n.count) return;
  Weighed w = {.group = {(uint8_t)((n.count + 3) / 4), within_reach(at.least),
                         within_reach(at.greatest)},
               .first = f->names.len};
  for (uint32_t i = 0; i < w.group.fours * 4u; i++) {
    vec_push_in(&f->build->scratch, &f->names,
                i < n.count ? n.list[i] : NO_NAME);
    if (i < n.count) w.cost += name_cost(f, n.list[i]);
  }
  vec_push_in(&f->build->scratch, &f->found, w);
}

static int by_cost(const void *a, const void *b) {
  const Weighed *x = a, *y = b;
  if (x->cost != y->cost) return x->cost < y->cost ? -1 : 1;
  return (x->first > y->first) - (x->first < y->first);
}

static void put_group(Finder *f, const Weighed *w) {
  IndexVec *gates = &f->set->gates;
  vec_push(gates, group_head(w->group));
  for (uint32_t i = 0; i < w->group.fours * 4u; i++)
    vec_push(gates, f->names.data[w->first + i]);
}

static void wait_for(Finder *f, uint32_t pattern, const Weighed *w) {
  for (uint32_t i = 0; i < w->group.fours * 4u; i++)
    if (f->names.data[w->first + i] != NO_NAME)
      vec_push(&f->build->waits,
               (Wait){f->names.data[w->first + i], pattern, true});
}

static bool has_name(const Finder *f, const Weighed *w, uint32_t name) {
  const uint32_t *names = f->names.data + w->first;
  for (uint32_t i = 0; i < w->group.fours * 4u; i++)
    if (names[i] == name) return true;
  return false;
}

// Whether all that the pattern is noticed by is in this group.
static bool is_noticed(const Finder *f, const Weighed *w) {
  for (const Trigger *t = f->noticed; t < f->noticed_end; t++)
    if (!has_name(f, w, name_of_trigger(f->set, t))) return false;
  return true;
}

// Looked at first: the groups that are the easiest to lack. Where the easiest
// of all is what the pattern is noticed by, it waits for the next one.
static void put_gate(Finder *f, uint32_t pattern) {
  LensSet *s = f->set;
  uint32_t count = f->found.len < GROUPS_MOST ? f->found.len : GROUPS_MOST;
  if (count) qsort(f->found.data, f->found.len, sizeof(Weighed), by_cost);
  vec_push(&s->gate_of, s->gates.len);
  for (uint32_t i = 0; i < count; i++) put_group(f, &f->found.data[i]);
  vec_push(&s->gates, 0);
  uint32_t second = count && is_noticed(f, &f->found.data[0]) ? 1 : 0;
  if (second < count)
    wait_for(f, pattern, &f->found.data[second]);
  else
    vec_push(&f->build->waits, (Wait){ANY_NAME, pattern, true});
}

static Reach step_length(const Finder *f, const Step *s) {
  if (s->op == STEP_TOKEN) return (Reach){1, 1};
  if (s->op == STEP_GAP) return (Reach){0, s->other};
  if (s->op != STEP_SET) return (Reach){0, 0};
  return f->sets[f->set->probes.data[s->arg].id];
}

static void lead(Finder *f, uint32_t to, Reach at, Reach len,
                 uint32_t *lowest) {
  Reach *r = &f->reach[to];
  uint32_t least = at.least + len.least;
  uint32_t greatest = at.greatest + len.greatest;
  if (least < r->least) r->least = least;
  if (greatest > r->greatest) r->greatest = greatest;
  if (to < *lowest) *lowest = to;
}

// From the pattern's start to its end: where each step may stand, and which
// steps no way leaps over.
static void walk(Finder *f, const Pattern *p) {
  uint32_t lowest = p->start; // step that a way led to so far
  for (uint32_t i = 0; i <= p->start; i++) f->reach[i] = (Reach){UINT32_MAX, 0};
  f->reach[p->start] = (Reach){0, 0};
  for (uint32_t i = p->start + 1; i-- > 0;) {
    Step *step = &f->steps[i];
    Reach at = f->reach[i], len = step_length(f, step);
    if (at.least > at.greatest) continue;
    step->must = lowest >= i;
    if (step->op == STEP_DONE || len.least > len.greatest) continue;
    lead(f, step->next, at, len, &lowest);
    if (step_splits(step)) lead(f, step->other, at, len, &lowest);
  }
}

// Triggers lie in the order of their patterns.
static void find_triggers(Finder *f, uint32_t pattern) {
  const Trigger *end = f->build->needs.data + f->build->needs.len;
  f->noticed = f->noticed_end;
  while (f->noticed < end && f->noticed->pattern < pattern) f->noticed++;
  f->noticed_end = f->noticed;
  while (f->noticed_end < end && f->noticed_end->pattern == pattern)
    f->noticed_end++;
}

static void find_needs(Finder *f, Pattern *p) {
  LensSet *s = f->set;
  find_triggers(f, (uint32_t)(p - s->patterns.data));
  f->found.len = f->names.len = 0;
  f->steps = s->steps.data + p->first;
  find_fans(f, p);
  walk(f, p);
  for (uint32_t i = p->start + 1; i-- > 0;) {
    const Step *step = &f->steps[i];
    bool is_token = step->op == STEP_TOKEN || step->op == STEP_SET;
    if (!step->must || step->op == STEP_DONE || step->op == STEP_GAP) continue;
    if (is_token) p->need |= probe_trait(s, &s->probes.data[step->arg])->need;
    find_group(f, names_behind(f, i), f->reach[i]);
  }
  put_gate(f, (uint32_t)(p - s->patterns.data));
}

static Reach set_length(const LensSet *s, const WordSet *set) {
  Reach r = {UINT32_MAX, 0};
  vec_each(const uint32_t, e, &set->entries) {
    uint32_t len = s->entries.data[*e].len;
    if (len < r.least) r.least = len;
    if (len > r.greatest) r.greatest = len;
  }
  return r;
}

void needs_find(Build *b) {
  LensSet *s = b->set;
  Finder f = {.build = b, .set = s, .noticed_end = b->needs.data};
  f.reach = arena_array(&b->scratch, Reach, PATTERN_STEPS_MOST);
  f.sets = arena_array(&b->scratch, Reach, s->sets.len + 1);
  for (uint32_t i = 0; i < s->sets.len; i++)
    f.sets[i] = set_length(s, &s->sets.data[i]);
  f.seen = arena_array(&b->scratch, uint32_t, PATTERN_STEPS_MOST);
  vec_each(Pattern, p, &b->set->patterns) find_needs(&f, p);
}
