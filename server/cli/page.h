// SPDX-License-Identifier: MIT
// cli/page.h: a document's hints as a person reads them in a terminal: the
// sentence, the flagged words underlined, one question a paragraph.
#ifndef INKLING_CLI_PAGE_H
#define INKLING_CLI_PAGE_H

#include "cli/screen.h"
#include "journal/doc.h"

// What the closing line sums up, over all documents.
typedef struct Tally {
  uint32_t files, paragraphs, with_hints;
  uint32_t by_level[5]; // 1 to 4
  uint8_t levels[12];   // of the first paragraphs
  uint16_t weight;      // of `ask`
  Str ask;              // one question to go on with; arena
} Tally;

// Appends the page of a document; nothing where there is no hint in it.
void page_put(const Screen *s, Str path, Doc *d, const Hint *const *shown,
              uint32_t count, Tally *tally, Arena *a, StrBuf *out);
void page_put_tally(const Screen *s, const Tally *tally, StrBuf *out);

#endif
