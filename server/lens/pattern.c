// SPDX-License-Identifier: MIT
// Patterns are compiled from their end to their start: each piece is given the
// step that follows it and gives back the step to begin with, so no step is
// ever mended afterwards. Beside the steps each piece says by which tokens a
// match of it may be noticed; a row of pieces keeps its rarest.
#include <assert.h>
#include <string.h>

#include "lens/build.h"
#include "lens/choice.h"
#include "lens/shape.h"
#include "lens/term.h"

#define COST_NONE UINT32_MAX
enum { COST_ALWAYS = 100000 };

typedef struct Compiler {
  Build *build;
  const LensFile *file; // of the part at hand: a phrase may be elsewhere
  uint32_t first;       // first step of the pattern
  uint32_t depth;
  bool marked, inside_mark, failed;
} Compiler;

// A compiled piece: where to begin, and by what to notice it. Its triggers are
// the last ones of build->triggers, from `triggers` on.
typedef struct Piece {
  uint32_t start; // a link
  uint32_t cost;  // COST_NONE: nothing has to be there
  uint32_t triggers;
} Piece;

static Piece compile_pattern(Compiler *c, uint32_t part, uint32_t next,
                             const Test *more);

static void fail(Compiler *c, uint32_t part, const char *why) {
  if (!c->failed)
    lens_trouble(&c->build->report, c->file, c->file->parts.data[part].span,
                 "%s", why);
  c->failed = true;
}

static uint32_t put_step(Compiler *c, Step step) {
  LensSet *s = c->build->set;
  if (s->steps.len - c->first >= PATTERN_STEPS_MOST) {
    if (!c->failed)
      lens_trouble(&c->build->report, c->file, (Span){0, 0},
                   "a pattern of this file has more than %d states",
                   PATTERN_STEPS_MOST);
    c->failed = true;
    return 0;
  }
  vec_push(&s->steps, step);
  return s->steps.len - 1 - c->first;
}

static Step step_of(StepOp op, uint32_t arg, uint32_t next) {
  return (Step){.op = op & 0xF,
                .next_opens = !!(next & LINK_OPEN),
                .next_closes = !!(next & LINK_CLOSE),
                .arg = arg & 0x7FFFFF,
                .next = next & LINK_STEP};
}

// Nothing that somebody said is the writer's, and what is opaque is no other
// word than any.
static Trait trait_of(const Test *t) {
  Trait trait = t->trait;
  trait.ban |= FACT_OF(SPEECH) | (t->inverted ? FACT_OF(OPAQUE) : 0);
  return trait;
}

static uint32_t trait_put(Build *b, Trait trait) {
  Str bytes = {(const char *)&trait, sizeof trait};
  uint32_t known = map_get(&b->trait_of, bytes, NO_INDEX);
  if (known != NO_INDEX) return known;
  map_put(&b->trait_of, str_copy(&b->scratch, bytes), b->set->traits.len);
  vec_push(&b->set->traits, trait);
  return b->set->traits.len - 1;
}

// Tests that ask the same are one.
static uint32_t test_put(Build *b, const Test *t) {
  uint32_t trait = trait_put(b, trait_of(t));
  uint32_t key[] = {(uint32_t)t->kind, t->inverted, t->count, t->id, trait};
  Str bytes = {(const char *)key, sizeof key};
  uint32_t known = map_get(&b->test_of, bytes, NO_INDEX);
  if (known != NO_INDEX) return known;
  map_put(&b->test_of, str_copy(&b->scratch, bytes), b->set->probes.len);
  Probe probe = {.kind = t->kind & 7,
                 .inverted = t->inverted,
                 .count = t->count & 0xFFFFFFF,
                 .id = t->id,
                 .trait = trait};
  vec_push(&b->set->probes, probe);
  return b->set->probes.len - 1;
}

static uint32_t put_test(Compiler *c, StepOp op, const Test *t, uint32_t next) {
  uint32_t test = test_put(c->build, t);
  return put_step(c, step_of(op, test, next));
}

