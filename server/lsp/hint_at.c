// SPDX-License-Identifier: MIT
#include "lsp/hint_at.h"

const Hint *hint_at(Document *d, uint32_t offset, Arena *a) {
  uint32_t count = 0;
  const Hint *const *hints = document_hints(d, a, &count);
  const Hint *best = NULL;
  for (uint32_t i = 0; i < count; i++) {
    const Hint *h = hints[i];
    bool touches = h->span.start <= offset && offset <= h->span.end;
    if (touches && (!best || span_len(h->span) < span_len(best->span)))
      best = h;
  }
  return best;
}

Span sentence_at(Document *d, uint32_t offset) {
  const Paragraph *p = doc_paragraph_at(d->doc, offset);
  for (uint32_t i = 0; p && i < p->sentence_count; i++) {
    Span s = span_moved(p->sentences[i].span, p->passage.span.start);
    if (s.start <= offset && offset <= s.end) return s;
  }
  return (Span){offset, offset};
}

const Hint *hint_to_ask(const Hint *const *shown, uint32_t count, Span within) {
  const Hint *best = NULL;
  for (uint32_t i = 0; i < count; i++) {
    const Hint *h = shown[i];
    if (h->span.start < within.start || h->span.start > within.end) continue;
    if (h->ask.len && (!best || h->weight > best->weight)) best = h;
  }
  return best;
}
