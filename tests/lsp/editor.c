// SPDX-License-Identifier: MIT
#include "lsp/editor.h"

#include <string.h>

#include "english/english.h"
#include "unit/check.h"

static void receive(void *self, Json *message) {
  Editor *e = self;
  StrBuf b = {0};
  json_write(message, &b);
  json_free(message);
  Json *read = NULL;
  Err err = {0};
  if (!json_read(strbuf_str(&b), STR("message"), &read, &err)) {
    fprintf(stderr, "the server sent what is no JSON: %s\n", err.message);
    e->faults++;
  }
  strbuf_clear(&b);
  int64_t id = json_get_i64(read, "id", 0);
  bool reply = !json_has(read, "method");
  Str asked =
      reply && id >= 1 && id <= e->asked.len ? e->asked.data[id - 1] : STR("");
  if (e->meta) e->faults += meta_check(e->meta, read, asked);
  vec_push(&e->inbox, read);
}

static void work(void *self, void (*task)(void *job), void (*done)(void *job),
                 void *job) {
  Editor *e = self;
  if (e->holds) {
    vec_push(&e->held, (HeldJob){task, done, job});
    return;
  }
  task(job);
  done(job);
}

void editor_work(Editor *e) {
  e->holds = false;
  for (uint32_t i = 0; i < e->held.len; i++) {
    HeldJob one = e->held.data[i]; // what is done may have more to do
    one.work(one.job);
    one.done(one.job);
  }
  e->held.len = 0;
}

static uint64_t now(void *self) {
  return ((Editor *)self)->now;
}

static void watch(void *self, int64_t pid) {
  (void)self, (void)pid;
}

void editor_init(Editor *e) {
  Err err = {0};
  if (!english_init(&err)) fprintf(stderr, "%s\n", err.message);
  *e = (Editor){.meta = meta_open(), .now = 1000};
  Host host = {
      .self = e, .send = receive, .work = work, .now = now, .watch = watch};
  e->server = server_new(host);
}

unsigned editor_clear(Editor *e) {
  editor_work(e);
  server_free(e->server);
  meta_close(e->meta);
  vec_each(JsonRef, m, &e->inbox) json_free(*m);
  vec_each(Str, s, &e->asked) free((char *)(uintptr_t)s->data);
  vec_clear(&e->inbox);
  vec_clear(&e->held);
  vec_clear(&e->asked);
  return e->faults;
}

void editor_feed(Editor *e, Str bytes) {
  server_feed(e->server, bytes);
  while (server_step(e->server)) continue;
}

void editor_send(Editor *e, Json *message) {
  StrBuf body = {0}, frame = {0};
  json_write(message, &body);
  strbuf_printf(&frame, "Content-Length: %zu\r\n\r\n", body.len);
  strbuf_put(&frame, strbuf_str(&body));
  json_free(message);
  editor_feed(e, strbuf_str(&frame));
  strbuf_clear(&body);
  strbuf_clear(&frame);
}

static Json *version(void) {
  return json_str(STR("2.0"));
}

void editor_notify(Editor *e, const char *method, Json *params) {
  editor_send(e, json_object({"jsonrpc", version()},
                             {"method", json_str(str_of(method))},
                             {"params", params}));
}

static Json *take_reply(Editor *e, int64_t id) {
  for (uint32_t i = 0; i < e->inbox.len; i++) {
    Json *m = e->inbox.data[i];
    if (json_has(m, "method") || json_get_i64(m, "id", -1) != id) continue;
    memmove(e->inbox.data + i, e->inbox.data + i + 1,
            (--e->inbox.len - i) * sizeof m);
    return m;
  }
  return NULL;
}

Json *editor_ask(Editor *e, const char *method, Json *params) {
  char *copy = heap_alloc(strlen(method) + 1);
  strcpy(copy, method);
  vec_push(&e->asked, str_of(copy));
  int64_t id = e->asked.len;
  editor_send(e, json_object({"jsonrpc", version()}, {"id", json_int(id)},
                             {"method", json_str(str_of(method))},
                             {"params", params}));
  Json *reply = take_reply(e, id);
  const Json *result = json_get(reply, "result");
  Json *own = result ? json_keep(result) : NULL;
  json_free(reply);
  return own;
}

void editor_pass(Editor *e, uint64_t milliseconds) {
  e->now += milliseconds;
  session_tick(server_session(e->server));
}

Json *editor_next(Editor *e) {
  if (!e->inbox.len) return NULL;
  Json *first = e->inbox.data[0];
  memmove(e->inbox.data, e->inbox.data + 1, --e->inbox.len * sizeof first);
  return first;
}

static Json *parsed(const char *text) {
  Json *j = NULL;
  Err err = {0};
  if (!json_read(str_of(text), STR("test"), &j, &err))
    fprintf(stderr, "%s\n", err.message);
  return j;
}

void editor_start(Editor *e, const char *capabilities, const char *options) {
  json_free(editor_ask(e, "initialize",
                       json_object({"processId", json_null()},
                                   {"rootUri", json_null()},
                                   {"capabilities", parsed(capabilities)},
                                   {"initializationOptions",
                                    options ? parsed(options) : NULL})));
  editor_notify(e, "initialized", parsed("{}"));
}

void editor_open(Editor *e, Str uri, Str language, Str text) {
  Json *item =
      json_object({"uri", json_str(uri)}, {"languageId", json_str(language)},
                  {"version", json_int(1)}, {"text", json_str(text)});
  editor_notify(e, "textDocument/didOpen", json_object({"textDocument", item}));
}
