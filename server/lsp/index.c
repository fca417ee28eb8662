// SPDX-License-Identifier: MIT
#include "lsp/index.h"

#include <string.h>

#include "lsp/progress.h"

typedef struct Waiter {
  const Json *token; // of its progress, or NULL
  IndexThen *then;
  void *about;
} Waiter;

struct Index {
  FileVec files; // on disk, sorted by path; whole while it scans, too
  bool scanning;
  bool again;   // something changed on disk while it scanned
  bool is_read; // at least once
  bool is_told; // the editor shows that it scans
  Vec(Waiter) waiters;
};

Index *index_new(void) {
  return heap_alloc(sizeof(Index));
}

void index_free(Index *x) {
  if (!x) return;
  scan_clear(&x->files);
  vec_clear(&x->waiters);
  free(x);
}

typedef struct IndexJob {
  Session *session;
  Scan scan;
  bool more;
} IndexJob;

// ---- the first look at a large journal takes a while ----------------------

static Json *token(void) {
  return json_str(STR("inkling/journal"));
}

// The editor made room for it; by now the scan may be over.
static void begin_telling(Session *s, const Json *result, void *about) {
  (void)about;
  if (!result || !s->index->scanning || s->index->is_told) return;
  s->index->is_told = true;
  Json *t = token();
  progress_begin(s, t, "Reading the journal", false);
  json_free(t);
}

static void end_telling(Session *s) {
  if (!s->index->is_told) return;
  s->index->is_told = false;
  Json *t = token();
  progress_end(s, t);
  json_free(t);
}

static void ask_to_tell(Session *s) {
  if (s->client.progress && s->ready && !s->index->is_read)
    session_ask(s, "window/workDoneProgress/create",
                json_object({"token", token()}), begin_telling, NULL);
}

// ---- scanning --------------------------------------------------------------

static void work(void *job) {
  IndexJob *j = job;
  j->more = scan_step(&j->scan);
}

static void report(Session *s, const Scan *scan) {
  const Index *x = s->index;
  for (uint32_t i = 0; i < x->waiters.len; i++)
    progress_report(s, x->waiters.data[i].token, scan->next, scan->fresh.len);
  if (!x->is_told) return;
  Json *t = token();
  progress_report(s, t, scan->next, scan->fresh.len);
  json_free(t);
}

static void tell_waiters(Session *s) {
  Index *x = s->index;
  while (x->waiters.len) {
    Waiter w = x->waiters.data[0];
    memmove(x->waiters.data, x->waiters.data + 1, --x->waiters.len * sizeof w);
    w.then(s, w.about);
  }
}

static void finish(IndexJob *j) {
  Session *s = j->session;
  Index *x = s->index;
  if (j->more)
    scan_drop(&j->scan);
  else
    scan_take(&j->scan, &x->files);
  free(j);
  x->scanning = false;
  x->is_read = true;
  end_telling(s);
  tell_waiters(s);
  bool again = x->again && s->status < 0;
  x->again = false;
  if (again) index_update(s, NULL, NULL, NULL);
}

// Between two steps the editor is told, and may have gone.
static void done(void *job) {
  IndexJob *j = job;
  Session *s = j->session;
  report(s, &j->scan);
  if (j->more && s->status < 0)
    s->host.work(s->host.self, work, done, j);
  else
    finish(j);
}

static void start(Session *s) {
  Index *x = s->index;
  x->scanning = true;
  IndexJob *j = heap_alloc(sizeof *j);
  *j =
      (IndexJob){.session = s,
                 .scan = {.encoding = s->client.encoding, .before = &x->files}};
  for (uint32_t i = 0; i < s->folders.paths.len; i++)
    vec_push_in(&j->scan.arena, &j->scan.folders,
                str_copy(&j->scan.arena, s->folders.paths.data[i]));
  ask_to_tell(s);
  s->host.work(s->host.self, work, done, j);
}

