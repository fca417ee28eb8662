// SPDX-License-Identifier: MIT
// What edits did to a text, and how much of its outline that concerns.
#include <stddef.h>

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

static uint32_t next_mark(const Outline *o, uint32_t at, uint32_t end) {
  while (at < end && is_prose(o->blocks.data[at].kind)) at++;
  return at;
}

// Whether only prose came, went or changed.
static bool keeps_marks(const Outline *o, const Outline *old, const Change *c,
                        const Part *part) {
  uint32_t i = next_mark(o, part->first, part->end);
  uint32_t k = next_mark(old, part->first, part->old_end);
  for (; i < part->end && k < part->old_end;) {
    if (!is_same(&old->blocks.data[k], &o->blocks.data[i], c)) return false;
    i = next_mark(o, i + 1, part->end);
    k = next_mark(old, k + 1, part->old_end);
  }
  return i == part->end && k == part->old_end;
}

static uint32_t first_prose(const Outline *o, uint32_t at, uint32_t end) {
  while (at < end && !is_prose(o->blocks.data[at].kind)) at++;
  return at;
}

// Whether the entry begins above the part, its first prose included: by that it
// is settled whom all of it is about.
static bool goes_on(const Outline *o, uint32_t block) {
  const Entry *e = outline_entry(o, block);
  return e && first_prose(o, e->first_block, block) < block;
}

// Prose that came or changed concerns the entry only in what may be shown of
// it; where it is the entry's first, that has to stand where one stood.
static bool is_prose_alone(const Outline *o, const Outline *old,
                           const Change *c, const Part *part) {
  uint32_t at = first_prose(o, part->first, part->end);
  uint32_t was = first_prose(old, part->first, part->old_end);
  return at < part->end && keeps_marks(o, old, c, part) &&
         ((at == was && was < part->old_end) || goes_on(o, part->first));
}

// Makes it whole entries; not where the fields above all of them may be other
// ones.
static bool widen(const Outline *o, const Outline *old, Part *part) {
  const Entry *e = outline_entry(o, part->first);
  const Entry *was = outline_entry(old, part->first);
  if (!e || !was || part->first <= o->header_end ||
      part->first <= old->header_end)
    return false;
  part->first =
      e->first_block < was->first_block ? e->first_block : was->first_block;
  uint32_t next =
      vec_first_from(o->entries.data, o->entries.len, sizeof *o->entries.data,
                     offsetof(Entry, first_block), part->end);
  uint32_t end =
      next < o->entries.len ? o->entries.data[next].first_block : o->blocks.len;
  part->old_end += end - part->end;
  part->end = end;
  return true;
}

// No hush reaches out of [0, end), and none of [first, end) is the file's.
static bool hushes_stay(const Outline *o, uint32_t first, uint32_t end) {
  for (uint32_t i = 0; i < o->hushes.len; i++) {
    const Hush *h = &o->hushes.data[i];
    if (h->block >= end) break;
    if (h->block >= first && h->scope == HUSH_FILE) return false;
    if (h->target >= end && h->target != UINT32_MAX) return false;
  }
  return true;
}

bool outline_part(const Outline *o, const Outline *old, const Change *c,
                  Part *part) {
  part->first = o->kept_front;
  part->end = o->blocks.len - o->kept_back;
  part->old_end = old->blocks.len - o->kept_back;
  return o->kind == old->kind &&
         (is_prose_alone(o, old, c, part) || widen(o, old, part)) &&
         hushes_stay(o, part->first, part->end) &&
         hushes_stay(old, part->first, part->old_end);
}
