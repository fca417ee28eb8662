// SPDX-License-Identifier: MIT
// Tokens a second of english_run, raw text to clause roles, on one core.
// usage: bench_english [FILE]   (plain text; default: a page of this file's
// own, then a real diary where ../shared has one)
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "english/english.h"

enum { ROUNDS = 9, LEAST = 1 << 20 }; // bytes a round

static const char page[] =
    "I felt lonely at the party, and nobody noticed when I left early. Mum "
    "rang at seven with the usual list. You said you'd call, but you didn't, "
    "and I've been wondering why ever since. It isn't that I'm angry; I just "
    "don't know what you want from me any more. We were going to drive to the "
    "sea on Sunday if the rain stopped. Maybe we still can. When he asked me "
    "how I was, I told him everything was fine, which wasn't true at all. ";

// Of processor time, since these machines are shared.
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

// Cuts the next paragraph off the front: as far as an empty line.
static Str paragraph(Str *rest) {
  ptrdiff_t at = str_find(*rest, STR("\n\n"));
  size_t end = at < 0 ? rest->len : (size_t)at + 2;
  Str p = str_slice(*rest, 0, end);
  *rest = str_slice(*rest, end, rest->len);
  return p;
}

// Runs paragraph by paragraph, as the program does; returns the tokens.
static uint32_t run_all(Str text, Arena *a) {
  uint32_t tokens = 0;
  while (text.len) {
    tokens += english_run(paragraph(&text), NULL, 0, a)->token_count;
    arena_reset(a);
  }
  return tokens;
}

static void measure(const char *what, Str text) {
  Arena a = {0};
  double rates[ROUNDS];
  uint32_t tokens = 0;
  for (int i = 0; i < ROUNDS; i++) {
    double start = now();
    tokens = run_all(text, &a);
    rates[i] = tokens / (now() - start);
  }
  qsort(rates, ROUNDS, sizeof *rates, by_value);
  printf("english_run, %s: %u tokens, %.0f tokens/s (median of %d; best "
         "%.0f)\n",
         what, tokens, rates[ROUNDS / 2], ROUNDS, rates[ROUNDS - 1]);
  arena_clear(&a);
}

static void measure_page(void) {
  StrBuf text = {0};
  while (text.len < LEAST) {
    strbuf_put(&text, str_of(page));
    strbuf_put(&text, STR("\n\n"));
  }
  measure("a page again and again", strbuf_str(&text));
  strbuf_clear(&text);
}

static bool measure_file(const char *path, Err *err) {
  StrBuf text = {0};
  bool ok = file_read(str_of(path), &text, err);
  if (ok) measure("a file", strbuf_str(&text));
  strbuf_clear(&text);
  return ok;
}

// In a real diary fewer words repeat: what counts, where one is at hand.
static void measure_diary(void) {
  static const char place[] = "../shared/data/diaries/barbellion.txt";
  Err err = {0};
  if (!measure_file(place, &err))
    puts("english_run, a real diary: skipped, none is at hand");
}

int main(int argc, char **argv) {
  Err err = {0};
  bool ok = english_init(&err);
  if (ok && argc > 1) {
    ok = measure_file(argv[1], &err);
  } else if (ok) {
    measure_page();
    measure_diary();
  }
  if (!ok) fprintf(stderr, "bench_english: %s\n", err.message);
  return ok ? 0 : 2;
}
