// SPDX-License-Identifier: MIT
// text/hint.h: one finding, as everybody above the lenses hands it on.
// A plain value; its strings live in the arena of whoever made it, or belong to
// the lenses.
#ifndef INKLING_TEXT_HINT_H
#define INKLING_TEXT_HINT_H

#include "base/str.h"
#include "text/span.h"

typedef enum Severity { SEVERITY_HINT, SEVERITY_INFORMATION } Severity;

// One way out: put `text` in the place of `span`. Never reaches beyond the
// hint's own words, and is told from where they begin, so that it need not move
// with them.
typedef struct Fix {
  Str title;
  Span span; // relative to the hint's start
  Str text;
} Fix;

enum { ASK_TURNS = 4 }; // questions to choose from

typedef struct Hint {
  Span span; // the words that carry it
  Str code;  // "hedge"
  Str lens;  // "candor"
  Severity severity;
  Str message;      // one sentence, slots filled
  Str ask;          // one question, slots filled; may be empty
  const Str *turns; // ASK_TURNS of them; where a neighbour asks the first one
                    // the next takes its turn
  const Fix *fixes;
  uint32_t fix_count;
  uint16_t weight; // the more telling, the higher; 0 to 1000
} Hint;

#endif
