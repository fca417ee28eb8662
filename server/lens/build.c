// SPDX-License-Identifier: MIT
#include <string.h>

#include "lens/build.h"
#include "lens/built_in.h"
#include "lens/part.h"
#include "lens/shape.h"

static LensFile *file_new(Build *b, Str path, Str bytes, bool is_extra) {
  LensSet *s = b->set;
  LensFile *f = arena_new(&s->arena, LensFile);
  *f = (LensFile){.path = path,
                  .bytes = bytes,
                  .index = s->files.len,
                  .is_extra = is_extra};
  vec_push_in(&s->arena, &s->files, f);
  return f;
}

static void read_built_in(Build *b) {
  for (uint32_t i = 0; i < built_in_count; i++) {
    const BuiltIn *k = &built_in[i];
    LensFile *f = file_new(b, str_of(k->name), (Str){k->bytes, k->size}, false);
    part_take(f, k->parts, k->part_count, &b->set->arena);
  }
}

static void read_extra(Build *b, const LensSource *extra, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    part_read(file_new(b, str_copy(&b->set->arena, extra[i].path),
                       str_copy(&b->set->arena, extra[i].bytes), true),
              &b->set->arena, &b->scratch, &b->report);
}

static void declare_phrase(Build *b, const LensFile *f, uint32_t part) {
  uint32_t name = part_find(f, part, PART_word);
  if (!name) return;
  Phrase p = {.name = part_text(f, name), .file = f, .part = part};
  vec_each(Phrase, known, &b->phrases)
    if (known->file == f && str_eq(known->name, p.name))
      lens_trouble(&b->report, f, f->parts.data[name].span,
                   "the phrase “" STR_FMT "” is there twice in this file",
                   STR_ARG(p.name));
  vec_push_in(&b->scratch, &b->phrases, p);
}

static void declare(Build *b, LensFile *f, uint32_t part) {
  switch (f->parts.data[part].kind) {
  case PART_lens: {
    uint32_t name = part_find(f, part, PART_word);
    if (name) f->lens = str_copy(&b->set->arena, part_text(f, name));
    break;
  }
  case PART_from: file_from(b, f, part); break;
  case PART_set: set_declare(b, f, part); break;
  case PART_phrase: declare_phrase(b, f, part); break;
  case PART_feelings: feelings_declare(b, f, part); break;
  case PART_hint:
  case PART_notice: block_declare(b, f, part); break;
  default: break;
  }
}

// What speaks of other files' hints waits until all of them are known.
static void declare_changes(Build *b, const LensFile *f, uint32_t part) {
  PartKind kind = f->parts.data[part].kind;
  if (kind == PART_also_hint) block_extend(b, f, part);
  if (kind == PART_turn_off) block_turn_off(b, f, part);
}

static void declare_all(Build *b) {
  for (uint32_t i = 0; i < b->set->files.len; i++) {
    LensFile *f = b->set->files.data[i];
    part_each(f, 0, at) declare(b, f, at);
  }
  for (uint32_t i = 0; i < b->set->files.len; i++) {
    const LensFile *f = b->set->files.data[i];
    part_each(f, 0, at) declare_changes(b, f, at);
  }
}

enum { UNSEEN, OPEN, DONE };

// A block is read after those whose findings it asks for.
static void visit(Build *b, uint8_t *state, uint32_t index) {
  LensSet *s = b->set;
  Block *block = &s->blocks.data[index];
  state[index] = OPEN;
  for (uint32_t i = 0; i < block->withs.len; i++) {
    uint32_t other = block->withs.data[i].block;
    if (state[other] == UNSEEN) visit(b, state, other);
    if (state[other] == OPEN)
      lens_trouble(&b->report, block->file,
                   block->file->parts.data[block->part].span,
                   "“" STR_FMT "” and “" STR_FMT "” wait for each other",
                   STR_ARG(block->code), STR_ARG(s->blocks.data[other].code));
  }
  state[index] = DONE;
  block->order = s->order.len;
  vec_push_in(&s->arena, &s->order, index);
}

