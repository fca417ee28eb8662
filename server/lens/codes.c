// SPDX-License-Identifier: MIT
// A hint or notice by its code.
#include "lens/build.h"
#include "lens/shape.h"

uint32_t block_find(const LensSet *s, Str code) {
  for (uint32_t i = 0; i < s->blocks.len; i++)
    if (str_eq(s->blocks.data[i].code, code)) return i;
  return NO_INDEX;
}

uint32_t block_wanted(Build *b, const LensFile *f, uint32_t name) {
  Str code = part_text(f, name);
  uint32_t found = block_find(b->set, code);
  if (found != NO_INDEX) return found;
  StrVec codes = {0};
  vec_each(Block, k, &b->set->blocks) vec_push_in(&b->scratch, &codes, k->code);
  Str near = shape_nearest(code, codes.data, codes.len);
  lens_trouble(&b->report, f, f->parts.data[name].span,
               "there is no hint or notice “" STR_FMT "”%s" STR_FMT "%s",
               STR_ARG(code), near.len ? "; did you mean “" : "", STR_ARG(near),
               near.len ? "”?" : "");
  return NO_INDEX;
}
