// SPDX-License-Identifier: MIT
// lsp/method.h: the contract of a method. A row of methods.def makes the
// prototype, the dispatch entry and the advertised capability; the function in
// methods/ reads its place, asks the floor below, and shapes the answer.
#ifndef INKLING_LSP_METHOD_H
#define INKLING_LSP_METHOD_H

#include "lsp/session.h"
#include "lsp/shape.h"

typedef struct Call {
  Session *session;
  const Json *params; // may be NULL; borrowed for the call
  const Json *id;     // NULL: a notification
  Arena *arena;       // gone after the call
  Err err;            // set, with the code: the call failed
  RpcCode code;
  bool later; // the answer comes by session_answer
} Call;

// Owned; NULL is null. A notification returns NULL.
typedef Json *MethodFn(Call *c);

// One of methods.def. `capability` is JSON for initialize's reply; `needs` a
// client capability without which it is not offered.
typedef struct Method {
  Str name;
  MethodFn *run;
  bool is_request;
} Method;
typedef struct Capability {
  const char *key, *json, *needs;
} Capability;

#define REQUEST(name, fn, key, json, needs) MethodFn method_##fn;
#define NOTIFICATION(name, fn) MethodFn method_##fn;
#define CAPABILITY(key, json, needs)
#define JSON_TEXT(...) #__VA_ARGS__
#include "lsp/methods.def"
#undef REQUEST
#undef NOTIFICATION
#undef CAPABILITY

const Method *method_find(Str name); // NULL: unknown
// The rows' capabilities that this client understands. Owned.
Json *method_capabilities(const Client *c);

// Returns NULL: `return call_fail(c, …)`.
Json *call_fail(Call *c, RpcCode code, const char *why);
// The answer comes later: `return NULL`. Owned by the session.
Later *call_later(Call *c, Str uri);
// The prose document of params.textDocument; NULL where it is not open or is a
// lens file: such a request has a null answer and is no error.
Document *call_prose(Call *c);
Document *call_any(Call *c); // a lens file as well
// The same with the byte offset of params.position.
Document *call_at(Call *c, uint32_t *offset);
Span call_range(Call *c, const Document *d); // params.range in bytes
Json *call_span(Call *c, const Document *d, Span s);

#endif
