// SPDX-License-Identifier: MIT
// lsp/progress.h: how far long work has come, under the token that the client
// gave with its request or that we asked it for. Without one nothing is said.
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

#endif
