// SPDX-License-Identifier: MIT
// The blocks of Markdown that Jot's grammar takes for paragraphs.
#include "syntax/markdown.h"

#include <string.h>

#include "base/ascii.h"

enum { NESTING_MOST = 32, TAB = 4, CODE_INDENT = 4, NAME_MOST = 12 };

typedef struct Walk {
  const Text *text;
  Str s;
  Arena *a;
  BlockVec out;
  uint32_t columns[NESTING_MOST]; // where the words of the items around begin
  uint32_t nesting;
  uint32_t line; // of the text, that was looked at last
  Str raw;       // the end of HTML that no blank line ends; else empty
} Walk;

// A line of a paragraph, without the blanks around it.
typedef struct Line {
  Span span;
  Str words;
  uint32_t indent; // columns
} Line;

static uint32_t columns_of(Str blanks) {
  uint32_t columns = 0;
  for (size_t i = 0; i < blanks.len; i++)
    columns += blanks.data[i] == '\t' ? TAB - columns % TAB : 1;
  return columns;
}

// The line at `at`, as far as `end`. Lines are asked for in order, or nearly.
static Line line_from(Walk *w, uint32_t at, uint32_t end) {
  while (w->line && w->text->lines.data[w->line] > at) w->line--;
  while (w->line + 1 < w->text->lines.len &&
         w->text->lines.data[w->line + 1] <= at)
    w->line++;
  uint32_t stop = text_line(w->text, w->line).end, from = at;
  if (stop > end) stop = end;
  if (stop < at) stop = at;
  while (from < stop && is_blank(w->s.data[from])) from++;
  return (Line){.span = {at, stop},
                .words = str_trim(str_slice(w->s, from, stop)),
                .indent = columns_of(str_slice(w->s, at, from))};
}

static uint32_t next_line(const Walk *w, const Line *l, uint32_t end) {
  uint32_t at = l->span.end;
  if (at < end && w->s.data[at] == '\r') at++;
  if (at < end && w->s.data[at] == '\n') at++;
  return at;
}

// --- What a line may be ------------------------------------------------------

// Nothing but one character (and blanks, where `loose`), `least` times.
static bool is_run(Str words, char c, unsigned least, bool loose) {
  unsigned count = 0;
  for (size_t i = 0; i < words.len; i++) {
    if (words.data[i] == c)
      count++;
    else if (!loose || !is_blank(words.data[i]))
      return false;
  }
  return count >= least;
}

// The row below a table's head: dashes, with a bar among them.
static bool is_table_row(const Line *l) {
  bool bar = false, dash = false;
  for (size_t i = 0; i < l->words.len; i++) {
    char c = l->words.data[i];
    if (!strchr("|-: \t", c) || !c) return false;
    bar |= c == '|', dash |= c == '-';
  }
  return bar && dash;
}

// "[label]:" or "[^label]:": how long it is, 0 where it is none.
static uint32_t definition(Str words) {
  if (!words.len || words.data[0] != '[') return 0;
  size_t at = 1;
  while (at < words.len && !strchr("[]\n\r", words.data[at])) at++;
  bool ends = at > 1 && at + 1 < words.len && words.data[at] == ']' &&
              words.data[at + 1] == ':';
  return ends ? (uint32_t)at + 2 : 0;
}

static bool is_note(Str words) {
  return definition(words) && words.data[1] == '^';
}

// Elements that begin a block even straight below a paragraph.
static const char block_elements[] =
    " address article aside base basefont blockquote body caption center col "
    "colgroup dd details dialog dir div dl dt fieldset figcaption figure "
    "footer "
    "form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend "
    "li "
    "link main menu menuitem nav noframes ol optgroup option p param search "
    "section summary table tbody td tfoot th thead title tr track ul ";
static const char raw_elements[] = " pre script style textarea ";

