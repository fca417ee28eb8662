// SPDX-License-Identifier: MIT
#include "syntax/prose.h"

#include "quotes.h"
#include "base/ascii.h"
#include "syntax/markdown.h"
#include "text/utf.h"

// Finding what stands inside a block: every named node below its top, in order.
typedef struct Inside {
  Str s;
  const Tree *tree;
  const Block *block;
  Arena *a;
  RegionVec regions;
  ReferenceVec *references;
} Inside;

typedef void Visit(Inside *in, Str type, Span at, bool spoken);

static bool is(Str type, const char *name) {
  return str_eq(type, str_of(name));
}

static void visit_below(Inside *in, Cursor *c, Visit *visit, bool spoken) {
  if (!cursor_down(c)) return;
  do {
    Node n = cursor_node(c);
    if (!node_is_named(n)) continue;
    Str type = node_type(n);
    Span at = node_span(n);
    visit(in, type, at, spoken);
    visit_below(in, c, visit, spoken || is(type, "speech"));
  } while (cursor_next(c));
  cursor_up(c);
}

// A block of Markdown may cover several nodes of the tree.
static void visit_block(Inside *in, Visit *visit) {
  uint32_t end = in->block->content.end;
  Node n = node_from(tree_root(in->tree), in->block->at);
  for (; !node_is_null(n); n = node_next(n)) {
    Cursor c;
    cursor_init(&c, n);
    visit_below(in, &c, visit, false);
    cursor_clear(&c);
    if (node_span(n).end >= end) break;
  }
}

// Where a link's text ends: at `](`.
static uint32_t link_middle(Str s, Span link) {
  ptrdiff_t at = str_find(str_slice(s, link.start, link.end), STR("]("));
  return link.start + (at < 0 ? 0 : (uint32_t)at);
}

// --- Regions
// ----------------------------------------------------------------------

static void add_region(Inside *in, RegionKind kind, uint32_t start,
                       uint32_t end) {
  Span content = in->block->content;
  if (start < content.start || end > content.end || start >= end) return;
  Span at = {start - content.start, end - content.start};
  vec_push_in(in->a, &in->regions, (Region){.span = at, .kind = kind});
}

static void visit_region(Inside *in, Str type, Span at, bool spoken) {
  bool jot = in->block->language == LANGUAGE_JOT;
  if (is(type, "mark")) {
    if (in->s.data[at.start] == '*')
      add_region(in, REGION_MARK, at.start, at.end);
  } else if (is(type, "link")) {
    add_region(in, REGION_MARK, at.start, at.start + 1);
    add_region(in, REGION_MARK, link_middle(in->s, at), at.end);
  } else if (spoken) {
    return;
  } else if (is(type, "speech")) {
    add_region(in, REGION_SPEECH, at.start, at.end);
  } else if (is(type, "mention")) {
    if (jot) add_region(in, REGION_MENTION, at.start, at.end);
  } else if (is(type, "verbatim") || is(type, "autolink")) {
    add_region(in, REGION_OPAQUE, at.start, at.end);
  } else if (is(type, "wikilink") || is(type, "tag") || is(type, "gap")) {
    if (jot) add_region(in, REGION_OPAQUE, at.start, at.end);
  }
}

// The next line's indent at or behind *at, within the content.
static bool next_join(const Inside *in, uint32_t *at, Span *join) {
  Str s = in->s;
  uint32_t end = in->block->content.end;
  while (*at < end && s.data[*at] != '\n' && s.data[*at] != '\r') ++*at;
  if (*at >= end) return false;
  join->start = ++*at;
  while (*at < end && (s.data[*at] == ' ' || s.data[*at] == '\t')) ++*at;
  join->end = *at;
  return true;
}

