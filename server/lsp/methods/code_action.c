// SPDX-License-Identifier: MIT
// textDocument/codeAction and codeAction/resolve: the ways out of a hint.
// An action is offered by its name and place alone; its edit is made when the
// client asks for it, or at once where the client cannot ask.
#include "lsp/folders.h"
#include "lsp/hint_at.h"
#include "lsp/method.h"
#include "lsp/place_edit.h"
#include "lsp/uri.h"

typedef enum Way { WAY_FIX, WAY_ASK, WAY_HERE, WAY_FILE, WAY_PROJECT } Way;

static const char *const kinds[] = {
    [WAY_FIX] = "quickfix",          [WAY_ASK] = "quickfix.ask",
    [WAY_HERE] = "quickfix.hush",    [WAY_FILE] = "quickfix.hush",
    [WAY_PROJECT] = "quickfix.hush",
};

typedef struct Offer {
  Document *doc;
  const Hint *hint;
  Way way;
  uint32_t fix; // WAY_FIX
} Offer;

// A kind covers those below it: "quickfix" covers "quickfix.ask". An empty list
// wants what no list does.
static bool is_wanted(const Json *only, const char *kind) {
  if (!json_count(only)) return true;
  for (uint32_t i = 0; i < json_count(only); i++) {
    Str k = json_get_str(json_item(only, i), "", STR("-"));
    Str own = str_of(kind);
    if (!k.len || str_eq(k, own) ||
        (str_starts(own, k) && own.len > k.len && own.data[k.len] == '.'))
      return true;
  }
  return false;
}

static Json *edits_of(Call *c, const Document *d, PlaceEdit e, bool snippet) {
  Json *range = call_span(c, d, e.span), *list = json_array();
  json_push(list, snippet ? shape_snippet(&c->session->client, range, e.text)
                          : shape_edit(range, e.text));
  return list;
}

static Str project_file(Call *c, const Document *d) {
  Str file = d->path.len ? settings_project_file(d->path, c->arena) : STR("");
  if (file.len) return file;
  Str folder = folders_of(&c->session->folders, d->path);
  if (!folder.len) folder = path_folder(d->path);
  return folder.len ? path_join(c->arena, folder, STR(".inkling.json"))
                    : STR("");
}

// NULL where the client could not make the file, or it holds something else.
static Json *hush_project(Call *c, const Document *d, Str code) {
  const Client *client = &c->session->client;
  Str file = project_file(c, d);
  bool exists = file.len && file_exists(file);
  if (!file.len || (!exists && !client->creates_files)) return NULL;
  StrBuf bytes = {0};
  if (exists && !file_read(file, &bytes, NULL)) return NULL;
  PlaceEdit e;
  Json *done = NULL;
  if (edit_hush_project(strbuf_str(&bytes), code, &e, c->arena)) {
    Text t;
    text_init(&t, strbuf_str(&bytes));
    EditShape shape = shape_edits(client);
    Str uri = uri_of_path(file, c->arena);
    if (!exists) shape_edits_create(&shape, uri);
    Json *list = json_array();
    json_push(list, shape_edit(shape_span(client, &t, e.span), e.text));
    shape_edits_add(&shape, uri, -1, list);
    done = shape_edits_done(&shape);
    text_clear(&t);
  }
  strbuf_clear(&bytes);
  return done;
}

static Json *edit_of(Call *c, const Offer *o) {
  Document *d = o->doc;
  uint32_t at = o->hint->span.start;
  PlaceEdit e = {0};
  switch (o->way) {
  case WAY_FIX:
    e.span = span_moved(o->hint->fixes[o->fix].span, at);
    e.text = o->hint->fixes[o->fix].text;
    break;
  case WAY_ASK: e = edit_ask(d, at, o->hint->ask, c->arena); break;
  case WAY_HERE: e = edit_hush_here(d, at, o->hint->code, c->arena); break;
  case WAY_FILE: e = edit_hush_file(d, o->hint->code, c->arena); break;
  case WAY_PROJECT: return hush_project(c, d, o->hint->code);
  }
  EditShape shape = shape_edits(&c->session->client);
  shape_edits_add(&shape, d->uri, d->version,
                  edits_of(c, d, e, o->way == WAY_ASK));
  return shape_edits_done(&shape);
}

static Str title_of(const Offer *o, Arena *a) {
  Str code = o->hint->code;
  switch (o->way) {
  case WAY_FIX: return o->hint->fixes[o->fix].title;
  case WAY_ASK:
    return str_printf(a, "Ask me below: " STR_FMT, STR_ARG(o->hint->ask));
  case WAY_HERE:
    return str_printf(a, "Hush “" STR_FMT "” in this paragraph", STR_ARG(code));
  case WAY_FILE:
    return str_printf(a, "Hush “" STR_FMT "” in this file", STR_ARG(code));
  default:
    return str_printf(a, "Hush “" STR_FMT "” in this project", STR_ARG(code));
  }
}

static Json *data_of(const Offer *o) {
  return json_object({"uri", json_str(o->doc->uri)},
                     {"version", json_int(o->doc->version)},
                     {"way", json_int(o->way)}, {"fix", json_int(o->fix)},
                     {"hint", json_str(o->hint->code)},
                     {"start", json_int(o->hint->span.start)},
                     {"end", json_int(o->hint->span.end)});
}

