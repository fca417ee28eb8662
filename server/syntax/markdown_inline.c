// SPDX-License-Identifier: MIT
// The marks within Markdown's prose that Jot does not have.
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "syntax/markdown.h"

enum { TAG_MOST = 1000, LABEL_MOST = 200 }; // bytes

typedef struct Inline {
  const char *p; // the whole text
  Span content;
  RegionVec *regions;
  Arena *a;
  uint32_t had, next, covered; // the regions there were; what they cover
  Span under;                  // the underscores that may open emphasis
  uint32_t bracket;            // the last `[`
  uint32_t endless;            // bits: longer fences that nobody closes
} Inline;

static char at(const Inline *in, uint32_t i) {
  return i >= in->content.start && i < in->content.end ? in->p[i] : ' ';
}

static void add(Inline *in, RegionKind kind, uint32_t start, uint32_t end) {
  Span s = {start - in->content.start, end - in->content.start};
  vec_push_in(in->a, in->regions, (Region){.span = s, .kind = kind});
}

// Where what another mark passes over ends, if `i` stands in such.
static uint32_t covered_to(Inline *in, uint32_t i) {
  uint32_t here = i - in->content.start;
  for (; in->next < in->had; in->next++) {
    const Region *r = &in->regions->data[in->next];
    if (r->span.start > here) break;
    bool words = r->kind == REGION_SPEECH || r->kind == REGION_MENTION;
    if (!words && r->span.end > in->covered) in->covered = r->span.end;
  }
  return here < in->covered ? in->content.start + in->covered : 0;
}

static uint32_t run_end(const Inline *in, uint32_t i) {
  uint32_t end = i;
  while (end < in->content.end && in->p[end] == in->p[i]) end++;
  return end;
}

// The first `what` from `from` on that stands within `most` bytes; else 0.
static uint32_t find(const Inline *in, uint32_t from, const char *what,
                     uint32_t most) {
  uint32_t end = in->content.end - from > most ? from + most : in->content.end;
  Str rest = {in->p + from, end - from};
  ptrdiff_t found = str_find(rest, str_of(what));
  return found < 0 ? 0 : from + (uint32_t)found;
}

// Each of these reads what begins at `i` and returns where it ends: the next
// byte, where it is nothing.

static uint32_t read_underscores(Inline *in, uint32_t i) {
  uint32_t end = run_end(in, i);
  char before = at(in, i - 1), after = at(in, end);
  bool fits = end - i == span_len(in->under) && !is_space(before);
  if (fits && !is_word_byte(after)) {
    add(in, REGION_MARK, in->under.start, in->under.end);
    add(in, REGION_MARK, i, end);
    in->under = (Span){0, 0};
  } else if (!is_word_byte(before) && !is_space(after)) {
    in->under = (Span){i, end};
  }
  return end;
}

static uint32_t read_fence(Inline *in, uint32_t i) {
  uint32_t end = run_end(in, i), width = end - i;
  if (width >= 32 || in->endless & 1u << width) return end;
  for (uint32_t k = end; k < in->content.end; k++) {
    if (in->p[k] != '`') continue;
    uint32_t stop = run_end(in, k);
    if (stop - k == width) return add(in, REGION_OPAQUE, i, stop), stop;
    k = stop;
  }
  in->endless |= 1u << width;
  return end;
}

static uint32_t read_tag(Inline *in, uint32_t i) {
  Str rest = {in->p + i, in->content.end - i};
  bool comment = str_starts(rest, STR("<!--"));
  char c = at(in, i + 1 + (at(in, i + 1) == '/'));
  if (!comment && !((c | 32) >= 'a' && (c | 32) <= 'z')) return i + 1;
  uint32_t k = i + 2;
  while (is_word_byte(at(in, k)) || at(in, k) == '-') k++;
  bool parted = strchr(" \t\r\n/>", at(in, k)) && at(in, k);
  if (!comment && !parted) return i + 1;
  uint32_t found = comment ? find(in, i + 4, "-->", TAG_MOST)
                           : find(in, i + 1, ">", TAG_MOST);
  if (!found) return i + 1;
  uint32_t end = found + (comment ? 3 : 1);
  return add(in, REGION_MARK, i, end), end;
}

