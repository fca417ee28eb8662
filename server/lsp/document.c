// SPDX-License-Identifier: MIT
#include "lsp/document.h"

#include <string.h>

static Str owned(Str s) {
  char *copy = heap_alloc(s.len + 1);
  if (s.len) memcpy(copy, s.data, s.len);
  return (Str){copy, s.len};
}

// An id that nobody knows says less than the file's name; where that says
// nothing either, marks that may mean something else there are left alone.
static Language language_of(Str id, Str uri) {
  if (str_eq(id, STR("jot")) || !id.len) return LANGUAGE_JOT;
  if (str_eq(id, STR("markdown"))) return LANGUAGE_MARKDOWN;
  if (str_eq(id, STR("plaintext"))) return LANGUAGE_PLAIN;
  if (str_ends(uri, STR(".jot"))) return LANGUAGE_JOT;
  return str_ends(uri, STR(".md")) ? LANGUAGE_MARKDOWN : LANGUAGE_PLAIN;
}

static bool is_lens(Str id, Str uri) {
  bool prose = str_eq(id, STR("jot")) || str_eq(id, STR("markdown")) ||
               str_eq(id, STR("plaintext"));
  return str_eq(id, STR("inkling-lens")) ||
         (!prose && str_ends(uri, STR(".lens")));
}

Document *document_new(Str uri, Str path, Str language, int64_t version,
                       Str bytes, const Project *project) {
  Document *d = heap_alloc(sizeof *d);
  *d = (Document){.uri = owned(uri),
                  .path = owned(path),
                  .version = version,
                  .project = project};
  if (is_lens(language, uri))
    d->lens = lensfile_new(d->path, bytes);
  else
    d->doc = doc_new(bytes, language_of(language, uri), &project->settings,
                     project->lenses);
  return d;
}

void document_free(Document *d) {
  if (!d) return;
  doc_free(d->doc);
  lensfile_free(d->lens);
  pieces_clear(&d->pieces);
  vec_clear(&d->tokens);
  json_free(d->settings);
  json_free(d->answered);
  free((char *)(uintptr_t)d->uri.data);
  free((char *)(uintptr_t)d->path.data);
  free(d);
}

void document_use(Document *d, const Project *project) {
  if (d->project == project) return;
  d->project = project;
  if (d->doc) doc_configure(d->doc, &project->settings, project->lenses);
}

const Text *document_text(const Document *d) {
  return d->lens ? &d->lens->text : doc_text(d->doc);
}

void document_replace(Document *d, Span old, Str with) {
  if (d->lens)
    lensfile_replace(d->lens, old, with);
  else
    doc_replace(d->doc, old, with);
}

void document_replace_all(Document *d, Str bytes) {
  uint32_t len = (uint32_t)text_str(document_text(d)).len;
  document_replace(d, (Span){0, len}, bytes);
}

uint32_t document_block(Document *d, uint32_t offset) {
  const Outline *o = doc_analysis(d->doc)->outline;
  uint32_t low = 0, high = o->blocks.len;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (o->blocks.data[mid].span.end < offset)
      low = mid + 1;
    else
      high = mid;
  }
  return low < o->blocks.len && o->blocks.data[low].span.start <= offset
             ? low
             : UINT32_MAX;
}

// Whether it closes with a full stop or one of its kin, quotes aside.
static bool is_ended(Str sentence) {
  static const Str closing[] = {{"\"", 1}, {"'", 1}, {")", 1}, {"]", 1},
                                {"*", 1},  {"_", 1}, {"”", 3}, {"’", 3}};
  static const Str stops[] = {{".", 1}, {"?", 1}, {"!", 1}, {"…", 3}};
  for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
    if (str_ends(sentence, closing[i])) {
      sentence.len -= closing[i].len;
      i = (size_t)-1;
    }
  for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
    if (str_ends(sentence, stops[i])) return true;
  return false;
}

static const Span NOWHERE = {UINT32_MAX, UINT32_MAX};

Span document_held(Document *d) {
  if (!d->typing || !d->doc) return NOWHERE;
  const Paragraph *p = doc_paragraph_at(d->doc, d->hand);
  if (!p) return NOWHERE;
  Span held = NOWHERE;
  for (uint32_t i = 0; i < p->sentence_count; i++) {
    Span s = span_moved(p->sentences[i].span, p->passage.span.start);
    if (s.start <= d->hand) held = s;
  }
  bool done = held.start == UINT32_MAX ||
              (d->hand >= held.end &&
               is_ended(str_trim(text_slice(doc_text(d->doc), held))));
  return done ? NOWHERE : held;
}

const Hint **document_hints(Document *d, Arena *a, uint32_t *count) {
  uint32_t all = 0, kept = 0;
  const Hint **hints = doc_shown(d->doc, d->project->settings.density, a, &all);
  Span held = document_held(d);
  for (uint32_t i = 0; i < all; i++)
    if (!span_meets(hints[i]->span, held)) hints[kept++] = hints[i];
  *count = kept;
  return hints;
}

// A code under the hands may not be whole yet.
static bool is_held(const Document *d, const HushSlip *slip) {
  const Text *t = document_text(d);
  return d->typing && text_pos(t, d->hand, UTF8).line ==
                          text_pos(t, slip->span.start, UTF8).line;
}

void document_slips(Document *d, Arena *a, HushSlips *out) {
  HushSlips all = {0};
  hushes_check(d->doc, a, &all);
  vec_each(HushSlip, slip, &all)
    if (!is_held(d, slip)) vec_push_in(a, out, *slip);
}

static bool slip_waits(Document *d) {
  Arena a = {0};
  HushSlips all = {0};
  if (d->typing && d->doc) hushes_check(d->doc, &a, &all);
  bool waits = false;
  vec_each(HushSlip, slip, &all) waits = waits || is_held(d, slip);
  arena_clear(&a);
  return waits;
}

bool document_waits(Document *d) {
  Span held = document_held(d);
  if (held.start == UINT32_MAX) return slip_waits(d);
  const Analysis *a = doc_analysis(d->doc);
  for (uint32_t i = 0; i < a->hint_count; i++)
    if (span_meets(a->hints[i].span, held)) return true;
  return slip_waits(d);
}
