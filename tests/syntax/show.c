// SPDX-License-Identifier: MIT
#include "syntax/show.h"

#include "syntax/prose.h"

typedef struct Show {
  Text text;
  Tree *tree;
  const Outline *outline;
  Arena a;
  StrBuf *out;
} Show;

// One line whatever it holds.
static void put_escaped(StrBuf *out, Str s) {
  for (size_t i = 0; i < s.len; i++) {
    unsigned char c = (unsigned char)s.data[i];
    if (c == '\n')
      strbuf_put(out, STR("⏎"));
    else if (c < ' ')
      strbuf_printf(out, "\\x%02X", c);
    else
      strbuf_putc(out, (char)c);
  }
}

static void put_line(Show *w, const char *label, Str s) {
  strbuf_printf(w->out, s.len ? "%s " : "%s", label);
  put_escaped(w->out, s);
  strbuf_putc(w->out, '\n');
}

static Str label(Show *w, const Block *b) {
  static const char *const names[] = {
      "heading", "field", "paragraph", "item", "prompt", "blank",
      "quote",   "break", "note",      "hush", "code",   "front-matter"};
  Str name = str_of(names[b->kind]);
  Str key = text_slice(&w->text, b->key);
  if (b->depth)
    name = str_printf(&w->a, STR_FMT " %d", STR_ARG(name), b->depth);
  if (b->task) name = str_printf(&w->a, STR_FMT " task", STR_ARG(name));
  if (b->done) name = str_printf(&w->a, STR_FMT " done", STR_ARG(name));
  if (b->answers) name = str_printf(&w->a, STR_FMT " answer", STR_ARG(name));
  if (key.len && b->kind != BLOCK_HEADING)
    name = str_printf(&w->a, STR_FMT " " STR_FMT, STR_ARG(name), STR_ARG(key));
  return str_printf(&w->a, STR_FMT ":", STR_ARG(name));
}

static void show_outline(Show *w) {
  static const char *const kinds[] = {"journal", "letter", "worksheet"};
  if (w->outline->kind)
    strbuf_printf(w->out, "(%s)\n", kinds[w->outline->kind]);
  vec_each(const Block, b, &w->outline->blocks) {
    bool bare = b->kind == BLOCK_BLANK || b->kind == BLOCK_BREAK;
    Str content = bare ? STR("") : text_slice(&w->text, b->content);
    put_line(w, label(w, b).data, content);
  }
}

static void show_passages(Show *w) {
  static const char *const names[] = {"mark", "speech", "opaque", "mention"};
  vec_each(const Block, b, &w->outline->blocks) {
    if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_ITEM) continue;
    Passage p = prose_passage(&w->text, w->tree, b, &w->a);
    static const char *const kinds[] = {"paragraph:", "item:", "answer:"};
    put_line(w, kinds[p.kind], text_slice(&w->text, p.span));
    for (uint32_t i = 0; i < p.region_count; i++) {
      Span at = span_moved(p.regions[i].span, p.span.start);
      strbuf_put(w->out, STR("  "));
      put_line(w, names[p.regions[i].kind], text_slice(&w->text, at));
    }
  }
}

static void show_references(Show *w) {
  static const char *const names[] = {"person", "tag", "link"};
  ReferenceVec found = {0};
  vec_each(const Block, b, &w->outline->blocks)
    prose_references(&w->text, w->tree, b, &w->a, &found);
  vec_each(const Reference, r, &found)
    put_line(w, names[r->kind], text_slice(&w->text, r->target));
}

static void show_entries(Show *w) {
  vec_each(const Entry, e, &w->outline->entries) {
    Str date = text_slice(&w->text, e->date);
    Str mood = outline_field(w->outline, &w->text, e->first_block, STR("mood"));
    Str last =
        outline_field(w->outline, &w->text, e->end_block - 1, STR("mood"));
    strbuf_printf(
        w->out,
        STR_FMT " blocks %u-%u bytes %u-%u mood " STR_FMT "|" STR_FMT "\n",
        STR_ARG(date.len ? date : STR("undated")), e->first_block, e->end_block,
        e->span.start, e->span.end, STR_ARG(mood), STR_ARG(last));
  }
}

static void show_hushes(Show *w) {
  const Outline *o = w->outline;
  vec_each(const Hush, h, &o->hushes) {
    bool aimed = h->target != UINT32_MAX;
    strbuf_put(w->out, h->scope == HUSH_FILE ? STR("file")
                       : aimed               ? STR("next")
                                             : STR("nothing"));
    vec_each(const Str, code, &h->codes)
      strbuf_printf(w->out, " " STR_FMT, STR_ARG(*code));
    if (h->scope == HUSH_NEXT && aimed)
      strbuf_printf(
          w->out, " -> " STR_FMT,
          STR_ARG(text_slice(&w->text, o->blocks.data[h->target].content)));
    strbuf_putc(w->out, '\n');
  }
}

static Language language_of(Str *what) {
  Str name;
  Str rest = *what;
  str_cut(&rest, '-', &name);
  *what = name;
  if (str_eq(rest, STR("markdown"))) return LANGUAGE_MARKDOWN;
  return str_eq(rest, STR("plain")) ? LANGUAGE_PLAIN : LANGUAGE_JOT;
}

bool show(Str bytes, Str what, StrBuf *out) {
  static const struct {
    const char *name;
    void (*run)(Show *);
  } views[] = {{"outline", show_outline},
               {"passages", show_passages},
               {"references", show_references},
               {"entries", show_entries},
               {"hushes", show_hushes}};
  Show w = {.out = out};
  bool known = false;
  Language language = language_of(&what);
  text_init(&w.text, bytes);
  w.tree = tree_new(GRAMMAR_JOT, bytes);
  w.outline = outline_run(&w.text, w.tree, language, &w.a);
  for (unsigned i = 0; i < sizeof views / sizeof *views; i++) {
    if (!str_eq(what, str_of(views[i].name))) continue;
    views[i].run(&w);
    known = true;
  }
  tree_free(w.tree);
  text_clear(&w.text);
  arena_clear(&w.a);
  return known;
}
