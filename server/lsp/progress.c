// SPDX-License-Identifier: MIT
#include "lsp/progress.h"

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
