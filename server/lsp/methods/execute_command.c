// SPDX-License-Identifier: MIT
// workspace/executeCommand: what an editor may ask for by name.
//   inkling.server.applyEdit  [WorkspaceEdit]      asks the editor to apply it
//   inkling.server.show       [uri, Range]         asks the editor to go there
//   inkling.server.scaffold   ["journal" | "letter" | "worksheet"]
//                      → {"text", "snippet"}
//   inkling.server.explain    [code]               → the hint in Markdown
#include "lsp/method.h"
#include "journal/scaffold.h"

typedef Json *CommandFn(Call *c, const Json *arguments);

static Json *apply_edit(Call *c, const Json *arguments) {
  const Json *edit = json_item(arguments, 0);
  if (json_kind(edit) == JSON_OBJECT &&
      client_has(&c->session->client, "workspace.applyEdit"))
    session_ask(c->session, "workspace/applyEdit",
                json_object({"edit", json_keep(edit)}), NULL, NULL);
  return NULL;
}

static Json *show(Call *c, const Json *arguments) {
  const Json *uri = json_item(arguments, 0), *range = json_item(arguments, 1);
  if (uri && client_has(&c->session->client, "window.showDocument.support"))
    session_ask(c->session, "window/showDocument",
                json_object({"uri", json_keep(uri)},
                            {"takeFocus", json_boolean(true)},
                            {"selection", range ? json_keep(range) : NULL}),
                NULL, NULL);
  return NULL;
}

static Json *scaffold(Call *c, const Json *arguments) {
  Str name = json_get_str(json_item(arguments, 0), "", STR(""));
  for (unsigned i = 0; i < SCAFFOLDS; i++) {
    Scaffold s = scaffold_at(i, c->arena);
    if (!str_eq(s.name, name)) continue;
    return json_object({"text", json_str(scaffold_plain(s.snippet, c->arena))},
                       {"snippet", json_str(s.snippet)});
  }
  return call_fail(c, RPC_INVALID_PARAMS,
                   "a scaffold is journal, letter or worksheet");
}

static void list_proofs(Markup *m, Str title, const Str *proofs,
                        uint32_t count) {
  enum { MOST = 3 };
  for (uint32_t i = 0; i < count && i < MOST; i++) {
    markup_break(m);
    markup_soft(m, title);
    markup_text(m, STR(" "));
    markup_text(m, proofs[i]);
  }
}

// A code has no document: of whatever open one, or built in.
static const LensHint *hint_of(Session *s, Str code) {
  const LensHint *h = NULL;
  for (uint32_t i = 0; i < s->documents.len && !h; i++)
    h = lens_hint_find(s->documents.data[i]->project->lenses, code);
  if (h) return h;
  return lens_hint_find(session_project(s, STR(""), s->editor)->lenses, code);
}

static Json *explain(Call *c, const Json *arguments) {
  Str code = json_get_str(json_item(arguments, 0), "", STR(""));
  const LensHint *h = hint_of(c->session, code);
  if (!h)
    return call_fail(c, RPC_INVALID_PARAMS, "there is no hint of that name");
  Markup m = {.markdown = true};
  markup_strong(&m, h->code);
  markup_text(&m, STR(" · "));
  markup_text(&m, h->meaning);
  for (uint32_t i = 0; i < h->ask_count; i++) {
    markup_break(&m);
    markup_text(&m, h->asks[i]);
  }
  list_proofs(&m, STR("Speaks at:"), h->flags, h->flag_count);
  list_proofs(&m, STR("Is silent at:"), h->passes, h->pass_count);
  Json *text = json_str(strbuf_str(&m.text));
  strbuf_clear(&m.text);
  return text;
}

Json *method_execute_command(Call *c) {
  static const struct {
    const char *name;
    CommandFn *run;
  } commands[] = {{"inkling.server.applyEdit", apply_edit},
                  {"inkling.server.show", show},
                  {"inkling.server.scaffold", scaffold},
                  {"inkling.server.explain", explain}};
  Str name = json_get_str(c->params, "command", STR(""));
  for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
    if (str_eq(name, str_of(commands[i].name)))
      return commands[i].run(c, json_get(c->params, "arguments"));
  return call_fail(c, RPC_INVALID_PARAMS, "this command is not known here");
}
