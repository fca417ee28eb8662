// SPDX-License-Identifier: MIT
// Makes the model of server/english from treebanks and WordNet.
// usage: train [--wordnet FOLDER] --out FILE FILE.conllu …
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "pack.h"
#include "teach.h"
#include "words.h"

static const Lesson tag_lesson = {.first_rounds = 4,
                                  .second_rounds = 5,
                                  .courses = 5,
                                  .bytes = 1150000,
                                  .margin = 30};
static const Lesson role_lesson = {.first_rounds = 4,
                                   .second_rounds = 5,
                                   .courses = 5,
                                   .bytes = 135000,
                                   .margin = 40};

static const Lesson runon_lesson = {.first_rounds = 3,
                                    .second_rounds = 6,
                                    .courses = 1,
                                    .bytes = 70000,
                                    .margin = 40};

static const Lesson second_lesson = {.first_rounds = 5,
                                     .second_rounds = 5,
                                     .courses = 6,
                                     .bytes = 40000,
                                     .margin = 60};

// Steps of a packed weight in one of a lesson's.
static const double tag_scale = 5, role_scale = 5, runon_scale = 5,
                    second_scale = 5;

typedef struct Options {
  Str wordnet, out;
  const char *const *files; // NULL-terminated
} Options;

static bool read_options(int argc, char **argv, Options *o) {
  int i = 1;
  o->wordnet = STR("/usr/share/wordnet");
  for (; i + 1 < argc && !strncmp(argv[i], "--", 2); i += 2) {
    if (!strcmp(argv[i], "--wordnet"))
      o->wordnet = str_of(argv[i + 1]);
    else if (!strcmp(argv[i], "--out"))
      o->out = str_of(argv[i + 1]);
    else
      return false;
  }
  o->files = (const char *const *)(argv + i);
  return o->out.len && i < argc;
}

static bool read_treebanks(const Options *o, Arena *a, Treebank *bank,
                           Err *err) {
  for (int i = 0; o->files[i]; i++) {
    StrBuf bytes = {0};
    bool ok = file_read(str_of(o->files[i]), &bytes, err) &&
              treebank_read(str_copy(a, strbuf_str(&bytes)), a, bank, err);
    strbuf_clear(&bytes);
    if (!ok) return false;
  }
  return bank->len > 0 || err_set(err, "no sentence in the treebanks");
}

// Eight-aligned memory of a section, so that it can be opened where it lies.
static Str section(Arena *a, StrBuf *b) {
  Str s = {arena_copy(a, b->data, b->len), b->len};
  strbuf_clear(b);
  return s;
}

static bool learned(Arena *a, Learner *l, double scale, Str *out, Err *err) {
  StrBuf packed = {0};
  bool ok = pack_weights(l, scale, &packed);
  learner_clear(l);
  *out = section(a, &packed);
  return ok || err_set(err, "two features have the same hash");
}

static bool make_sections(const Options *o, Arena *a, Str *sections, Err *err) {
  Treebank bank = {0};
  Model model = {0};
  StrBuf lexicon = {0}, lemmas = {0};
  Learner tags = {.labels = TAG_COUNT}, roles = {.labels = ROLE_OTHER + 1},
          runons = {.labels = 2}, seconds = {.labels = 2};
  if (!read_treebanks(o, a, &bank, err) ||
      !words_lexicon(&bank, o->wordnet, &lexicon, err) ||
      !words_lemmas(o->wordnet, &lemmas, err))
    return false;
  sections[SECTION_LEXICON] = section(a, &lexicon);
  sections[SECTION_LEMMAS] = section(a, &lemmas);
  if (!lexicon_open(&model.lexicon, sections[SECTION_LEXICON]) ||
      !lemma_open(&model.lemmas, sections[SECTION_LEMMAS]))
    return err_set(err, "the lexicon just made cannot be opened");
  teach_tags(&bank, &model.lexicon, tag_lesson, &tags);
  teach_roles(&bank, &model, role_lesson, &roles);
  if (!learned(a, &tags, tag_scale / tag_lesson.courses,
               &sections[SECTION_TAGS], err) ||
      !learned(a, &roles, role_scale / role_lesson.courses,
               &sections[SECTION_ROLES], err))
    return false;
  if (!weights_open(&model.tags, sections[SECTION_TAGS], TAG_COUNT))
    return err_set(err, "the tags just learned cannot be opened");
  teach_seconds(&bank, &model, second_lesson, &seconds);
  if (!learned(a, &seconds, second_scale / second_lesson.courses,
               &sections[SECTION_SECONDS], err))
    return false;
  if (!weights_open(&model.seconds, sections[SECTION_SECONDS], 2))
    return err_set(err, "the second look just learned cannot be opened");
  teach_runons(&bank, &model, runon_lesson, &runons);
  return learned(a, &runons, runon_scale / runon_lesson.courses,
                 &sections[SECTION_RUNONS], err);
}

static void pack(const Str *sections, StrBuf *out) {
  ModelHead head = {.magic = "INKMODE", .version = MODEL_VERSION};
  head.magic[7] = 'L';
  strbuf_put(out, (Str){(const char *)&head, sizeof head});
  for (int i = 0; i < SECTION_COUNT; i++) {
    while (out->len % 8) strbuf_putc(out, 0);
    head.sections[i].at = (uint32_t)out->len;
    head.sections[i].len = (uint32_t)sections[i].len;
    strbuf_put(out, sections[i]);
  }
  Str body = str_slice(strbuf_str(out), sizeof head, out->len);
  head.checksum = model_checksum(body);
  memcpy(out->data, &head, sizeof head);
}

static bool write_model(const Options *o, const StrBuf *bytes, Err *err) {
  char *path = strndup(o->out.data, o->out.len);
  FILE *f = fopen(path, "wb");
  bool ok = f && fwrite(bytes->data, 1, bytes->len, f) == bytes->len;
  if (f) ok = fclose(f) == 0 && ok;
  free(path);
  return ok || err_set(err, "cannot write " STR_FMT, STR_ARG(o->out));
}

int main(int argc, char **argv) {
  Options o = {0};
  Err err = {0};
  Arena a = {0};
  Str sections[SECTION_COUNT] = {{0}};
  StrBuf bytes = {0};
  Model check;
  if (!read_options(argc, argv, &o)) {
    fputs("usage: train [--wordnet FOLDER] --out FILE FILE.conllu …\n", stderr);
    return 2;
  }
  bool ok = make_sections(&o, &a, sections, &err);
  if (ok) {
    pack(sections, &bytes);
    ok = model_open(&check, strbuf_str(&bytes), &err) &&
         write_model(&o, &bytes, &err);
  }
  if (ok)
    printf("%zu bytes: lexicon %zu, lemmas %zu, tags %zu, roles %zu, "
           "runons %zu, seconds %zu\n",
           bytes.len, sections[SECTION_LEXICON].len,
           sections[SECTION_LEMMAS].len, sections[SECTION_TAGS].len,
           sections[SECTION_ROLES].len, sections[SECTION_RUNONS].len,
           sections[SECTION_SECONDS].len);
  else
    fprintf(stderr, "train: " STR_FMT "\n", STR_ARG(err_text(&err, &a)));
  strbuf_clear(&bytes);
  arena_clear(&a);
  return ok ? 0 : 1;
}
