// SPDX-License-Identifier: MIT
// syntax/markdown.h: what Markdown has and Jot has not.
// One grammar reads both. What it takes for prose is looked at again here, a
// line at a time: headings underlined, code by its indent, HTML, tables and
// definitions are none of the writer's prose (CommonMark 0.31, and tables,
// footnotes and struck out words as on GitHub).
#ifndef INKLING_SYNTAX_MARKDOWN_H
#define INKLING_SYNTAX_MARKDOWN_H

#include "syntax/block.h"
#include "text/passage.h"
#include "text/text.h"

// Puts in place of `blocks` those that the text has as Markdown; in `a`.
// What is passed over becomes CODE (HTML and tables, too) or a NOTE.
void markdown_blocks(const Text *text, BlockVec *blocks, Arena *a);

typedef Vec(Region) RegionVec;

// Adds to the regions of a passage, sorted, those that are Markdown's alone:
// emphasis in underscores, tags and comments of HTML, images, verbatim in
// longer fences, references to notes, backslashes. `content` is the passage's
// place in `s`; in `a`.
void markdown_regions(Str s, Span content, RegionVec *regions, Arena *a);

#endif
