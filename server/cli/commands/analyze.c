// SPDX-License-Identifier: MIT
// What the analyser makes of each paragraph (spec: cli), for scores and tools.
#include "cli/command.h"
#include "cli/house.h"
#include "cli/input.h"
#include "cli/lines.h"

const Option analyze_options[] = {
    {"--format", "json|conllu", "JSON Lines (default) or CoNLL-U"},
    {"--stdin-path", "PATH", "what standard input is called"},
    {"--lens", "PATH", "a further lens file or folder"},
    {0}};

typedef struct Run {
  Cli *c;
  House house;
  StrBuf out;
  bool conllu;
  uint32_t number; // of sentences in this file
} Run;

static void put_span(StrBuf *out, const char *before, Span s, uint32_t at) {
  line_put_number(out, before, "start", s.start + at);
  line_put_number(out, ",", "end", s.end + at);
}

static void put_token(StrBuf *out, const Token *t, uint32_t at) {
  put_span(out, "{", t->span, at);
  line_put_pair(out, ",", "lemma", t->lemma);
  line_put_pair(out, ",", "tag", tag_name(t->tag));
  strbuf_putc(out, '}');
}

static void put_sentence(StrBuf *out, const English *e, const Sentence *s,
                         uint32_t at) {
  put_span(out, "{", s->span, at);
  line_put_pair(out, ",", "tense", tense_name(s->tense));
  strbuf_put(out, STR(",\"tokens\":["));
  for (uint32_t i = s->first; i < s->end; i++) {
    if (i > s->first) strbuf_putc(out, ',');
    put_token(out, &e->tokens[i], at);
  }
  strbuf_put(out, STR("]}"));
}

static void put_paragraph(StrBuf *out, const Input *in, const Paragraph *p,
                          const English *e) {
  uint32_t at = p->passage.span.start;
  line_put_pair(out, "{", "path", in->path);
  put_span(out, ",", p->passage.span, 0);
  line_put_number(out, ",", "level", p->reading->level);
  strbuf_put(out, STR(",\"sentences\":["));
  for (uint32_t i = 0; i < e->sentence_count; i++) {
    if (i) strbuf_putc(out, ',');
    put_sentence(out, e, &e->sentences[i], at);
  }
  strbuf_put(out, STR("]}\n"));
}

// A column of CoNLL-U holds no tab and no line break, and is never empty.
static void put_column(StrBuf *out, Str s) {
  if (!s.len) strbuf_putc(out, '_');
  for (size_t i = 0; i < s.len; i++)
    strbuf_putc(out, (unsigned char)s.data[i] < ' ' ? ' ' : s.data[i]);
}

static void put_row(StrBuf *out, const Input *in, const Token *t, uint32_t id,
                    uint32_t at) {
  Span s = span_moved(t->span, at);
  strbuf_printf(out, "%u\t", id);
  put_column(out, str_slice(in->bytes, s.start, s.end));
  strbuf_putc(out, '\t');
  put_column(out, t->lemma);
  strbuf_put(out, STR("\t_\t"));
  put_column(out, tag_name(t->tag));
  strbuf_printf(out, "\t_\t_\t_\t_\tTokenRange=%u:%u\n", s.start, s.end);
}

static void put_conllu(Run *r, const Input *in, const Paragraph *p,
                       const English *e) {
  uint32_t at = p->passage.span.start;
  for (uint32_t i = 0; i < e->sentence_count; i++) {
    const Sentence *s = &e->sentences[i];
    if (s->first == s->end) continue;
    if (i == 0) strbuf_put(&r->out, STR("# newpar\n"));
    strbuf_printf(&r->out, "# sent_id = %u\n# text = ", ++r->number);
    put_column(&r->out,
               str_slice(in->bytes, s->span.start + at, s->span.end + at));
    strbuf_printf(&r->out, "\n# tense = " STR_FMT "\n",
                  STR_ARG(tense_name(s->tense)));
    for (uint32_t j = s->first; j < s->end; j++)
      put_row(&r->out, in, &e->tokens[j], j - s->first + 1, at);
    strbuf_putc(&r->out, '\n');
  }
}

static void analyse(void *self, const Input *in) {
  Run *r = self;
  const Room *room = house_room(&r->house, r->c, in->path);
  Doc *d = doc_new(in->bytes, in->language, &room->settings, room->lenses);
  const Analysis *a = doc_analysis(d);
  r->number = 0;
  if (r->conllu) {
    strbuf_put(&r->out, STR("# newdoc id = "));
    put_column(&r->out, in->path);
    strbuf_putc(&r->out, '\n');
  }
  for (uint32_t i = 0; i < a->paragraph_count; i++) {
    const Paragraph *p = &a->paragraphs[i];
    Arena words = {0};
    if (r->conllu)
      put_conllu(r, in, p, doc_english(d, p, &words));
    else
      put_paragraph(&r->out, in, p, doc_english(d, p, &words));
    arena_clear(&words);
  }
  cli_put(r->c, strbuf_str(&r->out));
  r->out.len = 0;
  doc_free(d);
}

int command_analyze(Cli *c) {
  Run r = {.c = c};
  r.conllu = str_eq(cli_option(c, STR("--format"), STR("")), STR("conllu"));
  if (!house_ready(c)) return EXIT_CANNOT;
  bool is_fine = input_each(c, analyse, &r);
  house_clear(&r.house);
  strbuf_clear(&r.out);
  return is_fine ? EXIT_FINE : EXIT_CANNOT;
}