// The diagnostics of the request that this hint is.
static Json *diagnostics_of(Call *c, const Offer *o) {
  const Json *given = json_get(c->params, "context.diagnostics");
  Encoding e = c->session->client.encoding;
  Range own = text_range(document_text(o->doc), o->hint->span, e);
  Json *list = json_array();
  for (uint32_t i = 0; i < json_count(given); i++) {
    const Json *d = json_item(given, i);
    Range r = shape_read_range(json_get(d, "range"));
    bool same = str_eq(json_get_str(d, "code", STR("")), o->hint->code) &&
                pos_cmp(r.start, own.start) == 0;
    if (same) json_push(list, json_keep(d));
  }
  if (json_count(list)) return list;
  json_free(list);
  return NULL;
}

// A client without literals takes commands only; ours carries the edit back.
static Json *as_command(Call *c, const Offer *o) {
  Json *edit = edit_of(c, o);
  if (!edit) return NULL;
  Json *arguments = json_array();
  json_push(arguments, edit);
  return shape_command(title_of(o, c->arena), STR("inkling.server.applyEdit"),
                       arguments);
}

static Json *as_action(Call *c, const Offer *o) {
  const Client *client = &c->session->client;
  const char *base = "textDocument.codeAction";
  const Json *caps = json_get(client->capabilities, base);
  if (!json_get(caps, "codeActionLiteralSupport")) return as_command(c, o);
  bool lazy = json_array_has(caps, "resolveSupport.properties", STR("edit")) &&
              json_get_bool(caps, "dataSupport", false);
  Json *edit = lazy && o->way != WAY_PROJECT ? NULL : edit_of(c, o);
  if (!edit && (!lazy || o->way == WAY_PROJECT)) return NULL;
  bool preferred = o->way == WAY_FIX && o->hint->fix_count == 1 &&
                   json_get_bool(caps, "isPreferredSupport", false);
  return json_object({"title", json_str(title_of(o, c->arena))},
                     {"kind", json_str(str_of(kinds[o->way]))},
                     {"diagnostics", diagnostics_of(c, o)},
                     {"isPreferred", preferred ? json_boolean(true) : NULL},
                     {"edit", edit}, {"data", lazy ? data_of(o) : NULL});
}

static void offer(Call *c, Json *list, Offer o) {
  const Json *only = json_get(c->params, "context.only");
  if (is_wanted(only, kinds[o.way])) json_push(list, as_action(c, &o));
}

// In a hard paragraph nothing is asked.
static bool is_hard(Document *d, const Hint *h) {
  const Paragraph *p = doc_paragraph_at(d->doc, h->span.start);
  return p && p->reading->hushes_others;
}

static void offer_all(Call *c, Json *list, Document *d, const Hint *h) {
  Offer o = {.doc = d, .hint = h, .way = WAY_ASK};
  if (h->ask.len && !is_hard(d, h)) offer(c, list, o);
  o.way = WAY_FIX;
  for (o.fix = 0; o.fix < h->fix_count; o.fix++) offer(c, list, o);
  o.fix = 0;
  for (o.way = WAY_HERE; o.way <= WAY_PROJECT; o.way++) offer(c, list, o);
}

Json *method_code_action(Call *c) {
  Document *d = call_prose(c);
  if (!d) return NULL;
  Span asked = call_range(c, d);
  uint32_t count = 0;
  const Hint *const *hints = document_hints(d, c->arena, &count);
  Json *list = json_array();
  for (uint32_t i = 0; i < count; i++) {
    const Hint *h = hints[i];
    if (h->span.start <= asked.end && asked.start <= h->span.end)
      offer_all(c, list, d, h);
  }
  return list;
}

static const Hint *hint_named(Document *d, const Json *data) {
  const Analysis *a = doc_analysis(d->doc);
  Str code = json_get_str(data, "hint", STR(""));
  uint32_t start = json_get_u32(data, "start", UINT32_MAX);
  for (uint32_t i = 0; i < a->hint_count; i++)
    if (a->hints[i].span.start == start && str_eq(a->hints[i].code, code))
      return &a->hints[i];
  return NULL;
}

Json *method_code_action_resolve(Call *c) {
  const Json *data = json_get(c->params, "data");
  Document *d = session_find(c->session, json_get_str(data, "uri", STR("")));
  if (!d || !d->doc || json_get_i64(data, "version", -1) != d->version)
    return call_fail(c, RPC_CONTENT_MODIFIED, "the text has changed since");
  const Hint *h = hint_named(d, data);
  uint32_t way = json_get_u32(data, "way", UINT32_MAX);
  Offer o = {.doc = d, .hint = h, .fix = json_get_u32(data, "fix", 0)};
  if (!h || way > WAY_PROJECT || (way == WAY_FIX && o.fix >= h->fix_count))
    return call_fail(c, RPC_INVALID_PARAMS, "this action is not known here");
  o.way = (Way)way;
  Json *action = json_keep(c->params);
  json_set(action, STR("edit"), edit_of(c, &o));
  return action;
}
