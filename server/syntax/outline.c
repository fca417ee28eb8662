// SPDX-License-Identifier: MIT
#include "syntax/outline.h"

#include "base/ascii.h"
#include "syntax/markdown.h"

enum { NESTING_MOST = 32, TAB = 4, KIND_NONE = 255 };

static const struct {
  const char *type;
  BlockKind kind;
} block_types[] = {
    {"heading", BLOCK_HEADING},
    {"field", BLOCK_FIELD},
    {"paragraph", BLOCK_PARAGRAPH},
    {"item", BLOCK_ITEM},
    {"prompt", BLOCK_PROMPT},
    {"blank", BLOCK_BLANK},
    {"quote", BLOCK_QUOTE},
    {"break", BLOCK_BREAK},
    {"note", BLOCK_NOTE},
    {"comment", BLOCK_NOTE},
    {"hush", BLOCK_HUSH},
    {"code", BLOCK_CODE},
    {"front_matter", BLOCK_FRONT_MATTER},
};

// What one walk carries along.
typedef struct Walk {
  const Text *text;
  Str s;
  Arena *a;
  Language language;
  Outline *o;
  uint32_t indents[NESTING_MOST]; // of the items around, in columns
  uint32_t nesting;
  uint32_t waiting; // hushes from here on have no target yet
  bool prompted, headed, begun;
} Walk;

static bool is_eol(char c) {
  return c == '\n' || c == '\r';
}

// Without blanks and line breaks at either end.
static Span trimmed(Str s, Span at) {
  while (at.start < at.end &&
         (is_blank(s.data[at.start]) || is_eol(s.data[at.start])))
    at.start++;
  while (at.end > at.start &&
         (is_blank(s.data[at.end - 1]) || is_eol(s.data[at.end - 1])))
    at.end--;
  return at;
}

static Span whole_lines(Str s, Span at) {
  while (at.start && is_blank(s.data[at.start - 1])) at.start--;
  while (at.end < s.len && is_blank(s.data[at.end])) at.end++;
  while (at.end > at.start && is_eol(s.data[at.end - 1])) at.end--;
  return at;
}

static bool is_prose(BlockKind kind) {
  return kind == BLOCK_PARAGRAPH || kind == BLOCK_ITEM;
}

// --- The parts of a block ------------------------------------------------

static uint32_t indent_of(Str s, uint32_t line, uint32_t to) {
  uint32_t columns = 0;
  for (uint32_t i = line; i < to; i++)
    columns += s.data[i] == '\t' ? TAB - columns % TAB : 1;
  return columns;
}

// An item two columns further in than the one before is its child.
static uint8_t nest(Walk *w, uint32_t indent) {
  while (w->nesting && w->indents[w->nesting - 1] >= indent + 2) w->nesting--;
  bool deeper = !w->nesting || indent >= w->indents[w->nesting - 1] + 2;
  if (deeper && w->nesting < NESTING_MOST) w->indents[w->nesting++] = indent;
  return (uint8_t)w->nesting;
}

static void read_item(Walk *w, Block *b, Node node) {
  Node marker = node_child(node, 0);
  uint32_t indent = indent_of(w->s, b->span.start, b->at);
  b->indent = indent < UINT16_MAX ? (uint16_t)indent : UINT16_MAX;
  b->done = node_symbol(marker) == w->o->symbols.task_done;
  b->task = b->done || node_symbol(marker) == w->o->symbols.task_open;
  b->content.start = node_span(marker).end;
}

static void read_heading(Walk *w, Block *b, Node node) {
  Node marker = node_child(node, 0);
  Str s = w->s;
  b->dated = node_symbol(marker) == w->o->symbols.entry_marker;
  uint32_t end = node_span(marker).end;
  if (b->dated) b->key = (Span){end - 10, end};
  uint32_t at = b->content.start, from = at;
  while (at < b->content.end && s.data[at] == '#') at++;
  b->depth = (uint8_t)(at - from);
  b->content.start = at;
}

