// SPDX-License-Identifier: MIT
// textDocument/hover: a hint, a feeling word, a person; in a lens file, what a
// pattern word means.
#include <stdio.h>

#include "base/file.h"
#include "lens/feelings.h"
#include "lsp/hint_at.h"
#include "lsp/index.h"
#include "lsp/lenswords.h"
#include "lsp/method.h"
#include "lsp/progress.h"
#include "lsp/uri.h"
#include "lsp/words.h"

static Json *hover(Call *c, const Document *d, Markup *m, Span span) {
  return json_object({"contents", markup_done(m)},
                     {"range", call_span(c, d, span)});
}

static void say_choices(Markup *m, const Hint *h) {
  if (h->fix_count < 3) return;
  for (uint32_t i = 0; i < h->fix_count; i++)
    if (!h->fixes[i].text.len) return;
  markup_break(m);
  markup_soft(m, STR("Perhaps:"));
  for (uint32_t i = 0; i < h->fix_count; i++) {
    strbuf_put(&m->text, i ? STR(", ") : STR(" "));
    markup_text(m, h->fixes[i].text);
  }
}

static void say_source(Markup *m, const LensHint *about, Str code) {
  markup_break(m);
  if (about && about->source.len) {
    markup_text(m, about->source);
    markup_text(m, STR(": "));
    markup_text(m, about->source_words);
    markup_text(m, STR(" · "));
  }
  StrBuf b = {0};
  strbuf_put(&b, STR("inkling explain "));
  strbuf_put(&b, code);
  markup_code(m, strbuf_str(&b));
  strbuf_clear(&b);
}

static void say_others(Markup *m, Document *d, const Hint *h) {
  const Analysis *a = doc_analysis(d->doc);
  Span sentence = sentence_at(d, h->span.start);
  bool any = false;
  for (uint32_t i = 0; i < a->hint_count; i++) {
    const Hint *o = &a->hints[i];
    bool same = str_eq(o->code, h->code) && o->span.start == h->span.start;
    if (same || !span_meets(o->span, sentence)) continue;
    if (!any) markup_break(m);
    if (!any) markup_soft(m, STR("Also in this sentence:"));
    markup_text(m, any ? STR(", ") : STR(" "));
    markup_text(m, o->code);
    markup_text(m, STR(" ("));
    markup_text(m, text_slice(document_text(d), o->span));
    markup_text(m, STR(")"));
    any = true;
  }
}

static Json *hover_hint(Call *c, Document *d, const Hint *h) {
  Markup m = {.markdown = c->session->client.hover_markdown};
  markup_strong(&m, h->code);
  markup_text(&m, STR(" · "));
  markup_text(&m, h->message);
  say_choices(&m, h);
  if (h->ask.len) {
    markup_break(&m);
    markup_soft(&m, STR("A question:"));
    markup_text(&m, STR(" "));
    markup_text(&m, h->ask);
  }
  say_source(&m, lens_hint_find(d->project->lenses, h->code), h->code);
  say_others(&m, d, h);
  return hover(c, d, &m, h->span);
}

static const char *valence_words(Valence v) {
  switch (v) {
  case VALENCE_HARD: return "a hard feeling";
  case VALENCE_WARM: return "a warm feeling";
  case VALENCE_MIXED: return "a mixed feeling";
  default: return "a word with little in it yet";
  }
}

static void say_family(Markup *m, const LensSet *set, const Feeling *f,
                       bool broad, Str title) {
  enum { MOST = 12 };
  uint32_t said = 0;
  for (uint32_t i = 0; i < feeling_count(set) && said < MOST; i++) {
    const Feeling *o = feeling_at(set, i);
    bool fits = str_eq(o->family, f->family) && o->is_broad == broad &&
                !str_eq(o->word, f->word);
    if (!fits) continue;
    if (!said) markup_break(m);
    if (!said) markup_soft(m, title);
    markup_text(m, said ? STR(", ") : STR(" "));
    markup_text(m, o->word);
    said++;
  }
}

static Json *hover_feeling(Call *c, const Document *d, const Feeling *f,
                           Span span) {
  const LensSet *set = d->project->lenses;
  Markup m = {.markdown = c->session->client.hover_markdown};
  markup_strong(&m, f->word);
  markup_text(&m, STR(" · "));
  markup_text(&m, str_of(valence_words(f->valence)));
  markup_text(&m, STR(", of the family "));
  markup_text(&m, f->family);
  say_family(&m, set, f, true, STR("Broad:"));
  say_family(&m, set, f, false, STR("Finer:"));
  StrVec near = feeling_near(set, f->family, c->arena);
  for (uint32_t i = 0; i < near.len; i++) {
    if (!i) markup_break(&m);
    if (!i) markup_soft(&m, STR("Near:"));
    markup_text(&m, i ? STR(", ") : STR(" "));
    markup_text(&m, near.data[i]);
  }
  return hover(c, d, &m, span);
}

