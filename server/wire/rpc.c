// SPDX-License-Identifier: MIT
#include "wire/rpc.h"

static bool is_id(const Json *j) {
  return json_kind(j) == JSON_INT || json_kind(j) == JSON_STR;
}

static RpcKind kind_of(const RpcMessage *m) {
  if (json_kind(json_get(m->root, "method")) == JSON_STR)
    return m->id                     ? RPC_REQUEST
           : json_has(m->root, "id") ? RPC_INVALID
                                     : RPC_NOTIFICATION;
  bool answers = json_has(m->root, "result") || json_has(m->root, "error");
  return answers ? RPC_REPLY : RPC_INVALID;
}

bool rpc_read(Str body, RpcMessage *out, Err *err) {
  *out = (RpcMessage){.kind = RPC_INVALID};
  if (!json_read(body, STR(""), &out->root, err)) return false;
  const Json *id = json_get(out->root, "id");
  out->id = is_id(id) ? id : NULL;
  out->method = json_get_str(out->root, "method", STR(""));
  out->params = json_get(out->root, "params");
  out->result = json_get(out->root, "result");
  out->error = json_get(out->root, "error");
  if (json_kind(out->root) == JSON_OBJECT) out->kind = kind_of(out);
  return true;
}

void rpc_clear(RpcMessage *m) {
  json_free(m->root);
  *m = (RpcMessage){0};
}

bool rpc_same_id(const Json *a, const Json *b) {
  if (!a || !b || json_kind(a) != json_kind(b)) return false;
  if (json_kind(a) == JSON_INT)
    return json_get_i64(a, "", 0) == json_get_i64(b, "", 0);
  return str_eq(json_get_str(a, "", STR("")), json_get_str(b, "", STR("")));
}

static Json *version(void) {
  return json_str(STR("2.0"));
}

Json *rpc_request(int64_t id, Str method, Json *params) {
  return json_object({"jsonrpc", version()}, {"id", json_int(id)},
                     {"method", json_str(method)}, {"params", params});
}

Json *rpc_notification(Str method, Json *params) {
  return json_object({"jsonrpc", version()}, {"method", json_str(method)},
                     {"params", params});
}

static Json *id_of(const Json *id) {
  return id ? json_keep(id) : json_null();
}

Json *rpc_reply(const Json *id, Json *result) {
  return json_object({"jsonrpc", version()}, {"id", id_of(id)},
                     {"result", result ? result : json_null()});
}

Json *rpc_error(const Json *id, RpcCode code, const Err *err) {
  Json *what = json_object({"code", json_int(code)},
                           {"message", json_str(str_of(err->message))});
  return json_object({"jsonrpc", version()}, {"id", id_of(id)},
                     {"error", what});
}