static void read_field(Block *b, Str s) {
  uint32_t at = b->content.start;
  while (at < b->content.end && s.data[at] != ':') at++;
  b->key = (Span){b->content.start, at};
  b->content.start = at + 1;
}

static void read_code(Walk *w, Block *b, Node node) {
  b->content.start = b->content.end;
  for (Node n = node_child(node, 1); !node_is_null(n); n = node_next(n)) {
    if (str_eq(node_type(n), STR("info"))) b->key = trimmed(w->s, node_span(n));
    if (str_eq(node_type(n), STR("code_text"))) b->content = node_span(n);
  }
}

static bool is_hush(Str words) {
  return str_starts(words, STR("hush")) &&
         (words.len == 4 || is_blank(words.data[4]));
}

// Past the marker of a note: `%%` or `<!--`, and `hush` where it follows.
static void read_note(Walk *w, Block *b) {
  Str s = w->s;
  uint32_t at = b->content.start, end = b->content.end;
  bool comment = s.data[at] == '<';
  if (comment) at += 4, end -= 3;
  while (at < end && s.data[at] == '%') at++;
  Span rest = trimmed(s, (Span){at, end > at ? end : at});
  if (comment && is_hush(text_slice(w->text, rest))) b->kind = BLOCK_HUSH;
  if (b->kind == BLOCK_HUSH) rest.start += 4;
  b->content = rest;
}

static void read_block(Walk *w, Block *b, Node node) {
  b->content = trimmed(w->s, b->span);
  switch (b->kind) {
  case BLOCK_ITEM: read_item(w, b, node); break;
  case BLOCK_HEADING: read_heading(w, b, node); break;
  case BLOCK_FIELD: read_field(b, w->s); break;
  case BLOCK_PROMPT: b->content.start++; break;
  case BLOCK_NOTE:
  case BLOCK_HUSH: read_note(w, b); break;
  case BLOCK_CODE:
  case BLOCK_FRONT_MATTER: read_code(w, b, node); break;
  default: break;
  }
  // A fence that ends the file may hold the very line break that span lacks.
  if (b->content.end > b->span.end) b->content.end = b->span.end;
  if (b->content.start > b->content.end) b->content.start = b->content.end;
  b->content = trimmed(w->s, b->content);
}

// --- What a block means to those after it -----------------------------------

static void add_entry(Walk *w, const Block *b, uint32_t index, Span heading,
                      Span date) {
  vec_push_in(w->a, &w->o->entries,
              (Entry){.span = {heading.start, b->span.end},
                      .heading = heading,
                      .date = date,
                      .first_block = index});
}

static void open_entry(Walk *w, const Block *b, uint32_t index) {
  if (b->dated)
    add_entry(w, b, index, b->span, b->key);
  else if (!w->o->entries.len)
    add_entry(w, b, index, (Span){0, 0}, (Span){0, 0});
}

static void read_kind(Walk *w, const Block *b) {
  static const char *const names[] = {"journal", "letter", "worksheet"};
  if (!str_eq(text_slice(w->text, b->key), STR("kind"))) return;
  Str value = text_slice(w->text, b->content);
  for (unsigned i = 0; i < 3; i++)
    if (str_eq_nocase(value, str_of(names[i]))) w->o->kind = (DocKind)i;
}

static Str next_word(Str *rest) {
  size_t start = 0, end;
  const char *p = rest->data;
  while (start < rest->len && (is_blank(p[start]) || p[start] == ',')) start++;
  for (end = start; end < rest->len; end++)
    if (is_blank(p[end]) || p[end] == ',' || is_eol(p[end])) break;
  Str word = str_slice(*rest, start, end);
  *rest = str_slice(*rest, end, rest->len);
  return word;
}

static void add_hush(Walk *w, const Block *b, uint32_t index) {
  Hush hush = {.block = index, .target = UINT32_MAX};
  Str rest = text_slice(w->text, b->content);
  for (Str word; (word = next_word(&rest)).len;) {
    if (!hush.codes.len && !hush.scope && str_eq(word, STR("file")))
      hush.scope = HUSH_FILE;
    else
      vec_push_in(w->a, &hush.codes, word);
  }
  if (hush.scope == HUSH_FILE)
    vec_push_in(w->a, &w->o->file_hushes, w->o->hushes.len);
  vec_push_in(w->a, &w->o->hushes, hush);
}

