// SPDX-License-Identifier: MIT
// What markup costs, by a document's size: the first reading, and then, a key
// at a time all over it, the tree, the outline and one passage.
#include <stdio.h>
#include <time.h>

#include "syntax/prose.h"

enum { KEYS = 400 };

typedef enum Step { STEP_TREE, STEP_OUTLINE, STEP_PASSAGE, STEPS } Step;

// Milliseconds of work, whatever else the machine does.
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static uint32_t roll(uint32_t sides) {
  static uint32_t seed = 9;
  seed = seed * 1664525 + 1013904223;
  return (seed >> 8) % sides;
}

static void put_paragraph(StrBuf *b) {
  static const char *const parts[] = {
      "I felt *kind of* sad at the party. ",
      "She said \"it is fine\" again. ",
      "Then we went home. ",
      "I want more of us, less of the noise. ",
      "@sam was there, tired of #work. ",
      "Nobody looked, which hurt. ",
      "Maybe I am only cold. ",
      "Why did I not say so? ",
  };
  for (uint32_t n = 2 + roll(5); n > 0; n--)
    strbuf_put(b, str_of(parts[roll(8)]));
  strbuf_put(b, STR("\n\n"));
}

static void put_journal(StrBuf *b, size_t size) {
  strbuf_put(b, STR("kind: journal\n\n"));
  while (b->len < size) {
    strbuf_printf(b, "# 20%02u-%02u-%02u\nmood: %u/10\n\n", roll(100),
                  1 + roll(12), 1 + roll(28), roll(11));
    for (uint32_t n = 1 + roll(6); n > 0; n--) put_paragraph(b);
  }
}

static const Block *block_at(const Outline *o, uint32_t at) {
  uint32_t low = 0, high = o->blocks.len;
  while (high - low > 1) {
    uint32_t mid = low + (high - low) / 2;
    if (o->blocks.data[mid].span.start <= at)
      low = mid;
    else
      high = mid;
  }
  return &o->blocks.data[low];
}

static void press_key(Text *text, Tree *tree, Arena *a, double took[STEPS]) {
  uint32_t at = roll((uint32_t)text->bytes.len);
  TextEdit e = text_replace(text, (Span){at, at}, STR("x"));
  arena_reset(a);
  double start = now();
  tree_edit(tree, &e, text_str(text));
  double parsed = now();
  const Outline *o = outline_run(text, tree, LANGUAGE_JOT, a);
  double outlined = now();
  (void)prose_passage(text, tree, block_at(o, at), a);
  took[STEP_TREE] = parsed - start;
  took[STEP_OUTLINE] = outlined - parsed;
  took[STEP_PASSAGE] = now() - outlined;
}

static void run(size_t size) {
  static const char *const names[] = {"tree", "outline", "passage"};
  static double took[STEPS][KEYS];
  Arena a = {0};
  StrBuf bytes = {0};
  Text text;
  put_journal(&bytes, size);
  text_init(&text, strbuf_str(&bytes));
  double start = now();
  Tree *tree = tree_new(GRAMMAR_JOT, text_str(&text));
  printf("%8zu bytes: read in %.2f ms; a key, in ms:\n", bytes.len,
         now() - start);
  for (int i = 0; i < KEYS; i++) {
    double one[STEPS];
    press_key(&text, tree, &a, one);
    for (int k = 0; k < STEPS; k++) took[k][i] = one[k];
  }
  for (int k = 0; k < STEPS; k++) {
    qsort(took[k], KEYS, sizeof took[k][0], by_size);
    printf("  %-8s median %.3f  p99 %.3f\n", names[k], took[k][KEYS / 2],
           took[k][KEYS * 99 / 100]);
  }
  tree_free(tree);
  text_clear(&text);
  strbuf_clear(&bytes);
  arena_clear(&a);
}

int main(void) {
  run(10 << 10);
  run(100 << 10);
  run(1 << 20);
  return 0;
}
