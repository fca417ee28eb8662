// SPDX-License-Identifier: MIT
// Prints what the English floor says of a plain text, as `inkling analyze
// --format json` does but with nothing of the other floors in between.
// usage: english_dump analyze --format json FILE
#include <stdio.h>

#include "base/file.h"
#include "english/english.h"

static const char *const persons[] = {"none", "i", "we", "you", "third"};

static void print_escaped(Str s) {
  for (size_t i = 0; i < s.len; i++) {
    if (s.data[i] == '"' || s.data[i] == '\\') putchar('\\');
    putchar(s.data[i]);
  }
}

static void print_token(const Token *t, uint32_t base) {
  printf("{\"start\":%u,\"end\":%u,\"tag\":\"" STR_FMT "\",\"lemma\":\"",
         base + t->span.start, base + t->span.end, STR_ARG(tag_name(t->tag)));
  print_escaped(t->lemma);
  printf("\"}");
}

static void print_sentence(const English *e, const Sentence *s, uint32_t base) {
  printf("{\"start\":%u,\"end\":%u,\"tense\":\"" STR_FMT "\",\"person\":\"%s\","
         "\"negated\":%s,\"tokens\":[",
         base + s->span.start, base + s->span.end,
         STR_ARG(tense_name(s->tense)), persons[s->person],
         s->negated ? "true" : "false");
  for (uint32_t i = s->first; i < s->end; i++) {
    if (i > s->first) putchar(',');
    print_token(&e->tokens[i], base);
  }
  printf("]}");
}

static void print_paragraph(Str text, uint32_t base) {
  Arena a = {0};
  const English *e = english_run(text, NULL, 0, &a);
  printf("{\"start\":%u,\"sentences\":[", base);
  for (uint32_t i = 0; i < e->sentence_count; i++) {
    if (i) putchar(',');
    print_sentence(e, &e->sentences[i], base);
  }
  printf("]}\n");
  arena_clear(&a);
}

static void print_clauses(const English *e) {
  static const char *const roles[] = {"root",       "conjunct",  "parataxis",
                                      "complement", "adverbial", "relative",
                                      "subject",    "other"};
  for (uint32_t i = 0; i < e->clause_count; i++) {
    const Clause *c = &e->clauses[i];
    const Token *t = e->tokens;
    printf("  %s " STR_FMT " head=" STR_FMT " lemma=" STR_FMT
           " subject=%s/" STR_FMT "%s%s%s%s%s%s\n",
           roles[c->role], STR_ARG(tense_name(c->tense)),
           STR_ARG(t[c->head].norm), STR_ARG(t[c->head].lemma),
           persons[c->person],
           STR_ARG(c->subject == NO_INDEX ? STR("-") : t[c->subject].norm),
           c->dropped_subject ? " dropped" : "", c->negated ? " not" : "",
           c->question ? " question" : "", c->conditional ? " if" : "",
           c->progressive ? " progressive" : "",
           c->imperative ? " imperative" : "");
  }
}

static void print_plainly(Str text) {
  Arena a = {0};
  const English *e = english_run(text, NULL, 0, &a);
  for (uint32_t i = 0; i < e->token_count; i++)
    printf(STR_FMT "/" STR_FMT " ",
           STR_ARG(
               str_slice(text, e->tokens[i].span.start, e->tokens[i].span.end)),
           STR_ARG(tag_name(e->tokens[i].tag)));
  printf("\n");
  print_clauses(e);
  arena_clear(&a);
}

int main(int argc, char **argv) {
  StrBuf bytes = {0};
  Err err = {0};
  bool plain = argc == 2;
  if (argc < 2 || !english_init(&err) ||
      !file_read(str_of(argv[argc - 1]), &bytes, &err)) {
    fprintf(stderr, "english_dump: %s\n", err.message);
    return 2;
  }
  Str rest = strbuf_str(&bytes);
  while (rest.len) {
    ptrdiff_t at = str_find(rest, plain ? STR("\n") : STR("\n\n"));
    size_t end = at < 0 ? rest.len : (size_t)at;
    uint32_t base = (uint32_t)(rest.data - bytes.data);
    Str paragraph = str_slice(rest, 0, end);
    if (plain)
      print_plainly(paragraph);
    else
      print_paragraph(paragraph, base);
    rest = str_slice(rest, end + (plain ? 1 : 2), rest.len);
  }
  strbuf_clear(&bytes);
  return 0;
}
