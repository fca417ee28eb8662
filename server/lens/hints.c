// SPDX-License-Identifier: MIT
#include "lens/reading.h"

// Which question: settled by the passage's bytes, the hint and its place among
// its like, so that it stays while the paragraph stays. `salt` turns to the
// next one: whoever knows the neighbours raises it where they ask the same.
static Str choose_ask(const Speech *sp, const Block *block, uint32_t sentence,
                      Span span, uint32_t ordinal, uint64_t salt) {
  uint32_t count = block->asks.len;
  uint64_t turn = sp->seed ^ str_hash(block->code);
  turn = (turn ^ turn >> 29) * 0x9E3779B97F4A7C15u >> 16;
  turn = turn % (count ? count : 1) + ordinal + salt % (count + 1);
  for (uint32_t i = 0; i < count; i++) {
    Str ask = block->asks.data[(turn + i) % count];
    if (slots_fill(sp, ask, sentence, span, &ask)) return ask;
  }
  return STR("");
}

static void ask_all(const Speech *sp, const Block *block, uint32_t sentence,
                    uint32_t ordinal, Hint *h) {
  Str *turns = arena_array(sp->arena, Str, ASK_TURNS);
  for (uint32_t i = 0; i < ASK_TURNS; i++)
    turns[i] =
        choose_ask(sp, block, sentence, h->span, ordinal, sp->place->salt + i);
  h->turns = turns;
  h->ask = turns[0];
}

static FixVec make_fixes(const Speech *sp, const Block *block,
                         const LensFinding *f) {
  FixVec fixes = {0};
  for (uint32_t i = 0; i < block->fixes.len; i++)
    if (!(f->fixes_held >> i & 1))
      fix_make(sp, &block->fixes.data[i], f->sentence, f->span, &fixes);
  vec_each(Fix, fix, &fixes)
    fix->span = span_moved(fix->span, 0 - f->span.start);
  return fixes;
}

Hint hint_make(const Speech *sp, const Block *block, const LensFinding *f,
               uint32_t ordinal) {
  Hint h = {.span = f->span,
            .code = block->code,
            .lens = block->file->lens,
            .severity = SEVERITY_HINT,
            .weight = block->weight};
  slots_fill(sp, block->says, f->sentence, f->span, &h.message);
  // Where danger is told, a question would be one too many.
  if (block->hushes)
    h.severity = SEVERITY_INFORMATION;
  else
    ask_all(sp, block, f->sentence, ordinal, &h);
  if (block->about != ABOUT_SENTENCE) return h;
  FixVec fixes = make_fixes(sp, block, f);
  h.fixes = fixes.data;
  h.fix_count = fixes.len;
  return h;
}
