// SPDX-License-Identifier: MIT
#include <string.h>

#include "lens/build.h"

static Span span_of(const LensFile *f, uint32_t part) {
  return f->parts.data[part].span;
}

static uint32_t code_part(const LensFile *f, uint32_t part) {
  return part_find(f, part, PART_word);
}

static void drop_bodies(Build *b, uint32_t block) {
  vec_each(Body, body, &b->bodies)
    if (body->block == block) body->block = NO_INDEX;
}

static void number(LensSet *s, uint32_t index) {
  Block *block = &s->blocks.data[index];
  if (block->is_notice) {
    block->hint = s->notices.len;
    vec_push_in(&s->arena, &s->notices, index);
  } else {
    block->hint = s->hints.len;
    vec_push_in(&s->arena, &s->hints, index);
  }
}

// A user's hint takes the place of ours of the same name; twice in ours, or
// twice in theirs, is a slip.
void block_declare(Build *b, const LensFile *f, uint32_t part) {
  LensSet *s = b->set;
  uint32_t name = code_part(f, part);
  if (!name) return;
  Block block = {.code = str_copy(&s->arena, part_text(f, name)),
                 .file = f,
                 .part = part,
                 .source = f->source,
                 .source_words = f->source_words,
                 .weight = 100};
  block.line = lens_line(f, span_of(f, part).start);
  block.is_notice = f->parts.data[part].kind == PART_notice;
  uint32_t at = block_find(s, block.code);
  if (at == NO_INDEX) {
    at = s->blocks.len;
    vec_push_in(&s->arena, &s->blocks, block);
    number(s, at);
  } else if (s->blocks.data[at].file->is_extra == f->is_extra ||
             s->blocks.data[at].is_notice != block.is_notice) {
    lens_trouble(&b->report, f, span_of(f, name),
                 "“" STR_FMT "” is defined already, in " STR_FMT,
                 STR_ARG(block.code),
                 STR_ARG(path_name(s->blocks.data[at].file->path)));
    return;
  } else {
    block.hint = s->blocks.data[at].hint;
    s->blocks.data[at] = block;
    drop_bodies(b, at);
  }
  vec_push_in(&b->scratch, &b->bodies, (Body){at, f, part});
}

void block_extend(Build *b, const LensFile *f, uint32_t part) {
  uint32_t name = code_part(f, part);
  uint32_t at = name ? block_wanted(b, f, name) : NO_INDEX;
  if (at != NO_INDEX) vec_push_in(&b->scratch, &b->bodies, (Body){at, f, part});
}

void block_turn_off(Build *b, const LensFile *f, uint32_t part) {
  part_each(f, part, at) {
    if (f->parts.data[at].kind != PART_word) continue;
    uint32_t block = block_wanted(b, f, at);
    if (block != NO_INDEX) b->set->blocks.data[block].is_off = true;
  }
}

static uint32_t number_of(Build *b, const LensFile *f, uint32_t part,
                          uint32_t least, uint32_t most) {
  uint32_t n = 0, word = code_part(f, part);
  if (!word || !str_to_u32(part_text(f, word), &n) || n < least || n > most) {
    lens_trouble(&b->report, f, span_of(f, part),
                 "a number from %u to %u belongs here", least, most);
    return least;
  }
  return n;
}

static void read_kinds(Build *b, Block *block, const LensFile *f,
                       uint32_t part) {
  static const Str names[] = {{"journal", 7}, {"letter", 6}, {"worksheet", 9}};
  part_each(f, part, at) {
    Str name = part_text(f, at);
    unsigned k = 0;
    while (k < 3 && !str_eq(name, names[k])) k++;
    if (k < 3)
      block->kinds |= 1u << k;
    else
      lens_trouble(&b->report, f, span_of(f, at),
                   "“" STR_FMT "” is no kind of document: journal, letter or "
                   "worksheet",
                   STR_ARG(name));
  }
}

static void read_about(Build *b, Block *block, const LensFile *f,
                       uint32_t part) {
  Str what = part_text(f, code_part(f, part));
  if (str_eq(what, STR("paragraph")))
    block->about = ABOUT_PARAGRAPH;
  else if (str_eq(what, STR("letter")))
    block->about = ABOUT_LETTER;
  else if (!str_eq(what, STR("sentence")))
    lens_trouble(&b->report, f, span_of(f, part),
                 "a hint is about a sentence, a paragraph or a letter");
}

static bool slots_are_known(Str text, bool only_match) {
  for (ptrdiff_t at; (at = str_find(text, STR("{"))) >= 0;) {
    text = str_slice(text, (size_t)at, text.len);
    bool known = str_starts(text, STR("{match}")) ||
                 (!only_match && (str_starts(text, STR("{feeling}")) ||
                                  str_starts(text, STR("{other}"))));
    if (!known) return false;
    text = str_slice(text, 1, text.len);
  }
  return true;
}

