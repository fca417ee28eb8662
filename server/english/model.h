// SPDX-License-Identifier: MIT
// english/model.h: the file that training writes, opened.
// One header, one checksum, a few sections; opened once, every offset in it
// checked then, and never again. Little-endian, 8-aligned sections.
#ifndef INKLING_ENGLISH_MODEL_H
#define INKLING_ENGLISH_MODEL_H

#include "base/err.h"
#include "english/lemma.h"
#include "english/lexicon.h"
#include "english/weights.h"

enum { MODEL_VERSION = 8, MODEL_MOST = 2 << 20 }; // bytes, the whole file

typedef enum Section {
  SECTION_LEXICON,
  SECTION_LEMMAS,
  SECTION_TAGS,
  SECTION_ROLES,
  SECTION_RUNONS,
  SECTION_SECONDS,
  SECTION_COUNT,
} Section;

typedef struct ModelHead {
  char magic[8]; // "INKMODEL"
  uint32_t version;
  uint32_t checksum; // of all bytes behind the head
  struct {
    uint32_t at, len; // bytes from the file's start
  } sections[SECTION_COUNT];
} ModelHead;

typedef struct Model {
  Lexicon lexicon;
  LemmaList lemmas;
  Weights tags;
  Weights roles;
  Weights runons;
  Weights seconds; // no groups: not learned yet
} Model;

// Borrows `bytes`. False and *err where they are no sound model.
bool model_open(Model *m, Str bytes, Err *err);
uint32_t model_checksum(Str bytes);
// The bytes linked into the program.
Str model_built_in(void);

#endif
