// SPDX-License-Identifier: MIT
#include "english/spelling.h"

#include <string.h>

enum { LONGEST = 13 }; // bytes of a word in the table

typedef struct Spelling {
  char typed[LONGEST + 1]; // zeros behind it
  const char *usual;
} Spelling;

static const Spelling spellings[] = {
#define SPELT(typed, usual) {typed, usual},
#include "english/spelling.def"
#undef SPELT
};

enum { COUNT = sizeof spellings / sizeof *spellings };

// "feelin'" -> "feeling"
static Str with_g(Str norm, char *room) {
  memmove(room, norm.data, norm.len - 1);
  room[norm.len - 1] = 'g';
  return (Str){room, norm.len};
}

Str spelling_find(Str norm, char *room) {
  if (norm.len > 4 && str_ends(norm, STR("in'"))) return with_g(norm, room);
  if (norm.len == 0 || norm.len > LONGEST) return norm;
  size_t from = 0, to = COUNT;
  while (from < to) {
    size_t mid = (from + to) / 2;
    int order = str_cmp_z(norm, spellings[mid].typed);
    if (order == 0) return str_of(spellings[mid].usual);
    if (order < 0)
      to = mid;
    else
      from = mid + 1;
  }
  return norm;
}
