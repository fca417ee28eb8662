// SPDX-License-Identifier: MIT
// lsp/session.h: one editor's connection: its abilities, its documents, and the
// way back to it.
#ifndef INKLING_LSP_SESSION_H
#define INKLING_LSP_SESSION_H

#include "lsp/client.h"
#include "lsp/document.h"
#include "lsp/folders.h"
#include "lsp/host.h"
#include "wire/rpc.h"

typedef struct Index Index;

struct Session {
  Host host;
  State state;
  Client client;
  Projects projects;
  Vec(Document *) documents;
  Folders folders;
  Index *index;   // borrowed from the server; lsp/index.h
  Json *options;  // initializationOptions; owned
  Json *answered; // every key that the editor's configuration ever had; owned
  Json *editor;   // options, and the editor's configuration over them; owned
  Vec(Asked) asked;
  Vec(Later *) later;
  int64_t next_id;
  enum { TRACE_OFF, TRACE_MESSAGES, TRACE_VERBOSE } trace;
  uint64_t generation; // counts changes of settings and lenses
  uint32_t jobs;       // at work on threads, with projects of theirs
  bool ready;          // `initialized` came: we may ask
  int status;          // -1 until `exit`: then the exit status
};

void session_init(Session *s, Host host);
void session_clear(Session *s);
void session_notify(Session *s, const char *method, Json *params); // takes
void session_ask(Session *s, const char *method, Json *params, ReplyFn *fn,
                 void *about); // takes params and `about` (heap memory);
                               // fn may be NULL
void session_told(Session *s, const RpcMessage *reply);
// One plain sentence for the person; level as in MessageType.
void session_say(Session *s, int level, Str text);
void session_log(Session *s, Str text); // $/logTrace, no word of a document

Document *session_find(const Session *s, Str uri); // NULL: not open
void session_open(Session *s, Document *d);        // takes
bool session_close(Session *s, Str uri);
const Project *session_project(Session *s, Str path, const Json *editor);
// The project of a document, made anew where settings changed.
void session_settle(Session *s, Document *d);
void session_reconfigure(Session *s); // settings or lenses changed: all anew
void session_refresh(Session *s);     // what the editor shows is stale
void session_refresh_diagnostics(Session *s);  // of files that are not open
void session_publish(Session *s, Document *d); // pushes its diagnostics now
void session_flush(Session *s); // pushes those of documents that changed

Later *session_later(Session *s, const Json *id, Str uri); // owned by s
void session_answer(Session *s, Later *l, Json *result);   // takes both
void session_refuse(Session *s, Later *l, RpcCode code, const char *why);
bool session_cancel(Session *s, const Json *id);
// Answers the pulls of `d` that wait for the hands to rest. A client that can
// be told to pull again never has one.
void session_unpark(Session *s, Document *d);
Json *session_report(Session *s, Document *d, Str previous_id); // of a pull

// The clock: what waits for the hands to rest.
uint64_t session_due(const Session *s); // when to tick; UINT64_MAX: never
void session_tick(Session *s);
void session_touched(Session *s, Document *d, uint32_t hand);
void session_rested(Session *s, Document *d); // saved, or time passed
// A lens that is open speaks for the one on disk as soon as the hands rest;
// what does not hold together leaves the last that did in place.
void session_draft(Session *s, Document *d);

#endif