// A comment is one only where it ends, front matter as well.
static void note_unsure(Walk *w, const Block *b, uint32_t index) {
  bool is_note = b->kind == BLOCK_NOTE || b->kind == BLOCK_HUSH;
  bool may_be = b->kind == BLOCK_BREAK
                    ? !w->begun
                    : b->kind == BLOCK_PARAGRAPH && w->s.data[b->at] == '<';
  if (may_be) vec_push_in(w->a, &w->o->unsure, index);
  w->begun = w->begun || (!is_note && b->kind != BLOCK_FRONT_MATTER);
}

static void note_block(Walk *w, Block *b, uint32_t index) {
  Outline *o = w->o;
  if (b->kind == BLOCK_HEADING || b->kind == BLOCK_PROMPT)
    w->prompted = b->kind == BLOCK_PROMPT;
  if (b->kind == BLOCK_HEADING && !w->headed)
    w->headed = true, o->header_end = index;
  if (b->kind == BLOCK_FIELD && !w->headed) read_kind(w, b);
  if (b->kind == BLOCK_FIELD) vec_push_in(w->a, &o->fields, index);
  if (b->kind == BLOCK_HUSH) add_hush(w, b, index);
  if (b->kind == BLOCK_ITEM)
    b->depth = nest(w, b->indent);
  else
    w->nesting = 0;
  b->answers = w->prompted && is_prose(b->kind);
  for (; is_prose(b->kind) && w->waiting < o->hushes.len; w->waiting++)
    o->hushes.data[w->waiting].target = index;
}

static void end_entries(const Walk *w) {
  Outline *o = w->o;
  uint32_t end = (uint32_t)w->s.len, block = o->blocks.len;
  for (uint32_t i = o->entries.len; i-- > 0;) {
    Entry *e = &o->entries.data[i];
    e->span.end = end;
    e->end_block = block;
    end = e->span.start;
    block = e->first_block;
  }
}

// Once all blocks are there.
static void settle(Walk *w) {
  for (uint32_t i = 0; i < w->o->blocks.len; i++) {
    note_block(w, &w->o->blocks.data[i], i);
    note_unsure(w, &w->o->blocks.data[i], i);
    open_entry(w, &w->o->blocks.data[i], i);
  }
  if (!w->headed) w->o->header_end = w->o->blocks.len;
  end_entries(w);
}

static void add_block(Walk *w, const Block *b) {
  vec_push_in(w->a, &w->o->blocks, *b);
}

// --- Jot and Markdown: along the top of the tree ----------------------------

static bool on_next_line(Str s, Span before, Span after) {
  uint32_t breaks = 0;
  for (uint32_t i = before.end; i < after.start; i++)
    breaks += s.data[i] == '\n' || (s.data[i] == '\r' && s.data[i + 1] != '\n');
  return breaks == 1;
}

// In Markdown the forms that are Jot's alone are prose, and prose straight
// under a paragraph, item or quote goes on with it.
static bool joins_markdown(Walk *w, Block *b) {
  BlockKind k = b->kind;
  if (k == BLOCK_BLANK) b->kind = BLOCK_BREAK;
  bool percent =
      (k == BLOCK_NOTE || k == BLOCK_HUSH) && w->s.data[b->at] == '%';
  if (k == BLOCK_FIELD || k == BLOCK_PROMPT || percent)
    b->kind = BLOCK_PARAGRAPH;
  if (b->kind != BLOCK_PARAGRAPH || !w->o->blocks.len) return false;
  Block *last = &w->o->blocks.data[w->o->blocks.len - 1];
  if (!is_prose(last->kind) && last->kind != BLOCK_QUOTE) return false;
  if (!on_next_line(w->s, last->span, b->span)) return false;
  last->marked = last->marked || b->marked;
  last->span.end = b->span.end;
  last->content.end = trimmed(w->s, b->span).end;
  return true;
}

