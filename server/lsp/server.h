// SPDX-License-Identifier: MIT
// lsp/server.h: bytes in, messages out: framing, the queue, dispatch and the
// life of a session. Pure: time, output and threads come from the Host, so a
// test drives the same server as an editor does.
#ifndef INKLING_LSP_SERVER_H
#define INKLING_LSP_SERVER_H

#include "lsp/session.h"

typedef struct Server Server;

Server *server_new(Host host); // owned: server_free
void server_free(Server *s);
void server_feed(Server *s, Str bytes);
// Acts on one waiting message; true: there are more.
bool server_step(Server *s);
Session *server_session(Server *s);
// -1 until `exit`; then 0 after a shutdown and 1 without.
int server_status(const Server *s);

// Serves the two file descriptors until exit or end of input; the program's
// exit status. False and *err where they cannot be used.
bool server_run(int in, int out, int *status, Err *err);

#endif
