// SPDX-License-Identifier: MIT
#include "frames.h"

#include "base/file.h"
#include "english/lexicon.h"

// WordNet's frames of verbs in which somebody or something is their object:
// 8 to 11, 14 to 21, 24 to 26, 30, 31.
static const uint64_t with_object = 0xC73FCF00u;

static uint32_t number(Str field) {
  uint32_t n = 0;
  str_to_u32(field, &n);
  return n;
}

static uint32_t hex(Str field) {
  uint32_t n = 0;
  for (size_t i = 0; i < field.len; i++) {
    uint32_t c = (unsigned char)field.data[i];
    n = n * 16 + (c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
  }
  return n;
}

static Str next(Str *line) {
  Str field = {0};
  str_cut(line, ' ', &field);
  return field;
}

static void skip(Str *line, uint32_t fields) {
  while (fields-- > 0) next(line);
}

// One sense: "offset file v words (word id)… pointers (4 fields)… frames
// (+ frame word)…".
static TagSet of_sense(Str line, Str verb) {
  TagSet found = 0;
  uint32_t at = 0;
  skip(&line, 3);
  for (uint32_t n = 1, words = hex(next(&line)); n <= words; n++) {
    if (str_eq_nocase(next(&line), verb)) at = n;
    skip(&line, 1);
  }
  skip(&line, 4 * number(next(&line)));
  for (uint32_t frames = number(next(&line)); frames > 0; frames--) {
    skip(&line, 1);
    uint32_t frame = number(next(&line)), word = hex(next(&line));
    if (word && word != at) continue;
    found |= with_object >> frame & 1 ? LEXICON_OBJECT : LEXICON_ALONE;
  }
  return found;
}

static TagSet of_verb(Str line, Str verb, Str data) {
  TagSet all = 0, first = 0;
  skip(&line, 2);
  uint32_t senses = number(next(&line));
  skip(&line, number(next(&line)) + 2);
  for (uint32_t n = 0; n < senses; n++) {
    Str rest = str_slice(data, number(next(&line)), data.len), sense;
    if (!str_cut(&rest, '\n', &sense)) continue;
    TagSet found = of_sense(sense, verb);
    if (!first) first = found;
    all |= found;
  }
  return first | (all & LEXICON_OBJECT ? LEXICON_RARELY : 0);
}

static void add_all(Frames *f, Str index, Str data) {
  Str line;
  while (str_cut(&index, '\n', &line)) {
    Str rest = line, verb = next(&rest);
    if (!verb.len) continue; // the licence
    TagSet bits = of_verb(line, verb, data);
    map_put(&f->verbs, str_copy(&f->arena, verb),
            (uint32_t)(bits >> LEXICON_FRAMES_AT));
  }
}

bool frames_read(Frames *f, Str wordnet, Err *err) {
  StrBuf index = {0}, data = {0};
  Arena a = {0};
  bool ok = file_read(path_join(&a, wordnet, STR("index.verb")), &index, err) &&
            file_read(path_join(&a, wordnet, STR("data.verb")), &data, err);
  if (ok) add_all(f, strbuf_str(&index), strbuf_str(&data));
  strbuf_clear(&index);
  strbuf_clear(&data);
  arena_clear(&a);
  return ok;
}

TagSet frames_of(const Frames *f, Str verb) {
  return (TagSet)map_get(&f->verbs, verb, 0) << LEXICON_FRAMES_AT;
}

void frames_clear(Frames *f) {
  map_clear(&f->verbs);
  arena_clear(&f->arena);
}
