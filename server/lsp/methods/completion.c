// SPDX-License-Identifier: MIT
// textDocument/completion and completionItem/resolve. What stands before the
// cursor on its line decides which one thing is offered; prose is left alone.
#include <string.h>

#include "lens/feelings.h"
#include "lsp/complete.h"
#include "lsp/index.h"
#include "lsp/lenswords.h"
#include "lsp/method.h"
#include "lsp/prompt.h"
#include "journal/scaffold.h"
#include "lsp/words.h"

typedef struct Completing {
  Call *call;
  Document *doc;
  uint32_t at;
  Str line; // up to the cursor
  Json *items;
  bool more; // ask again at the next key
} Completing;

// An item that puts `text` in the place of the bytes [from, at).
static Json *item(const Completing *k, Str label, int kind, uint32_t from,
                  Str text) {
  Json *range = call_span(k->call, k->doc, (Span){from, k->at});
  return json_object({"label", json_str(label)}, {"kind", json_int(kind)},
                     {"textEdit", shape_edit(range, text)});
}

static void with(Json *item, const char *key, Str text) {
  if (text.len) json_set(item, str_of(key), json_str(text));
}

static void add_names(Completing *k, ReferenceKind kind, char mark,
                      uint32_t from) {
  Arena *a = k->call->arena;
  index_want(k->call->session);
  StrVec names = index_names(k->call->session, kind, a);
  const StrVec *people = &k->doc->project->settings.people;
  Str typed = text_slice(document_text(k->doc), (Span){from, k->at});
  for (uint32_t i = 0; kind == REFERENCE_PERSON && i < people->len; i++)
    vec_push_in(a, &names, people->data[i]);
  for (uint32_t i = 0; i < names.len; i++) {
    Str name = names.data[i];
    if (str_starts(name,
                   str_slice(STR("@#"), mark == '#', mark == '#' ? 2 : 1)))
      name = str_slice(name, 1, name.len);
    Str label = str_printf(a, "%c" STR_FMT, mark, STR_ARG(name));
    if (str_eq(label, typed)) continue; // the one being typed
    json_push(k->items,
              item(k, label, kind == REFERENCE_PERSON ? 6 : 20, from, label));
  }
}

static const char *valence_name(Valence v) {
  static const char *const names[] = {"hard", "warm", "mixed", "vague"};
  return names[v];
}

static void add_feeling(Completing *k, const Feeling *f, uint32_t from,
                        uint32_t order) {
  Arena *a = k->call->arena;
  Json *made = item(k, f->word, 12, from, f->word);
  with(made, "detail",
       str_printf(a, STR_FMT " · %s", STR_ARG(f->family),
                  valence_name(f->valence)));
  with(made, "sortText", str_printf(a, "%d%05u", f->is_broad ? 0 : 1, order));
  json_set(made, STR("data"), json_object({"feeling", json_str(f->word)}));
  json_push(k->items, made);
}

// With nothing typed yet only the broad ones; the finer ones as one types.
static void add_feelings(Completing *k, uint32_t from) {
  const LensSet *set = k->doc->project->lenses;
  Str typed = text_slice(document_text(k->doc), (Span){from, k->at});
  k->more = !typed.len;
  for (uint32_t i = 0; i < feeling_count(set); i++) {
    const Feeling *f = feeling_at(set, i);
    bool starts = str_eq_nocase(str_slice(f->word, 0, typed.len), typed);
    if (f->valence != VALENCE_VAGUE && (typed.len ? starts : f->is_broad))
      add_feeling(k, f, from, i);
  }
}

static void add_question(Completing *k, Str ask, uint32_t from) {
  Str text = prompt_of_question(ask, k->call->arena);
  json_push(k->items, item(k, text, 15, from, text));
}

// Questions fit to the paragraph above: those of its own hints first, and then
// the others that these hints ask.
static void add_questions(Completing *k, uint32_t from) {
  const Analysis *a = doc_analysis(k->doc->doc);
  const Paragraph *above = NULL;
  for (uint32_t i = 0; i < a->paragraph_count; i++)
    if (a->paragraphs[i].passage.span.end < k->at) above = &a->paragraphs[i];
  if (!above || above->reading->hushes_others) return;
  Span s = above->passage.span;
  for (uint32_t i = 0; i < a->hint_count; i++)
    if (span_covers(s, a->hints[i].span) && a->hints[i].ask.len)
      add_question(k, a->hints[i].ask, from);
  for (uint32_t i = 0; i < a->hint_count; i++) {
    if (!span_covers(s, a->hints[i].span)) continue;
    const LensHint *h =
        lens_hint_find(k->doc->project->lenses, a->hints[i].code);
    for (uint32_t q = 0; h && q < h->ask_count; q++)
      if (str_find(h->asks[q], STR("{")) < 0) add_question(k, h->asks[q], from);
  }
}

static void add_codes(Completing *k, uint32_t from, bool file) {
  const LensSet *set = k->doc->project->lenses;
  if (!file) json_push(k->items, item(k, STR("file"), 14, from, STR("file ")));
  for (uint32_t i = 0; i < lens_hint_count(set); i++) {
    const LensHint *h = lens_hint_at(set, i);
    Json *made = item(k, h->code, 20, from, h->code);
    with(made, "detail", h->lens);
    json_set(made, STR("data"), json_object({"hint", json_str(h->code)}));
    json_push(k->items, made);
  }
}

