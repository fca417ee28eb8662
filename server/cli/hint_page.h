// SPDX-License-Identifier: MIT
// cli/hint_page.h: what hints mean, as Markdown. docs/hints.md is made of it,
// so that the page cannot say other than the lenses do; a code is a heading,
// since editors link to hints.md#CODE.
#ifndef INKLING_CLI_HINT_PAGE_H
#define INKLING_CLI_HINT_PAGE_H

#include "lens/lens.h"

enum { HINT_EXAMPLES = 5 }; // of each kind, here and in the terminal

const char *hint_about(const LensHint *h); // "sentence"
void hint_page_put(StrBuf *out, const LensHint *h);
void hint_page_put_all(StrBuf *out, const LensSet *set);

#endif