// An item's later lines are indented for the look of it: marks, laid among the
// other regions in order, but for what stands inside verbatim.
static void add_joins(Inside *in) {
  Inside all = {.s = in->s, .block = in->block, .a = in->a};
  uint32_t at = in->block->content.start, base = at, opaque = 0, i = 0;
  for (Span join; next_join(in, &at, &join);) {
    for (; i < in->regions.len; i++) {
      const Region *r = &in->regions.data[i];
      if (r->span.start + base >= join.start) break;
      if (r->kind == REGION_OPAQUE) opaque = r->span.end + base;
      vec_push_in(all.a, &all.regions, *r);
    }
    if (join.start >= opaque)
      add_region(&all, REGION_MARK, join.start, join.end);
  }
  for (; i < in->regions.len; i++)
    vec_push_in(all.a, &all.regions, in->regions.data[i]);
  in->regions = all.regions;
}

// --- Plain text: speech -----------------------------------------------------

// Plain text has no markup, but quoted speech is still somebody's words, by the
// rule that Jot's grammar has (quotes.h).
typedef struct Plain {
  Str s;
  size_t at; // of the character that was looked at last
  int32_t c;
  Class before;
  uint32_t endless; // bits: quotes without an end from here on
} Plain;

static size_t next_of(const Plain *p) {
  unsigned width = 0;
  utf_at(p->s, p->at, &width);
  return p->at + width;
}

// Reads the character at `at`, and says what stands behind it.
static Class look(Plain *p, size_t at) {
  unsigned width = 0;
  p->at = at;
  p->c = (int32_t)utf_at(p->s, at, &width);
  if (at + width >= p->s.len) return SPACE;
  return class_of((int32_t)utf_at(p->s, at + width, &width));
}

// Behind the speech that opens at `at`; 0: it does not end, so it is none.
static size_t speech_end(Plain p, unsigned quote) {
  for (size_t at = next_of(&p); at < p.s.len; at = next_of(&p)) {
    p.before = class_of(p.c);
    Class after = look(&p, at);
    if (quote_closes(quote, p.c, p.before, after)) return next_of(&p);
  }
  return quote_may_stay_open(quote) ? p.s.len : 0;
}

static void add_plain_speech(Inside *in) {
  Span content = in->block->content;
  Plain p = {.s = str_slice(in->s, content.start, content.end)};
  for (size_t at = 0, end = 0; at < p.s.len; at = end) {
    Class after = look(&p, at);
    unsigned quote = quote_opens(p.c, p.before, after);
    bool sought = quote && !(p.endless & 1u << quote);
    size_t stop = sought ? speech_end(p, quote) : 0;
    if (sought && !stop) p.endless |= 1u << quote;
    end = stop ? stop : next_of(&p);
    p.before = stop ? PUNCT : class_of(p.c);
    if (stop)
      add_region(in, REGION_SPEECH, content.start + (uint32_t)at,
                 content.start + (uint32_t)stop);
  }
}

// --- Characters that nobody reads --------------------------------------------

// The width in bytes of one at `p`, 0 where there is none: a space of no width,
// a mark of direction, a byte order mark, as copied from elsewhere. (Joiners
// within emoji and words stay.)
static unsigned hidden(const unsigned char *p, const unsigned char *end) {
  if (end - p < 3) return 0;
  if (p[0] == 0xEF) return p[1] == 0xBB && p[2] == 0xBF ? 3 : 0;
  if (p[0] != 0xE2 || p[1] < 0x80 || p[1] > 0x81) return 0;
  bool is = p[1] == 0x80 ? p[2] == 0x8B || p[2] == 0x8E || p[2] == 0x8F ||
                               (p[2] >= 0xAA && p[2] <= 0xAE)
                         : p[2] >= 0xA0 && p[2] <= 0xA9;
  return is ? 3 : 0;
}

static char byte_at(const Inside *in, uint32_t at) {
  Span c = in->block->content;
  return at >= c.start && at < c.end ? in->s.data[at] : ' ';
}

// The width of `_` or `__` at a word's edge or behind its stop, 0 elsewhere:
// `_so_ sad` is how other markups, and old books as typed, stress a word.
// Longer runs are blanks.
static unsigned stress(const Inside *in, uint32_t at) {
  char before = at ? byte_at(in, at - 1) : ' ';
  unsigned width = byte_at(in, at + 1) == '_' ? 2 : 1;
  char after = byte_at(in, at + width);
  if (before == '_' || after == '_' || before == '\\') return 0;
  bool stop = before == '.' || before == '!' || before == '?';
  bool edge = is_word_byte(before) != is_word_byte(after);
  return edge || (stop && is_space(after)) ? width : 0;
}

