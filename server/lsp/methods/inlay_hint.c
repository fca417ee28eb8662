// SPDX-License-Identifier: MIT
// textDocument/inlayHint: one grey line at a paragraph's end, at most.
#include "lsp/hint_at.h"
#include "lsp/method.h"

static Str label_of(const Paragraph *p, const Hint *h, Inlay mode, Arena *a) {
  if (p->reading->hushes_others) return STR(""); // no grey line beside safety
  bool level = mode != INLAY_QUESTION;
  Str ask = mode != INLAY_LEVEL && h ? h->ask : STR("");
  if (level && ask.len)
    return str_printf(a, "level %u · ↳ " STR_FMT, p->reading->level,
                      STR_ARG(ask));
  if (level) return str_printf(a, "level %u", p->reading->level);
  return ask.len ? str_printf(a, "↳ " STR_FMT, STR_ARG(ask)) : STR("");
}

static Json *tooltip(Call *c, const Hint *h) {
  if (!h)
    return json_str(STR("How near this paragraph comes: 1 tells facts, "
                        "4 tells what is felt now."));
  Markup m = {.markdown = c->session->client.hover_markdown};
  markup_strong(&m, h->code);
  markup_text(&m, STR(" · "));
  markup_text(&m, h->message);
  return markup_done(&m);
}

static Json *inlay(Call *c, const Document *d, const Paragraph *p,
                   const Hint *h, Inlay mode) {
  Str label = label_of(p, h, mode, c->arena);
  if (!label.len) return NULL;
  Encoding e = c->session->client.encoding;
  Pos end = text_pos(document_text(d), p->passage.span.end, e);
  return json_object({"position", shape_pos(end)}, {"label", json_str(label)},
                     {"tooltip", tooltip(c, mode == INLAY_LEVEL ? NULL : h)},
                     {"paddingLeft", json_boolean(true)});
}

Json *method_inlay_hint(Call *c) {
  Document *d = call_prose(c);
  if (!d) return NULL;
  Inlay mode = d->project->settings.inlay;
  Json *list = json_array();
  if (mode == INLAY_OFF) return list;
  Span asked = call_range(c, d);
  uint32_t count = 0;
  const Hint *const *hints = document_hints(d, c->arena, &count);
  const Analysis *a = doc_analysis(d->doc);
  for (uint32_t i = 0, first = 0; i < a->paragraph_count; i++) {
    const Paragraph *p = &a->paragraphs[i];
    Span s = p->passage.span;
    if (s.end < asked.start || s.end > asked.end) continue;
    while (first < count && hints[first]->span.start < s.start) first++;
    uint32_t end = first;
    while (end < count && hints[end]->span.start <= s.end) end++;
    const Hint *h = hint_to_ask(hints + first, end - first, s);
    if (!p->hushed) json_push(list, inlay(c, d, p, h, mode));
    first = end;
  }
  return list;
}