static uint32_t put_split(Compiler *c, StepOp op, uint32_t next,
                          uint32_t other) {
  Step step = step_of(op, 0, next);
  step.other_opens = !!(other & LINK_OPEN);
  step.other_closes = !!(other & LINK_CLOSE);
  step.other = other & LINK_STEP;
  return put_step(c, step);
}

static Piece piece(Compiler *c, uint32_t start, uint32_t cost) {
  return (Piece){start, cost, c->build->triggers.len};
}

static void put_trigger(Compiler *c, unsigned kind, uint32_t id) {
  Trigger t = {.kind = kind, .id = id};
  vec_push(&c->build->triggers, t);
}

// One token under a test.
static Piece compile_token(Compiler *c, const Test *t, uint32_t next,
                           uint32_t cost) {
  StepOp op = t->kind == TEST_SET && !t->inverted ? STEP_SET : STEP_TOKEN;
  Piece p = piece(c, put_test(c, op, t, next), COST_ALWAYS);
  if (t->inverted || t->kind == TEST_ANY) {
    put_trigger(c, TRIGGER_ALWAYS, 0);
    return p;
  }
  put_trigger(c, t->kind == TEST_SET ? TRIGGER_SET : TRIGGER_ATOM, t->id);
  p.cost = cost;
  return p;
}

static Piece compile_words(Compiler *c, uint32_t part, Str raw, uint32_t next,
                           const Test *test) {
  const Split *split = words_split(c->build, raw);
  const Str *words = split->words;
  uint32_t n = split->count;
  if (test->inverted && n > 1) {
    fail(c, part, "“!” stands before one word, and this is two");
    return piece(c, next, COST_NONE);
  }
  Piece best = piece(c, next, COST_NONE);
  uint32_t base = best.triggers;
  for (uint32_t i = n; i--;) {
    Test t = {.kind = TEST_WORD};
    if (i == n - 1) t = *test;
    t.kind = TEST_WORD;
    t.id = atoms_put(&c->build->set->atoms, words[i], false);
    Piece p =
        compile_token(c, &t, best.start, atom_cost(c->build, words[i], false));
    best.start = p.start;
    if (p.cost < best.cost) { // the new trigger takes the place of the old
      c->build->triggers.data[base] = c->build->triggers.data[p.triggers];
      best.cost = p.cost;
    }
    c->build->triggers.len = base + 1;
  }
  return best;
}

static Piece compile_lemma(Compiler *c, uint32_t part, uint32_t next,
                           Test test) {
  Str raw = part_text(c->file, part);
  Str word = words_split(c->build, str_slice(raw, 1, raw.len))->words[0];
  test.kind = TEST_LEMMA;
  test.id = atoms_put(&c->build->set->atoms, word, true);
  uint32_t cost = atom_cost(c->build, word, true);
  return compile_token(c, &test, next, cost);
}

static Piece compile_gap(Compiler *c, uint32_t part, uint32_t next) {
  Str text = part_text(c->file, part);
  text = str_slice(text, 3, text.len); // both "…" and "..." are three bytes
  uint32_t most = 4;
  if (text.len && (!str_to_u32(text, &most) || most > 40))
    fail(c, part, "a gap spans at most 40 words");
  Test any = {.kind = TEST_ANY};
  Step gap = step_of(STEP_GAP, test_put(c->build, &any), next);
  gap.other = (uint16_t)most;
  return piece(c, most ? put_step(c, gap) : next, COST_NONE);
}

static Piece compile_phrase(Compiler *c, Phrase *p, uint32_t part,
                            uint32_t next, const Test *test) {
  if (p->open || c->depth > PATTERN_NESTING_MOST) {
    fail(c, part,
         p->open ? "this phrase holds itself"
                 : "phrases are nested too deep here");
    return piece(c, next, COST_NONE);
  }
  const LensFile *back = c->file;
  uint32_t body = part_find(p->file, p->part, PART_pattern);
  if (!body) {
    c->failed = true; // its own line was told of already
    return piece(c, next, COST_NONE);
  }
  p->open = true;
  c->depth++;
  c->file = p->file;
  Piece got = compile_pattern(c, body, next, test);
  c->file = back;
  c->depth--;
  p->open = false;
  return got;
}

