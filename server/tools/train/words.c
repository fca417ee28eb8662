// SPDX-License-Identifier: MIT
#include "words.h"

#include <string.h>

#include "base/file.h"
#include "base/map.h"
#include "english/lexicon.h"
#include "frames.h"

enum {
  CLOSED_FROM = 40, // times a word is seen before its tags are taken for all
  MOST_CLASSES = UINT16_MAX,
};

typedef struct Word {
  Str norm;
  TagSet tags;
  uint32_t seen;
  uint32_t counts[TAG_COUNT];
} Word;

typedef struct Words {
  Arena arena;
  Frames frames;
  Map map;
  Vec(Word) list;
} Words;

static Str without_digits(Arena *a, Str norm) {
  char *copy = arena_copy(a, norm.data, norm.len);
  for (size_t i = 0; i < norm.len; i++)
    if (copy[i] >= '0' && copy[i] <= '9') copy[i] = '0';
  return (Str){copy, norm.len};
}

static Word *word_of(Words *w, Str norm) {
  Str key = without_digits(&w->arena, norm);
  uint32_t i = map_get(&w->map, key, UINT32_MAX);
  if (i == UINT32_MAX) {
    i = w->list.len;
    map_put(&w->map, key, i);
    vec_push(&w->list, (Word){.norm = key});
  }
  return &w->list.data[i];
}

static void add(Words *w, Str norm, TagSet tags) {
  word_of(w, norm)->tags |= tags;
}

static void add_treebank(Words *w, const Treebank *bank) {
  vec_each(GoldSentence, s, bank) {
    for (uint32_t i = 0; i < s->count; i++) {
      Word *word = word_of(w, s->tokens[i].norm);
      word->counts[s->tokens[i].tag]++;
      word->seen++;
    }
  }
}

static bool ends_in(Str s, const char *letters) {
  return s.len && strchr(letters, s.data[s.len - 1]);
}

static bool is_vowel(char c) {
  return strchr("aeiou", c) != NULL;
}

static Str with_ending(Words *w, Str stem, const char *ending) {
  return str_printf(&w->arena, STR_FMT "%s", STR_ARG(stem), ending);
}

static Str shorter(Str s, size_t by) {
  return (Str){s.data, s.len - by};
}

// The stem before "ed", "er", "ing": hope -> hop, stop -> stopp, try -> try.
static Str stem_of(Words *w, Str s) {
  if (ends_in(s, "e")) return shorter(s, 1);
  size_t n = s.len;
  bool single = n >= 3 && n <= 4 && !is_vowel(s.data[n - 1]) &&
                is_vowel(s.data[n - 2]) && !is_vowel(s.data[n - 3]) &&
                !ends_in(s, "wxy");
  char last[2] = {s.data[n - 1], 0};
  return single ? with_ending(w, s, last) : s;
}

static bool is_y(Str s) {
  return s.len > 1 && ends_in(s, "y") && !is_vowel(s.data[s.len - 2]);
}

static Str with_s(Words *w, Str s) {
  if (is_y(s)) return with_ending(w, shorter(s, 1), "ies");
  bool hissing =
      ends_in(s, "sxz") || str_ends(s, STR("ch")) || str_ends(s, STR("sh"));
  return with_ending(w, s, hissing ? "es" : "s");
}

static Str with_vowel(Words *w, Str s, const char *ending) {
  if (is_y(s) && ending[0] == 'e')
    return with_ending(w, with_ending(w, shorter(s, 1), "i"), ending);
  if (str_ends(s, STR("ee")) && ending[0] == 'e')
    return with_ending(w, s, ending + 1);
  return with_ending(w, stem_of(w, s), ending);
}

static void add_verb(Words *w, Str s) {
  add(w, s, tag_bit(TAG_VB) | tag_bit(TAG_VBP));
  add(w, with_s(w, s), tag_bit(TAG_VBZ));
  add(w, with_vowel(w, s, "ed"),
      tag_bit(TAG_VBD) | tag_bit(TAG_VBN) | frames_of(&w->frames, s));
  add(w,
      ends_in(s, "e") && !str_ends(s, STR("ee"))
          ? with_ending(w, shorter(s, 1), "ing")
          : with_ending(w, stem_of(w, s), "ing"),
      tag_bit(TAG_VBG));
}