void index_update(Session *s, const Json *token, IndexThen *then, void *about) {
  Index *x = s->index;
  if (then) vec_push(&x->waiters, (Waiter){token, then, about});
  x->again = x->again || (x->scanning && !then);
  if (!x->scanning) start(s);
}

void index_want(Session *s) {
  if (!s->index->is_read && !s->index->scanning)
    index_update(s, NULL, NULL, NULL);
}

uint32_t index_file_count(const Session *s) {
  return s->index->files.len;
}

const IndexedFile *index_file_at(const Session *s, uint32_t i) {
  return s->index->files.data[i];
}

IndexedFile index_document(const Session *s, Document *d, Arena *a) {
  IndexedFile f = {.path = d->path, .uri = d->uri};
  if (!d->doc) return f;
  scan_collect(doc_text(d->doc), doc_tree(d->doc),
               doc_analysis(d->doc)->outline, s->client.encoding, a, &f);
  return f;
}

bool index_name_at(Document *d, uint32_t offset, Mention *out, Span *span,
                   Arena *a) {
  uint32_t block = d->doc ? document_block(d, offset) : UINT32_MAX;
  if (block == UINT32_MAX) return false;
  const Text *t = doc_text(d->doc);
  ReferenceVec found = {0};
  prose_references(t, doc_tree(d->doc),
                   &doc_analysis(d->doc)->outline->blocks.data[block], a,
                   &found);
  for (uint32_t i = 0; i < found.len; i++) {
    const Reference *r = &found.data[i];
    if (r->kind == REFERENCE_LINK || offset < r->span.start ||
        offset > r->span.end)
      continue;
    *out = (Mention){.kind = r->kind, .name = text_slice(t, r->target)};
    *span = r->span;
    return true;
  }
  return false;
}

static void add_places(PlaceVec *out, const IndexedFile *f, int64_t version,
                       ReferenceKind kind, Str name, Arena *a) {
  for (uint32_t i = 0; i < f->mentions.len; i++) {
    const Mention *m = &f->mentions.data[i];
    if (m->kind != kind || !str_eq_nocase(m->name, name)) continue;
    vec_push_in(a, out,
                (Place){.uri = f->uri, .version = version, .range = m->range});
  }
}

static bool is_open(const Session *s, Str path) {
  for (uint32_t i = 0; i < s->documents.len; i++)
    if (str_eq(s->documents.data[i]->path, path)) return true;
  return false;
}

PlaceVec index_places(Session *s, ReferenceKind kind, Str name, Arena *a) {
  PlaceVec out = {0};
  for (uint32_t i = 0; i < s->documents.len; i++) {
    IndexedFile f = index_document(s, s->documents.data[i], a);
    add_places(&out, &f, s->documents.data[i]->version, kind, name, a);
  }
  for (uint32_t i = 0; i < s->index->files.len; i++) {
    const IndexedFile *f = s->index->files.data[i];
    if (!is_open(s, f->path)) add_places(&out, f, -1, kind, name, a);
  }
  return out;
}

static int by_bytes(const void *x, const void *y) {
  return str_cmp(*(const Str *)x, *(const Str *)y);
}

static void add_names(StrVec *out, const IndexedFile *f, ReferenceKind kind,
                      Arena *a) {
  for (uint32_t i = 0; i < f->mentions.len; i++)
    if (f->mentions.data[i].kind == kind)
      vec_push_in(a, out, f->mentions.data[i].name);
}

StrVec index_names(Session *s, ReferenceKind kind, Arena *a) {
  StrVec all = {0};
  for (uint32_t i = 0; i < s->documents.len; i++) {
    IndexedFile f = index_document(s, s->documents.data[i], a);
    add_names(&all, &f, kind, a);
  }
  for (uint32_t i = 0; i < s->index->files.len; i++)
    add_names(&all, s->index->files.data[i], kind, a);
  if (all.len) qsort(all.data, all.len, sizeof(Str), by_bytes);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < all.len; i++)
    if (!kept || !str_eq_nocase(all.data[kept - 1], all.data[i]))
      all.data[kept++] = all.data[i];
  all.len = kept;
  return all;
}
