// SPDX-License-Identifier: MIT
// syntax/head.h: a long text is parsed as if its head were there first and the
// rest came with an edit. So what the head says can be looked at, by other
// threads, while the rest is parsed; and what an edit may do to an outline
// (outline_again) is all that has to be right.
#ifndef INKLING_SYNTAX_HEAD_H
#define INKLING_SYNTAX_HEAD_H

#include "syntax/outline.h"

// Where the head ends, behind a blank line; 0: the text has less than `least`
// bytes or no such place, and is parsed as one.
uint32_t head_end(const Text *text, size_t least);
// Parses the head alone; owned: *tree. The outline is in `a`.
const Outline *head_outline(const Text *text, uint32_t end, Language language,
                            Tree **tree, Arena *a);
// Parses the rest; what became of the text since the outline was made.
Change head_rest(const Text *text, uint32_t end, Tree *tree);

#endif