static void add_noun(Words *w, Str s) {
  add(w, s, tag_bit(TAG_NN));
  add(w, with_s(w, s), tag_bit(TAG_NNS));
}

static void add_adjective(Words *w, Str s) {
  add(w, s, tag_bit(TAG_JJ));
  if (s.len > 7) return;
  add(w, with_vowel(w, s, "er"), tag_bit(TAG_JJR));
  add(w, with_vowel(w, s, "est"), tag_bit(TAG_JJS));
}

static void add_adverb(Words *w, Str s) {
  add(w, s, tag_bit(TAG_RB));
}

static bool is_word(Str s) {
  for (size_t i = 0; i < s.len; i++)
    if (!((s.data[i] >= 'a' && s.data[i] <= 'z') || s.data[i] == '\''))
      return false;
  return s.len > 1 && s.len < 20;
}

static bool read_wordnet(Str wordnet, const char *name, StrBuf *bytes,
                         Err *err) {
  Arena a = {0};
  bool ok = file_read(path_join(&a, wordnet, str_of(name)), bytes, err);
  arena_clear(&a);
  return ok;
}

// A line of an index: word pos senses pointers … senses tagged offset …
// Nouns count where somebody met them: of one sense and never tagged are
// mostly Latin names.
static bool is_common(Str line) {
  Str field;
  uint32_t senses = 0, tagged = 0, pointers = 0, n = 0;
  while (str_cut(&line, ' ', &field)) {
    if (n == 2) str_to_u32(field, &senses);
    if (n == 3) str_to_u32(field, &pointers);
    if (n == 5 + pointers) str_to_u32(field, &tagged);
    n++;
  }
  return senses > 1 || tagged > 0;
}

typedef void Adder(Words *w, Str s);

static bool add_index(Words *w, Str wordnet, const char *name, Adder *adder,
                      bool all, Err *err) {
  StrBuf bytes = {0};
  if (!read_wordnet(wordnet, name, &bytes, err)) return false;
  Str rest = strbuf_str(&bytes), line, word;
  while (str_cut(&rest, '\n', &line)) {
    Str fields = line;
    if (!str_cut(&fields, ' ', &word) || !is_word(word)) continue;
    if (all || is_common(line)) adder(w, word);
  }
  strbuf_clear(&bytes);
  return true;
}

static TagSet tags_of_irregular(Str form, TagSet frames, char kind) {
  if (kind == 'n') return tag_bit(TAG_NNS);
  if (kind == 'a')
    return tag_bit(str_ends(form, STR("st")) ? TAG_JJS : TAG_JJR);
  if (str_ends(form, STR("ing"))) return tag_bit(TAG_VBG);
  if (str_ends(form, STR("s"))) return tag_bit(TAG_VBZ);
  return tag_bit(TAG_VBD) | tag_bit(TAG_VBN) | frames;
}

static bool add_irregulars(Words *w, Str wordnet, const char *name, Err *err) {
  StrBuf bytes = {0};
  if (!read_wordnet(wordnet, name, &bytes, err)) return false;
  Str rest = strbuf_str(&bytes), line, form;
  while (str_cut(&rest, '\n', &line))
    if (str_cut(&line, ' ', &form) && is_word(form))
      add(w, form,
          tags_of_irregular(form, frames_of(&w->frames, line), name[0]));
  strbuf_clear(&bytes);
  return true;
}

// Pasts that look like their presents; a list of exceptions has no row for
// them.
static void add_unchanged(Words *w) {
  static const char *const verbs[] = {
      "beat",   "bet",   "bid",    "burst", "cast",   "cost", "cut",  "fit",
      "hit",    "hurt",  "knit",   "let",   "offset", "put",  "quit", "read",
      "reread", "rid",   "set",    "shed",  "shut",   "slit", "spit", "split",
      "spread", "sweat", "thrust", "upset", "wed",    "wet"};
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
    add(w, str_of(verbs[i]),
        tag_bit(TAG_VBD) | tag_bit(TAG_VBN) |
            frames_of(&w->frames, str_of(verbs[i])));
}

