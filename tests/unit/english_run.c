// SPDX-License-Identifier: MIT
#include "english/english.h"
#include "english/spelling.h"

#include <string.h>

#include "unit/check.h"

static const English *run(const char *text, Arena *a) {
  return english_run(str_of(text), NULL, 0, a);
}

// The tokens of a text, joined by '|'.
static Str words(const char *text, Arena *a) {
  StrBuf out = {0};
  const English *e = run(text, a);
  for (uint32_t i = 0; i < e->token_count; i++) {
    if (i) strbuf_putc(&out, '|');
    Span s = e->tokens[i].span;
    strbuf_put(&out, str_slice(str_of(text), s.start, s.end));
  }
  Str copy = str_copy(a, strbuf_str(&out));
  strbuf_clear(&out);
  return copy;
}

static void words_are_cut_as_the_treebank_cuts_them(void) {
  static const char *const cases[][2] = {
      {"I can't, I'm tired.", "I|ca|n't|,|I|'m|tired|."},
      {"I can’t — it’s ok", "I|ca|n’t|—|it|’s|ok"},
      {"im sure they dont", "i|m|sure|they|do|nt"},
      {"well, were they ill?", "well|,|were|they|ill|?"},
      {"gonna cannot", "gon|na|can|not"},
      {"Then, I. met Dr.\nBell, Xena, Dan. etc. www. go, iPad. J.,\nTom",
       "Then|,|I|.|met|Dr.|Bell|,|Xena|,|Dan|.|etc.|www|.|go|,|iPad|.|J.|,|"
       "Tom"},
      {"Mr. J. Smith left at 5.30pm.", "Mr.|J.|Smith|left|at|5.30|pm|."},
      {"sooo good!!! :-) <3", "sooo|good|!!!|:-)|<3"},
      {"a well-known e-mail", "a|well|-|known|e-mail"},
      {"$3.50 or 50%...", "$|3.50|or|50|%|..."},
      {"the dogs' bowl", "the|dogs|'|bowl"},
      {"👩‍👩‍👧 ok ❤️", "👩‍👩‍👧|ok|❤️"},
      {"see https://example.org/a?b. Ok", "see|https://example.org/a?b|.|Ok"},
      {"今日は good", "今日は|good"},
  };
  Arena a = {0};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    CHECK_STR(words(cases[i][0], &a), str_of(cases[i][1]));
  arena_clear(&a);
}

// The norms of a text, joined by ' '.
static Str norms(const char *text, Arena *a) {
  StrBuf out = {0};
  const English *e = run(text, a);
  for (uint32_t i = 0; i < e->token_count; i++) {
    if (i) strbuf_putc(&out, ' ');
    strbuf_put(&out, e->tokens[i].norm);
  }
  Str copy = str_copy(a, strbuf_str(&out));
  strbuf_clear(&out);
  return copy;
}

static void words_are_known_however_they_are_typed(void) {
  static const char *const cases[][2] = {
      {"u luv me", "you love me"},
      {"Ye're feelin’ low, cos I didnae ring",
       "you 're feeling low , because i did n't ring"},
      {"ur not well and ur dog", "you 're not well and your dog"},
      {"its not its tail", "it 's not its tail"},
      {"your so kind to your mum", "you 're so kind to your mum"},
      {"id rather lose my id", "i 'd rather lose my id"},
      {"ill be home, ill or not", "i 'll be home , ill or not"},
      {"I was so EMBARASSED", "i was so embarrassed"},
      {"R. and U. left nowt", "r. and u. left nothing"},
      {"shoulda, woulda, nvm", "should 've , would 've , never mind"},
  };
  Arena a = {0};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    CHECK_STR(norms(cases[i][0], &a), str_of(cases[i][1]));
  arena_clear(&a);
}

// Found by halves, the table must be in order.
static void every_spelling_is_found(void) {
  static const char *const typed[] = {
#define SPELT(typed, usual) typed,
#include "english/spelling.def"
#undef SPELT
  };
  char room[16];
  for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
    Str word = str_of(typed[i]);
    CHECK(!str_eq(spelling_find(word, room), word));
  }
}

static void sentences_know_their_main_tense(void) {
  static const struct {
    const char *text;
    Tense tense;
    Person person;
  } cases[] = {
      {"I felt betrayed.", TENSE_PAST, PERSON_I},
      {"Felt betrayed.", TENSE_PAST, PERSON_I},
      {"I have felt low lately.", TENSE_PERFECT, PERSON_I},
      {"I am going to tell her.", TENSE_FUTURE, PERSON_I},
      {"We were walking home when it rained.", TENSE_PAST, PERSON_WE},
      {"He might call.", TENSE_MODAL, PERSON_THIRD},
      {"You never listen.", TENSE_PRESENT, PERSON_YOU},
      {"i dont know why you left", TENSE_PRESENT, PERSON_I},
  };
  Arena a = {0};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const English *e = run(cases[i].text, &a);
    CHECK(e->sentence_count == 1);
    CHECK_STR(tense_name(e->sentences[0].tense), tense_name(cases[i].tense));
    CHECK(e->sentences[0].person == cases[i].person);
  }
  arena_clear(&a);
}

