// SPDX-License-Identifier: MIT
#include "lsp/server.h"

#include "lsp/index.h"
#include "lsp/method.h"
#include "lsp/page.h"
#include "wire/frame.h"

struct Server {
  Session session;
  Frame frame;
  Vec(RpcMessage) queue; // from `next` on: arrived, not acted on
  uint32_t next;
  Arena arena; // of the request under way
};

Server *server_new(Host host) {
  Server *s = heap_alloc(sizeof *s);
  session_init(&s->session, host);
  s->session.index = index_new();
  page_init();
  return s;
}

void server_free(Server *s) {
  if (!s) return;
  for (; s->next < s->queue.len; s->next++) rpc_clear(&s->queue.data[s->next]);
  vec_clear(&s->queue);
  frame_clear(&s->frame);
  index_free(s->session.index);
  session_clear(&s->session);
  arena_clear(&s->arena);
  free(s);
}

Session *server_session(Server *s) {
  return &s->session;
}

int server_status(const Server *s) {
  return s->session.status;
}

static void send(Server *s, Json *message) {
  s->session.host.send(s->session.host.self, message);
}

static void send_error(Server *s, const Json *id, RpcCode code,
                       const char *why) {
  Err err = {0};
  err_set(&err, "%s", why);
  send(s, rpc_error(id, code, &err));
}

// A request that waits is dropped at once; one at work hears of it.
static bool cancel_waiting(Server *s, const Json *id) {
  for (uint32_t i = s->next; i < s->queue.len; i++) {
    RpcMessage *m = &s->queue.data[i];
    if (m->kind != RPC_REQUEST || !rpc_same_id(m->id, id)) continue;
    send_error(s, m->id, RPC_REQUEST_CANCELLED, "cancelled");
    rpc_clear(m);
    m->kind = RPC_REPLY; // to nothing
    return true;
  }
  return false;
}

static void enqueue(Server *s, Str body) {
  RpcMessage m;
  Err err = {0};
  if (!rpc_read(body, &m, &err)) {
    send(s, rpc_error(NULL, RPC_PARSE_ERROR, &err));
    return;
  }
  bool cancels =
      m.kind == RPC_NOTIFICATION && str_eq(m.method, STR("$/cancelRequest"));
  if (cancels && cancel_waiting(s, json_get(m.params, "id")))
    rpc_clear(&m);
  else
    vec_push(&s->queue, m);
}

void server_feed(Server *s, Str bytes) {
  frame_feed(&s->frame, bytes);
  for (;;) {
    Str body;
    Err err = {0};
    FrameStep step = frame_next(&s->frame, &body, &err);
    if (step == FRAME_MORE) return;
    if (step == FRAME_BODY)
      enqueue(s, body);
    else
      send(s, rpc_error(NULL, RPC_PARSE_ERROR, &err));
  }
}

// A later change makes the answer stale, and the client said that it then asks
// again (staleRequestSupport): so nobody has to wait for the stale one.
static bool is_stale(const Server *s, const RpcMessage *m) {
  Str uri = json_get_str(m->params, "textDocument.uri", STR(""));
  if (!uri.len || !json_array_has(s->session.client.capabilities,
                                  "general.staleRequestSupport."
                                  "retryOnContentModified",
                                  m->method))
    return false;
  for (uint32_t i = s->next; i < s->queue.len; i++) {
    const RpcMessage *other = &s->queue.data[i];
    if (str_eq(other->method, STR("textDocument/didChange")) &&
        str_eq(json_get_str(other->params, "textDocument.uri", STR("")), uri))
      return true;
  }
  return false;
}

static bool allowed(Server *s, const RpcMessage *m) {
  State state = s->session.state;
  bool starts = str_eq(m->method, STR("initialize"));
  if (m->kind == RPC_NOTIFICATION)
    return state == RUNNING || str_eq(m->method, STR("exit"));
  if (state == FRESH && !starts)
    send_error(s, m->id, RPC_SERVER_NOT_INITIALIZED,
               "the first request is initialize");
  else if (state != FRESH && (starts || state != RUNNING))
    send_error(s, m->id, RPC_INVALID_REQUEST,
               starts ? "initialize comes once" : "the server has shut down");
  else
    return true;
  return false;
}

static void run(Server *s, const Method *method, const RpcMessage *m) {
  Call c = {.session = &s->session,
            .params = m->params,
            .id = m->id,
            .arena = &s->arena};
  Json *result = method->run(&c);
  if (m->kind == RPC_REQUEST && c.err.set)
    send(s, rpc_error(m->id, c.code, &c.err));
  else if (m->kind == RPC_REQUEST && !c.later)
    send(s, rpc_reply(m->id, result));
  else
    json_free(result);
  arena_reset(&s->arena);
}

static void trace(Server *s, const RpcMessage *m, uint64_t since) {
  Session *session = &s->session;
  if (session->trace == TRACE_OFF || session->state != RUNNING) return;
  Arena a = {0};
  uint64_t took = session->host.now(session->host.self) - since;
  session_log(session,
              session->trace == TRACE_VERBOSE
                  ? str_printf(&a, STR_FMT " (%llu ms)", STR_ARG(m->method),
                               (unsigned long long)took)
                  : str_printf(&a, STR_FMT, STR_ARG(m->method)));
  arena_clear(&a);
}

static void act(Server *s, const RpcMessage *m) {
  if (!allowed(s, m)) return;
  const Method *method = method_find(m->method);
  bool fits = method && method->is_request == (m->kind == RPC_REQUEST);
  uint64_t since = s->session.host.now(s->session.host.self);
  if (fits && m->kind == RPC_REQUEST && is_stale(s, m))
    send_error(s, m->id, RPC_CONTENT_MODIFIED, "the text has changed since");
  else if (fits)
    run(s, method, m);
  else if (m->kind == RPC_REQUEST)
    send_error(s, m->id, RPC_METHOD_NOT_FOUND, "this method is not known here");
  if (method) trace(s, m, since); // an unknown name could hold anything
}

static void take(Server *s, const RpcMessage *m) {
  switch (m->kind) {
  case RPC_REQUEST:
  case RPC_NOTIFICATION: act(s, m); break;
  case RPC_REPLY:
    if (m->id) session_told(&s->session, m);
    break;
  case RPC_INVALID:
    send_error(s, m->id, RPC_INVALID_REQUEST, "this is no message");
  }
}

bool server_step(Server *s) {
  if (s->next < s->queue.len && s->session.status < 0) {
    RpcMessage m = s->queue.data[s->next++];
    take(s, &m);
    rpc_clear(&m);
  }
  if (s->next < s->queue.len) return true;
  s->next = s->queue.len = 0;
  session_flush(&s->session);
  return false;
}
