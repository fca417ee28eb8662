// SPDX-License-Identifier: MIT
// lens/form.h: one form for a word and its contraction, in patterns and texts
// alike: whoever writes "I am fine" means "I'm fine" as well.
#ifndef INKLING_LENS_FORM_H
#define INKLING_LENS_FORM_H

#include "english/english.h"

// "'m" -> "am", "n't" -> "not", "ca" (of can't) -> "can". A 's is "is" but for
// a possessive's and that of "let's". Static, or `norm` itself.
Str form_of_token(const Token *t);
// The same for a word of a pattern; `before` is the word it was cut from, or
// empty where it stands alone.
Str form_of_word(Str word, Str before);
Str form_of_stem(Str word); // "ca" -> "can"

#endif