// A picture is no word of the text, whatever is said in its place.
static uint32_t read_picture(Inline *in, uint32_t i) {
  uint32_t middle = at(in, i + 1) == '[' ? find(in, i, "](", TAG_MOST) : 0;
  uint32_t end = middle ? find(in, middle, ")", TAG_MOST) : 0;
  if (!end) return i + 1;
  return add(in, REGION_OPAQUE, i, end + 1), end + 1;
}

static uint32_t label_end(const Inline *in, uint32_t i) {
  uint32_t k = i + 1;
  while (k < in->content.end && k < i + LABEL_MOST &&
         !strchr("[]\r\n", in->p[k]))
    k++;
  return at(in, k) == ']' ? k + 1 : 0;
}

// `[^1]` refers to a note, `][label]` says where the words before it lead.
static uint32_t read_bracket(Inline *in, uint32_t i) {
  bool note = in->p[i] == '[' && at(in, i + 1) == '^';
  bool target = in->p[i] == ']' && at(in, i + 1) == '[' && in->bracket;
  uint32_t end = note ? label_end(in, i) : target ? label_end(in, i + 1) : 0;
  if (in->p[i] == '[') in->bracket = i + 1;
  if (!end) return i + 1;
  if (target) add(in, REGION_MARK, in->bracket - 1, in->bracket);
  in->bracket = 0;
  return add(in, REGION_MARK, i, end), end;
}

static uint32_t read_backslash(Inline *in, uint32_t i) {
  char c = at(in, i + 1);
  bool marks = c > ' ' && c < 127 && !is_word_byte(c);
  if (!marks && c != '\n' && c != '\r') return i + 1;
  add(in, REGION_MARK, i, i + 1);
  return i + 2;
}

static uint32_t read_tildes(Inline *in, uint32_t i) {
  uint32_t end = run_end(in, i);
  if (end - i == 2) add(in, REGION_MARK, i, end);
  return end;
}

// What read_mark looks at: most bytes are none of these.
static const bool may_mark[256] = {
    ['_'] = true, ['`'] = true, ['<'] = true,  ['!'] = true,
    ['['] = true, [']'] = true, ['\\'] = true, ['~'] = true,
};

static uint32_t read_mark(Inline *in, uint32_t i) {
  switch (in->p[i]) {
  case '_': return read_underscores(in, i);
  case '`': return read_fence(in, i);
  case '<': return read_tag(in, i);
  case '!': return read_picture(in, i);
  case '[':
  case ']': return read_bracket(in, i);
  case '\\': return read_backslash(in, i);
  case '~': return read_tildes(in, i);
  default: return i + 1;
  }
}

static int by_start(const void *a, const void *b) {
  const Region *x = a, *y = b;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  return (x->span.end < y->span.end) - (x->span.end > y->span.end);
}

// What stands in something passed over is passed over with it, and in speech
// only marks count.
static void settle(RegionVec *v) {
  uint32_t kept = 0, end = 0, spoken = 0;
  qsort(v->data, v->len, sizeof *v->data, by_start);
  for (uint32_t i = 0; i < v->len; i++) {
    Region r = v->data[i];
    bool speech = r.kind == REGION_SPEECH;
    if (r.span.start < end) continue;
    if (r.span.start < spoken && r.kind != REGION_MARK) continue;
    if (speech)
      spoken = r.span.end;
    else
      end = r.span.end;
    v->data[kept++] = r;
  }
  v->len = kept;
}

void markdown_regions(Str s, Span content, RegionVec *regions, Arena *a) {
  Inline in = {.p = s.data,
               .content = content,
               .regions = regions,
               .a = a,
               .had = regions->len};
  for (uint32_t i = content.start; i < content.end;) {
    if (!may_mark[(unsigned char)s.data[i]]) {
      i++;
      continue;
    }
    uint32_t passed = covered_to(&in, i);
    i = passed ? passed : read_mark(&in, i);
  }
  if (regions->len > in.had) settle(regions);
}
