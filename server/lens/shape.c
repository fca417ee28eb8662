// SPDX-License-Identifier: MIT
#include "lens/shape.h"

#include <string.h>

static const Str keywords[] = {
    {"lens", 4},    {"from", 4},  {"set", 3},      {"phrase", 6}, {"hint", 4},
    {"notice", 6},  {"also", 4},  {"turn", 4},     {"says", 4},   {"asks", 4},
    {"weight", 6},  {"level", 5}, {"only", 4},     {"off", 3},    {"about", 5},
    {"hush", 4},    {"when", 4},  {"but", 3},      {"unless", 6}, {"with", 4},
    {"without", 7}, {"fix", 3},   {"flag", 4},     {"pass", 4},   {"broad", 5},
    {"fine", 4},    {"near", 4},  {"feelings", 8},
};
enum { KEYWORDS = sizeof keywords / sizeof *keywords };

static unsigned least(unsigned a, unsigned b) {
  return a < b ? a : b;
}

// Edits (letters put in, left out, changed, swapped) between two short words.
static unsigned distance(Str a, Str b) {
  unsigned rows[3][34] = {{0}};
  for (unsigned j = 0; j <= b.len; j++) rows[0][j] = j;
  for (unsigned i = 1; i <= a.len; i++) {
    unsigned *row = rows[i % 3], *up = rows[(i + 2) % 3];
    const unsigned *up2 = rows[(i + 1) % 3];
    row[0] = i;
    for (unsigned j = 1; j <= b.len; j++) {
      bool same = a.data[i - 1] == b.data[j - 1];
      row[j] = least(up[j - 1] + !same, least(up[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] &&
          a.data[i - 2] == b.data[j - 1])
        row[j] = least(row[j], up2[j - 2] + 1);
    }
  }
  return rows[a.len % 3][b.len];
}

Str shape_nearest(Str written, const Str *names, uint32_t count) {
  Str best = STR("");
  unsigned most = written.len < 5 ? 1 : 2;
  if (written.len > 32 || written.len < 2) return best;
  for (uint32_t i = 0; i < count; i++) {
    if (names[i].len > 32) continue;
    unsigned d = distance(written, names[i]);
    if (d > most || str_eq(written, names[i])) continue;
    best = names[i];
    most = d ? d - 1 : 0;
  }
  return best;
}

static bool is_keyword(Str word) {
  for (unsigned i = 0; i < KEYWORDS; i++)
    if (str_eq(word, keywords[i])) return true;
  return false;
}

static Str first_word(Str line) {
  line = str_trim(line);
  size_t n = 0;
  while (n < line.len && line.data[n] != ' ' && line.data[n] != '\t') n++;
  return str_slice(line, 0, n);
}

// How many of `open` are left open (positive) or closed too often (negative).
static int balance(Str line, Str open, Str close) {
  int depth = 0;
  bool quoted = false;
  for (size_t i = 0; i < line.len; i++) {
    if (line.data[i] == '"') quoted = !quoted;
    if (quoted) continue;
    Str rest = str_slice(line, i, line.len);
    depth += str_starts(rest, open) - str_starts(rest, close);
  }
  return depth;
}

static bool has_odd_quotes(Str line) {
  bool odd = false;
  for (size_t i = 0; i < line.len; i++) {
    if (line.data[i] == '\\')
      i++;
    else
      odd ^= line.data[i] == '"';
  }
  return odd;
}

static const char *unbalanced(Str line) {
  if (has_odd_quotes(line)) return "a “\"” opens here that nothing closes";
  int parens = balance(line, STR("("), STR(")"));
  int squares = balance(line, STR("["), STR("]"));
  int marks = balance(line, STR("«"), STR("»"));
  if (parens > 0) return "a “(” is left open in this line";
  if (parens < 0) return "a “)” closes nothing in this line";
  if (squares > 0) return "a “[” is left open in this line";
  if (squares < 0) return "a “]” closes nothing in this line";
  if (marks > 0) return "a “«” is left open in this line";
  if (marks < 0) return "a “»” closes nothing in this line";
  return NULL;
}

static void unknown_keyword(const LensReport *r, const LensFile *f, Span at,
                            Str word) {
  Str near = shape_nearest(word, keywords, KEYWORDS);
  if (near.len)
    lens_trouble(r, f, at,
                 "“" STR_FMT
                 "” begins no line of a lens; did you mean “" STR_FMT "”?",
                 STR_ARG(word), STR_ARG(near));
  else
    lens_trouble(r, f, at, "“" STR_FMT "” begins no line of a lens",
                 STR_ARG(str_slice(word, 0, 60)));
}

static bool said_already(const LensReport *r, const LensFile *f, Span line) {
  if (!r->troubles) return true;
  for (uint32_t i = r->troubles->len; i; i--) {
    const LensTrouble *t = &r->troubles->data[i - 1];
    if (!str_eq(t->path, f->path)) return false;
    if (line.start <= t->span.start && t->span.start <= line.end) return true;
  }
  return false;
}

// `sure`: the parser's error begins in this very line.
static void line_trouble(const LensReport *r, const LensFile *f, Span line,
                         bool sure) {
  Str text = str_slice(f->bytes, line.start, line.end);
  Str word = first_word(text);
  if (!word.len || word.data[0] == '#' || said_already(r, f, line)) return;
  uint32_t start = (uint32_t)(word.data - f->bytes.data);
  Span at = {start, start + (uint32_t)word.len};
  const char *open = unbalanced(text);
  if (!is_keyword(word) && word.data[0] != '"')
    unknown_keyword(r, f, at, word);
  else if (open)
    lens_trouble(r, f, (Span){start, line.end}, "%s", open);
  else if (sure && str_trim(text).len == word.len)
    lens_trouble(r, f, at, "something is missing behind “" STR_FMT "”",
                 STR_ARG(word));
  else if (sure)
    lens_trouble(r, f, (Span){start, line.end},
                 "this line cannot be read as “" STR_FMT " …”", STR_ARG(word));
}

static Span line_span(const LensFile *f, uint32_t line) {
  uint32_t start = f->lines.data[line - 1];
  uint32_t end =
      line < f->lines.len ? f->lines.data[line] : (uint32_t)f->bytes.len;
  while (end > start &&
         (f->bytes.data[end - 1] == '\n' || f->bytes.data[end - 1] == '\r'))
    end--;
  return (Span){start, end};
}

void shape_trouble(const LensReport *r, const LensFile *f, Span error) {
  uint32_t first = lens_line(f, error.start);
  uint32_t last =
      lens_line(f, error.end > error.start ? error.end - 1 : error.end);
  for (uint32_t line = first; line <= last; line++)
    line_trouble(r, f, line_span(f, line), line == first);
}

// Also one that is spelt wrong, as its trouble says.
static bool holds_back(Str word) {
  static const Str names[] = {
      {"but", 3}, {"unless", 6}, {"with", 4}, {"without", 7}, {"only", 4}};
  Str meant = is_keyword(word) ? word : shape_nearest(word, keywords, KEYWORDS);
  for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
    if (str_eq(meant, names[i])) return true;
  return false;
}

void shape_tear(LensFile *f, Span error, Arena *a) {
  uint32_t last =
      lens_line(f, error.end > error.start ? error.end - 1 : error.end);
  for (uint32_t l = lens_line(f, error.start); l <= last; l++) {
    Span line = line_span(f, l);
    Str word = first_word(str_slice(f->bytes, line.start, line.end));
    if (holds_back(word)) vec_push_in(a, &f->torn, line.start);
    if (str_eq(word, STR("fix"))) vec_push_in(a, &f->torn_fixes, line.start);
  }
}
