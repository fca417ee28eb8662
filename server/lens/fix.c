// SPDX-License-Identifier: MIT
// What can honestly be offered in the place of the flagged words. Nothing
// beyond them changes but a space or a comma at their edge, and where the
// sentence would not stand afterwards nothing is offered.
#include <string.h>

#include "lens/present.h"
#include "lens/reading.h"

// Tokens [first, end) that a span covers.
typedef struct Words {
  uint32_t first, end;
} Words;

static Words words_of(const Speech *sp, uint32_t sentence, Span span) {
  const Sentence *s = &sp->english->sentences[sentence];
  Words w = {s->end, s->first};
  for (uint32_t i = s->first; i < s->end; i++) {
    if (!span_covers(span, sp->english->tokens[i].span)) continue;
    if (i < w.first) w.first = i;
    w.end = i + 1;
  }
  return w;
}

static bool title_of(const Speech *sp, Str title, Str word, uint32_t sentence,
                     Span span, Str *out) {
  if (!slots_fill(sp, title, sentence, span, out)) return false;
  if (word.len)
    *out = str_printf(sp->arena, STR_FMT ": " STR_FMT, STR_ARG(*out),
                      STR_ARG(word));
  return true;
}

static bool is_comma(const Token *t) {
  return str_eq(t->norm, STR(","));
}

static bool is_capital(const Speech *sp, const Token *t) {
  if (t->flags & TOKEN_CAPITAL) return true;
  char c = sp->bytes.data[t->span.start];
  return !(c >= 'a' && c <= 'z') && !(c & (char)0x80);
}

static bool has_vowel_sound(const Speech *sp, const Token *t) {
  char c = sp->bytes.data[t->span.start];
  return strchr("aeiouAEIOU", c) != NULL;
}

// "a kind of odd day" would be "a odd day" without its words.
static bool article_breaks(const Speech *sp, const Token *before,
                           const Token *after) {
  if (str_eq(before->norm, STR("a"))) return has_vowel_sound(sp, after);
  if (str_eq(before->norm, STR("an"))) return !has_vowel_sound(sp, after);
  return false;
}

static bool is_end(const Token *t) {
  return !(t->flags & (TOKEN_WORD | TOKEN_OPAQUE | TOKEN_SPEECH));
}

// At the sentence's start: the comma and the space behind go too, and the next
// word has to be fit to begin with.
static bool drop_at_start(const Speech *sp, Words w, uint32_t end, Span *out) {
  const Token *t = sp->english->tokens;
  uint32_t next = w.end;
  if (next < end && is_comma(&t[next])) next++;
  if (next >= end || is_end(&t[next])) return false;
  if (is_capital(sp, &t[w.first]) && !is_capital(sp, &t[next])) return false;
  *out = (Span){t[w.first].span.start, t[next].span.start};
  return true;
}

// Further in: the space before goes, and commas that held the words apart.
static bool drop_inside(const Speech *sp, Words w, uint32_t end, Span *out) {
  const Token *t = sp->english->tokens;
  uint32_t first = w.first, last = w.end;
  bool comma_before = is_comma(&t[first - 1]);
  bool comma_after = last < end && is_comma(&t[last]);
  bool at_end = last >= end || is_end(&t[last]);
  if (comma_before && (comma_after || at_end)) first--;
  if (comma_after) last++, at_end = last >= end || is_end(&t[last]);
  if (!at_end && article_breaks(sp, &t[first - 1], &t[last])) return false;
  *out = (Span){t[first - 1].span.end, t[last - 1].span.end};
  return true;
}

static bool is_glued(const Token *before, const Token *after) {
  return before->span.end == after->span.start &&
         (before->flags & TOKEN_WORD) && (after->flags & TOKEN_WORD);
}

static bool has_word_before(const Speech *sp, const Sentence *s, uint32_t at) {
  for (uint32_t i = s->first; i < at; i++)
    if (!is_end(&sp->english->tokens[i])) return true;
  return false;
}

static void fix_drop(const Speech *sp, const FixRule *rule, uint32_t sentence,
                     Span span, FixVec *out) {
  const Sentence *s = &sp->english->sentences[sentence];
  const Token *t = sp->english->tokens;
  Words w = words_of(sp, sentence, span);
  Fix fix = {.text = STR("")};
  if (w.first >= w.end) return;
  if (w.first > s->first && is_glued(&t[w.first - 1], &t[w.first])) return;
  if (w.end < s->end && is_glued(&t[w.end - 1], &t[w.end])) return;
  bool ok = has_word_before(sp, s, w.first)
                ? drop_inside(sp, w, s->end, &fix.span)
                : drop_at_start(sp, w, s->end, &fix.span);
  if (!ok || !title_of(sp, rule->title, STR(""), sentence, span, &fix.title))
    return;
  vec_push_in(sp->arena, out, fix);
}

static void fix_present(const Speech *sp, const FixRule *rule,
                        uint32_t sentence, Span span, FixVec *out) {
  Words w = words_of(sp, sentence, span);
  Fix fix = {0};
  for (uint32_t i = w.first; i < w.end; i++) {
    if (sp->english->tokens[i].tag != TAG_VBD) continue;
    if (present_find(sp->english, sp->bytes, i, w.end, sp->arena, &fix.span,
                     &fix.text) &&
        title_of(sp, rule->title, STR(""), sentence, span, &fix.title))
      vec_push_in(sp->arena, out, fix);
    return;
  }
}

static Str with_capital(const Speech *sp, Str word, bool capital) {
  if (!capital || !word.len || word.data[0] < 'a' || word.data[0] > 'z')
    return word;
  char *out = arena_copy(sp->arena, word.data, word.len);
  out[0] = (char)(out[0] - 32);
  return (Str){out, word.len};
}

static void fix_words(const Speech *sp, const FixRule *rule, uint32_t sentence,
                      Span span, FixVec *out) {
  Words w = words_of(sp, sentence, span);
  if (w.first >= w.end) return;
  bool capital = sp->english->tokens[w.first].flags & TOKEN_CAPITAL;
  Str now = str_slice(sp->bytes, span.start, span.end);
  for (uint32_t i = 0; i < rule->word_count; i++) {
    Fix fix = {.span = span};
    Str title = rule->kind == FIX_CHOOSE ? rule->words[i] : STR("");
    if (!slots_fill(sp, rule->words[i], sentence, span, &fix.text)) continue;
    fix.text = with_capital(sp, fix.text, capital);
    if (str_eq_nocase(fix.text, now)) continue;
    if (title_of(sp, rule->title, title, sentence, span, &fix.title))
      vec_push_in(sp->arena, out, fix);
  }
}

void fix_make(const Speech *sp, const FixRule *rule, uint32_t sentence,
              Span span, FixVec *out) {
  switch (rule->kind) {
  case FIX_DROP: fix_drop(sp, rule, sentence, span, out); break;
  case FIX_PRESENT: fix_present(sp, rule, sentence, span, out); break;
  default: fix_words(sp, rule, sentence, span, out);
  }
}