static void add_words(Completing *k, uint32_t from, const char *const *words,
                      const char *tail) {
  for (; *words; words++) {
    Str text = str_printf(k->call->arena, "%s%s", *words, tail);
    json_push(k->items, item(k, str_of(*words), 10, from, text));
  }
}

static void add_scaffold(Completing *k, const Scaffold *s, uint32_t from) {
  bool snippets = k->call->session->client.snippets;
  Str text = snippets ? s->snippet : scaffold_plain(s->snippet, k->call->arena);
  Json *made = item(k, s->name, 15, from, text);
  with(made, "detail", s->about);
  if (snippets) json_set(made, STR("insertTextFormat"), json_int(2));
  json_push(k->items, made);
}

static void add_scaffolds(Completing *k, uint32_t from) {
  for (unsigned i = 0; i < SCAFFOLDS; i++) {
    Scaffold s = scaffold_at(i, k->call->arena);
    add_scaffold(k, &s, from);
  }
}

// Further down only the next entry can begin, for whoever spells its name.
static void add_entry(Completing *k, uint32_t from) {
  Scaffold s = scaffold_at(SCAFFOLD_JOURNAL, k->call->arena);
  Str typed = text_slice(document_text(k->doc), (Span){from, k->at});
  if (str_starts(s.name, typed)) add_scaffold(k, &s, from);
}

static void add_field(Completing *k, uint32_t from) {
  static const char *const keys[] = {"kind", "to",   "from",  "with", "date",
                                     "mood", "tags", "title", NULL};
  add_words(k, from, keys, ": ");
}

static void add_values(Completing *k, Str key, uint32_t from) {
  static const char *const kinds[] = {"journal", "letter", "worksheet", NULL};
  if (str_eq(key, STR("kind"))) add_words(k, from, kinds, "");
  if (str_eq(key, STR("date"))) {
    Str today = scaffold_today(k->call->arena);
    json_push(k->items, item(k, today, 12, from, today));
  }
  if (str_eq(key, STR("to")) || str_eq(key, STR("from")) ||
      str_eq(key, STR("with")))
    add_names(k, REFERENCE_PERSON, '@', from);
  if (str_eq(key, STR("tags"))) add_names(k, REFERENCE_TAG, '#', from);
}

static void add_at(Completing *k, const CompletePlace *p) {
  switch (p->what) {
  case COMPLETE_NOTHING: break;
  case COMPLETE_PERSON: add_names(k, REFERENCE_PERSON, '@', p->from); break;
  case COMPLETE_TAG: add_names(k, REFERENCE_TAG, '#', p->from); break;
  case COMPLETE_FEELING: add_feelings(k, p->from); break;
  case COMPLETE_QUESTION: add_questions(k, p->from); break;
  case COMPLETE_CODE: add_codes(k, p->from, false); break;
  case COMPLETE_FILE_CODE: add_codes(k, p->from, true); break;
  case COMPLETE_FIELD: add_field(k, p->from); break;
  case COMPLETE_VALUE: add_values(k, p->key, p->from); break;
  case COMPLETE_START:
    add_field(k, p->from);
    add_scaffolds(k, p->from);
    break;
  case COMPLETE_ENTRY: add_entry(k, p->from); break;
  }
}

static Json *list_of(Json *items, bool more) {
  return json_object({"isIncomplete", json_boolean(more)}, {"items", items});
}

Json *method_completion(Call *c) {
  uint32_t at = 0;
  Document *d = call_at(c, &at);
  if (!d) return NULL;
  if (d->lens) return list_of(lenswords_complete(c, d, at), false);
  Completing k = {.call = c, .doc = d, .at = at, .items = json_array()};
  CompletePlace place = complete_place(d, at);
  add_at(&k, &place);
  return list_of(k.items, k.more);
}

static void explain_feeling(Markup *m, const LensSet *set, const Feeling *f,
                            Arena *a) {
  markup_text(m, STR("Of the family "));
  markup_strong(m, f->family);
  StrVec near = feeling_near(set, f->family, a);
  for (uint32_t i = 0; i < near.len; i++) {
    markup_text(m, i ? STR(", ") : STR("; near it: "));
    markup_text(m, near.data[i]);
  }
  markup_text(m, STR("."));
}

// An item has no document, and completion words are the built-in lenses' or a
// coach's: any project that knows the word will do.
Json *method_completion_resolve(Call *c) {
  Session *s = c->session;
  Json *item = json_keep(c->params);
  Str word = json_get_str(item, "data.feeling", STR(""));
  Str code = json_get_str(item, "data.hint", STR(""));
  Markup m = {.markdown = s->client.completion_markdown};
  for (uint32_t i = 0; i < s->projects.all.len && !m.text.len; i++) {
    const LensSet *set = s->projects.all.data[i]->lenses;
    const Feeling *f = word.len ? feeling_find(set, word) : NULL;
    const LensHint *h = code.len ? lens_hint_find(set, code) : NULL;
    if (f) explain_feeling(&m, set, f, c->arena);
    if (h) markup_text(&m, h->meaning);
  }
  if (m.text.len) json_set(item, STR("documentation"), markup_done(&m));
  return item;
}
