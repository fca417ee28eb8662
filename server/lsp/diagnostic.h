// SPDX-License-Identifier: MIT
// lsp/diagnostic.h: one hint as LSP's Diagnostic, written straight into a
// draft: a journal has thousands of hints, and each would be forty small JSON
// values to make, print and throw away.
#ifndef INKLING_LSP_DIAGNOSTIC_H
#define INKLING_LSP_DIAGNOSTIC_H

#include "lsp/client.h"
#include "lsp/document.h"

// `same`: the other instances of its kind in the paragraph.
void diagnostic_put(PieceDraft *out, const Client *c, const Document *d,
                    const Hint *h, const Hint *const *same,
                    uint32_t same_count);

#endif
