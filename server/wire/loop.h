// SPDX-License-Identifier: MIT
// wire/loop.h: the one door to libuv: two pipes, a clock, a pool of threads.
// Everything but `work` runs on the thread that called loop_run. Reading and
// doing are two steps, so that what has already arrived (a cancellation, say)
// is known before a message is acted on.
#ifndef INKLING_WIRE_LOOP_H
#define INKLING_WIRE_LOOP_H

#include "base/err.h"
#include "base/str.h"

typedef struct Loop Loop;

typedef struct LoopClient {
  void *self;
  void (*on_bytes)(void *self, Str bytes); // borrowed for the call
  bool (*on_ready)(void *self);            // one step; true: call me again
  void (*on_time)(void *self);             // what loop_wake_in asked for
  void (*on_end)(void *self); // input ended, output broke, a watched one died
} LoopClient;

// `in` and `out` are file descriptors: pipes, sockets, files or terminals.
// Owned: loop_free. NULL and *err where they cannot be used.
Loop *loop_new(int in, int out, LoopClient client, Err *err);
void loop_free(Loop *l);
void loop_run(Loop *l);  // returns after loop_stop, output flushed
void loop_stop(Loop *l); // waits at most a second for a reader
// Order is kept. Where not all can be written at once the loop copies `head`,
// takes the memory of *body and leaves other there.
void loop_write(Loop *l, Str head, StrBuf *body);
uint64_t loop_now(const Loop *l); // milliseconds of a clock that never jumps
void loop_wake_in(Loop *l, uint64_t milliseconds); // replaces the last one
void loop_wake_never(Loop *l);
// Ends the loop's input when that process is gone; looks every two seconds.
void loop_watch_process(Loop *l, int64_t pid);
// Runs work(self) on the pool, then done(self) here. `done` always comes, even
// after loop_stop.
void loop_work(Loop *l, void (*work)(void *self), void (*done)(void *self),
               void *self);

#endif