static void unknown_reference(Compiler *c, uint32_t part, Str name) {
  StrVec names = {0};
  Build *b = c->build;
  vec_each(WordSet, s, &b->set->sets) vec_push_in(&b->scratch, &names, s->name);
  vec_each(Phrase, p, &b->phrases) vec_push_in(&b->scratch, &names, p->name);
  Str near = shape_nearest(name, names.data, names.len);
  if (!c->failed && near.len)
    lens_trouble(&b->report, c->file, c->file->parts.data[part].span,
                 "there is no set or phrase “" STR_FMT
                 "”; did you mean “" STR_FMT "”?",
                 STR_ARG(name), STR_ARG(near));
  else if (!c->failed)
    lens_trouble(&b->report, c->file, c->file->parts.data[part].span,
                 "there is no set or phrase “" STR_FMT "”", STR_ARG(name));
  c->failed = true;
}

static Piece compile_reference(Compiler *c, uint32_t part, uint32_t next,
                               Test test) {
  Str name = reference_name(c->build, c->file, part);
  Phrase *phrase = phrase_find(c->build, c->file, name);
  uint32_t set = set_find(c->build, c->file, name);
  if (phrase && (set == NO_INDEX || phrase->file == c->file) && !test.inverted)
    return compile_phrase(c, phrase, part, next, &test);
  if (set == NO_INDEX) {
    unknown_reference(c, part, name);
    return piece(c, next, COST_NONE);
  }
  test.kind = TEST_SET;
  test.id = set;
  const WordSet *s = &c->build->set->sets.data[set];
  return compile_token(c, &test, next, 2 + s->cost + s->entries.len / 64);
}

static Str nearest_term(Compiler *c, Str name) {
  StrVec names = term_names(&c->build->passing);
  return shape_nearest(name, names.data, names.len);
}

// `!NOUN/past`: no noun, and in a clause that is past.
static void turn_round(Test *t, const Test *base) {
  t->trait.ban |= base->trait.need | FACT_OF(OPAQUE);
  t->trait.not_tags |= base->trait.tags;
}

static Piece compile_class(Compiler *c, uint32_t part, uint32_t next,
                           Test test) {
  Str name = part_text(c->file, part);
  KeptName edge;
  if (term_edge(name, &edge))
    return piece(c, put_step(c, step_of(STEP_EDGE, edge, next)), COST_NONE);
  Test base = {.kind = TEST_ANY};
  bool inverted = test.inverted;
  test.inverted = false;
  if (!term_class(name, inverted ? &base : &test)) {
    Str near = nearest_term(c, name);
    if (near.len)
      lens_trouble(&c->build->report, c->file, c->file->parts.data[part].span,
                   "“" STR_FMT "” names no kind of word; did you mean “" STR_FMT
                   "”?",
                   STR_ARG(name), STR_ARG(near));
    else
      lens_trouble(&c->build->report, c->file, c->file->parts.data[part].span,
                   "“" STR_FMT "” names no kind of word; a word in capitals is "
                   "written small here",
                   STR_ARG(name));
    c->failed = true;
  }
  if (inverted) turn_round(&test, &base);
  return compile_token(c, &test, next, COST_ALWAYS);
}

static Piece compile_atom(Compiler *c, uint32_t part, uint32_t next,
                          const Test *test) {
  Test t = *test;
  switch (c->file->parts.data[part].kind) {
  case PART_word:
    return compile_words(c, part, part_text(c->file, part), next, test);
  case PART_string:
    return compile_words(
        c, part, part_string(c->file, part, &c->build->set->arena), next, test);
  case PART_lemma: return compile_lemma(c, part, next, t);
  case PART_class: return compile_class(c, part, next, t);
  case PART_reference: return compile_reference(c, part, next, t);
  case PART_gap: return compile_gap(c, part, next);
  case PART_comma:
    *(t.inverted ? &t.trait.ban : &t.trait.need) |= FACT_OF(COMMA);
    t.inverted = false;
    return compile_token(c, &t, next, COST_ALWAYS);
  case PART_group: {
    uint32_t inner = part_find(c->file, part, PART_pattern);
    if (t.inverted) fail(c, part, "“!” stands before one word, not “(”");
    if (++c->depth > PATTERN_NESTING_MOST)
      fail(c, part, "parentheses are nested too deep here");
    Piece p = inner && !c->failed ? compile_pattern(c, inner, next, test)
                                  : piece(c, next, COST_NONE);
    c->depth--;
    return p;
  }
  default: return compile_token(c, &t, next, COST_ALWAYS); // _
  }
}

