// SPDX-License-Identifier: MIT
#include "english/spelling.h"

#include <string.h>

#include "english/lexicon.h"
#include "english/rows.h"

typedef struct Spelling {
  char typed[ROW_WORD];
  const char *usual;
} Spelling;

static const Spelling spellings[] = {
#define SPELT(typed, usual) {typed, usual},
#include "english/spelling.def"
#undef SPELT
};

enum { COUNT = sizeof spellings / sizeof *spellings };

static RowsAbsent absent;

void spelling_init(void) {
  absent = rows_absent_from(spellings, COUNT, sizeof *spellings);
}

static bool is_short_of_g(Str norm) {
  return norm.len && norm.data[norm.len - 1] == '\'' && norm.len > 4 &&
         str_ends(norm, STR("in'"));
}

bool spelling_is_usual(Str norm, uint64_t hash) {
  return rows_absent(&absent, hash) && !is_short_of_g(norm);
}

// "feelin'" -> "feeling"
static Str with_g(Str norm, char *room) {
  memmove(room, norm.data, norm.len - 1);
  room[norm.len - 1] = 'g';
  return (Str){room, norm.len};
}

Str spelling_find(Str norm, char *room) {
  if (is_short_of_g(norm)) return with_g(norm, room);
  if (norm.len == 0 || norm.len >= ROW_WORD) return norm;
  char word[ROW_WORD] = {0};
  memcpy(word, norm.data, norm.len);
  const Spelling *s = rows_find(spellings, COUNT, sizeof *spellings, word);
  return s ? str_of(s->usual) : norm;
}
