// SPDX-License-Identifier: MIT
// tests/lsp/editor.h: an editor in one process with the server: its clock is
// set by hand, its threads run at once or when they are let, and every message
// that comes is read back from its bytes and checked against the protocol's
// model.
#ifndef INKLING_TESTS_LSP_EDITOR_H
#define INKLING_TESTS_LSP_EDITOR_H

#include "base/map.h"
#include "base/vec.h"
#include "lsp/meta.h"
#include "lsp/server.h"

typedef Json *JsonRef;

typedef struct HeldJob {
  void (*work)(void *job), (*done)(void *job);
  void *job;
} HeldJob;

typedef struct Editor {
  Server *server;
  Meta *meta;
  uint64_t now; // milliseconds
  bool holds;   // threads wait for editor_work
  Vec(HeldJob) held;
  Vec(JsonRef) inbox; // messages not yet looked at, owned
  Vec(Str) asked;     // methods by id - 1, owned
  unsigned faults;    // against the model
} Editor;

void editor_init(Editor *e);
unsigned editor_clear(Editor *e);           // the faults there were
void editor_feed(Editor *e, Str bytes);     // raw, and acts on all of it
void editor_send(Editor *e, Json *message); // takes
void editor_notify(Editor *e, const char *method, Json *params); // takes
// The result (owned; NULL: null or an error) of a request.
Json *editor_ask(Editor *e, const char *method, Json *params);
void editor_work(Editor *e); // what is held runs, and is held no longer
void editor_pass(Editor *e, uint64_t milliseconds); // time
Json *editor_next(Editor *e); // the oldest message, owned; NULL: none
// initialize and initialized with these capabilities (JSON text).
void editor_start(Editor *e, const char *capabilities, const char *options);
void editor_open(Editor *e, Str uri, Str language, Str text);

#endif
