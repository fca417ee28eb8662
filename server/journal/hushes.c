// SPDX-License-Identifier: MIT
#include "journal/hushes.h"

#include "base/map.h"

enum { CODE_MOST = 64 }; // bytes; no code is longer

typedef struct Check {
  const LensSet *lenses;
  Str text;
  Map seen; // codes, known ones and told ones
  Arena *a;
  HushSlips *out;
} Check;

static void tell(Check *c, Str code, Str near) {
  uint32_t start = (uint32_t)(code.data - c->text.data);
  HushSlip slip = {.span = {start, start + (uint32_t)code.len}};
  slip.message = near.len ? str_printf(c->a,
                                       "No hint is called “" STR_FMT
                                       "”; did you mean “" STR_FMT "”?",
                                       STR_ARG(code), STR_ARG(near))
                          : str_printf(c->a,
                                       "No hint is called “" STR_FMT
                                       "”, so the word hushes nothing.",
                                       STR_ARG(code));
  vec_push_in(c->a, c->out, slip);
}

static bool is_known(const Check *c, Str code) {
  return lens_hint_find(c->lenses, code) != NULL;
}

// One word is a code, right or wrong; several may be a note that begins so.
static bool are_codes(const Check *c, const Hush *h) {
  bool is_one = h->codes.len == 1;
  for (uint32_t i = 0; i < h->codes.len && !is_one; i++) {
    Str code = h->codes.data[i];
    is_one = is_known(c, code) || lens_hint_nearest(c->lenses, code).len;
  }
  return is_one;
}

static void check(Check *c, const Hush *h) {
  bool is_note = false;
  for (uint32_t i = 0; i < h->codes.len && !is_note; i++) {
    Str code = h->codes.data[i];
    if (map_has(&c->seen, code)) continue;
    bool is_slip = !is_known(c, code) && code.len <= CODE_MOST;
    is_note = is_slip && !are_codes(c, h);
    if (is_note) continue;
    map_put(&c->seen, code, 1);
    if (is_slip) tell(c, code, lens_hint_nearest(c->lenses, code));
  }
}

static bool is_hard(const Analysis *all, uint32_t block) {
  uint32_t low = 0, high = all->paragraph_count;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (all->paragraphs[mid].block < block)
      low = mid + 1;
    else
      high = mid;
  }
  return low < all->paragraph_count && all->paragraphs[low].block == block &&
         all->paragraphs[low].reading->hushes_others;
}

void hushes_check(Doc *d, Arena *a, HushSlips *out) {
  const Analysis *all = doc_analysis(d);
  Check c = {.lenses = doc_lenses(d),
             .text = text_str(doc_text(d)),
             .a = a,
             .out = out};
  vec_each(const Hush, h, &all->outline->hushes) {
    if (h->codes.len && !is_hard(all, h->target)) check(&c, h);
  }
  map_clear(&c.seen);
}
