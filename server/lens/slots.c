// SPDX-License-Identifier: MIT
#include "lens/reading.h"

// The words as typed, on one line.
static Str flat(Arena *a, Str text) {
  char *out = arena_alloc(a, text.len + 1);
  size_t len = 0;
  for (size_t i = 0; i < text.len; i++) {
    bool space =
        text.data[i] == ' ' || (text.data[i] >= '\t' && text.data[i] <= '\r');
    if (space && len && out[len - 1] == ' ') continue;
    out[len++] = space ? ' ' : text.data[i];
  }
  return str_trim((Str){out, len});
}

// One token or more, from `at`, that are a word for a feeling; 0: none.
static uint32_t feeling_len(const Speech *sp, uint32_t at, uint32_t end) {
  for (uint32_t len = end - at < 4 ? end - at : 4; len; len--) {
    const Token *t = sp->english->tokens + at;
    Str typed = str_slice(sp->bytes, t->span.start, t[len - 1].span.end);
    const Feeling *f = feeling_find(sp->set, typed);
    if (f && !f->is_form && !(t->flags & TOKEN_SPEECH)) return len;
  }
  return 0;
}

// The feeling within the flagged words, else the first behind them, else the
// sentence's first.
static Str feeling_of(const Speech *sp, uint32_t sentence, Span span) {
  Str best = STR("");
  if (sentence >= sp->english->sentence_count) return best;
  const Sentence *s = &sp->english->sentences[sentence];
  int best_rank = 0;
  for (uint32_t i = s->first; i < s->end; i++) {
    const Token *t = &sp->english->tokens[i];
    uint32_t len = feeling_len(sp, i, s->end);
    if (!len) continue;
    int rank = span_covers(span, t->span)  ? 3
               : t->span.start >= span.end ? 2
                                           : 1;
    if (rank <= best_rank) continue;
    best_rank = rank;
    best = str_slice(sp->bytes, t->span.start, t[len - 1].span.end);
  }
  return best;
}

static Str other_of(const Speech *sp) {
  Str name = sp->place->other;
  if (str_starts(name, STR("@"))) name = str_slice(name, 1, name.len);
  if (!name.len || name.data[0] < 'a' || name.data[0] > 'z') return name;
  char *out = arena_copy(sp->arena, name.data, name.len); // @sam is Sam
  out[0] = (char)(out[0] - 32);
  return (Str){out, name.len};
}

static bool slot_value(const Speech *sp, Str slot, uint32_t sentence, Span span,
                       Str *out) {
  if (str_eq(slot, STR("match")))
    *out = flat(sp->arena, str_slice(sp->bytes, span.start, span.end));
  else if (str_eq(slot, STR("feeling")))
    *out = flat(sp->arena, feeling_of(sp, sentence, span));
  else if (str_eq(slot, STR("other")))
    *out = other_of(sp);
  return out->len > 0;
}

bool slots_fill(const Speech *sp, Str text, uint32_t sentence, Span span,
                Str *out) {
  StrBuf filled = {0};
  bool ok = true;
  *out = text;
  if (str_find(text, STR("{")) < 0) return true;
  for (ptrdiff_t open; ok && (open = str_find(text, STR("{"))) >= 0;) {
    strbuf_put(&filled, str_slice(text, 0, (size_t)open));
    text = str_slice(text, (size_t)open + 1, text.len);
    Str slot, value = STR("");
    ok = str_cut(&text, '}', &slot) &&
         slot_value(sp, slot, sentence, span, &value);
    strbuf_put(&filled, value);
  }
  strbuf_put(&filled, text);
  *out = str_copy(sp->arena, strbuf_str(&filled));
  strbuf_clear(&filled);
  return ok;
}
