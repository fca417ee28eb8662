// SPDX-License-Identifier: MIT
#include "lsp/progress.h"

enum { PART = 100 }; // items

void progress_send(Session *s, const Json *token, Json *value) {
  session_notify(s, "$/progress",
                 json_object({"token", json_keep(token)}, {"value", value}));
}

void progress_begin(Session *s, const Json *token, const char *title,
                    bool cancellable) {
  if (token)
    progress_send(s, token,
                  json_object({"kind", json_str(STR("begin"))},
                              {"title", json_str(str_of(title))},
                              {"cancellable", json_boolean(cancellable)},
                              {"percentage", json_int(0)}));
}

void progress_report(Session *s, const Json *token, uint32_t done,
                     uint32_t all) {
  if (token && all)
    progress_send(s, token,
                  json_object({"kind", json_str(STR("report"))},
                              {"percentage", json_int(100 * done / all)}));
}

void progress_end(Session *s, const Json *token) {
  if (token)
    progress_send(s, token, json_object({"kind", json_str(STR("end"))}));
}

const Json *progress_token(const Json *params, const char *key) {
  const Json *token = json_get(params, key);
  JsonKind kind = json_kind(token);
  return kind == JSON_INT || kind == JSON_STR ? token : NULL;
}

Json *progress_parts(Session *s, const Json *token, Json *array) {
  if (!token || json_kind(array) != JSON_ARRAY) return array;
  for (uint32_t i = 0; i < json_count(array); i += PART) {
    Json *part = json_array();
    for (uint32_t k = i; k < i + PART && k < json_count(array); k++)
      json_push(part, json_keep(json_item(array, k)));
    progress_send(s, token, part);
  }
  json_free(array);
  return json_array();
}

void progress_answer(Session *s, Later *l, Json *result) {
  progress_end(s, l->work);
  if (!l->cancelled) {
    session_answer(s, l, result);
    return;
  }
  session_refuse(s, l, RPC_REQUEST_CANCELLED, "cancelled");
  json_free(result);
}
