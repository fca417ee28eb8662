// SPDX-License-Identifier: MIT
// Any bytes are a lens file: read, compiled and laid over a sentence; every
// trouble lies within the file.
#include <stdlib.h>

#include "lens/lens.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void lay_over(const LensSet *s, unsigned kind) {
  Str text = STR("Maybe I'm kind of hurt, @sam. I felt it when you left us.");
  Arena a = {0};
  LensPlace place = {.kind = kind, .other = STR("Sam")};
  const English *e = english_run(text, NULL, 0, &a);
  LensReader *reader = lens_reader_new(s);
  const LensReading *r = lens_read_passage(reader, e, text, &place, &a);
  uint32_t count;
  lens_read_letter(s, &r, 1, &place, &a, &count);
  for (uint32_t i = 0; i < r->hint_count; i++) {
    const Hint *h = &r->hints[i];
    if (h->span.end > text.len || h->span.start > h->span.end) abort();
    for (uint32_t k = 0; k < h->fix_count; k++)
      if (h->fixes[k].span.end > text.len) abort();
  }
  lens_reader_free(reader);
  arena_clear(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Arena a = {0};
  LensTroubleVec troubles = {0};
  LensSource file = {STR("fuzz.lens"), {(const char *)data, size}};
  static bool ready;
  if (!ready && !english_init(NULL)) abort();
  ready = true;
  LensSet *s = lens_set_bare(&file, 1, &a, &troubles);
  for (uint32_t i = 0; i < troubles.len; i++)
    if (troubles.data[i].span.start > size || !troubles.data[i].line) abort();
  lay_over(s, PLACE_JOURNAL);
  lay_over(s, PLACE_LETTER);
  lens_set_free(s);
  arena_clear(&a);
  return 0;
}
