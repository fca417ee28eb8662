// SPDX-License-Identifier: MIT
// text/passage.h: the small value in which markup hands prose to English.
// A Passage is one block of the writer's own prose; its regions tell which of
// its bytes are not plain words of theirs. Syntax makes passages and knows no
// English; English reads them and knows no markup.
#ifndef INKLING_TEXT_PASSAGE_H
#define INKLING_TEXT_PASSAGE_H

#include "text/span.h"

typedef enum RegionKind {
  REGION_MARK,    // markup, no word at all: `*`, `](target)`: passed over
  REGION_SPEECH,  // words of somebody else, quotes included: read, never hinted
  REGION_OPAQUE,  // stands where a noun could: `verbatim`, <https://…>, [[x]]
  REGION_MENTION, // @sam: a proper noun
} RegionKind;

// Sorted by start; a MARK may lie inside SPEECH, otherwise they do not overlap.
typedef struct Region {
  Span span; // relative to the passage's first byte
  RegionKind kind;
} Region;

typedef enum PassageKind {
  PASSAGE_PARAGRAPH,
  PASSAGE_ITEM,   // of a list
  PASSAGE_ANSWER, // a paragraph or item that answers a prompt
} PassageKind;

typedef struct Passage {
  const Region *regions; // arena
  uint32_t region_count;
  PassageKind kind;
  Span span; // in the document
} Passage;

#endif