// Most paragraphs hold words alone. An item's marker is told by read_item.
static bool is_marked(Node n, BlockKind kind) {
  return node_named_count(n) > (kind == BLOCK_ITEM);
}

static void take_node(Walk *w, Node n) {
  uint16_t symbol = node_symbol(n);
  uint8_t kind = symbol < SYMBOLS ? w->o->symbols.kinds[symbol] : KIND_NONE;
  if (kind == KIND_NONE) return;
  Block b = {.kind = (BlockKind)kind, .language = w->language};
  b.at = node_span(n).start;
  b.span = whole_lines(w->s, node_span(n));
  b.marked = is_marked(n, b.kind);
  if (w->language == LANGUAGE_MARKDOWN && joins_markdown(w, &b)) return;
  read_block(w, &b, n);
  add_block(w, &b);
}

static void learn_symbols(Symbols *s) {
  memset(s->kinds, KIND_NONE, sizeof s->kinds);
  for (unsigned i = 0; i < sizeof block_types / sizeof *block_types; i++) {
    Str type = str_of(block_types[i].type);
    s->kinds[tree_symbol(GRAMMAR_JOT, type) % SYMBOLS] =
        (uint8_t)block_types[i].kind;
  }
  s->entry_marker = tree_symbol(GRAMMAR_JOT, STR("entry_marker"));
  s->task_open = tree_symbol(GRAMMAR_JOT, STR("task_open"));
  s->task_done = tree_symbol(GRAMMAR_JOT, STR("task_done"));
}

static void walk_tree(Walk *w, const Tree *tree) {
  learn_symbols(&w->o->symbols);
  // First of all, so that an arena used again holds it where it did before.
  vec_reserve_in(w->a, &w->o->blocks, node_child_count(tree_root(tree)));
  Cursor c;
  cursor_init(&c, tree_root(tree));
  if (cursor_down(&c)) {
    do take_node(w, cursor_node(&c));
    while (cursor_next(&c));
  }
  cursor_clear(&c);
}

// --- Plain text: by its lines ------------------------------------------------

// What a line of plain text is, if it is not blank. A comment hushes, and is
// nothing else.
static BlockKind kind_of_line(const Walk *w, Span *words) {
  Str s = text_slice(w->text, *words);
  if (str_starts(s, STR(">"))) return BLOCK_QUOTE;
  if (s.len < 11 || !str_starts(s, STR("<!--")) || !str_ends(s, STR("-->")))
    return BLOCK_PARAGRAPH;
  Span in = trimmed(w->s, (Span){words->start + 4, words->end - 3});
  if (!is_hush(text_slice(w->text, in))) return BLOCK_PARAGRAPH;
  *words = trimmed(w->s, (Span){in.start + 4, in.end});
  return BLOCK_HUSH;
}

// Blank lines part paragraphs; `>` begins a line that a mail quotes.
static void walk_lines(Walk *w) {
  Block b = {.language = LANGUAGE_PLAIN};
  bool open = false;
  for (uint32_t i = 0; i < w->text->lines.len; i++) {
    Span line = text_line(w->text, i), words = trimmed(w->s, line);
    bool blank = words.start == words.end;
    BlockKind kind = kind_of_line(w, &words);
    bool parts = blank || kind != b.kind || kind == BLOCK_HUSH;
    if (open && parts) add_block(w, &b), open = false;
    if (blank) continue;
    if (!open) b.kind = kind, b.span = line, b.content = words;
    open = true;
    b.span.end = line.end;
    b.content.end = words.end;
  }
  if (open) add_block(w, &b);
}

static Walk walk_new(const Text *text, Language language, Outline *o,
                     Arena *a) {
  return (Walk){
      .text = text, .s = text_str(text), .a = a, .language = language, .o = o};
}

