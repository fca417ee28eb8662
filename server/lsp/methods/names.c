// SPDX-License-Identifier: MIT
// People and tags: highlight, definition, references, rename. What lies in
// files that are not open is looked up first (lsp/index.h), so those answers
// come later.
#include "lsp/index.h"
#include "lsp/links.h"
#include "lsp/method.h"
#include "lsp/progress.h"

Json *method_highlight(Call *c) {
  uint32_t at = 0;
  Document *d = call_at(c, &at);
  Mention name;
  Span span;
  if (!d || !index_name_at(d, at, &name, &span, c->arena)) return NULL;
  IndexedFile f = index_document(c->session, d, c->arena);
  Json *list = json_array();
  for (uint32_t i = 0; i < f.mentions.len; i++) {
    const Mention *m = &f.mentions.data[i];
    if (m->kind == name.kind && str_eq_nocase(m->name, name.name))
      json_push(list, json_object({"range", shape_range(m->range)},
                                  {"kind", json_int(1)}));
  }
  return list;
}

typedef enum Wish { WISH_REFERENCES, WISH_DEFINITION, WISH_RENAME } Wish;

// What is asked about a name, kept until the files are known.
typedef struct NameJob {
  Later *later;
  Wish wish;
  ReferenceKind kind;
  Str name, new_name;
  Arena arena;
} NameJob;

static Json *locations(const PlaceVec *places) {
  Json *list = json_array();
  for (uint32_t i = 0; i < places->len; i++) {
    const Place *p = &places->data[i];
    json_push(list, shape_location(p->uri, shape_range(p->range)));
  }
  return list;
}

// A page of one's own (sam.jot for @sam) is the definition, or else the first
// place in the first file.
static Json *definition(Session *s, const NameJob *j, const PlaceVec *places) {
  for (uint32_t i = 0; i < index_file_count(s); i++) {
    const IndexedFile *f = index_file_at(s, i);
    Str stem = path_name(f->path);
    if (!str_ends(stem, STR(".jot"))) continue;
    stem.len -= 4;
    if (str_eq_nocase(stem, j->name))
      return shape_location(f->uri, shape_range((Range){0}));
  }
  const Place *first = NULL;
  for (uint32_t i = 0; i < places->len; i++) {
    const Place *p = &places->data[i];
    int order = first ? str_cmp(p->uri, first->uri) : -1;
    if (order < 0 ||
        (order == 0 && pos_cmp(p->range.start, first->range.start) < 0))
      first = p;
  }
  return first ? shape_location(first->uri, shape_range(first->range)) : NULL;
}

static Json *renamed(Session *s, const NameJob *j, const PlaceVec *places,
                     Arena *a) {
  EditShape shape = shape_edits(&s->client);
  Str with = str_printf(a, "%c" STR_FMT, j->kind == REFERENCE_TAG ? '#' : '@',
                        STR_ARG(j->new_name));
  for (uint32_t i = 0, end; i < places->len; i = end) {
    const Place *p = &places->data[i];
    Json *edits = json_array();
    for (end = i; end < places->len && str_eq(places->data[end].uri, p->uri);
         end++)
      json_push(edits, shape_edit(shape_range(places->data[end].range), with));
    shape_edits_add(&shape, p->uri, p->version, edits);
  }
  return shape_edits_done(&shape);
}

// Two people of one name cannot be told apart again, but by the editor's undo.
static void tell_if_taken(Session *s, const NameJob *j, Arena *a) {
  if (str_eq_nocase(j->name, j->new_name)) return;
  if (index_places(s, j->kind, j->new_name, a).len)
    session_say(s, 3,
                STR("That name was in use already: both are one now, and "
                    "undoing this parts them again."));
}

static void answer(Session *s, void *about) {
  NameJob *j = about;
  Arena a = {0};
  Json *result = NULL;
  if (!j->later->cancelled) {
    PlaceVec places = index_places(s, j->kind, j->name, &a);
    result = j->wish == WISH_REFERENCES   ? locations(&places)
             : j->wish == WISH_DEFINITION ? definition(s, j, &places)
                                          : renamed(s, j, &places, &a);
    if (j->wish == WISH_RENAME) tell_if_taken(s, j, &a);
    if (j->wish == WISH_REFERENCES)
      result = progress_parts(s, j->later->part, result);
  }
  progress_answer(s, j->later, result);
  arena_clear(&a);
  arena_clear(&j->arena);
  free(j);
}

static Json *ask(Call *c, Wish wish, Str new_name) {
  uint32_t at = 0;
  Document *d = call_at(c, &at);
  Mention name;
  Span span;
  if (!d || !index_name_at(d, at, &name, &span, c->arena)) return NULL;
  NameJob *j = heap_alloc(sizeof *j);
  *j = (NameJob){.wish = wish, .kind = name.kind};
  j->name = str_copy(&j->arena, name.name);
  j->new_name = str_copy(&j->arena, new_name);
  j->later = call_later(c, d->uri);
  progress_begin(c->session, j->later->work, "Looking through the journal",
                 true);
  index_update(c->session, j->later->work, answer, j);
  return NULL;
}

Json *method_references(Call *c) {
  return ask(c, WISH_REFERENCES, STR(""));
}

Json *method_definition(Call *c) {
  uint32_t at = 0;
  Document *d = call_at(c, &at);
  Str target;
  Span span;
  if (d && links_at(d, at, &target, &span, c->arena) &&
      str_starts(target, STR("file:")))
    return shape_location(target, shape_range((Range){0}));
  return ask(c, WISH_DEFINITION, STR(""));
}

// Whether the new name reads as one: the grammar says what a name is.
static bool is_name(ReferenceKind kind, Str name, Arena *a) {
  char mark = kind == REFERENCE_TAG ? '#' : '@';
  Text text;
  text_init(&text, str_printf(a, "A %c" STR_FMT, mark, STR_ARG(name)));
  Tree *tree = tree_new(GRAMMAR_JOT, text_str(&text));
  const Outline *o = outline_run(&text, tree, LANGUAGE_JOT, a);
  IndexedFile f = {0};
  scan_collect(&text, tree, o, UTF8, a, &f);
  bool is = f.mentions.len == 1 && f.mentions.data[0].kind == kind &&
            str_eq(f.mentions.data[0].name, name);
  tree_free(tree);
  text_clear(&text);
  return is;
}

// A mark typed before the name is dropped.
Json *method_rename(Call *c) {
  uint32_t at = 0;
  Document *d = call_at(c, &at);
  Mention old;
  Span span;
  if (!d || !index_name_at(d, at, &old, &span, c->arena))
    return call_fail(c, RPC_REQUEST_FAILED, "there is no name here to change");
  Str name = str_trim(json_get_str(c->params, "newName", STR("")));
  if (str_starts(name, STR("@")) || str_starts(name, STR("#")))
    name = str_slice(name, 1, name.len);
  if (!is_name(old.kind, name, c->arena))
    return call_fail(c, RPC_INVALID_PARAMS,
                     "a name begins with a letter and has letters, digits, - "
                     "and _ in it");
  return ask(c, WISH_RENAME, name);
}

Json *method_prepare_rename(Call *c) {
  uint32_t at = 0;
  Document *d = call_at(c, &at);
  Mention name;
  Span span;
  if (!d || !index_name_at(d, at, &name, &span, c->arena)) return NULL;
  Span bare = {span.start + 1, span.end};
  return json_object({"range", call_span(c, d, bare)},
                     {"placeholder", json_str(name.name)});
}
