// SPDX-License-Identifier: MIT
// lsp/host.h: what a session stands on (it knows nothing of pipes: a Host
// carries the messages), and what either side still owes the other.
#ifndef INKLING_LSP_HOST_H
#define INKLING_LSP_HOST_H

#include <stdbool.h>

#include "base/str.h"
#include "wire/json.h"

typedef struct Session Session;

typedef struct Host {
  void *self;
  void (*send)(void *self, Json *message); // takes
  // Runs work(job) elsewhere, then done(job) on this thread.
  void (*work)(void *self, void (*work)(void *job), void (*done)(void *job),
               void *job);
  uint64_t (*now)(void *self); // milliseconds
  void (*watch)(void *self, int64_t pid);
} Host;

typedef enum State { FRESH, RUNNING, SHUT_DOWN } State;

// To a request of ours: `result` is NULL where the client refused, and only
// there.
typedef void ReplyFn(Session *s, const Json *result, void *about);
typedef struct Asked {
  int64_t id;
  ReplyFn *fn;
  void *about;
} Asked;

// A request of the client's that is answered later.
typedef struct Later {
  Json *id;       // owned
  Str uri;        // of its document, or ""; owned
  Json *work;     // its workDoneToken, or NULL; owned
  Json *part;     // its partialResultToken, or NULL; owned
  bool cancelled; // looked at between two steps of the job
  bool parked;    // a pull that waits for the hands to rest
} Later;

#endif
