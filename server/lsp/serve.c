// SPDX-License-Identifier: MIT
// The server on a real loop: the Host that pipes, clock and threads make.
#include "english/english.h"
#include "lsp/server.h"
#include "wire/frame.h"
#include "wire/loop.h"

typedef struct Service {
  Server *server;
  Loop *loop;
  StrBuf head, body;
  bool ended; // no more input
} Service;

static void send(void *self, Json *message) {
  Service *v = self;
  v->head.len = v->body.len = 0;
  json_write(message, &v->body);
  json_free(message);
  frame_write_header(v->body.len, &v->head);
  loop_write(v->loop, strbuf_str(&v->head), &v->body);
}

static void work(void *self, void (*task)(void *job), void (*done)(void *job),
                 void *job) {
  Service *v = self;
  loop_work(v->loop, task, done, job);
}

static uint64_t now(void *self) {
  return loop_now(((Service *)self)->loop);
}

static void watch(void *self, int64_t pid) {
  loop_watch_process(((Service *)self)->loop, pid);
}

static void set_clock(Service *v) {
  uint64_t due = session_due(server_session(v->server));
  uint64_t at = loop_now(v->loop);
  if (due == UINT64_MAX)
    loop_wake_never(v->loop);
  else
    loop_wake_in(v->loop, due > at ? due - at : 0);
}

static void on_bytes(void *self, Str bytes) {
  server_feed(((Service *)self)->server, bytes);
}

static bool on_ready(void *self) {
  Service *v = self;
  bool more = server_step(v->server);
  if (server_status(v->server) >= 0 || (!more && v->ended)) {
    loop_stop(v->loop);
    return false;
  }
  if (!more) set_clock(v);
  return more;
}

static void on_time(void *self) {
  Service *v = self;
  session_tick(server_session(v->server));
  set_clock(v);
}

static void on_end(void *self) {
  ((Service *)self)->ended = true;
}

bool server_run(int in, int out, int *status, Err *err) {
  Service v = {0};
  if (!english_init(err)) return false;
  LoopClient client = {.self = &v,
                       .on_bytes = on_bytes,
                       .on_ready = on_ready,
                       .on_time = on_time,
                       .on_end = on_end};
  v.loop = loop_new(in, out, client, err);
  if (!v.loop) return false;
  Host host = {
      .self = &v, .send = send, .work = work, .now = now, .watch = watch};
  v.server = server_new(host);
  loop_run(v.loop);
  *status = server_status(v.server) == 0 ? 0 : 1;
  server_free(v.server);
  loop_free(v.loop);
  strbuf_clear(&v.head);
  strbuf_clear(&v.body);
  return true;
}