static Str element_of(Str words) {
  size_t from = words.len > 1 && words.data[1] == '/' ? 2 : 1, end = from;
  while (end < words.len && (is_letter(words.data[end]) ||
                             (end > from && is_digit(words.data[end]))))
    end++;
  return str_slice(words, from, end);
}

static bool is_among(const char *elements, Str name) {
  char key[NAME_MOST + 3] = " ";
  if (!name.len || name.len > NAME_MOST) return false;
  for (size_t i = 0; i < name.len; i++)
    key[i + 1] =
        is_letter(name.data[i]) ? (char)(name.data[i] | 32) : name.data[i];
  key[name.len + 1] = ' ';
  return strstr(elements, key) != NULL;
}

static Str closing_of(Str name) {
  static const Str closing[] = {
      {"</pre", 5}, {"</script", 8}, {"</style", 7}, {"</textarea", 10}};
  size_t i = 0;
  while (i < 3 && !str_eq_nocase(str_slice(closing[i], 2, 99), name)) i++;
  return closing[i];
}

// A tag by itself on its line, of whatever name.
static bool is_lone_tag(Str words) {
  Str name = element_of(words);
  size_t at = (size_t)(name.data - words.data) + name.len;
  if (!name.len || at >= words.len || !strchr(" \t/>", words.data[at]))
    return false;
  return str_find(words, STR(">")) == (ptrdiff_t)words.len - 1;
}

// Whether HTML begins; what ends it, where that is not the next blank line.
static bool opens_html(Str words, bool within, Str *end) {
  *end = STR("");
  if (!str_starts(words, STR("<")) || words.len < 3) return false;
  if (str_starts(words, STR("<!--"))) return *end = STR("-->"), true;
  if (words.data[1] == '?') return *end = STR("?>"), true;
  if (words.data[1] == '!') return is_letter(words.data[2]);
  Str name = element_of(words);
  size_t behind = (size_t)(name.data - words.data) + name.len;
  bool parted = behind == words.len || strchr(" \t/>", words.data[behind]);
  if (!name.len || !parted) return false;
  if (is_among(raw_elements, name) && words.data[1] != '/')
    return *end = closing_of(name), true;
  return is_among(block_elements, name) || (!within && is_lone_tag(words));
}

// --- Blocks
// -------------------------------------------------------------------

static Span trimmed(Str s, Span at) {
  while (at.start < at.end && (unsigned char)s.data[at.start] <= ' ')
    at.start++;
  while (at.end > at.start && (unsigned char)s.data[at.end - 1] <= ' ')
    at.end--;
  return at;
}

static bool is_date(Str words) {
  static const char form[] = "dddd-dd-dd";
  if (words.len < sizeof form - 1) return false;
  for (size_t i = 0; form[i]; i++)
    if (form[i] == 'd' ? !is_digit(words.data[i]) : words.data[i] != '-')
      return false;
  return true;
}

// A part of what Jot takes for one paragraph is read by its marks, which may
// begin in another part.
static uint64_t context_of(const Walk *w, const Block *whole, Span part) {
  if (part.start == whole->span.start && part.end == whole->span.end) return 0;
  return str_hash(text_slice(w->text, whole->span)) +
         (part.start - whole->span.start) + 1;
}

static Block *put(Walk *w, const Block *like, BlockKind kind, Span span) {
  if (span.start >= span.end) return NULL;
  Block b = {.kind = kind,
             .span = span,
             .content = trimmed(w->s, span),
             .language = like->language,
             .marked = like->marked,
             .context = context_of(w, like, span),
             .at = like->at};
  vec_push_in(w->a, &w->out, b);
  return &w->out.data[w->out.len - 1];
}

// What stands over the line of `=` or `-`, which is the end of its span.
static void put_heading(Walk *w, const Block *like, Span words, uint32_t end,
                        uint8_t depth) {
  Block *b = put(w, like, BLOCK_HEADING, words);
  if (!b) return;
  b->span.end = end;
  b->depth = depth;
  b->dated = is_date(text_slice(w->text, b->content));
  if (b->dated) b->key = (Span){b->content.start, b->content.start + 10};
}

