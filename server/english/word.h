// SPDX-License-Identifier: MIT
// english/word.h: how far one token reaches, by its letters alone.
#ifndef INKLING_ENGLISH_WORD_H
#define INKLING_ENGLISH_WORD_H

#include "base/str.h"

// The end of the token that starts at `at`, in a chunk without white space
// that ends at `end` (at < end <= s.len). `head`: `at` is the chunk's start.
// `address`: the chunk has a '@', or "://", or begins with "www.".
size_t word_end(Str s, size_t at, size_t end, bool head, bool address);
// Does an emoticon (":)", "xD") begin like this?
bool word_may_be_face(char first);

#endif
