// SPDX-License-Identifier: MIT
// syntax/prose.h: the inside of a block: which of its bytes are the writer's
// words, and what people, tags and links it names.
#ifndef INKLING_SYNTAX_PROSE_H
#define INKLING_SYNTAX_PROSE_H

#include "syntax/outline.h"
#include "text/passage.h"

// A paragraph's or item's passage: its content, its regions in `a`, relative
// to that. Joins that the markup makes (the indent of a list item's later
// lines) are REGION_MARK. Tags and blanks within prose are REGION_OPAQUE.
// `tree`: NULL in PLAIN.
Passage prose_passage(const Text *text, const Tree *tree, const Block *block,
                      Arena *a);

typedef enum ReferenceKind {
  REFERENCE_PERSON, // @sam
  REFERENCE_TAG,    // #work
  REFERENCE_LINK,   // [text](target), <https://…>, [[file]]
} ReferenceKind;

typedef struct Reference {
  ReferenceKind kind;
  Span span;   // in the document, with its mark
  Span target; // the name without @ or #; a link's target
} Reference;

typedef Vec(Reference) ReferenceVec;

// Appends the block's references in order; vector in `a`.
void prose_references(const Text *text, const Tree *tree, const Block *block,
                      Arena *a, ReferenceVec *out);

#endif
