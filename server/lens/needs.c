// SPDX-License-Identifier: MIT
// What each pattern cannot do without, so that a sentence which lacks it is not
// looked at. Steps only ever lead to steps compiled before them: where no way
// leaps over a step, every match passes through it. Such a step must have its
// facts somewhere in the sentence, and one of the names that may stand there.
#include <stdlib.h>

#include "lens/build.h"

enum { GROUP_NAMES_MOST = 24, GROUPS_MOST = 6 };

// The names that the tokens behind one step may bear.
typedef struct Names {
  uint32_t list[GROUP_NAMES_MOST];
  uint32_t count;
  bool open; // or some token without a name
} Names;

typedef struct Finder {
  Build *build;
  LensSet *set;
  Step *steps;     // of the pattern at hand
  IndexVec stack;  // steps to look at
  uint32_t *seen;  // a step: the last search that met it
  uint32_t search; // counts searches
} Finder;

static void add_name(Finder *f, Names *n, const Test *t) {
  bool is_set = t->kind == TEST_SET;
  uint32_t name = is_set ? name_of_set(f->set, t->id) : t->id;
  n->open = n->open || t->inverted || t->kind == TEST_ANY;
  for (uint32_t i = 0; i < n->count; i++)
    if (n->list[i] == name) return;
  n->open = n->open || n->count == GROUP_NAMES_MOST;
  if (!n->open) n->list[n->count++] = name;
}

static void visit(Finder *f, uint32_t step) {
  if (f->seen[step] == f->search) return;
  f->seen[step] = f->search;
  vec_push_in(&f->build->scratch, &f->stack, step);
}

// The tokens that may come next at a step.
static Names names_behind(Finder *f, uint32_t step) {
  Names n = {.count = 0};
  f->stack.len = 0;
  f->search++;
  for (visit(f, step); f->stack.len && !n.open;) {
    const Step *s = &f->steps[f->stack.data[--f->stack.len]];
    if (s->op == STEP_DONE)
      n.open = true;
    else if (s->op == STEP_TOKEN || s->op == STEP_SET)
      add_name(f, &n, &f->set->tests.data[s->arg]);
    else
      visit(f, s->next);
    if (s->op == STEP_SPLIT) visit(f, s->other);
  }
  return n;
}

static void put_group(Finder *f, Names n) {
  LensSet *s = f->set;
  if (n.open || !n.count) return;
  Group g = {s->group_names.len, s->group_names.len + n.count};
  for (uint32_t i = 0; i < n.count; i++) vec_push(&s->group_names, n.list[i]);
  vec_push(&s->groups, g);
}

// Looked at first: the group that is the easiest to lack.
static int by_size(const void *a, const void *b) {
  const Group *x = a, *y = b;
  uint32_t m = x->end - x->first, n = y->end - y->first;
  if (m != n) return m < n ? -1 : 1;
  return (x->first > y->first) - (x->first < y->first);
}

// Marks the steps that no way leaps over.
static void mark_musts(Finder *f, const Pattern *p) {
  Step *steps = f->steps;
  uint32_t lowest = p->start; // step that a way led to so far
  f->search++;
  visit(f, p->start);
  for (uint32_t i = p->start + 1; i-- > 0;) {
    if (f->seen[i] != f->search) continue;
    steps[i].must = lowest >= i;
    if (steps[i].op == STEP_DONE) continue;
    visit(f, steps[i].next);
    if (steps[i].next < lowest) lowest = steps[i].next;
    if (steps[i].op != STEP_SPLIT) continue;
    visit(f, steps[i].other);
    if (steps[i].other < lowest) lowest = steps[i].other;
  }
}

static void find_needs(Finder *f, Pattern *p) {
  LensSet *s = f->set;
  p->first_group = s->groups.len;
  f->steps = s->steps.data + p->first;
  mark_musts(f, p);
  for (uint32_t i = p->start + 1; i-- > 0;) {
    const Step *step = &f->steps[i];
    bool is_token = step->op == STEP_TOKEN || step->op == STEP_SET;
    if (!step->must || (!is_token && step->op != STEP_SPLIT)) continue;
    if (is_token) p->need |= s->tests.data[step->arg].need;
    put_group(f, names_behind(f, i));
  }
  uint32_t count = s->groups.len - p->first_group;
  Group *groups = s->groups.data + p->first_group;
  if (count > 1) qsort(groups, count, sizeof *groups, by_size);
  if (count > GROUPS_MOST) s->groups.len -= count - GROUPS_MOST;
  p->end_group = s->groups.len;
}

void needs_find(Build *b) {
  Finder f = {.build = b, .set = b->set};
  f.seen = arena_array(&b->scratch, uint32_t, PATTERN_STEPS_MOST);
  vec_each(Pattern, p, &b->set->patterns) find_needs(&f, p);
}
