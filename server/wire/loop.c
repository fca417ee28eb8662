// SPDX-License-Identifier: MIT
#define _GNU_SOURCE // F_SETPIPE_SZ
#include "wire/loop.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

enum { CHUNK = 1 << 16, WATCH_EVERY = 2000, LAST_WORDS = 1000 }; // bytes, ms

typedef union Pipe {
  uv_handle_t handle;
  uv_stream_t stream;
  uv_pipe_t pipe;
  uv_tty_t tty;
  uv_tcp_t tcp;
} Pipe;

struct Loop {
  uv_loop_t uv;
  LoopClient client;
  Pipe in, out;
  uv_file in_file, out_file; // -1 where the side is a stream
  uv_fs_t reading;
  uv_shutdown_t flushing;
  uv_timer_t wake, watch;
  uv_check_t after_read;
  uv_idle_t busy; // active while a step wants another
  int64_t pid;
  bool ended, stopping, widened;
  StrBuf spare; // of a message that was written: the next one's
  char chunk[CHUNK];
};

typedef struct Write {
  uv_write_t request;
  StrBuf head, body;
} Write;

typedef struct Work {
  uv_work_t request;
  void (*work)(void *self), (*done)(void *self);
  void *self;
} Work;

static void on_idle(uv_idle_t *h) {
  (void)h; // its being active keeps the poll from waiting; the check does it
}

static void want_step(Loop *l) {
  if (!l->stopping) uv_idle_start(&l->busy, on_idle);
}

static void end(Loop *l) {
  if (l->ended) return;
  l->ended = true;
  l->client.on_end(l->client.self);
  want_step(l);
}

static void step(Loop *l) {
  if (l->stopping) return;
  if (!l->client.on_ready(l->client.self) && !l->stopping)
    uv_idle_stop(&l->busy);
}

static void on_check(uv_check_t *h) {
  Loop *l = h->data;
  if (uv_is_active((uv_handle_t *)&l->busy)) step(l);
}

static void got_bytes(Loop *l, size_t len) {
  l->client.on_bytes(l->client.self, (Str){l->chunk, len});
  want_step(l);
}

static void lend_chunk(uv_handle_t *h, size_t suggested, uv_buf_t *out) {
  (void)suggested;
  Loop *l = h->data;
  *out = uv_buf_init(l->chunk, CHUNK);
}

static void on_stream(uv_stream_t *s, ssize_t len, const uv_buf_t *buf) {
  (void)buf;
  Loop *l = s->data;
  if (len > 0) got_bytes(l, (size_t)len);
  if (len >= 0) return;
  uv_read_stop(s);
  end(l);
}

static void read_file(Loop *l);

static void on_file(uv_fs_t *r) {
  Loop *l = r->data;
  ssize_t len = r->result;
  uv_fs_req_cleanup(r);
  if (l->stopping) return;
  if (len <= 0) {
    end(l);
    return;
  }
  got_bytes(l, (size_t)len);
  read_file(l);
}

static void read_file(Loop *l) {
  uv_buf_t buf = uv_buf_init(l->chunk, CHUNK);
  l->reading.data = l;
  uv_fs_read(&l->uv, &l->reading, l->in_file, &buf, 1, -1, on_file);
}

static int open_side(Loop *l, int fd, Pipe *p, uv_file *file) {
  int e = 0;
  *file = -1;
  switch (uv_guess_handle(fd)) {
  case UV_NAMED_PIPE:
    e = uv_pipe_init(&l->uv, &p->pipe, 0);
    if (!e) e = uv_pipe_open(&p->pipe, fd);
    break;
  case UV_TCP:
    e = uv_tcp_init(&l->uv, &p->tcp);
    if (!e) e = uv_tcp_open(&p->tcp, fd);
    break;
  case UV_TTY: e = uv_tty_init(&l->uv, &p->tty, fd, 0); break;
  case UV_FILE: *file = fd; break;
  default: e = UV_EBADF;
  }
  p->handle.data = l;
  return e;
}