static void a_wrapped_line_ends_no_sentence(void) {
  Arena a = {0};
  const English *e = run("I walked all the way home from the market with old\n"
                         "Thomas and his two grey dogs.",
                         &a);
  CHECK(e->sentence_count == 1);
  e = run("Bought plums\nRang Ines", &a);
  CHECK(e->sentence_count == 2);
  arena_clear(&a);
}

static void regions_are_honoured(void) {
  const char *text = "I told *@sam* \"no way\" about `x y`.";
  const Region regions[] = {
      {{7, 8}, REGION_MARK},     {{8, 12}, REGION_MENTION},
      {{12, 13}, REGION_MARK},   {{14, 22}, REGION_SPEECH},
      {{29, 34}, REGION_OPAQUE},
  };
  Arena a = {0};
  const English *e = english_run(str_of(text), regions, 5, &a);
  CHECK(e->token_count == 10);
  CHECK(e->tokens[2].flags & TOKEN_MENTION && e->tokens[2].tag == TAG_NNP);
  CHECK(e->tokens[2].flags & TOKEN_SPACE_BEFORE);
  for (uint32_t i = 3; i < 7; i++) CHECK(e->tokens[i].flags & TOKEN_SPEECH);
  CHECK(e->tokens[8].flags & TOKEN_OPAQUE && e->tokens[8].norm.len == 0);
  arena_clear(&a);
}

static void lemmas_are_found(void) {
  static const char *const cases[][2] = {
      {"I felt", "feel"},       {"He was stopping", "stop"},
      {"They hoped", "hope"},   {"She cries", "cry"},
      {"I was making", "make"}, {"the children", "child"},
      {"I'm happier", "happy"},
  };
  Arena a = {0};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const English *e = run(cases[i][0], &a);
    CHECK_STR(e->tokens[e->token_count - 1].lemma, str_of(cases[i][1]));
  }
  arena_clear(&a);
}

// Every byte that is no white space lies in one token, in order.
static void check_covered(Str text) {
  Arena a = {0};
  const English *e = english_run(text, NULL, 0, &a);
  uint32_t at = 0;
  for (uint32_t i = 0; i < e->token_count; i++) {
    Span s = e->tokens[i].span;
    CHECK(s.start >= at && s.end > s.start && s.end <= text.len);
    for (; at < s.start; at++) CHECK(strchr(" \t\r\n\v\f", text.data[at]));
    at = s.end;
  }
  arena_clear(&a);
}

static void any_bytes_are_read(void) {
  char noise[4096];
  uint32_t seed = 7;
  for (int round = 0; round < 200; round++) {
    for (size_t i = 0; i < sizeof noise; i++) {
      seed = seed * 1664525 + 1013904223;
      noise[i] = (char)(seed >> 24);
      if ((unsigned char)noise[i] >= 0x80 && round % 2) noise[i] = '\'';
    }
    Arena a = {0};
    english_run((Str){noise, sizeof noise}, NULL, 0, &a);
    arena_clear(&a);
  }
  check_covered(STR(""));
  check_covered(STR("a\0b \0 c"));
  check_covered(STR("don't!! (she'd've) 'tis $5-10 :'( x@y.z #1 a.b.c ...x"));
}

// Ten megabytes of one kind, in one paragraph: read, and every token in order.
static void length_is_no_trouble(const char *piece) {
  StrBuf text = {0};
  Arena a = {0};
  while (text.len < 10u << 20) strbuf_put(&text, str_of(piece));
  const English *e = english_run(strbuf_str(&text), NULL, 0, &a);
  CHECK(e->token_count > 0 && e->sentence_count > 0);
  CHECK(e->tokens[e->token_count - 1].span.end >= text.len - 1);
  arena_clear(&a);
  strbuf_clear(&text);
}

static void long_texts_are_read(void) {
  length_is_no_trouble("aaaaaaaaaaaaaaaa");
  length_is_no_trouble("I felt low, and then he called. ");
  length_is_no_trouble("and so ");
  length_is_no_trouble("'a.b'");
  length_is_no_trouble("\xFF\xC3");
}

int main(int argc, char **argv) {
  (void)argv;
  Err err = {0};
  CHECK(english_init(&err));
  if (err.set) return check_done();
  if (argc > 1) {
    long_texts_are_read();
    return check_done();
  }
  words_are_cut_as_the_treebank_cuts_them();
  words_are_known_however_they_are_typed();
  every_spelling_is_found();
  sentences_know_their_main_tense();
  a_wrapped_line_ends_no_sentence();
  regions_are_honoured();
  lemmas_are_found();
  any_bytes_are_read();
  return check_done();
}