// What a line of a paragraph is. `within`: prose stands straight above it.
typedef enum LineKind {
  LINE_PROSE,
  LINE_UNDER_1, // === below a heading
  LINE_UNDER_2, // ---
  LINE_INDENTED,
  LINE_HTML,
  LINE_TABLE,
  LINE_TARGET, // [label]: where it leads
  LINE_NOTE,   // [^label]: words
} LineKind;

static bool heads_table(Walk *w, const Line *l, uint32_t end) {
  uint32_t next = next_line(w, l, end);
  if (next >= end) return false;
  Line below = line_from(w, next, end);
  return is_table_row(&below) && str_find(l->words, STR("|")) >= 0;
}

static LineKind kind_of(Walk *w, const Line *l, const Block *b, uint32_t base,
                        bool within) {
  Str end;
  bool deep = l->indent >= base + CODE_INDENT;
  if (deep) return within ? LINE_PROSE : LINE_INDENTED;
  if (within && is_run(l->words, '=', 1, false)) return LINE_UNDER_1;
  if (within && is_run(l->words, '-', 1, false)) return LINE_UNDER_2;
  if (opens_html(l->words, within, &end)) return LINE_HTML;
  if (heads_table(w, l, b->span.end)) return LINE_TABLE;
  if (is_note(l->words)) return LINE_NOTE;
  return !within && definition(l->words) ? LINE_TARGET : LINE_PROSE;
}

// Up to the line that ends it. What a blank line does not end may go on in the
// blocks below; a comment that nobody closes hides nothing there.
static uint32_t html_end(Walk *w, const Block *b, Line l) {
  Str end;
  opens_html(l.words, false, &end);
  if (!end.len) return b->span.end;
  while (str_find(l.words, end) < 0) {
    if (l.span.end == b->span.end) {
      if (str_starts(end, STR("</"))) w->raw = end;
      break;
    }
    l = line_from(w, next_line(w, &l, b->span.end), b->span.end);
  }
  return l.span.end;
}

static uint32_t indented_end(Walk *w, const Block *b, Line l, uint32_t base) {
  for (uint32_t at = l.span.end;; at = l.span.end) {
    if (at == b->span.end) return at;
    l = line_from(w, next_line(w, &l, b->span.end), b->span.end);
    if (l.indent < base + CODE_INDENT) return at;
  }
}

// Of what is no prose: where it ends.
static uint32_t put_other(Walk *w, const Block *b, const Line *l, LineKind kind,
                          uint32_t base) {
  uint32_t end = kind == LINE_INDENTED ? indented_end(w, b, *l, base)
                 : kind == LINE_HTML   ? html_end(w, b, *l)
                 : kind == LINE_TABLE  ? b->span.end
                                       : l->span.end;
  BlockKind as = kind == LINE_TARGET ? BLOCK_NOTE : BLOCK_CODE;
  put(w, b, as, (Span){l->span.start, end});
  return end;
}

// Prose under way: its lines, and where its words begin.
typedef struct Prose {
  Span span;
  uint32_t words;
} Prose;

static void put_prose(Walk *w, const Block *like, Prose *p) {
  Block *b = put(w, like, BLOCK_PARAGRAPH, p->span);
  if (b && p->words > b->content.start) {
    Span rest = {p->words, b->content.end};
    if (rest.start > rest.end) rest.start = rest.end;
    b->content = trimmed(w->s, rest);
  }
  p->span = (Span){0, 0};
}

static uint32_t words_of(const Walk *w, const Line *l, LineKind kind) {
  uint32_t from = (uint32_t)(l->words.data - w->s.data);
  return kind == LINE_NOTE ? from + definition(l->words) : from;
}