static bool add_wordnet(Words *w, Str wordnet, Err *err) {
  add_unchanged(w);
  return add_index(w, wordnet, "index.noun", add_noun, false, err) &&
         add_index(w, wordnet, "index.verb", add_verb, true, err) &&
         add_index(w, wordnet, "index.adj", add_adjective, true, err) &&
         add_index(w, wordnet, "index.adv", add_adverb, true, err) &&
         add_irregulars(w, wordnet, "verb.exc", err) &&
         add_irregulars(w, wordnet, "noun.exc", err) &&
         add_irregulars(w, wordnet, "adj.exc", err);
}

static TagSet tags_of(const Word *w) {
  TagSet tags = w->tags;
  uint32_t least = w->seen >= CLOSED_FROM ? 1 + w->seen / 300 : 1;
  TagSet met = 0;
  for (unsigned t = 0; t < TAG_COUNT; t++)
    if (w->counts[t] >= least) met |= tag_bit(t);
  met |= tags & LEXICON_FRAMES;
  return w->seen >= CLOSED_FROM ? met | LEXICON_CLOSED : met | tags;
}

typedef struct Class {
  TagSet tags;
  uint32_t weight; // words, and how often they were met
} Class;

typedef Vec(Class) Classes;

static int by_weight(const void *a, const void *b) {
  const Class *x = a, *y = b;
  if (x->weight != y->weight) return x->weight < y->weight ? 1 : -1;
  return (x->tags > y->tags) - (x->tags < y->tags);
}

static void count_class(Classes *c, TagSet tags, uint32_t weight) {
  for (uint32_t i = 0; i < c->len; i++)
    if (c->data[i].tags == tags) {
      c->data[i].weight += weight;
      return;
    }
  vec_push(c, (Class){tags, weight});
}

// The kept class that is nearest; what is added to a set hurts least.
static uint16_t class_of(const Classes *c, TagSet tags) {
  uint32_t best = 0, least = UINT32_MAX;
  for (uint32_t i = 0; i < c->len && i < MOST_CLASSES; i++) {
    TagSet has = c->data[i].tags;
    uint32_t cost = (uint32_t)__builtin_popcountll(has & ~tags) +
                    4 * (uint32_t)__builtin_popcountll(tags & ~has);
    if ((has ^ tags) & LEXICON_CLOSED) cost += 16;
    if (cost < least) least = cost, best = i;
  }
  return (uint16_t)best;
}

typedef struct Entry {
  uint64_t hash;
  uint16_t kind;
} Entry;

static int by_hash(const void *a, const void *b) {
  uint64_t x = ((const Entry *)a)->hash, y = ((const Entry *)b)->hash;
  return (x > y) - (x < y);
}

static void put(StrBuf *out, const void *bytes, size_t len) {
  strbuf_put(out, (Str){bytes, len});
}

static void write_lexicon(const Classes *classes, Entry *e, uint32_t count,
                          StrBuf *out) {
  uint32_t kinds = classes->len < MOST_CLASSES ? classes->len : MOST_CLASSES;
  uint32_t buckets = count / 4 + 1, at = 0;
  uint32_t head[4] = {kinds, buckets, count, 0};
  qsort(e, count, sizeof *e, by_hash);
  put(out, head, sizeof head);
  for (uint32_t i = 0; i < kinds; i++) put(out, &classes->data[i].tags, 8);
  for (uint32_t b = 0; b <= buckets; b++) {
    while (at < count && lexicon_bucket(e[at].hash, buckets) < b) at++;
    put(out, &at, 4);
  }
  for (uint32_t i = 0; i < count; i++) {
    uint16_t print = (uint16_t)e[i].hash;
    put(out, &print, 2);
  }
  for (uint32_t i = 0; i < count; i++) put(out, &e[i].kind, 2);
}

