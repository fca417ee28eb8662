// SPDX-License-Identifier: MIT
#include "variant.h"

#include <string.h>

enum { SMALL = 30, CAPITALS = 1, DROPPED = 40 }; // in a hundred

static bool begins_with_subject(const GoldSentence *s) {
  return s->count > 3 && s->tokens[0].tag == TAG_PRP &&
         tag_in(s->tokens[1].tag, TAGS_FINITE) &&
         s->tokens[1].norm.data[0] != '\'';
}

static void set_flags(GoldSentence *s, uint8_t add, uint8_t take) {
  for (uint32_t i = 0; i < s->count; i++) {
    s->tokens[i].flags |= add;
    s->tokens[i].flags &= (uint8_t)~take;
  }
}

GoldSentence variant_of(const GoldSentence *s, Random *luck, Token *room,
                        uint32_t *dropped) {
  GoldSentence v = {room, s->words, s->count};
  uint32_t dice = random_below(luck, 100), fate = random_below(luck, 100);
  *dropped = begins_with_subject(s) && fate < DROPPED;
  v.count -= *dropped;
  memcpy(room, s->tokens + *dropped, v.count * sizeof *room);
  if (*dropped) room[0].flags |= TOKEN_CAPITAL;
  if (dice < SMALL) set_flags(&v, 0, TOKEN_CAPITAL | TOKEN_CAPITALS);
  if (dice >= 100 - CAPITALS) set_flags(&v, TOKEN_CAPITAL | TOKEN_CAPITALS, 0);
  return v;
}
