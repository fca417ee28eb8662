// SPDX-License-Identifier: MIT
// textDocument/codeLens: over each entry what it holds, in one line.
#include "lsp/method.h"

enum { KINDS = 32, OFTEN = 3 };

typedef struct Kind {
  Str code;
  uint32_t count;
} Kind;

typedef struct Sum {
  Kind kinds[KINDS]; // of hints
  uint32_t kind_count;
  uint32_t level, sentences, past, open, hints;
  uint32_t next; // block of the first unanswered prompt
} Sum;

static void add_hint(Sum *sum, Str code) {
  uint32_t i = 0;
  while (i < sum->kind_count && !str_eq(sum->kinds[i].code, code)) i++;
  if (i == KINDS) return;
  if (i == sum->kind_count) sum->kinds[sum->kind_count++].code = code;
  sum->kinds[i].count++;
}

static void add_paragraphs(const Analysis *a, const Entry *e, uint32_t *from,
                           Sum *sum) {
  for (; *from < a->paragraph_count; ++*from) {
    const Paragraph *p = &a->paragraphs[*from];
    if (p->passage.span.start >= e->span.end) return;
    if (p->reading->hushes_others) continue; // a hard paragraph is not counted
    if (p->reading->level > sum->level) sum->level = p->reading->level;
    sum->hints += p->end_hint - p->first_hint;
    for (uint32_t i = p->first_hint; i < p->end_hint; i++)
      add_hint(sum, a->hints[i].code);
    for (uint32_t i = 0; i < p->sentence_count; i++) {
      Tense tense = p->sentences[i].tense;
      sum->sentences += tense != TENSE_NONE;
      sum->past += tense == TENSE_PAST;
    }
  }
}

// A prompt is open until something other than a blank follows it.
static bool is_open(const Outline *o, uint32_t i, uint32_t end) {
  for (i++; i < end; i++) {
    BlockKind kind = o->blocks.data[i].kind;
    if (kind == BLOCK_PROMPT || kind == BLOCK_HEADING) return true;
    if (kind != BLOCK_BLANK && kind != BLOCK_NOTE && kind != BLOCK_HUSH)
      return false;
  }
  return true;
}

static void add_prompts(const Outline *o, const Entry *e, Sum *sum) {
  for (uint32_t i = e->first_block; i < e->end_block; i++) {
    if (o->blocks.data[i].kind != BLOCK_PROMPT) continue;
    if (!is_open(o, i, e->end_block)) continue;
    if (!sum->open++) sum->next = i;
  }
}

// What comes back again and again is said once, here.
static void put_often(const Sum *s, StrBuf *b) {
  const Kind *most = NULL;
  for (uint32_t i = 0; i < s->kind_count; i++)
    if (s->kinds[i].count >= OFTEN &&
        (!most || s->kinds[i].count > most->count))
      most = &s->kinds[i];
  if (most)
    strbuf_printf(b, " · " STR_FMT " %u times", STR_ARG(most->code),
                  most->count);
}

static Str title_of(const Sum *s, Arena *a) {
  StrBuf b = {0};
  if (s->level) strbuf_printf(&b, "level %u of 4", s->level);
  if (s->sentences)
    strbuf_printf(&b, " · past %u %%",
                  (100 * s->past + s->sentences / 2) / s->sentences);
  if (s->hints)
    strbuf_printf(&b, " · %u %s", s->hints, s->hints == 1 ? "hint" : "hints");
  put_often(s, &b);
  if (s->open)
    strbuf_printf(&b, "%s%u %s open", b.len ? " · " : "", s->open,
                  s->open == 1 ? "question" : "questions");
  Str title = str_copy(a, strbuf_str(&b));
  strbuf_clear(&b);
  return title;
}

static Json *lens(Call *c, const Document *d, const Outline *o, const Entry *e,
                  const Sum *sum) {
  Str title = title_of(sum, c->arena);
  if (!title.len) return NULL;
  Json *arguments = json_array();
  json_push(arguments, json_str(d->uri));
  uint32_t at =
      sum->open ? o->blocks.data[sum->next].span.start : e->span.start;
  json_push(arguments, call_span(c, d, (Span){at, at}));
  Span head =
      span_len(e->heading) ? e->heading : (Span){e->span.start, e->span.start};
  return json_object(
      {"range", call_span(c, d, head)},
      {"command", shape_command(title, STR("inkling.server.show"), arguments)});
}

Json *method_code_lens(Call *c) {
  Document *d = call_prose(c);
  if (!d) return NULL;
  const Analysis *a = doc_analysis(d->doc);
  const Outline *o = a->outline;
  Json *list = json_array();
  for (uint32_t i = 0, from = 0; i < o->entries.len; i++) {
    const Entry *e = &o->entries.data[i];
    Sum sum = {0};
    add_paragraphs(a, e, &from, &sum);
    add_prompts(o, e, &sum);
    json_push(list, lens(c, d, o, e, &sum));
  }
  return list;
}