static Str read_text(Build *b, const LensFile *f, uint32_t part,
                     bool only_match) {
  Str text = str_copy(&b->set->arena, part_string(f, part, &b->passing));
  if (!slots_are_known(text, only_match))
    lens_trouble(&b->report, f, span_of(f, part),
                 only_match ? "{match} is the only slot here"
                            : "the slots are {match}, {feeling} and {other}");
  return text;
}

static void read_asks(Build *b, Block *block, const LensFile *f,
                      uint32_t part) {
  part_each(f, part, at)
    if (f->parts.data[at].kind == PART_string)
      vec_push_in(&b->set->arena, &block->asks, read_text(b, f, at, false));
}

static void read_from(Build *b, const LensFile *f, uint32_t part, Str *source,
                      Str *words) {
  uint32_t string = part_find(f, part, PART_string);
  Str text = part_text(f, part);
  size_t end =
      string ? span_of(f, string).start - span_of(f, part).start : text.len;
  *source = str_copy(&b->set->arena, str_trim(str_slice(text, 4, end)));
  if (string)
    *words = str_copy(&b->set->arena, part_string(f, string, &b->passing));
}

void file_from(Build *b, LensFile *f, uint32_t part) {
  read_from(b, f, part, &f->source, &f->source_words);
}

static void read_proof(Build *b, Block *block, const LensFile *f,
                       uint32_t part) {
  uint32_t text = part_find(f, part, PART_text);
  if (!text) return;
  LensSet *s = b->set;
  Proof p = {.text = str_trim(part_text(f, text)),
             .file = f,
             .span = span_of(f, text)};
  p.is_flag = f->parts.data[part].kind == PART_flag;
  bool has_marks = str_find(p.text, STR("«")) >= 0;
  if (p.is_flag && !has_marks && !block->is_notice &&
      block->about == ABOUT_SENTENCE)
    lens_trouble(&b->report, f, p.span,
                 "«» around the flagged words are missing in this proof");
  if (!p.is_flag && has_marks)
    lens_trouble(&b->report, f, p.span,
                 "a sentence to pass has no flagged words");
  vec_push_in(&s->arena, &block->proofs, p);
  vec_push_in(&s->arena, p.is_flag ? &block->flags : &block->passes, p.text);
}

static void read_withs(Build *b, uint32_t index, const LensFile *f,
                       uint32_t part) {
  Block *block = &b->set->blocks.data[index];
  bool lacks = f->parts.data[part].kind == PART_without;
  part_each(f, part, at) {
    uint32_t other = block_wanted(b, f, at);
    if (other == NO_INDEX)
      block_rest(b, index);
    else if (b->set->blocks.data[other].about != ABOUT_SENTENCE)
      lens_trouble(&b->report, f, span_of(f, at),
                   "“" STR_FMT "” is not about a sentence",
                   STR_ARG(part_text(f, at)));
    else
      vec_push_in(&b->set->arena, &block->withs,
                  (With){other, lens_line(f, span_of(f, at).start), lacks});
  }
}

static void read_pattern(Build *b, uint32_t block, const LensFile *f,
                         uint32_t part, IndexVec *out) {
  uint32_t pattern = part_find(f, part, PART_pattern);
  if (!pattern) return;
  uint32_t at = pattern_compile(b, f, pattern, block);
  bool is_when = f->parts.data[part].kind == PART_when;
  if (at == NO_INDEX && !is_when) block_rest(b, block);
  if (at == NO_INDEX) return;
  b->set->patterns.data[at].is_when = is_when;
  vec_push_in(&b->set->arena, out, at);
}

static bool is_torn(const LensFile *f, uint32_t part) {
  uint32_t line = f->lines.data[lens_line(f, span_of(f, part).start) - 1];
  vec_each(const uint32_t, torn, &f->torn_fixes)
    if (*torn == line) return true;
  return false;
}

// False where its exception cannot be read: it would be offered where its
// author meant it not to be.
static bool read_fix_act(Build *b, uint32_t block, const LensFile *f,
                         uint32_t part, FixRule *fix) {
  uint32_t unless = part_find(f, part, PART_unless);
  if (part_find(f, part, PART_present)) fix->kind = FIX_PRESENT;
  if (part_find(f, part, PART_choose)) fix->kind = FIX_CHOOSE;
  if (part_find(f, part, PART_replace)) fix->kind = FIX_REPLACE;
  uint32_t pattern = unless ? part_find(f, unless, PART_pattern) : 0;
  if (pattern) fix->unless = pattern_compile(b, f, pattern, block);
  return !is_torn(f, part) && (!unless || fix->unless != NO_INDEX);
}

// The feelings of a set, broad ones first, as they are written.
static void choose_of_set(Build *b, const LensFile *f, uint32_t reference,
                          StrVec *out) {
  Str name = part_text(f, reference);
  name = str_trim(str_slice(name, 1, name.len - 1));
  if (set_find(b, f, name) == NO_INDEX)
    lens_trouble(&b->report, f, span_of(f, reference),
                 "there is no set “" STR_FMT "”", STR_ARG(name));
  for (uint32_t i = 0; i < feeling_count(b->set); i++) {
    const Feeling *feeling = feeling_at(b->set, i);
    if (feeling_is_in(feeling, name))
      vec_push_in(&b->set->arena, out, feeling->word);
  }
}

