// SPDX-License-Identifier: MIT
// journal/analysis.h: what is known of a document, as flat arrays: its outline,
// its paragraphs with what was read of them, its hints. Plain values; the doc
// (journal/doc.h) makes and owns them.
#ifndef INKLING_JOURNAL_ANALYSIS_H
#define INKLING_JOURNAL_ANALYSIS_H

#include "lens/lens.h"
#include "syntax/outline.h"
#include "text/hint.h"
#include "text/passage.h"

// One paragraph, item or answer, read. Borrowed until the next edit.
typedef struct Paragraph {
  uint32_t block;                // in the outline
  uint32_t first_hint, end_hint; // in Analysis.hints
  Passage passage;               // its span is where it stands now
  const Sentence *sentences;     // offsets relative to passage.span.start
  uint32_t sentence_count;
  const LensReading *reading; // without findings, but in a letter: doc_reading
  bool hushed;                // `%% hush` alone, above it
  uint64_t serial; // of what was read: the same words and hints as any other
                   // paragraph of this doc that ever had this number
} Paragraph;

// Everything at once, in order of place. Borrowed until the next edit.
typedef struct Analysis {
  const Outline *outline;
  const Paragraph *paragraphs;
  uint32_t paragraph_count;
  const Hint *hints;   // absolute spans; those that settings and hushes leave,
  uint32_t hint_count; // at density `all`
  uint32_t letter_hint_count; // the first ones, at the greeting
} Analysis;

#endif