static unsigned unread(const Inside *in, uint32_t at) {
  const char *text = in->s.data;
  if (text[at] == '_')
    return in->block->language == LANGUAGE_MARKDOWN ? 0 : stress(in, at);
  if ((unsigned char)text[at] < 0xE2) return 0;
  return hidden((const unsigned char *)text + at,
                (const unsigned char *)text + in->block->content.end);
}

// The next byte that may begin one.
static uint32_t next_odd(const Inside *in, uint32_t at) {
  uint32_t end = in->block->content.end;
  return at + (uint32_t)ascii_run_to(in->s.data, at, end, 0, '_', '_');
}

// They are no part of the word they stand at: marks, where nothing else passes
// over them.
static void add_unread(Inside *in) {
  Inside all = {.s = in->s, .block = in->block, .a = in->a};
  Span c = in->block->content;
  uint32_t i = 0, covered = 0;
  for (uint32_t at = c.start; (at = next_odd(in, at)) < c.end; at++) {
    unsigned width = unread(in, at);
    if (!width) continue;
    for (; i < in->regions.len; i++) {
      const Region *r = &in->regions.data[i];
      if (r->span.start + c.start > at) break;
      if (r->kind != REGION_SPEECH && r->span.end + c.start > covered)
        covered = r->span.end + c.start;
      vec_push_in(all.a, &all.regions, *r);
    }
    if (at >= covered) add_region(&all, REGION_MARK, at, at + width);
    at += width - 1;
  }
  if (!all.regions.len) return;
  for (; i < in->regions.len; i++)
    vec_push_in(all.a, &all.regions, in->regions.data[i]);
  in->regions = all.regions;
}

Passage prose_passage(const Text *text, const Tree *tree, const Block *block,
                      Arena *a) {
  Inside in = {.s = text_str(text), .tree = tree, .block = block, .a = a};
  if (block->language == LANGUAGE_PLAIN)
    add_plain_speech(&in);
  else if (block->marked)
    visit_block(&in, visit_region);
  if (block->language == LANGUAGE_MARKDOWN)
    markdown_regions(in.s, block->content, &in.regions, a);
  if (block->kind == BLOCK_ITEM) add_joins(&in);
  add_unread(&in);
  PassageKind kind = block->answers              ? PASSAGE_ANSWER
                     : block->kind == BLOCK_ITEM ? PASSAGE_ITEM
                                                 : PASSAGE_PARAGRAPH;
  return (Passage){.kind = kind,
                   .span = block->content,
                   .regions = in.regions.data,
                   .region_count = in.regions.len};
}

// --- References --------------------------------------------------------------

static void add_reference(Inside *in, ReferenceKind kind, Span at,
                          uint32_t start, uint32_t end) {
  Reference r = {.kind = kind, .span = at, .target = {start, end}};
  vec_push_in(in->a, in->references, r);
}

static void visit_reference(Inside *in, Str type, Span at, bool spoken) {
  (void)spoken;
  bool jot = in->block->language == LANGUAGE_JOT;
  if (jot && is(type, "mention"))
    add_reference(in, REFERENCE_PERSON, at, at.start + 1, at.end);
  else if (jot && is(type, "tag"))
    add_reference(in, REFERENCE_TAG, at, at.start + 1, at.end);
  else if (jot && is(type, "wikilink"))
    add_reference(in, REFERENCE_LINK, at, at.start + 2, at.end - 2);
  else if (is(type, "autolink"))
    add_reference(in, REFERENCE_LINK, at, at.start + 1, at.end - 1);
  else if (is(type, "link"))
    add_reference(in, REFERENCE_LINK, at, link_middle(in->s, at) + 2,
                  at.end - 1);
}

void prose_references(const Text *text, const Tree *tree, const Block *block,
                      Arena *a, ReferenceVec *out) {
  Inside in = {.s = text_str(text),
               .tree = tree,
               .block = block,
               .a = a,
               .references = out};
  if (block->marked) visit_block(&in, visit_reference);
}
