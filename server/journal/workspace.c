// SPDX-License-Identifier: MIT
#include "journal/workspace.h"

#include "base/map.h"

// A file on disk as it was read; only its references are wanted.
typedef struct Shelf {
  Arena arena; // holds this struct as well
  Str path;
  Text text;
  ReferenceVec references;
} Shelf;
typedef Shelf *ShelfRef; // as vec_each names it
typedef char *Path;

typedef struct Open {
  char *path;
  size_t len;
  Doc *doc;
} Open;

struct Workspace {
  Vec(char *) folders;
  Vec(Open) open;
  Vec(Shelf *) shelves;
};

static void drop(Shelf *s) {
  Arena arena = s->arena;
  text_clear(&s->text);
  arena_clear(&arena);
}

Workspace *workspace_new(void) {
  return heap_alloc(sizeof(Workspace));
}

void workspace_free(Workspace *w) {
  if (!w)
    return;
  vec_each(Path, folder, &w->folders) free(*folder);
  vec_each(Open, o, &w->open) free(o->path);
  vec_each(ShelfRef, s, &w->shelves) drop(*s);
  vec_clear(&w->folders);
  vec_clear(&w->open);
  vec_clear(&w->shelves);
  free(w);
}

static char *heap_copy(Str s) {
  char *z = heap_alloc(s.len + 1);
  if (s.len)
    memcpy(z, s.data, s.len);
  return z;
}

void workspace_add_folder(Workspace *w, Str path) {
  workspace_remove_folder(w, path);
  vec_push(&w->folders, heap_copy(path));
}

void workspace_remove_folder(Workspace *w, Str path) {
  for (uint32_t i = 0; i < w->folders.len; i++) {
    if (!str_eq(str_of(w->folders.data[i]), path))
      continue;
    free(w->folders.data[i]);
    w->folders.data[i] = w->folders.data[--w->folders.len];
    return;
  }
}

static Open *find_open(Workspace *w, Str path) {
  vec_each(Open, o,
           &w->open) if (str_eq((Str){o->path, o->len}, path)) return o;
  return NULL;
}

void workspace_open(Workspace *w, Str path, Doc *doc) {
  workspace_close(w, path);
  vec_push(&w->open, (Open){heap_copy(path), path.len, doc});
}

void workspace_close(Workspace *w, Str path) {
  Open *o = find_open(w, path);
  if (!o)
    return;
  free(o->path);
  *o = w->open.data[--w->open.len];
  workspace_changed(w, path);
}

void workspace_changed(Workspace *w, Str path) {
  for (uint32_t i = 0; i < w->shelves.len; i++) {
    if (!str_eq(w->shelves.data[i]->path, path))
      continue;
    drop(w->shelves.data[i]);
    w->shelves.data[i] = w->shelves.data[--w->shelves.len];
    return;
  }
}

Language language_of_path(Str path) {
  if (str_ends(path, STR(".md")) || str_ends(path, STR(".markdown")))
    return LANGUAGE_MARKDOWN;
  return str_ends(path, STR(".txt")) ? LANGUAGE_PLAIN : LANGUAGE_JOT;
}

static void list_folder(Str folder, uint32_t depth, Arena *a, StrVec *out) {
  StrVec names = {0};
  if (depth > WORKSPACE_DEPTH || !file_list(folder, a, &names, NULL))
    return;
  vec_each(Str, name, &names) {
    if (str_starts(*name, STR(".")))
      continue;
    Str path = path_join(a, folder, *name);
    if (out->len >= WORKSPACE_MOST)
      return;
    if (str_ends(*name, STR(".jot")) && !file_is_folder(path))
      vec_push_in(a, out, path);
    else if (file_is_folder(path) && !file_is_link(path))
      list_folder(path, depth + 1, a, out);
  }
}

static int by_bytes(const void *a, const void *b) {
  return str_cmp(*(const Str *)a, *(const Str *)b);
}

static void sort_once(StrVec *v) {
  if (v->len)
    qsort(v->data, v->len, sizeof(Str), by_bytes);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < v->len; i++)
    if (!i || !str_eq(v->data[i], v->data[kept - 1]))
      v->data[kept++] = v->data[i];
  v->len = kept;
}

void workspace_files(Workspace *w, Arena *a, StrVec *paths) {
  vec_each(Path, folder, &w->folders) list_folder(str_of(*folder), 0, a, paths);
  vec_each(Open, o, &w->open)
      vec_push_in(a, paths, str_copy(a, (Str){o->path, o->len}));
  sort_once(paths);
}

static void references_of(const Text *text, const Outline *o, Arena *a,
                          ReferenceVec *out) {
  for (uint32_t i = 0; i < o->blocks.len; i++)
    prose_references(text, &o->blocks.data[i], a, out);
}

static Shelf *read_shelf(Str path) {
  StrBuf bytes = {0};
  Arena arena = {0};
  Shelf *s = arena_new(&arena, Shelf);
  s->path = str_copy(&arena, path);
  file_read(path, &bytes, NULL); // what cannot be read names nobody
  text_init(&s->text, strbuf_str(&bytes));
  strbuf_clear(&bytes);
  Language language = language_of_path(path);
  Tree *tree = language == LANGUAGE_PLAIN
                   ? NULL
                   : tree_new(GRAMMAR_JOT, text_str(&s->text));
  Arena scratch = {0};
  const Outline *o = outline_run(&s->text, tree, language, &scratch);
  references_of(&s->text, o, &arena, &s->references);
  arena_clear(&scratch);
  if (tree)
    tree_free(tree);
  s->arena = arena;
  return s;
}

static Shelf *shelf_of(Workspace *w, Str path) {
  vec_each(ShelfRef, s, &w->shelves) if (str_eq((*s)->path, path)) return *s;
  vec_push(&w->shelves, read_shelf(path));
  return w->shelves.data[w->shelves.len - 1];
}

// All places of a kind in one file or open document.
static void places_of(Workspace *w, Str path, ReferenceKind kind, Arena *a,
                      PlaceVec *out) {
  ReferenceVec own = {0}, *all = &own;
  const Text *text;
  Open *o = find_open(w, path);
  if (o) {
    text = doc_text(o->doc);
    references_of(text, doc_analysis(o->doc)->outline, a, &own);
  } else {
    Shelf *s = shelf_of(w, path);
    text = &s->text;
    all = &s->references;
  }
  vec_each(Reference, r, all) if (r->kind == kind)
      vec_push_in(a, out, (Place){path, text, *r});
}

static void all_places(Workspace *w, ReferenceKind kind, Arena *a,
                       PlaceVec *out) {
  StrVec paths = {0};
  workspace_files(w, a, &paths);
  vec_each(Str, path, &paths) places_of(w, *path, kind, a, out);
}

void workspace_find(Workspace *w, ReferenceKind kind, Str name, Arena *a,
                    PlaceVec *out) {
  PlaceVec all = {0};
  all_places(w, kind, a, &all);
  vec_each(Place, p,
           &all) if (str_eq_nocase(text_slice(p->text, p->reference.target),
                                   name)) vec_push_in(a, out, *p);
}

void workspace_names(Workspace *w, ReferenceKind kind, Arena *a, StrVec *out) {
  PlaceVec all = {0};
  all_places(w, kind, a, &all);
  vec_each(Place, p, &all) vec_push_in(
      a, out, str_copy(a, text_slice(p->text, p->reference.target)));
  sort_once(out);
}
