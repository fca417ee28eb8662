// SPDX-License-Identifier: MIT
#include "lsp/scan.h"

#include <string.h>
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

// Takes an unchanged file over from the last scan; NULL where it changed.
static FileRef kept(Scan *s, Str path, const struct stat *st, int64_t changed) {
  uint32_t low = 0, high = s->before.len;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    FileRef f = s->before.data[mid];
    int order = f ? str_cmp(f->path, path) : -1;
    if (order == 0) {
      if (f->changed != changed || f->size != st->st_size) return NULL;
      FileRef copy = heap_alloc(sizeof *copy); // the old list keeps its order
      *copy = *f;
      f->arena = (Arena){0};
      return copy;
    }
    if (order < 0)
      low = mid + 1;
    else
      high = mid;
  }
  return NULL;
}

static FileRef read(Scan *s, Str path, const struct stat *st, int64_t changed) {
  StrBuf bytes = {0};
  if (!file_read(path, &bytes, NULL)) return NULL;
  FileRef f = heap_alloc(sizeof *f);
  f->path = str_copy(&f->arena, path);
  f->uri = str_copy(&f->arena, uri_of_path(path, &f->arena));
  f->changed = changed;
  f->size = st->st_size;
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
  return f;
}

static void visit(Scan *s, Str path, unsigned depth);

static void visit_folder(Scan *s, Str path, unsigned depth) {
  StrVec names = {0};
  if (depth > SCAN_DEPTH || !file_list(path, &s->arena, &names, NULL)) return;
  for (uint32_t i = 0; i < names.len && s->now.len < SCAN_FILES; i++)
    if (names.data[i].data[0] != '.' &&
        !str_eq(names.data[i], STR("node_modules")))
      visit(s, path_join(&s->arena, path, names.data[i]), depth + 1);
}

// Links are passed over: they lead in circles or out of the folder.
static void visit(Scan *s, Str path, unsigned depth) {
  struct stat st;
  Str z = str_copy(&s->arena, path);
  if (lstat(z.data, &st)) return;
  if (S_ISDIR(st.st_mode)) visit_folder(s, path, depth);
  if (!S_ISREG(st.st_mode) || !str_ends(path, STR(".jot"))) return;
  int64_t changed =
      (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
  FileRef f = kept(s, path, &st, changed);
  if (!f) f = read(s, path, &st, changed);
  if (f) vec_push(&s->now, f);
}

static int by_path(const void *x, const void *y) {
  return str_cmp((*(const FileRef *)x)->path, (*(const FileRef *)y)->path);
}

void scan_run(Scan *s) {
  for (uint32_t i = 0; i < s->folders.len; i++) visit(s, s->folders.data[i], 0);
  scan_clear(&s->before);
  if (s->now.len) qsort(s->now.data, s->now.len, sizeof(FileRef), by_path);
  uint32_t len = 0; // folders may lie in one another
  for (uint32_t i = 0; i < s->now.len; i++) {
    FileRef f = s->now.data[i];
    if (len && str_eq(s->now.data[len - 1]->path, f->path))
      file_free(f);
    else
      s->now.data[len++] = f;
  }
  s->now.len = len;
}