static void init_clocks(Loop *l) {
  uv_timer_init(&l->uv, &l->wake);
  uv_timer_init(&l->uv, &l->watch);
  uv_check_init(&l->uv, &l->after_read);
  uv_idle_init(&l->uv, &l->busy);
  l->wake.data = l->watch.data = l->after_read.data = l->busy.data = l;
  uv_check_start(&l->after_read, on_check);
}

Loop *loop_new(int in, int out, LoopClient client, Err *err) {
  Loop *l = heap_alloc(sizeof *l);
  l->client = client;
  signal(SIGPIPE, SIG_IGN); // a reader that left is an end, not a death
  int e = uv_loop_init(&l->uv);
  if (!e) e = open_side(l, in, &l->in, &l->in_file);
  if (!e) e = open_side(l, out, &l->out, &l->out_file);
  if (e) {
    err_set(err, "standard input and output cannot be used: %s",
            uv_strerror(e));
    free(l); // the program ends; what libuv holds goes with it
    return NULL;
  }
  init_clocks(l);
  return l;
}

void loop_free(Loop *l) {
  if (!l) return;
  uv_loop_close(&l->uv);
  strbuf_clear(&l->spare);
  free(l);
}

void loop_run(Loop *l) {
  if (l->in_file >= 0)
    read_file(l);
  else
    uv_read_start(&l->in.stream, lend_chunk, on_stream);
  uv_run(&l->uv, UV_RUN_DEFAULT);
}

static void close_handle(uv_handle_t *h) {
  if (h->loop && !uv_is_closing(h)) uv_close(h, NULL);
}

static void close_out(Loop *l) {
  if (l->out_file < 0) close_handle(&l->out.handle);
  close_handle((uv_handle_t *)&l->wake);
}

static void on_flushed(uv_shutdown_t *r, int status) {
  (void)status;
  close_out(r->handle->data);
}

static void on_last_words(uv_timer_t *t) {
  close_out(t->data);
}

void loop_stop(Loop *l) {
  if (l->stopping) return;
  l->stopping = l->ended = true;
  if (l->in_file < 0) close_handle(&l->in.handle);
  close_handle((uv_handle_t *)&l->watch);
  close_handle((uv_handle_t *)&l->after_read);
  close_handle((uv_handle_t *)&l->busy);
  bool waits = l->out_file < 0 && l->out.stream.write_queue_size > 0 &&
               !uv_shutdown(&l->flushing, &l->out.stream, on_flushed);
  if (waits)
    uv_timer_start(&l->wake, on_last_words, LAST_WORDS, 0);
  else
    close_out(l);
}

enum { SPARE_LEAST = 1 << 20, SPARE_MOST = 16 << 20, WIDE = 1 << 20 }; // bytes

// What a long message lay in is kept for the next one: fresh memory of that
// size would cost more than its bytes do.
static void write_free(Loop *l, Write *w) {
  strbuf_clear(&w->head);
  bool keeps = w->body.cap > l->spare.cap && w->body.cap >= SPARE_LEAST &&
               w->body.cap <= SPARE_MOST;
  StrBuf other = keeps ? l->spare : w->body;
  if (keeps) l->spare = w->body;
  strbuf_clear(&other);
  free(w);
}

static void on_written(uv_write_t *r, int status) {
  Loop *l = r->handle->data;
  write_free(l, r->data);
  if (status < 0 && status != UV_ECANCELED) end(l);
}

static uv_buf_t from(const StrBuf *b, size_t at) {
  Str s = str_slice(strbuf_str(b), at, b->len);
  return uv_buf_init((char *)(uintptr_t)s.data, (unsigned)s.len);
}