static void read_choices(Build *b, FixRule *fix, const LensFile *f,
                         uint32_t part) {
  StrVec words = {0};
  part_each(f, part, at) {
    PartKind kind = f->parts.data[at].kind;
    uint32_t inner = f->parts.data[at].child;
    if (fix->kind == FIX_REPLACE && kind == PART_string)
      words.len = 0, // the first string is the title
          vec_push_in(&b->set->arena, &words, read_text(b, f, at, true));
    else if (kind == PART_entry && f->parts.data[inner].kind == PART_reference)
      choose_of_set(b, f, inner, &words);
    else if (kind == PART_entry)
      vec_push_in(&b->set->arena, &words, entry_text(b, f, at));
  }
  fix->words = words.data;
  fix->word_count = words.len;
}

static void read_fix(Build *b, uint32_t index, const LensFile *f,
                     uint32_t part) {
  uint32_t title = part_find(f, part, PART_string);
  if (!title) return;
  if (b->set->blocks.data[index].fixes.len == FIXES_MOST) {
    lens_trouble(&b->report, f, span_of(f, title),
                 "a hint has at most %d fixes", FIXES_MOST);
    return;
  }
  FixRule fix = {.kind = FIX_DROP, .unless = NO_INDEX};
  if (!read_fix_act(b, index, f, part, &fix)) return;
  fix.title = read_text(b, f, title, true);
  read_choices(b, &fix, f, part);
  vec_push_in(&b->set->arena, &b->set->blocks.data[index].fixes, fix);
}

static void read_when(Build *b, uint32_t index, const LensFile *f,
                      uint32_t part) {
  Block *block = &b->set->blocks.data[index];
  if (block->about == ABOUT_SENTENCE)
    read_pattern(b, index, f, part, &block->whens);
  else
    measure_read(b, block, f, part);
}

static void read_line(Build *b, uint32_t index, const LensFile *f,
                      uint32_t part) {
  Block *block = &b->set->blocks.data[index];
  switch (f->parts.data[part].kind) {
  case PART_says: {
    uint32_t text = part_find(f, part, PART_string);
    if (text) block->says = read_text(b, f, text, true);
    break;
  }
  case PART_asks:
  case PART_more: read_asks(b, block, f, part); break;
  case PART_from:
    read_from(b, f, part, &block->source, &block->source_words);
    break;
  case PART_weight:
    block->weight = (uint16_t)number_of(b, f, part, 0, 1000);
    break;
  case PART_level: block->level = (uint8_t)number_of(b, f, part, 1, 4); break;
  case PART_only: read_kinds(b, block, f, part); break;
  case PART_off: block->is_off = true; break;
  case PART_hush: block->hushes = true; break;
  case PART_when: read_when(b, index, f, part); break;
  case PART_but: read_pattern(b, index, f, part, &block->buts); break;
  case PART_unless: read_pattern(b, index, f, part, &block->unlesses); break;
  case PART_with:
  case PART_without: read_withs(b, index, f, part); break;
  case PART_fix: read_fix(b, index, f, part); break;
  case PART_flag:
  case PART_pass: read_proof(b, block, f, part); break;
  default: break;
  }
}

static bool has_open_ask(const Block *block) {
  vec_each(const Str, ask, &block->asks)
    if (str_find(*ask, STR("{feeling}")) < 0 &&
        str_find(*ask, STR("{other}")) < 0)
      return true;
  return false;
}

static void check_block(Build *b, const Block *block) {
  const LensFile *f = block->file;
  Span at = span_of(f, code_part(f, block->part));
  if (block->is_notice) return;
  if (!block->says.len)
    lens_trouble(&b->report, f, at, "this hint lacks its “says” line");
  if (!block->asks.len)
    lens_trouble(&b->report, f, at, "this hint lacks its “asks” line");
  else if (!has_open_ask(block))
    lens_trouble(&b->report, f, at,
                 "one question at least has to do without {feeling} and "
                 "{other}");
}

void blocks_compile(Build *b) {
  for (uint32_t i = 0; i < b->bodies.len; i++) {
    Body body = b->bodies.data[i];
    if (body.block == NO_INDEX) continue;
    part_each(body.file, body.part, at)
      if (body.file->parts.data[at].kind == PART_about)
        read_about(b, &b->set->blocks.data[body.block], body.file, at);
  }
  for (uint32_t i = 0; i < b->bodies.len; i++) {
    Body body = b->bodies.data[i];
    if (body.block == NO_INDEX) continue;
    part_each(body.file, body.part, at) read_line(b, body.block, body.file, at);
  }
  vec_each(Block, block, &b->set->blocks) check_block(b, block);
}
