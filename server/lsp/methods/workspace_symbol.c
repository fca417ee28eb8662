// SPDX-License-Identifier: MIT
// workspace/symbol: entries, prompts, people and tags of every Jot file.
#include "lsp/index.h"
#include "lsp/method.h"
#include "lsp/progress.h"

enum { MOST = 500, SYMBOL_PERSON = 13, SYMBOL_TAG = 22 };

typedef struct SymbolJob {
  Later *later;
  Str query;
  Json *list;
  Arena arena;
} SymbolJob;

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

// The query's letters in their order, anything between: as editors match.
static bool fits(Str name, Str query) {
  size_t k = 0;
  for (size_t i = 0; i < name.len && k < query.len; i++)
    if (lower(name.data[i]) == lower(query.data[k])) k++;
  return k == query.len;
}

static void add(SymbolJob *j, Str name, int kind, Str uri, Range range) {
  if (!fits(name, j->query) || json_count(j->list) >= MOST) return;
  json_push(j->list,
            json_object({"name", json_str(name)}, {"kind", json_int(kind)},
                        {"location", shape_location(uri, shape_range(range))}));
}

// A name counts once a file, where it stands first.
static bool is_first(const IndexedFile *f, uint32_t i) {
  for (uint32_t k = 0; k < i; k++)
    if (f->mentions.data[k].kind == f->mentions.data[i].kind &&
        str_eq_nocase(f->mentions.data[k].name, f->mentions.data[i].name))
      return false;
  return true;
}

static void add_file(SymbolJob *j, const IndexedFile *f) {
  for (uint32_t i = 0; i < f->symbols.len; i++) {
    const Symbol *s = &f->symbols.data[i];
    add(j, s->name, s->kind, f->uri, s->range);
  }
  for (uint32_t i = 0; i < f->mentions.len; i++) {
    const Mention *m = &f->mentions.data[i];
    bool person = m->kind == REFERENCE_PERSON;
    Str name = str_printf(&j->arena, "%c" STR_FMT, person ? '@' : '#',
                          STR_ARG(m->name));
    if (fits(name, j->query) && is_first(f, i))
      add(j, name, person ? SYMBOL_PERSON : SYMBOL_TAG, f->uri, m->range);
  }
}

static void answer(Session *s, void *about) {
  SymbolJob *j = about;
  for (uint32_t i = 0; i < s->documents.len; i++) {
    IndexedFile f = index_document(s, s->documents.data[i], &j->arena);
    add_file(j, &f);
  }
  for (uint32_t i = 0; i < index_file_count(s); i++) {
    const IndexedFile *f = index_file_at(s, i);
    if (!session_find(s, f->uri)) add_file(j, f);
  }
  if (!j->later->cancelled)
    j->list = progress_parts(s, j->later->part, j->list);
  progress_answer(s, j->later, j->list);
  arena_clear(&j->arena);
  free(j);
}

Json *method_workspace_symbol(Call *c) {
  SymbolJob *j = heap_alloc(sizeof *j);
  *j = (SymbolJob){.later = call_later(c, STR("")), .list = json_array()};
  j->query = str_copy(&j->arena, json_get_str(c->params, "query", STR("")));
  progress_begin(c->session, j->later->work, "Looking through the journal",
                 true);
  index_update(c->session, j->later->work, answer, j);
  return NULL;
}
