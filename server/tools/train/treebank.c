// SPDX-License-Identifier: MIT
#include "treebank.h"

#include "english/token.h"

typedef struct Reader {
  Arena *arena;
  Vec(Token) tokens;
  Vec(GoldWord) words;
  bool space;          // before the next token
  uint32_t joined_end; // last word of the multiword token at hand
  bool space_after_joined;
} Reader;

enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC, COLUMNS };

static bool split(Str line, Str *column) {
  for (int i = 0; i < COLUMNS; i++)
    if (!str_cut(&line, '\t', &column[i])) return false;
  return true;
}

static bool has_space(Str misc) {
  return str_find(misc, STR("SpaceAfter=No")) < 0;
}

static void join(Reader *r, Str id, Str misc) {
  Str first, rest = id;
  str_cut(&rest, '-', &first);
  str_to_u32(rest, &r->joined_end);
  r->space_after_joined = has_space(misc);
}

static void put(Reader *r, const Str *column, uint32_t id, Tag tag) {
  char *room = arena_alloc(r->arena, column[FORM].len + 1);
  Token t = token_of(column[FORM], (Span){0}, room);
  if (r->space) t.flags |= TOKEN_SPACE_BEFORE;
  t.tag = tag;
  t.lemma = column[LEMMA];
  bool inside = id < r->joined_end;
  r->space = !inside && has_space(column[MISC]);
  if (id == r->joined_end) r->space = r->space_after_joined;
  uint32_t head = 0;
  Str relation, rest = column[DEPREL];
  str_cut(&rest, ':', &relation);
  str_to_u32(column[HEAD], &head);
  GoldWord w = {.head = head ? head - 1 : NO_INDEX, .relation = relation};
  vec_push_in(r->arena, &r->tokens, t);
  vec_push_in(r->arena, &r->words, w);
}

static void close_sentence(Reader *r, Treebank *out) {
  if (!r->tokens.len) return;
  GoldSentence s = {r->tokens.data, r->words.data, r->tokens.len};
  for (uint32_t i = 0; i < s.count; i++)
    if (s.words[i].head != NO_INDEX && s.words[i].head >= s.count)
      s.words[i].head = NO_INDEX;
  vec_push_in(r->arena, out, s);
  *r = (Reader){.arena = r->arena, .space = true};
}

bool treebank_read(Str bytes, Arena *a, Treebank *out, Err *err) {
  Reader r = {.arena = a, .space = true};
  Str line, column[COLUMNS];
  for (uint32_t n = 1; str_cut(&bytes, '\n', &line); n++) {
    if (!line.len) {
      close_sentence(&r, out);
      continue;
    }
    if (line.data[0] == '#') continue;
    if (!split(line, column))
      return err_at(err, STR(""), n, 1, "not the ten columns of CoNLL-U");
    uint32_t id;
    Tag tag = TAG_NN;
    if (str_find(column[ID], STR("-")) >= 0) join(&r, column[ID], column[MISC]);
    if (!str_to_u32(column[ID], &id)) continue;
    tag_find(column[XPOS], &tag);
    // One treebank gives it a comma's tag, the other a colon's, as Penn does.
    if (str_eq(column[FORM], STR(";"))) tag = TAG_COLON;
    put(&r, column, id, tag);
  }
  close_sentence(&r, out);
  return true;
}
