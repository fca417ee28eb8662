// SPDX-License-Identifier: MIT
#include "english/tag.h"

static const char *const names[TAG_COUNT] = {
#define TAG(id, name, class) name,
#include "english/tag.def"
#undef TAG
};

static const uint8_t classes[TAG_COUNT] = {
#define TAG(id, name, class) CLASS_##class,
#include "english/tag.def"
#undef TAG
};

static const char *const class_names[CLASS_COUNT] = {
    [CLASS_OTHER] = "OTHER", [CLASS_NOUN] = "NOUN",   [CLASS_NAME] = "NAME",
    [CLASS_VERB] = "VERB",   [CLASS_ADJ] = "ADJ",     [CLASS_ADV] = "ADV",
    [CLASS_PRON] = "PRON",   [CLASS_DET] = "DET",     [CLASS_PREP] = "PREP",
    [CLASS_NUM] = "NUM",     [CLASS_PUNCT] = "PUNCT",
};

Str tag_name(Tag tag) {
  return str_of(names[tag < TAG_COUNT ? tag : TAG_NONE]);
}

bool tag_find(Str name, Tag *tag) {
  for (unsigned t = 0; t < TAG_COUNT; t++)
    if (str_eq(name, str_of(names[t]))) return *tag = (Tag)t, true;
  return false;
}

TagClass tag_class(Tag tag) {
  return tag < TAG_COUNT ? (TagClass)classes[tag] : CLASS_OTHER;
}

bool tag_class_find(Str name, TagClass *c) {
  for (int i = 0; i < CLASS_COUNT; i++)
    if (str_eq(name, str_of(class_names[i]))) return *c = (TagClass)i, true;
  return false;
}
