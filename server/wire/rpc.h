// SPDX-License-Identifier: MIT
// wire/rpc.h: JSON-RPC 2.0 messages and the one place where an Err becomes an
// error object. Batches are no part of LSP and are refused.
#ifndef INKLING_WIRE_RPC_H
#define INKLING_WIRE_RPC_H

#include "wire/json.h"

// JSON-RPC 2.0, section 5.1, and LSP 3.18, ErrorCodes and LSPErrorCodes.
typedef enum RpcCode {
  RPC_PARSE_ERROR = -32700,
  RPC_INVALID_REQUEST = -32600,
  RPC_METHOD_NOT_FOUND = -32601,
  RPC_INVALID_PARAMS = -32602,
  RPC_INTERNAL_ERROR = -32603,
  RPC_SERVER_NOT_INITIALIZED = -32002,
  RPC_REQUEST_FAILED = -32803,
  RPC_SERVER_CANCELLED = -32802,
  RPC_CONTENT_MODIFIED = -32801,
  RPC_REQUEST_CANCELLED = -32800,
} RpcCode;

typedef enum RpcKind {
  RPC_REQUEST,
  RPC_NOTIFICATION,
  RPC_REPLY, // to a request of ours
  RPC_INVALID,
} RpcKind;

// What `root` says; the rest borrows from it. Owned: rpc_clear.
typedef struct RpcMessage {
  Json *root;
  RpcKind kind;
  Str method;
  const Json *id; // an int or a string; NULL: none
  const Json *params, *result, *error;
} RpcMessage;

// False and *err where the body is no JSON; a JSON value that is no message
// gives RPC_INVALID, with its id where it has one.
bool rpc_read(Str body, RpcMessage *out, Err *err);
void rpc_clear(RpcMessage *m);
bool rpc_same_id(const Json *a, const Json *b);

// Messages of ours, owned. `params` and `result` are taken; a NULL result is
// null, a NULL id (unknown) too; ids are copied.
Json *rpc_request(int64_t id, Str method, Json *params);
Json *rpc_notification(Str method, Json *params);
Json *rpc_reply(const Json *id, Json *result);
Json *rpc_error(const Json *id, RpcCode code, const Err *err);

#endif
