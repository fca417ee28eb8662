// SPDX-License-Identifier: MIT
// Questions to an outline: fields and hushes.
#include "syntax/outline.h"

const Entry *outline_entry(const Outline *o, uint32_t block) {
  uint32_t low = 0, high = o->entries.len;
  while (high - low > 1) {
    uint32_t mid = low + (high - low) / 2;
    if (o->entries.data[mid].first_block <= block)
      low = mid;
    else
      high = mid;
  }
  return low < o->entries.len ? &o->entries.data[low] : NULL;
}

// How many of the fields stand before the block.
static uint32_t fields_before(const Outline *o, uint32_t block) {
  uint32_t low = 0, high = o->fields.len;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (o->fields.data[mid] < block)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

// The last such field among blocks [first, end), as an index, or UINT32_MAX.
static uint32_t last_field(const Outline *o, const Text *text, uint32_t first,
                           uint32_t end, Str key) {
  for (uint32_t i = fields_before(o, end); i-- > 0;) {
    uint32_t at = o->fields.data[i];
    if (at < first) break;
    if (str_eq(text_slice(text, o->blocks.data[at].key), key)) return at;
  }
  return UINT32_MAX;
}

Str outline_field(const Outline *o, const Text *text, uint32_t block, Str key) {
  const Entry *e = outline_entry(o, block);
  if (!e) return STR("");
  // A heading stands above its own fields.
  uint32_t end = block + 1;
  while (end < e->end_block && o->blocks.data[end].kind == BLOCK_FIELD) end++;
  uint32_t at = last_field(o, text, e->first_block, end, key);
  if (at == UINT32_MAX) at = last_field(o, text, 0, o->header_end, key);
  if (at == UINT32_MAX) return STR("");
  return text_slice(text, o->blocks.data[at].content);
}

static bool hush_has(const Hush *h, Str code) {
  if (!h->codes.len) return true;
  for (uint32_t i = 0; i < h->codes.len; i++)
    if (str_eq(h->codes.data[i], code)) return true;
  return false;
}

// The first hush that aims at the block or at one behind it: they are in order
// of what they aim at, as they are in order of place.
static uint32_t first_aimed(const Outline *o, uint32_t block) {
  return vec_first_from(o->hushes.data, o->hushes.len, sizeof *o->hushes.data,
                        offsetof(Hush, target), block);
}

bool outline_hushes(const Outline *o, uint32_t block, Str code) {
  for (uint32_t i = 0; i < o->file_hushes.len; i++)
    if (hush_has(&o->hushes.data[o->file_hushes.data[i]], code)) return true;
  for (uint32_t i = first_aimed(o, block); i < o->hushes.len; i++) {
    const Hush *h = &o->hushes.data[i];
    if (h->target != block) break;
    if (h->scope == HUSH_NEXT && hush_has(h, code)) return true;
  }
  return false;
}
