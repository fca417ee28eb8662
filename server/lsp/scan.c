// SPDX-License-Identifier: MIT
#include "lsp/scan.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "lsp/uri.h"

enum { SYMBOL_HEADING = 3, SYMBOL_ENTRY = 24, SYMBOL_PROMPT = 20 };

static bool has_references(BlockKind kind) {
  return kind != BLOCK_CODE && kind != BLOCK_FRONT_MATTER &&
         kind != BLOCK_NOTE && kind != BLOCK_HUSH && kind != BLOCK_BREAK;
}

static void collect_block(const Text *t, const Tree *tree, const Block *b,
                          Encoding e, Arena *a, IndexedFile *f) {
  ReferenceVec found = {0};
  if (has_references(b->kind)) prose_references(t, tree, b, a, &found);
  for (uint32_t i = 0; i < found.len; i++) {
    const Reference *r = &found.data[i];
    if (r->kind == REFERENCE_LINK) continue;
    vec_push_in(a, &f->mentions,
                (Mention){.kind = r->kind,
                          .name = str_copy(a, text_slice(t, r->target)),
                          .range = text_range(t, r->span, e)});
  }
}

static void collect_symbol(const Text *t, const Block *b, int kind, Encoding e,
                           Arena *a, IndexedFile *f) {
  Str name = str_trim(text_slice(t, b->content));
  if (!name.len) return;
  vec_push_in(a, &f->symbols,
              (Symbol){.name = str_copy(a, name),
                       .kind = kind,
                       .range = text_range(t, b->span, e)});
}

void scan_collect(const Text *t, const Tree *tree, const Outline *o, Encoding e,
                  Arena *a, IndexedFile *f) {
  uint32_t entry = 0;
  for (uint32_t i = 0; i < o->blocks.len; i++) {
    const Block *b = &o->blocks.data[i];
    while (entry < o->entries.len &&
           o->entries.data[entry].heading.start < b->span.start)
      entry++;
    bool opens = entry < o->entries.len &&
                 span_len(o->entries.data[entry].date) > 0 &&
                 o->entries.data[entry].heading.start == b->span.start;
    if (b->kind == BLOCK_HEADING)
      collect_symbol(t, b, opens ? SYMBOL_ENTRY : SYMBOL_HEADING, e, a, f);
    if (b->kind == BLOCK_PROMPT) collect_symbol(t, b, SYMBOL_PROMPT, e, a, f);
    collect_block(t, tree, b, e, a, f);
  }
}

static void file_free(FileRef f) {
  if (!f) return;
  arena_clear(&f->arena);
  free(f);
}

void scan_clear(FileVec *files) {
  vec_each(FileRef, f, files) file_free(*f);
  vec_clear(files);
}

static void read(Scan *s, FileRef f) {
  StrBuf bytes = {0};
  f->is_lost = !file_read(f->path, &bytes, NULL);
  if (f->is_lost) return;
  Text text;
  text_init(&text, strbuf_str(&bytes));
  Tree *tree = tree_new(GRAMMAR_JOT, text_str(&text));
  Arena tmp = {0};
  const Outline *o = outline_run(&text, tree, LANGUAGE_JOT, &tmp);
  scan_collect(&text, tree, o, s->encoding, &f->arena, f);
  arena_clear(&tmp);
  tree_free(tree);
  text_clear(&text);
  strbuf_clear(&bytes);
}

// ---- the folders ----------------------------------------------------------

typedef struct Seen {
  Str path;
  int64_t changed, size;
} Seen;
typedef Vec(Seen) SeenVec;

static void visit(Scan *s, Str path, unsigned depth, SeenVec *seen);

