// SPDX-License-Identifier: MIT
// The trainer, on three sentences and on weights one can add up by hand.
#include "base/file.h"
#include "english/weights.h"
#include "learner.h"
#include "pack.h"
#include "teach.h"
#include "treebank.h"
#include "unit/check.h"

static void a_treebank_is_read(Arena *a) {
  StrBuf bytes = {0};
  Treebank bank = {0};
  Err err = {0};
  CHECK(file_read(STR(INKLING_TINY), &bytes, &err));
  CHECK(treebank_read(strbuf_str(&bytes), a, &bank, &err));
  CHECK(bank.len == 3);
  const GoldSentence *says = &bank.data[1];
  CHECK(says->count == 7 && says->tokens[1].tag == TAG_VBZ);
  CHECK(!(says->tokens[4].flags & TOKEN_SPACE_BEFORE)); // n't
  CHECK(says->tokens[5].flags & TOKEN_SPACE_BEFORE);
  CHECK(says->words[1].head == NO_INDEX);
  CHECK(teach_role_of(says, 1) == ROLE_ROOT);
  CHECK(teach_role_of(says, 3) == ROLE_COMPLEMENT); // of "do", by "sing"
  CHECK(teach_role_of(&bank.data[2], 4) == ROLE_CONJUNCT);
  strbuf_clear(&bytes);
}

static void a_bad_treebank_is_refused_with_its_line(Arena *a) {
  Treebank bank = {0};
  Err err = {0};
  CHECK(!treebank_read(STR("# ok\n1\tI\tI\n\n"), a, &bank, &err));
  CHECK(err.set && err.line == 2);
}

// Two features told apart by two labels, packed and read back.
static void what_is_learned_is_packed(Arena *a) {
  Learner l = {.labels = 8};
  StrBuf packed = {0};
  const uint64_t first = 0x123456789ABCDEF0u, second = 0xFEDCBA9876543210u;
  for (int i = 0; i < 4; i++) {
    learner_step(&l, &first, 1, 3, i % 2 ? 3 : 5);
    learner_step(&l, &second, 1, 5, i % 2 ? 5 : 3);
  }
  learner_settle(&l);
  CHECK(l.step == 0);
  CHECK(pack_weights(&l, 100, &packed));
  Str copy = {arena_copy(a, packed.data, packed.len), packed.len};
  Weights w;
  Score scores[WEIGHTS_LABELS];
  CHECK(weights_open(&w, copy, 8));
  weights_score(&w, &first, 1, scores);
  CHECK(scores[3] > 0 && scores[5] == -scores[3]);
  Score other[WEIGHTS_LABELS];
  weights_score(&w, &second, 1, other);
  CHECK(other[5] > 0 && other[3] < 0);
  CHECK(!weights_open(&w, copy, 4)); // a label out of range
  for (size_t cut = 0; cut < copy.len; cut++)
    CHECK(!weights_open(&w, (Str){copy.data, cut}, 8));
  learner_prune(&l, 2 * pack_cost(&l, &l.rows[0], 2));
  CHECK(l.frozen && l.len == 2 && l.rows);
  learner_prune(&l, 0);
  CHECK(l.len == 0);
  learner_clear(&l);
  strbuf_clear(&packed);
}

enum { FEATURES = 48, LABELS = 54 };

// Features with ever more labels, so that every kind of slot is among them.
static void learn_all_kinds(Learner *l, uint64_t *features) {
  for (uint64_t i = 0; i < FEATURES; i++) {
    features[i] = (i + 1) * 0x9E3779B97F4A7C15u;
    for (unsigned k = 0; k <= i % 16; k++)
      learner_step(l, &features[i], 1, (unsigned)(i * 5 + k) % LABELS, 1);
  }
  learner_settle(l);
}

// Scored at once they add up to what each says alone; so do two halves.
static void all_kinds_add_up(Arena *a) {
  Learner l = {.labels = LABELS};
  StrBuf packed = {0};
  uint64_t features[FEATURES];
  Weights w;
  learn_all_kinds(&l, features);
  CHECK(pack_weights(&l, 20, &packed));
  Str copy = {arena_copy(a, packed.data, packed.len), packed.len};
  CHECK(weights_open(&w, copy, LABELS) && w.cell_count && w.row_count);
  Score all[WEIGHTS_LABELS], halves[WEIGHTS_LABELS], one[WEIGHTS_LABELS];
  int sums[WEIGHTS_LABELS] = {0};
  for (unsigned i = 0; i < FEATURES; i++) {
    weights_score(&w, &features[i], 1, one);
    for (unsigned k = 0; k < WEIGHTS_LABELS; k++) sums[k] += one[k];
  }
  weights_score(&w, features, FEATURES, all);
  weights_score(&w, features, FEATURES / 2, halves);
  weights_add(&w, features + FEATURES / 2, FEATURES / 2, halves);
  unsigned told = 0;
  for (unsigned k = 0; k < WEIGHTS_LABELS; k++) {
    CHECK(all[k] == sums[k] && halves[k] == sums[k]);
    told += sums[k] != 0;
  }
  CHECK(told > 20 && w.cell_count > 4 * LIST_MOST);
  learner_clear(&l);
  strbuf_clear(&packed);
}

int main(void) {
  Arena a = {0};
  a_treebank_is_read(&a);
  a_bad_treebank_is_refused_with_its_line(&a);
  what_is_learned_is_packed(&a);
  all_kinds_add_up(&a);
  arena_clear(&a);
  return check_done();
}
