// SPDX-License-Identifier: MIT
// What edits did to a text, and how much of its outline that concerns.
#include "syntax/outline.h"

void change_add(Change *c, const TextEdit *edit) {
  bool is_first = c->start > c->old_end;
  if (is_first) *c = (Change){edit->start, edit->old_end, edit->old_end};
  if (edit->start < c->start) c->start = edit->start;
  if (edit->old_end > c->new_end) {
    c->old_end += edit->old_end - c->new_end;
    c->new_end = edit->old_end;
  }
  c->new_end += edit->new_end - edit->old_end;
}

static bool is_prose(BlockKind kind) {
  return kind == BLOCK_PARAGRAPH || kind == BLOCK_ITEM;
}

static bool same_span(Span a, Span b, uint32_t by) {
  return a.start + by == b.start && a.end + by == b.end;
}

// Whether a block that is no prose says what it said.
static bool is_same(const Block *old, const Block *b, const Change *c) {
  bool below = old->at >= c->old_end;
  uint32_t by = below ? c->new_end - c->old_end : 0;
  return (below || old->span.end < c->start) && old->kind == b->kind &&
         old->dated == b->dated && same_span(old->span, b->span, by) &&
         same_span(old->content, b->content, by) &&
         same_span(old->key, b->key, old->key.end ? by : 0);
}

bool outline_is_steady(const Outline *o, const Outline *old, const Change *c) {
  if (o->blocks.len != old->blocks.len) return false;
  for (uint32_t i = o->kept_front; i < o->blocks.len - o->kept_back; i++) {
    const Block *b = &o->blocks.data[i], *was = &old->blocks.data[i];
    bool prose = is_prose(b->kind) && is_prose(was->kind);
    if (!prose && !is_same(was, b, c)) return false;
  }
  return true;
}
