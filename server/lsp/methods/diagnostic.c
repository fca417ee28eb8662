// SPDX-License-Identifier: MIT
// textDocument/diagnostic: the hints of one document, pulled.
#include "lsp/method.h"

static Json *empty_report(void) {
  return json_object({"kind", json_str(STR("full"))}, {"items", json_array()});
}

// Hints wait while somebody types. A client that cannot be told to pull again
// gets its answer when the hands rest, or with the next pull.
Json *method_diagnostic(Call *c) {
  Session *s = c->session;
  Document *d = call_any(c);
  if (!d) return empty_report();
  session_unpark(s, d);
  if (!s->client.refresh_diagnostics && document_waits(d)) {
    call_later(c, d->uri)->parked = true;
    return NULL;
  }
  Str previous = json_get_str(c->params, "previousResultId", STR(""));
  return session_report(s, d, previous);
}
