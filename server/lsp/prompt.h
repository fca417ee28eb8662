// SPDX-License-Identifier: MIT
// lsp/prompt.h: a hint's question as the writer would put it to themselves.
// Hints ask "What was it like inside you?"; below a paragraph it reads
// "? What was it like inside me?".
#ifndef INKLING_LSP_PROMPT_H
#define INKLING_LSP_PROMPT_H

#include "base/str.h"

Str prompt_of_question(Str question, Arena *a);

#endif
