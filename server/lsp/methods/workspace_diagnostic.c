// SPDX-License-Identifier: MIT
// workspace/diagnostic: the hints of every Jot file in the folders. One file a
// step on a thread; each is told as soon as it is read, where the client takes
// parts. A file's result id says when it was changed, so that a client that
// comes back costs a look at the folder and no reading. What the client knows
// of a file that is gone is taken back.
#include <stdio.h>

#include "base/map.h"
#include "lsp/findings.h"
#include "lsp/index.h"
#include "lsp/method.h"
#include "lsp/progress.h"
#include "lsp/uri.h"

typedef struct FileToRead {
  Str path, uri, stamp; // stamp: size, time and settings in one
} FileToRead;

typedef struct SurveyJob {
  Session *session;
  Later *later;
  Json *params;          // owned
  Map known;             // path or URI -> its place in previousResultIds
  Vec(FileToRead) files; // arena
  uint32_t next, told;
  Json *items;
  const Project *project; // of the file under way
  StrBuf read;            // its diagnostics
  uint64_t hash;
  bool failed;
  Arena arena;
} SurveyJob;

static const uint32_t TOLD = UINT32_MAX; // or never known

// Clients write one URI in more ways than one.
static Str key_of(SurveyJob *j, Str uri) {
  Str path = uri_path(uri, &j->arena);
  return path.len ? path : uri;
}

static const Json *known_at(const SurveyJob *j, uint32_t i) {
  return json_item(json_get(j->params, "previousResultIds"), i);
}

static uint32_t known_count(const SurveyJob *j) {
  return json_count(json_get(j->params, "previousResultIds"));
}

static void read_known(SurveyJob *j) {
  for (uint32_t i = 0; i < known_count(j); i++) {
    Str uri = json_get_str(known_at(j, i), "uri", STR(""));
    map_put(&j->known, key_of(j, uri), i);
  }
}

static Str previous_id(SurveyJob *j, Str uri) {
  uint32_t i = map_get(&j->known, key_of(j, uri), TOLD);
  return i == TOLD ? STR("") : json_get_str(known_at(j, i), "value", STR(""));
}

static void finish(SurveyJob *j) {
  Session *s = j->session;
  progress_answer(s, j->later, json_object({"items", j->items}));
  json_free(j->params);
  map_clear(&j->known);
  strbuf_clear(&j->read);
  arena_clear(&j->arena);
  free(j);
  if (!--s->jobs) projects_sweep(&s->projects);
}

// In parts, the first one too is the partial form of the result.
static void tell(SurveyJob *j, Json *report) {
  if (!j->later->part) {
    json_push(j->items, report);
    return;
  }
  Json *items = json_array();
  json_push(items, report);
  progress_send(j->session, j->later->part, json_object({"items", items}));
}

static Json *named(SurveyJob *j, Json *report, Str uri, Json *version) {
  map_put(&j->known, key_of(j, uri), TOLD);
  json_set(report, STR("uri"), json_str(uri));
  json_set(report, STR("version"), version);
  return report;
}

static void tell_open(SurveyJob *j) {
  Session *s = j->session;
  for (uint32_t i = 0; i < s->documents.len; i++) {
    Document *d = s->documents.data[i];
    Json *report = session_report(s, d, previous_id(j, d->uri));
    Json *own = named(j, report, d->uri, json_int(d->version));
    StrBuf text = {0}; // the next report of `d` changes what this one borrows
    json_write(own, &text);
    json_free(own);
    tell(j, json_raw(str_copy(&j->arena, strbuf_str(&text))));
    strbuf_clear(&text);
  }
}

static void next_file(SurveyJob *j);

static void work(void *job) {
  SurveyJob *j = job;
  FileToRead *f = &j->files.data[j->next];
  StrBuf bytes = {0};
  j->failed = !file_read(f->path, &bytes, NULL);
  if (!j->failed) {
    Document *d = document_new(f->uri, f->path, STR("jot"), 0,
                               strbuf_str(&bytes), j->project);
    findings_run(d, &j->session->client);
    j->read.len = 0;
    pieces_write(&d->pieces, &j->read);
    j->hash = d->pieces.hash;
    document_free(d);
  }
  strbuf_clear(&bytes);
}

static void done(void *job) {
  SurveyJob *j = job;
  const FileToRead *f = &j->files.data[j->next++];
  if (!j->failed) {
    Json *report = json_object(
        {"kind", json_str(STR("full"))}, {"resultId", json_str(f->stamp)},
        {"items", json_raw(str_copy(&j->arena, strbuf_str(&j->read)))});
    tell(j, named(j, report, f->uri, json_null()));
  }
  progress_report(j->session, j->later->work, j->next, j->files.len);
  next_file(j);
}

static bool is_open(const Session *s, Str path) {
  for (uint32_t i = 0; i < s->documents.len; i++)
    if (str_eq(s->documents.data[i]->path, path)) return true;
  return false;
}

static void tell_gone(SurveyJob *j) {
  for (uint32_t i = 0; i < known_count(j); i++) {
    Str uri = json_get_str(known_at(j, i), "uri", STR(""));
    if (map_get(&j->known, key_of(j, uri), TOLD) != i) continue;
    Json *none =
        json_object({"kind", json_str(STR("full"))}, {"items", json_array()});
    tell(j, named(j, none, uri, json_null()));
  }
}

static void next_file(SurveyJob *j) {
  Session *s = j->session;
  for (; j->next < j->files.len && s->status < 0 && !j->later->cancelled;
       j->next++) {
    const FileToRead *f = &j->files.data[j->next];
    if (is_open(s, f->path)) continue;
    if (!str_eq(previous_id(j, f->uri), f->stamp)) {
      j->project = session_project(s, f->path, s->editor);
      s->host.work(s->host.self, work, done, j);
      return;
    }
    Json *same = json_object({"kind", json_str(STR("unchanged"))},
                             {"resultId", json_str(f->stamp)});
    tell(j, named(j, same, f->uri, json_null()));
  }
  if (s->status < 0 && !j->later->cancelled) tell_gone(j);
  finish(j);
}

static void start(Session *s, void *about) {
  SurveyJob *j = about;
  Arena *a = &j->arena;
  for (uint32_t i = 0; i < index_file_count(s); i++) {
    const IndexedFile *f = index_file_at(s, i);
    Str stamp =
        str_printf(a, "%lld.%lld.%llu", (long long)f->size,
                   (long long)f->changed, (unsigned long long)s->generation);
    vec_push_in(a, &j->files,
                (FileToRead){.path = str_copy(a, f->path),
                             .uri = str_copy(a, f->uri),
                             .stamp = stamp});
  }
  progress_begin(s, j->later->work, "Reading the journal", true);
  if (!j->later->cancelled) tell_open(j);
  next_file(j);
}

Json *method_workspace_diagnostic(Call *c) {
  SurveyJob *j = heap_alloc(sizeof *j);
  *j = (SurveyJob){.session = c->session,
                   .later = call_later(c, STR("")),
                   .params = json_keep(c->params),
                   .items = json_array()};
  read_known(j);
  c->session->jobs++;
  index_update(c->session, NULL, start, j);
  return NULL;
}