static void read_tests(Compiler *c, uint32_t term, Test *t) {
  part_each(c->file, term, at) {
    if (c->file->parts.data[at].kind != PART_test) continue;
    Str name = part_text(c->file, at);
    if (term_test(str_slice(name, 1, name.len), t)) continue;
    Str bare =
        str_slice(name, name.len > 1 && name.data[1] == '!' ? 2 : 1, name.len);
    Str near = nearest_term(c, bare);
    lens_trouble(&c->build->report, c->file, c->file->parts.data[at].span,
                 "“" STR_FMT "” is no test%s" STR_FMT "%s", STR_ARG(name),
                 near.len ? "; did you mean “/" : "", STR_ARG(near),
                 near.len ? "”?" : "");
    c->failed = true;
  }
}

// `more`: tests behind a group or «», for the last term within; may be NULL.
static void add_tests(Test *t, const Test *more) {
  if (!more) return;
  t->trait.need |= more->trait.need;
  t->trait.ban |= more->trait.ban;
  t->trait.not_tags |= more->trait.not_tags;
  if (more->trait.tags)
    t->trait.tags =
        t->trait.tags ? t->trait.tags & more->trait.tags : more->trait.tags;
}

static Piece compile_term(Compiler *c, uint32_t term, uint32_t next,
                          const Test *more) {
  Test test = {.kind = TEST_ANY};
  uint32_t atom = 0, has_optional = 0;
  part_each(c->file, term, at) {
    PartKind kind = c->file->parts.data[at].kind;
    if (kind == PART_not)
      test.inverted = true;
    else if (kind == PART_optional)
      has_optional = at;
    else if (!atom)
      atom = at;
  }
  if (!atom) return piece(c, next, COST_NONE);
  read_tests(c, term, &test);
  add_tests(&test, more);
  Piece p = compile_atom(c, atom, next, &test);
  if (!has_optional) return p;
  c->build->triggers.len = p.triggers;
  return piece(c, put_split(c, STEP_SPLIT, p.start, next), COST_NONE);
}

// Keeps the rarer one of two neighbours' triggers.
static void keep_rarer(Compiler *c, Piece *best, Piece p) {
  Trigger *t = c->build->triggers.data;
  uint32_t fresh = c->build->triggers.len - p.triggers;
  if (p.cost < best->cost) {
    if (fresh) memmove(t + best->triggers, t + p.triggers, fresh * sizeof *t);
    c->build->triggers.len = best->triggers + fresh;
    best->cost = p.cost;
  } else
    c->build->triggers.len = p.triggers;
  best->start = p.start;
}

static Piece compile_marked(Compiler *c, uint32_t part, uint32_t next,
                            const Test *more);

// The terms [from, until) of a row, last one first. `more` goes to the last.
static Piece compile_row(Compiler *c, const uint32_t *terms, uint32_t count,
                         uint32_t next, const Test *more) {
  assert(terms || !count);
  Piece best = piece(c, next, COST_NONE);
  for (uint32_t i = count; i-- && !c->failed;) {
    bool is_mark = c->file->parts.data[terms[i]].kind == PART_marked;
    const Test *test = i == count - 1 ? more : NULL;
    Piece p = is_mark ? compile_marked(c, terms[i], best.start, test)
                      : compile_term(c, terms[i], best.start, test);
    keep_rarer(c, &best, p);
  }
  return best;
}

