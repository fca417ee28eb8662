// SPDX-License-Identifier: MIT
// lsp/page.h: where hints are explained: docs/hints.md as installed beside the
// program (share/doc/inkling) or in its source tree. A file on this machine,
// so that reading about a hint tells nobody about it.
#ifndef INKLING_LSP_PAGE_H
#define INKLING_LSP_PAGE_H

#include "base/str.h"

void page_init(void);    // looks for the page; once, before any thread
Str page_of_hints(void); // "file:///…/hints.md"; "" where there is no page

#endif