// What is left of head and body after `done` bytes of them.
static void write_later(Loop *l, Str head, StrBuf *body, size_t done) {
  Write *w = heap_alloc(sizeof *w);
  strbuf_put(&w->head, head);
  w->body = *body;
  *body = l->spare;
  body->len = 0;
  l->spare = (StrBuf){0};
  w->request.data = w;
  size_t of_body = done > head.len ? done - head.len : 0;
  uv_buf_t bufs[] = {from(&w->head, done), from(&w->body, of_body)};
  if (uv_write(&w->request, &l->out.stream, bufs, 2, on_written)) {
    write_free(l, w);
    end(l);
  }
}

static void write_file(Loop *l, Str s) {
  while (s.len) {
    uv_fs_t r;
    uv_buf_t buf = uv_buf_init((char *)(uintptr_t)s.data, (unsigned)s.len);
    int n = uv_fs_write(&l->uv, &r, l->out_file, &buf, 1, -1, NULL);
    uv_fs_req_cleanup(&r);
    if (n <= 0) {
      end(l);
      return;
    }
    s = str_slice(s, (size_t)n, s.len);
  }
}

// Asks for a wide pipe before the first long message: through the usual 64 KB
// writer and reader would wake each other dozens of times. A system that gives
// none keeps what it has.
static void widen(Loop *l) {
  int room = WIDE;
  uv_os_fd_t fd;
  if (l->widened) return;
  l->widened = true;
#ifdef F_SETPIPE_SZ
  if (!uv_fileno(&l->out.handle, &fd) && fcntl(fd, F_SETPIPE_SZ, room) >= 0)
    return;
#else
  (void)fd;
#endif
  uv_send_buffer_size(&l->out.handle, &room);
}

void loop_write(Loop *l, Str head, StrBuf *body) {
  if (l->out_file >= 0) {
    write_file(l, head);
    write_file(l, strbuf_str(body));
    return;
  }
  if (uv_is_closing(&l->out.handle)) return;
  if (body->len > CHUNK) widen(l);
  uv_buf_t bufs[] = {
      uv_buf_init((char *)(uintptr_t)head.data, (unsigned)head.len),
      from(body, 0)};
  int n = uv_try_write(&l->out.stream, bufs, 2);
  if (n == UV_EAGAIN) n = 0;
  if (n < 0)
    end(l);
  else if ((size_t)n < head.len + body->len)
    write_later(l, head, body, (size_t)n);
}

uint64_t loop_now(const Loop *l) {
  (void)l;
  return uv_hrtime() / 1000000;
}

static void on_wake(uv_timer_t *t) {
  Loop *l = t->data;
  l->client.on_time(l->client.self);
}

void loop_wake_in(Loop *l, uint64_t milliseconds) {
  if (l->stopping) return;
  uv_update_time(&l->uv);
  uv_timer_start(&l->wake, on_wake, milliseconds, 0);
}

void loop_wake_never(Loop *l) {
  if (!l->stopping) uv_timer_stop(&l->wake);
}

static void on_watch(uv_timer_t *t) {
  Loop *l = t->data;
  if (uv_kill((int)l->pid, 0) == UV_ESRCH) end(l);
}

void loop_watch_process(Loop *l, int64_t pid) {
  if (l->stopping || pid <= 0 || pid > INT32_MAX) return;
  l->pid = pid;
  uv_timer_start(&l->watch, on_watch, WATCH_EVERY, WATCH_EVERY);
}

static void on_pool(uv_work_t *r) {
  Work *w = r->data;
  w->work(w->self);
}

static void on_worked(uv_work_t *r, int status) {
  (void)status; // never cancelled here, so it has always run
  Work *w = r->data;
  w->done(w->self);
  free(w);
}

void loop_work(Loop *l, void (*work)(void *self), void (*done)(void *self),
               void *self) {
  Work *w = heap_alloc(sizeof *w);
  *w = (Work){.work = work, .done = done, .self = self};
  w->request.data = w;
  uv_queue_work(&l->uv, &w->request, on_pool, on_worked);
}