static void visit_folder(Scan *s, Str path, unsigned depth, SeenVec *seen) {
  StrVec names = {0};
  if (depth > SCAN_DEPTH || !file_list(path, &s->arena, &names, NULL)) return;
  for (uint32_t i = 0; i < names.len && seen->len < SCAN_FILES; i++)
    if (names.data[i].data[0] != '.' &&
        !str_eq(names.data[i], STR("node_modules")))
      visit(s, path_join(&s->arena, path, names.data[i]), depth + 1, seen);
}

// Links are passed over: they lead in circles or out of the folder.
static void visit(Scan *s, Str path, unsigned depth, SeenVec *seen) {
  struct stat st;
  Str z = str_copy(&s->arena, path);
  if (lstat(z.data, &st)) return;
  if (S_ISDIR(st.st_mode)) visit_folder(s, path, depth, seen);
  if (!S_ISREG(st.st_mode) || !str_ends(path, STR(".jot"))) return;
  int64_t changed =
      (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
  vec_push_in(&s->arena, seen,
              (Seen){.path = z, .changed = changed, .size = st.st_size});
}

static int by_path(const void *x, const void *y) {
  return str_cmp(((const Seen *)x)->path, ((const Seen *)y)->path);
}

static FileRef file_new(const Seen *seen) {
  FileRef f = heap_alloc(sizeof *f);
  *f = (IndexedFile){.changed = seen->changed, .size = seen->size};
  f->path = str_copy(&f->arena, seen->path);
  f->uri = str_copy(&f->arena, uri_of_path(seen->path, &f->arena));
  return f;
}

// Both lists are in order of path. Folders may lie in one another, so that a
// path is seen twice.
static void compare(Scan *s, const SeenVec *seen) {
  uint32_t old = 0;
  for (uint32_t i = 0; i < seen->len; i++) {
    const Seen *one = &seen->data[i];
    if (i && str_eq(one->path, seen->data[i - 1].path)) continue;
    while (old < s->before->len &&
           str_cmp(s->before->data[old]->path, one->path) < 0)
      old++;
    FileRef f = old < s->before->len ? s->before->data[old] : NULL;
    bool same = f && str_eq(f->path, one->path) && f->changed == one->changed &&
                f->size == one->size;
    if (!same) {
      f = file_new(one);
      vec_push(&s->fresh, f);
    }
    vec_push(&s->now, f);
  }
}

static void list(Scan *s) {
  SeenVec seen = {0};
  for (uint32_t i = 0; i < s->folders.len; i++)
    visit(s, s->folders.data[i], 0, &seen);
  if (seen.len) qsort(seen.data, seen.len, sizeof(Seen), by_path);
  compare(s, &seen);
}

bool scan_step(Scan *s) {
  if (!s->is_listed) {
    s->is_listed = true;
    list(s);
    return s->fresh.len > 0;
  }
  for (int64_t bytes = 0; s->next < s->fresh.len && bytes < SCAN_STEP;) {
    FileRef f = s->fresh.data[s->next++];
    bytes += f->size;
    read(s, f);
  }
  return s->next < s->fresh.len;
}

// Frees what is in `files` and not in `kept`; both in order of path.
static void free_rest(FileVec *files, const FileVec *kept) {
  uint32_t k = 0;
  for (uint32_t i = 0; i < files->len; i++) {
    FileRef f = files->data[i];
    while (k < kept->len && str_cmp(kept->data[k]->path, f->path) < 0) k++;
    if (k == kept->len || kept->data[k] != f) file_free(f);
  }
  vec_clear(files);
}

static void scan_end(Scan *s) {
  vec_clear(&s->fresh);
  arena_clear(&s->arena);
}

void scan_take(Scan *s, FileVec *files) {
  free_rest(files, &s->now);
  for (uint32_t i = 0; i < s->now.len; i++) {
    FileRef f = s->now.data[i];
    if (f->is_lost)
      file_free(f);
    else
      vec_push(files, f);
  }
  vec_clear(&s->now);
  scan_end(s);
}

void scan_drop(Scan *s) {
  free_rest(&s->now, s->before);
  scan_end(s);
}
