// SPDX-License-Identifier: MIT
// Prose in; out come its `tags` (word/TAG, a sentence a line) or its `tense`:
// a sentence a line, each with the tense and the subject of its main clause.
#include "english/english.h"

#include "runner/fixture.h"

static void put_sentence(const English *e, const Sentence *s, Str text,
                         StrBuf *out) {
  for (uint32_t i = s->first; i < s->end; i++) {
    const Token *t = &e->tokens[i];
    if (i > s->first) strbuf_putc(out, ' ');
    strbuf_put(out, str_slice(text, t->span.start, t->span.end));
    strbuf_putc(out, '/');
    strbuf_put(out, tag_name(t->tag));
  }
}

static void put_tense(const Sentence *s, Str text, StrBuf *out) {
  static const char *const persons[] = {"-", "I", "we", "you", "third"};
  strbuf_put(out, tense_name(s->tense));
  strbuf_putc(out, ' ');
  strbuf_put(out, str_of(persons[s->person]));
  if (s->negated) strbuf_put(out, STR(" not"));
  if (s->question) strbuf_put(out, STR(" question"));
  if (s->conditional) strbuf_put(out, STR(" if"));
  strbuf_put(out, STR(": "));
  strbuf_put(out, str_slice(text, s->span.start, s->span.end));
}

static void run(const FixtureCase *c, Str what, StrBuf *out) {
  Arena a = {0};
  const English *e = english_run(c->input, NULL, 0, &a);
  for (uint32_t i = 0; i < e->sentence_count; i++) {
    if (str_eq(what, STR("tags")))
      put_sentence(e, &e->sentences[i], c->input, out);
    else
      put_tense(&e->sentences[i], c->input, out);
    strbuf_putc(out, '\n');
  }
  arena_clear(&a);
}

int main(int argc, char **argv) {
  Err err = {0};
  if (!english_init(&err)) return 1;
  return fixture_main(argc, argv, run);
}