// The longest run of up to four words around the offset that names a feeling.
static const Feeling *feeling_around(const Document *d, uint32_t at,
                                     Span *span) {
  Str text = text_str(document_text(d));
  const Feeling *best = NULL;
  Span start = word_at(text, at);
  for (int back = 0; back < 4 && start.start < start.end; back++) {
    Span run = start;
    for (int words = 0; words < 4 && run.end <= text.len; words++) {
      const Feeling *f =
          feeling_find(d->project->lenses, str_slice(text, run.start, run.end));
      bool wider =
          f && run.end >= at && (!best || span_len(run) > span_len(*span));
      if (wider) best = f, *span = run;
      if (run.end >= text.len || text.data[run.end] != ' ') break;
      run.end = word_at(text, run.end + 1).end;
    }
    if (!word_before(text, start.start, &start)) break;
  }
  return best;
}

// Asked about a name, answered when the files are known.
typedef struct NameHover {
  Later *later;
  ReferenceKind kind;
  Str name, shown; // without and with its mark
  Json *range;     // owned
  Arena arena;
} NameHover;

// The last parts of a path, so many.
static Str tail(Str path, unsigned parts) {
  size_t at = path.len;
  while (at && (path.data[at - 1] != '/' || --parts)) at--;
  return str_slice(path, at, path.len);
}

// A file's name, and of the folders around it as many as it takes to tell it
// from the others.
static Str short_name(Str path, const StrVec *all) {
  enum { DEEPEST = 6 };
  unsigned parts = 1;
  for (uint32_t i = 0; i < all->len && parts < DEEPEST;) {
    Str other = all->data[i];
    bool same =
        !str_eq(other, path) && str_eq(tail(other, parts), tail(path, parts));
    if (same)
      parts++;
    else
      i++;
  }
  return tail(path, parts);
}

static void say_places(Markup *m, const PlaceVec *places, Arena *a) {
  enum { MOST = 10 };
  StrVec files = {0};
  char line[64];
  snprintf(line, sizeof line, " · %u %s", places->len,
           places->len == 1 ? "time" : "times");
  markup_text(m, str_of(line));
  Str last = STR("");
  for (uint32_t i = 0; i < places->len && files.len < MOST; i++) {
    if (str_eq(places->data[i].uri, last)) continue;
    last = places->data[i].uri;
    Str path = uri_path(last, a);
    vec_push_in(a, &files, path.len ? path : last);
  }
  vec_each(Str, file, &files) {
    markup_break(m);
    markup_text(m, short_name(*file, &files));
  }
}

static void answer_name(Session *s, void *about) {
  NameHover *n = about;
  Markup m = {.markdown = s->client.hover_markdown};
  PlaceVec places = index_places(s, n->kind, n->name, &n->arena);
  markup_strong(&m, n->shown);
  say_places(&m, &places, &n->arena);
  Json *found = json_object({"contents", markup_done(&m)}, {"range", n->range});
  progress_answer(s, n->later, found);
  arena_clear(&n->arena);
  free(n);
}

static Json *hover_name(Call *c, const Document *d, const Mention *name,
                        Span span) {
  NameHover *n = heap_alloc(sizeof *n);
  *n = (NameHover){.kind = name->kind, .range = call_span(c, d, span)};
  n->name = str_copy(&n->arena, name->name);
  n->shown = str_copy(&n->arena, text_slice(document_text(d), span));
  n->later = call_later(c, d->uri);
  progress_begin(c->session, n->later->work, "Looking through the journal",
                 true);
  index_update(c->session, n->later->work, answer_name, n);
  return NULL;
}

Json *method_hover(Call *c) {
  uint32_t at = 0;
  Document *d = call_at(c, &at);
  if (!d) return NULL;
  if (d->lens) return lenswords_hover(c, d, at);
  const Hint *h = hint_at(d, at, c->arena);
  if (h) return hover_hint(c, d, h);
  Span span = {at, at};
  Mention name;
  if (index_name_at(d, at, &name, &span, c->arena))
    return hover_name(c, d, &name, span);
  const Feeling *f =
      doc_paragraph_at(d->doc, at) ? feeling_around(d, at, &span) : NULL;
  return f ? hover_feeling(c, d, f, span) : NULL;
}