static void pack(Words *w, StrBuf *out) {
  Classes classes = {0};
  vec_each(Word, word, &w->list)
    count_class(&classes, tags_of(word), 1 + 4 * word->seen);
  if (classes.len)
    qsort(classes.data, classes.len, sizeof *classes.data, by_weight);
  Entry *entries = heap_alloc(w->list.len * sizeof *entries);
  for (uint32_t i = 0; i < w->list.len; i++) {
    const Word *word = &w->list.data[i];
    entries[i] =
        (Entry){lexicon_hash(word->norm), class_of(&classes, tags_of(word))};
  }
  write_lexicon(&classes, entries, w->list.len, out);
  free(entries);
  vec_clear(&classes);
}

// What a word's tags would be without this one place.
static void tell_elsewhere(Words *w, Treebank *bank) {
  vec_each(GoldSentence, s, bank) {
    for (uint32_t i = 0; i < s->count; i++) {
      Word *word = word_of(w, s->tokens[i].norm);
      Tag tag = s->tokens[i].tag;
      word->counts[tag]--;
      s->words[i].elsewhere = tags_of(word);
      word->counts[tag]++;
    }
  }
}

bool words_lexicon(Treebank *bank, Str wordnet, StrBuf *out, Err *err) {
  Words w = {0};
  bool ok =
      frames_read(&w.frames, wordnet, err) && add_wordnet(&w, wordnet, err);
  if (ok) {
    add_treebank(&w, bank);
    tell_elsewhere(&w, bank);
    pack(&w, out);
  }
  vec_clear(&w.list);
  frames_clear(&w.frames);
  map_clear(&w.map);
  arena_clear(&w.arena);
  return ok;
}

typedef struct Irregular {
  Str form, lemma;
} Irregular;

typedef Vec(Irregular) IrregularVec;

static int by_form(const void *a, const void *b) {
  return str_cmp(((const Irregular *)a)->form, ((const Irregular *)b)->form);
}

static bool read_irregulars(Str wordnet, const char *name, StrBuf *bytes,
                            IrregularVec *out, Err *err) {
  if (!read_wordnet(wordnet, name, bytes, err)) return false;
  Str rest = strbuf_str(bytes), line, form, lemma;
  while (str_cut(&rest, '\n', &line)) {
    if (!str_cut(&line, ' ', &form) || !str_cut(&line, ' ', &lemma)) continue;
    if (is_word(form) && is_word(lemma) && form.len < 12)
      vec_push(out, (Irregular){form, lemma});
  }
  if (out->len) qsort(out->data, out->len, sizeof *out->data, by_form);
  return true;
}

static void pack_lemmas(IrregularVec *lists, StrBuf *out) {
  StrBuf text = {0};
  Vec(uint32_t) rows = {0};
  for (int k = 0; k < 3; k++)
    vec_each(Irregular, i, &lists[k]) {
      vec_push(&rows, (uint32_t)text.len);
      strbuf_put(&text, i->form);
      strbuf_putc(&text, 0);
      strbuf_put(&text, i->lemma);
      strbuf_putc(&text, 0);
    }
  strbuf_putc(&text, 0);
  uint32_t head[4] = {lists[0].len, lists[1].len, lists[2].len,
                      (uint32_t)text.len};
  put(out, head, sizeof head);
  put(out, rows.data, rows.len * sizeof *rows.data);
  strbuf_put(out, strbuf_str(&text));
  strbuf_clear(&text);
  vec_clear(&rows);
}

bool words_lemmas(Str wordnet, StrBuf *out, Err *err) {
  static const char *const names[] = {"verb.exc", "noun.exc", "adj.exc"};
  StrBuf bytes[3] = {{0}};
  IrregularVec lists[3] = {{0}};
  bool ok = true;
  for (int k = 0; ok && k < 3; k++)
    ok = read_irregulars(wordnet, names[k], &bytes[k], &lists[k], err);
  if (ok) pack_lemmas(lists, out);
  for (int k = 0; k < 3; k++) {
    strbuf_clear(&bytes[k]);
    vec_clear(&lists[k]);
  }
  return ok;
}