const Outline *outline_run(const Text *text, const Tree *tree,
                           Language language, Arena *a) {
  Outline *o = arena_new(a, Outline);
  Walk w = walk_new(text, language, o, a);
  if (language == LANGUAGE_PLAIN)
    walk_lines(&w);
  else
    walk_tree(&w, tree);
  if (language == LANGUAGE_MARKDOWN) markdown_blocks(text, &o->blocks, a);
  settle(&w);
  return o;
}

// --- After an edit -----------------------------------------------------------

// The first block that ends at or behind `at`.
static uint32_t block_from(const Outline *o, uint32_t at) {
  uint32_t low = 0, high = o->blocks.len;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (o->blocks.data[mid].span.end < at)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

static Block moved(Block b, uint32_t by) {
  b.span = span_moved(b.span, by);
  b.content = span_moved(b.content, by);
  if (b.key.end) b.key = span_moved(b.key, by);
  b.at += by;
  return b;
}

// The first block that has to be looked at: the one before the change, whose
// end looks at the line behind it, or one whose form hangs on what is below.
static uint32_t front_of(const Outline *old, const Change *c) {
  uint32_t front = block_from(old, c->start);
  front -= front > 0;
  bool is_open = old->unsure.len && old->unsure.data[0] < front;
  return is_open ? old->unsure.data[0] : front;
}

// Whether all is as it was from behind the last block on: that stands behind
// the change and is what it was, and what may follow hangs on it alone.
static bool meets(const Outline *o, const Outline *old, const Change *c,
                  uint32_t *next) {
  if (!o->blocks.len) return false;
  const Block *b = &o->blocks.data[o->blocks.len - 1];
  uint32_t by = c->new_end - c->old_end;
  if (b->at < c->new_end || b->kind == BLOCK_NOTE || b->kind == BLOCK_HUSH ||
      b->kind == BLOCK_FRONT_MATTER)
    return false;
  for (; *next < old->blocks.len; ++*next) {
    uint32_t at = old->blocks.data[*next].at;
    if (at >= c->old_end && at + by >= b->at) break;
  }
  if (*next == old->blocks.len) return false;
  const Block *was = &old->blocks.data[*next];
  return was->at + by == b->at && was->kind == b->kind &&
         was->span.end + by == b->span.end;
}

// From the last block on until they meet; the old blocks from then on.
static uint32_t walk_change(Walk *w, const Tree *tree, const Outline *old,
                            const Change *change) {
  const Outline *o = w->o;
  uint32_t next = o->blocks.len, end = old->blocks.len;
  uint32_t at = next ? o->blocks.data[next - 1].span.end : 0;
  Cursor c;
  cursor_init(&c, tree_root(tree));
  for (bool more = cursor_down_to(&c, at); more; more = cursor_next(&c)) {
    uint32_t count = o->blocks.len;
    if (node_span(cursor_node(&c)).start >= at) take_node(w, cursor_node(&c));
    if (o->blocks.len == count || !meets(o, old, change, &next)) continue;
    end = next + 1;
    break;
  }
  cursor_clear(&c);
  return end;
}

const Outline *outline_again(const Outline *old, const Change *change,
                             const Text *text, const Tree *tree,
                             Language language, Arena *a) {
  if (language != LANGUAGE_JOT) return outline_run(text, tree, language, a);
  Outline *o = arena_new(a, Outline);
  Walk w = walk_new(text, language, o, a);
  uint32_t count = old->blocks.len, by = change->new_end - change->old_end;
  bool same = change->start > change->old_end;
  uint32_t front = same ? count : front_of(old, change);
  vec_reserve_in(a, &o->blocks, count + 16);
  if (front) memcpy(o->blocks.data, old->blocks.data, front * sizeof(Block));
  o->kept_front = o->blocks.len = front;
  o->symbols = old->symbols;
  uint32_t back = same ? count : walk_change(&w, tree, old, change);
  o->kept_back = count - back;
  for (uint32_t i = back; i < count; i++)
    vec_push_in(a, &o->blocks, moved(old->blocks.data[i], by));
  settle(&w);
  return o;
}