static void order_blocks(Build *b) {
  uint8_t *state = arena_alloc(&b->scratch, b->set->blocks.len + 1);
  for (uint32_t i = 0; i < b->set->blocks.len; i++)
    if (state[i] == UNSEEN) visit(b, state, i);
  LensSet *s = b->set;
  vec_each(const uint32_t, index, &s->order)
    if (s->blocks.data[*index].about != ABOUT_SENTENCE)
      vec_push_in(&s->arena, &s->wholes, *index);
}

static void order_pattern(LensSet *s, uint32_t pattern) {
  s->patterns.data[pattern].order = s->in_order.len;
  vec_push_in(&s->arena, &s->in_order, pattern);
}

// Behind those that are tried in any stretch stand those that are asked for
// where one of these is found.
static void order_patterns(LensSet *s) {
  vec_each(const uint32_t, index, &s->order)
    vec_each(const uint32_t, p, &s->blocks.data[*index].whens)
      order_pattern(s, *p);
  s->when_count = s->in_order.len;
  vec_each(const Block, b, &s->blocks) {
    vec_each(const uint32_t, p, &b->buts) order_pattern(s, *p);
    vec_each(const uint32_t, p, &b->unlesses) order_pattern(s, *p);
    vec_each(const FixRule, fix, &b->fixes)
      if (fix->unless != NO_INDEX) order_pattern(s, fix->unless);
  }
}

static LensHint hint_row(const Block *k) {
  LensHint h = {.code = k->code,
                .lens = k->file->lens,
                .path = k->file->path,
                .meaning = k->says,
                .source = k->source,
                .source_words = k->source_words,
                .is_off = k->is_off};
  h.asks = k->asks.data, h.ask_count = k->asks.len;
  h.flags = k->flags.data, h.flag_count = k->flags.len;
  h.passes = k->passes.data, h.pass_count = k->passes.len;
  h.about = k->about;
  return h;
}

static uint32_t own_set(const LensSet *s, Str name) {
  for (uint32_t i = 0; i < s->sets.len; i++)
    if (str_eq(s->sets.data[i].name, name) &&
        (!s->sets.data[i].file || !s->sets.data[i].file->is_extra))
      return i;
  return NO_INDEX;
}

static void finish(Build *b) {
  LensSet *s = b->set;
  order_blocks(b);
  order_patterns(s);
  index_build(b);
  for (uint32_t i = 0; i < s->hints.len; i++)
    vec_push_in(&s->arena, &s->hint_rows,
                hint_row(&s->blocks.data[s->hints.data[i]]));
  s->me = own_set(s, STR("me"));
  s->you = own_set(s, STR("you"));
  s->other = own_set(s, STR("other"));
  s->anybody = own_set(s, STR("anybody"));
  s->unnamed = own_set(s, STR("no-name"));
  s->one_told = own_set(s, STR("s-he"));
  s->many_told = own_set(s, STR("they"));
  s->human = own_set(s, STR("human"));
  s->not_human = own_set(s, STR("not-human"));
}

// What lay in the memory of the building, or in tables that it alone reads.
static void file_forget(LensFile *f) {
  if (!f->is_extra)
    constant_rest(f->parts.data, f->parts.len * sizeof *f->parts.data);
  memset(&f->parts, 0, sizeof f->parts);
  memset(&f->torn, 0, sizeof f->torn);
  memset(&f->torn_fixes, 0, sizeof f->torn_fixes);
}

// Everything is there: what was room to grow goes.
static void set_fit(LensSet *s) {
  vec_fit(&s->probes);
  vec_fit(&s->traits);
  vec_fit(&s->steps);
  vec_fit(&s->fours);
  vec_fit(&s->fans);
  vec_fit(&s->patterns);
  vec_fit(&s->entries);
  vec_fit(&s->entry_atoms);
  vec_fit(&s->gates);
  vec_fit(&s->gate_of);
  vec_fit(&s->choices);
  map_clear(&s->entry_of); // nobody adds a member any more
}