static void split_paragraph(Walk *w, const Block *b, uint32_t from,
                            uint32_t base) {
  Prose p = {0};
  uint32_t stop = b->span.end;
  for (uint32_t at = from, end; at < stop;) {
    Line l = line_from(w, at, stop);
    LineKind kind = kind_of(w, &l, b, base, p.span.end > 0);
    end = l.span.end;
    if (kind == LINE_UNDER_1 || kind == LINE_UNDER_2) {
      put_heading(w, b, p.span, end, kind == LINE_UNDER_1 ? 1 : 2);
      p.span = (Span){0, 0};
    } else if (kind == LINE_PROSE && p.span.end) {
      p.span.end = end;
    } else {
      put_prose(w, b, &p);
      bool prose = kind == LINE_PROSE || kind == LINE_NOTE;
      if (prose) p = (Prose){.span = l.span, .words = words_of(w, &l, kind)};
      if (!prose) end = put_other(w, b, &l, kind, base);
    }
    l.span.end = end;
    at = next_line(w, &l, stop);
  }
  put_prose(w, b, &p);
}

// --- All of them
// --------------------------------------------------------------

// How far in what belongs to an item of the list around stands; deeper items
// than the indent are done with.
static uint32_t base_of(Walk *w, uint32_t indent) {
  while (w->nesting && w->columns[w->nesting - 1] > indent) w->nesting--;
  return w->nesting ? w->columns[w->nesting - 1] : 0;
}

static void note_item(Walk *w, const Block *b) {
  uint32_t marker = b->at, end = marker;
  while (end < b->span.end && !is_blank(w->s.data[end])) end++;
  base_of(w, b->indent);
  if (w->nesting < NESTING_MOST)
    w->columns[w->nesting++] = b->indent + (end - marker) + 1;
}

// A break straight below a paragraph underlines it.
static bool underlines(Walk *w, const Block *b) {
  Block *last = w->out.len ? &w->out.data[w->out.len - 1] : NULL;
  if (!last || last->kind != BLOCK_PARAGRAPH || w->s.data[b->at] != '-')
    return false;
  Line l = {.span = last->span};
  if (next_line(w, &l, b->span.end) != b->span.start) return false;
  Block heading = *last;
  w->out.len--;
  put_heading(w, &heading, heading.span, b->span.end, 2);
  return true;
}

// What stands within <pre> and its like; where it ends, or the block's end.
static uint32_t put_raw(Walk *w, const Block *b) {
  Str text = text_slice(w->text, b->span);
  ptrdiff_t found = str_find(text, w->raw);
  uint32_t end = b->span.end;
  if (found >= 0) {
    Line l = line_from(w, b->span.start + (uint32_t)found, end);
    end = l.span.end;
    w->raw = STR("");
  }
  put(w, b, BLOCK_CODE, (Span){b->span.start, end});
  Line last = {.span = {b->span.start, end}};
  return next_line(w, &last, b->span.end);
}

static void settle(Walk *w, const Block *b) {
  uint32_t from = b->span.start;
  if (w->raw.len) from = put_raw(w, b);
  if (from >= b->span.end) return;
  Line first = line_from(w, from, b->span.end);
  Str words = text_slice(w->text, b->content);
  char c = w->s.data[b->at];
  if (b->kind == BLOCK_PARAGRAPH)
    split_paragraph(w, b, from, base_of(w, first.indent));
  else if (b->kind == BLOCK_ITEM && (c == '*' || c == '-') &&
           is_run(words, c, 2, true))
    put(w, b, BLOCK_BREAK, b->span);
  else if (b->kind != BLOCK_BREAK || !underlines(w, b))
    vec_push_in(w->a, &w->out, *b);
  if (b->kind == BLOCK_ITEM)
    note_item(w, b);
  else
    base_of(w, first.indent);
}

void markdown_blocks(const Text *text, BlockVec *blocks, Arena *a) {
  Walk w = {.text = text, .s = text_str(text), .a = a};
  vec_reserve_in(a, &w.out, blocks->len);
  for (uint32_t i = 0; i < blocks->len; i++) settle(&w, &blocks->data[i]);
  *blocks = w.out;
}