static Piece compile_marked(Compiler *c, uint32_t part, uint32_t next,
                            const Test *more) {
  if (c->inside_mark) fail(c, part, "«» stands inside «» here");
  c->marked = c->inside_mark = true;
  IndexVec terms = {0};
  part_each(c->file, part, at)
    if (c->file->parts.data[at].kind != PART_test)
      vec_push_in(&c->build->passing, &terms, at);
  Test test = {.kind = TEST_ANY};
  read_tests(c, part, &test);
  add_tests(&test, more);
  Piece p = compile_row(c, terms.data, terms.len, next | LINK_CLOSE, &test);
  p.start |= LINK_OPEN;
  c->inside_mark = false;
  return p;
}

// One word of several, and all that each of them may be noticed by.
static Piece compile_choice(Compiler *c, const uint32_t *terms, uint32_t count,
                            uint32_t next, const Test *more) {
  Build *b = c->build;
  uint32_t *atoms = arena_array(&b->passing, uint32_t, count);
  uint32_t total = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t cost = 0;
    atoms[i] = choice_atom(b, c->file, terms[i], &cost);
    total += cost;
  }
  Test test = {.kind = TEST_CHOICE, .count = count};
  test.id = choice_put(b, atoms, count);
  add_tests(&test, more);
  Piece p = piece(c, put_test(c, STEP_TOKEN, &test, next), total);
  for (uint32_t i = 0; i < count; i++) put_trigger(c, TRIGGER_ATOM, atoms[i]);
  return p;
}

// Alternatives: each must be noticed, so their triggers are taken together.
static Piece compile_pattern(Compiler *c, uint32_t part, uint32_t next,
                             const Test *more) {
  Ways w = choice_ways(c->build, c->file, part);
  Piece all = piece(c, next, 0);
  bool noticed = true;
  for (uint32_t left = w.ends.len; left && !c->failed;) {
    uint32_t count = choice_run(c->build, c->file, &w, left - 1);
    uint32_t from = choice_start(&w, left - count), end = w.ends.data[left - 1];
    const uint32_t *terms = w.terms.data + from;
    Piece p = count > 1 ? compile_choice(c, terms, count, next, more)
                        : compile_row(c, terms, end - from, next, more);
    noticed = noticed && p.cost != COST_NONE;
    uint32_t cost = p.cost > COST_ALWAYS ? COST_ALWAYS : p.cost;
    all.cost = all.cost + cost > COST_ALWAYS ? COST_ALWAYS : all.cost + cost;
    bool is_last = left == w.ends.len;
    all.start = is_last ? p.start : put_split(c, STEP_WAY, p.start, all.start);
    left -= count;
  }
  if (noticed) return all;
  c->build->triggers.len = all.triggers;
  all.cost = COST_NONE;
  return all;
}

static void keep_triggers(Build *b, uint32_t pattern, uint32_t cost) {
  if (cost >= COST_ALWAYS) {
    vec_push(&b->needs, (Trigger){TRIGGER_ATOM, ANY_NAME, pattern});
    return;
  }
  vec_each(Trigger, t, &b->triggers) {
    t->pattern = pattern;
    if (t->kind != TRIGGER_ALWAYS) vec_push(&b->needs, *t);
  }
}

uint32_t pattern_compile(Build *b, const LensFile *f, uint32_t part,
                         uint32_t block) {
  LensSet *s = b->set;
  Compiler c = {.build = b, .file = f, .first = s->steps.len};
  arena_reset(&b->passing);
  b->triggers.len = 0;
  uint32_t done = put_step(&c, step_of(STEP_DONE, 0, 0));
  Piece p = compile_pattern(&c, part, done, NULL);
  if (!c.failed && p.cost == COST_NONE)
    fail(&c, part, "this pattern asks for no word at all");
  if (c.failed) {
    s->steps.len = c.first;
    return NO_INDEX;
  }
  Pattern pattern = {.first = c.first,
                     .end = s->steps.len,
                     .start = p.start & LINK_STEP,
                     .block = block,
                     .marked = c.marked,
                     .file = f->index,
                     .line = lens_line(f, f->parts.data[part].span.start)};
  vec_push(&s->patterns, pattern);
  keep_triggers(b, s->patterns.len - 1, p.cost);
  return s->patterns.len - 1;
}