// No token is written like these.
static void keep_names(Atoms *a) {
  static const char blanks[NAMES_KEPT + 1] = "       ";
  for (uint32_t i = 0; i < NAMES_KEPT; i++)
    atoms_put(a, (Str){blanks, i + 1}, false);
}

static LensSet *set_new(bool bare, const LensSource *extra, uint32_t count,
                        Arena *a, LensTroubleVec *troubles) {
  LensSet *s = heap_alloc(sizeof *s);
  Build b = {.set = s, .report = {a, troubles}};
  keep_names(&s->atoms);
  if (!bare) read_built_in(&b);
  read_extra(&b, extra, count);
  heard_fill(&b);
  declare_all(&b);
  sets_fill(&b);
  feelings_sort(&b);
  blocks_compile(&b);
  blocks_rest(&b);
  finish(&b);
  for (uint32_t i = 0; i < s->files.len; i++) file_forget(s->files.data[i]);
  arena_clear(&b.scratch);
  arena_clear(&b.words);
  arena_clear(&b.passing);
  map_clear(&b.split_of);
  vec_clear(&b.triggers);
  vec_clear(&b.needs);
  vec_clear(&b.waits);
  atoms_clear(&b.heard);
  vec_clear(&b.times);
  map_clear(&b.test_of);
  map_clear(&b.trait_of);
  map_clear(&b.choice_of);
  set_fit(s);
  return s;
}

LensSet *lens_set_build(const LensSource *extra, uint32_t extra_count, Arena *a,
                        LensTroubleVec *troubles) {
  return set_new(false, extra, extra_count, a, troubles);
}

LensSet *lens_set_bare(const LensSource *extra, uint32_t extra_count, Arena *a,
                       LensTroubleVec *troubles) {
  return set_new(true, extra, extra_count, a, troubles);
}

void lens_set_free(LensSet *s) {
  if (!s || s->is_frozen) return;
  vec_clear(&s->probes);
  vec_clear(&s->traits);
  vec_clear(&s->steps);
  vec_clear(&s->fours);
  vec_clear(&s->fans);
  vec_clear(&s->patterns);
  vec_clear(&s->entries);
  vec_clear(&s->entry_atoms);
  vec_clear(&s->gates);
  vec_clear(&s->gate_of);
  vec_clear(&s->choices);
  atoms_clear(&s->atoms);
  map_clear(&s->entry_of);
  arena_clear(&s->arena);
  free(s);
}

uint32_t lens_hint_count(const LensSet *s) {
  return s->hint_rows.len;
}

const LensHint *lens_hint_at(const LensSet *s, uint32_t index) {
  return &s->hint_rows.data[index];
}

const LensHint *lens_hint_find(const LensSet *s, Str code) {
  vec_each(const LensHint, h, &s->hint_rows)
    if (str_eq(h->code, code)) return h;
  return NULL;
}

Str lens_hint_nearest(const LensSet *s, Str code) {
  Arena a = {0};
  StrVec codes = {0};
  vec_each(const LensHint, h, &s->hint_rows) vec_push_in(&a, &codes, h->code);
  Str near = shape_nearest(code, codes.data, codes.len);
  arena_clear(&a);
  return near;
}

uint32_t lens_notice_count(const LensSet *s) {
  return s->notices.len;
}

Str lens_notice_name(const LensSet *s, uint32_t index) {
  return s->blocks.data[s->notices.data[index]].code;
}

uint32_t lens_words_count(const LensSet *s) {
  return s->sets.len;
}

Str lens_words_name(const LensSet *s, uint32_t index) {
  return s->sets.data[index].name;
}

Str lens_words_text(const LensSet *s, uint32_t index) {
  const LensFile *file = s->sets.data[index].file;
  return file ? file->bytes : STR("");
}
