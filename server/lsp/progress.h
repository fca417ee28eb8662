// SPDX-License-Identifier: MIT
// lsp/progress.h: how far long work has come, and its results in parts, under
// the tokens that the client gave with its request or that we asked it for.
// Without one nothing is said. A request's tokens are dead once it is answered.
#ifndef INKLING_LSP_PROGRESS_H
#define INKLING_LSP_PROGRESS_H

#include "lsp/session.h"

// `token` is the request's workDoneToken, kept by the caller; NULL: silence.
void progress_begin(Session *s, const Json *token, const char *title,
                    bool cancellable);
void progress_report(Session *s, const Json *token, uint32_t done,
                     uint32_t all);
void progress_end(Session *s, const Json *token);
void progress_send(Session *s, const Json *token, Json *value); // takes value

// A token in `params`: a number or a string; NULL: there is none. Borrowed.
const Json *progress_token(const Json *params, const char *key);
// Sends the items of an array in parts, and returns what is left for the
// answer: nothing, as the protocol has it. Without a token, the array itself.
Json *progress_parts(Session *s, const Json *token, Json *array); // takes
// Ends the progress of a long request and answers it, or says that it was
// cancelled. Takes both.
void progress_answer(Session *s, Later *l, Json *result);

#endif
