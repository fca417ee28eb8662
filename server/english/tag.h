// SPDX-License-Identifier: MIT
// english/tag.h: parts of speech. Penn Treebank tags, as the English Web
// Treebank writes them, and a coarse class for those who ask only "a noun?".
#ifndef INKLING_ENGLISH_TAG_H
#define INKLING_ENGLISH_TAG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum {
#define TAG(id, name, class) TAG_##id,
#include "english/tag.def"
#undef TAG
  TAG_COUNT, // at most 64, so that a set fits a word
};

typedef uint8_t Tag; // one of TAG_…

typedef enum TagClass {
  CLASS_OTHER,
  CLASS_NOUN,
  CLASS_NAME,
  CLASS_VERB, // modals too
  CLASS_ADJ,
  CLASS_ADV, // particles and when/why/how too
  CLASS_PRON,
  CLASS_DET, // possessives too
  CLASS_PREP,
  CLASS_NUM,
  CLASS_PUNCT,
  CLASS_COUNT,
} TagClass;

typedef uint64_t TagSet; // bit `1 << tag`

#define tag_bit(tag) ((TagSet)1 << (tag)) // a constant for a constant tag

Str tag_name(Tag tag);             // "VBD"; static
bool tag_find(Str name, Tag *tag); // false where there is no such tag
TagClass tag_class(Tag tag);
bool tag_class_find(Str name, TagClass *c); // "NOUN", "NAME", …

static inline bool tag_in(Tag tag, TagSet set) {
  return (set >> tag) & 1;
}

#define TAGS_FINITE                                                            \
  (tag_bit(TAG_VBD) | tag_bit(TAG_VBP) | tag_bit(TAG_VBZ) | tag_bit(TAG_MD))
#define TAGS_VERB                                                              \
  (TAGS_FINITE | tag_bit(TAG_VB) | tag_bit(TAG_VBN) | tag_bit(TAG_VBG))

#endif
