// SPDX-License-Identifier: MIT
// initialize to exit (LSP 3.18, "Server lifecycle"), and what is said once.
#include "lsp/folders.h"
#include "lsp/method.h"
#include "lsp/watch.h"

Json *method_initialize(Call *c) {
  Session *s = c->session;
  client_read(&s->client, c->params);
  s->options = json_keep(json_get(c->params, "initializationOptions"));
  s->editor = json_keep(s->options);
  folders_read(&s->folders, c->params);
  Str trace = json_get_str(c->params, "trace", STR("off"));
  s->trace = str_eq(trace, STR("verbose"))    ? TRACE_VERBOSE
             : str_eq(trace, STR("messages")) ? TRACE_MESSAGES
                                              : TRACE_OFF;
  s->state = RUNNING;
  s->host.watch(s->host.self, json_get_i64(c->params, "processId", 0));
  return json_object(
      {"capabilities", method_capabilities(&s->client)},
      {"serverInfo", json_object({"name", json_str(STR("inkling"))},
                                 {"version", json_str(STR(INKLING_VERSION))})});
}

Json *method_initialized(Call *c) {
  if (c->session->ready) return NULL; // it comes once
  c->session->ready = true;
  watch_register(c->session);
  watch_ask_configuration(c->session);
  return NULL;
}

Json *method_shutdown(Call *c) {
  c->session->state = SHUT_DOWN;
  return NULL;
}

Json *method_exit(Call *c) {
  c->session->status = c->session->state == SHUT_DOWN ? 0 : 1;
  return NULL;
}

Json *method_set_trace(Call *c) {
  Str value = json_get_str(c->params, "value", STR("off"));
  c->session->trace = str_eq(value, STR("verbose"))    ? TRACE_VERBOSE
                      : str_eq(value, STR("messages")) ? TRACE_MESSAGES
                                                       : TRACE_OFF;
  return NULL;
}

Json *method_cancel_request(Call *c) {
  session_cancel(c->session, json_get(c->params, "id"));
  return NULL;
}
