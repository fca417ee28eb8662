// SPDX-License-Identifier: MIT
#include "lens/part.h"

#include "lens/shape.h"
#include "syntax/tree.h"
#include "text/utf.h"

static const Str part_names[PART_COUNT] = {
#define PART(name) [PART_##name] = {#name, sizeof #name - 1},
#include "lens/part.def"
#undef PART
};

// Kinds by the grammar's own small numbers, looked up once a number.
typedef struct Kinds {
  uint8_t of[256]; // PartKind + 1; 0: not looked up yet
} Kinds;

static PartKind kind_named(Str name) {
  for (unsigned i = 1; i < PART_COUNT; i++)
    if (str_eq(name, part_names[i])) return (PartKind)i;
  return PART_other;
}

static PartKind kind_of(Kinds *k, Node n) {
  uint16_t symbol = node_symbol(n);
  if (symbol >= 255) return PART_other; // an error node
  if (!k->of[symbol]) k->of[symbol] = (uint8_t)(kind_named(node_type(n)) + 1);
  return (PartKind)(k->of[symbol] - 1);
}

typedef struct Walk {
  LensFile *file;
  Arena *arena;
  const LensReport *report;
  Kinds kinds;
  Cursor cursor;
} Walk;

static uint32_t add_part(Walk *w, PartKind kind, Span span) {
  Part p = {.kind = kind, .span = span};
  vec_push_in(w->arena, &w->file->parts, p);
  return w->file->parts.len - 1;
}

// Hangs `part` behind `before`, or under `parent` where it is the first.
static void link_part(Walk *w, uint32_t parent, uint32_t before,
                      uint32_t part) {
  Part *parts = w->file->parts.data;
  if (before)
    parts[before].next = part;
  else
    parts[parent].child = part;
}

static bool is_block(PartKind k) {
  return k == PART_source_file || k == PART_hint || k == PART_notice ||
         k == PART_also_hint || k == PART_set || k == PART_phrase ||
         k == PART_feelings;
}

// A line with an error in it is passed over (it would mean something else than
// was meant); a block goes on with its other lines, and what the parser took
// for part of an error at the level of blocks is read as if it stood there.
static uint32_t walk_children(Walk *w, uint32_t parent, uint32_t before) {
  if (!cursor_down(&w->cursor)) return before;
  do {
    Node n = cursor_node(&w->cursor);
    if (node_is_error(n) || node_is_missing(n)) {
      shape_trouble(w->report, w->file, node_span(n));
      shape_tear(w->file, node_span(n), w->arena);
    }
    if (node_is_error(n)) {
      if (is_block(w->file->parts.data[parent].kind))
        before = walk_children(w, parent, before);
      continue;
    }
    if (!node_is_named(n)) continue;
    PartKind kind = kind_of(&w->kinds, n);
    if (!is_block(kind) && node_has_error(n)) kind = PART_other;
    uint32_t part = add_part(w, kind, node_span(n));
    link_part(w, parent, before, part);
    before = part;
    walk_children(w, part, 0);
  } while (cursor_next(&w->cursor));
  cursor_up(&w->cursor);
  return before;
}

static void find_lines(LensFile *f, Arena *a) {
  vec_push_in(a, &f->lines, 0);
  for (uint32_t i = 0; i < f->bytes.len; i++)
    if (f->bytes.data[i] == '\n' ||
        (f->bytes.data[i] == '\r' &&
         (i + 1 == f->bytes.len || f->bytes.data[i + 1] != '\n')))
      vec_push_in(a, &f->lines, i + 1);
}

void part_read(LensFile *f, Arena *keep, Arena *scratch, const LensReport *r) {
  Walk w = {.file = f, .arena = scratch, .report = r};
  find_lines(f, keep);
  add_part(&w, PART_source_file, (Span){0, (uint32_t)f->bytes.len});
  if (f->bytes.len > LENS_FILE_MOST) {
    lens_trouble(r, f, (Span){0, 0}, "a lens file may have at most %d bytes",
                 LENS_FILE_MOST);
    return;
  }
  if (!utf_is_valid(f->bytes)) {
    lens_trouble(r, f, (Span){0, 0}, "a lens file is UTF-8 text");
    return;
  }
  Tree *tree = tree_new(GRAMMAR_LENS, f->bytes);
  cursor_init(&w.cursor, tree_root(tree));
  walk_children(&w, 0, 0);
  cursor_clear(&w.cursor);
  tree_free(tree);
}

void part_take(LensFile *f, const Part *parts, uint32_t count, Arena *keep) {
  find_lines(f, keep);
  f->parts.data = (Part *)(uintptr_t)parts; // only ever read from here on
  f->parts.len = f->parts.cap = count;
}

Str part_text(const LensFile *f, uint32_t part) {
  Span s = f->parts.data[part].span;
  return str_slice(f->bytes, s.start, s.end);
}

uint32_t part_find(const LensFile *f, uint32_t part, PartKind kind) {
  part_each(f, part, at)
    if (f->parts.data[at].kind == kind) return at;
  return 0;
}

Str part_string(const LensFile *f, uint32_t part, Arena *a) {
  Str raw = part_text(f, part);
  if (raw.len < 2) return STR("");
  raw = str_slice(raw, 1, raw.len - 1);
  if (str_find(raw, STR("\\")) < 0) return raw;
  char *out = arena_alloc(a, raw.len + 1);
  size_t len = 0;
  for (size_t i = 0; i < raw.len; i++) {
    if (raw.data[i] == '\\' && i + 1 < raw.len) i++;
    out[len++] = raw.data[i];
  }
  return (Str){out, len};
}
