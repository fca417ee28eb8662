// SPDX-License-Identifier: MIT
// tests/lsp/meta.h: checks messages against the protocol's own model
// (metaModel.json of LSP 3.18): every property known, none missing, each of its
// type. The model is looked for beside the tree; without it nothing is checked
// and the test says so.
#ifndef INKLING_TESTS_LSP_META_H
#define INKLING_TESTS_LSP_META_H

#include "wire/json.h"

typedef struct Meta Meta;

Meta *meta_open(void); // owned; NULL where the model is not there
void meta_close(Meta *m);
// A message of the server's. `asked` is the method that a reply answers, ""
// for others. Prints what is wrong; the number of faults.
unsigned meta_check(const Meta *m, const Json *message, Str asked);

#endif
