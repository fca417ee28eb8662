// SPDX-License-Identifier: MIT
// The tree of Jot holds for any bytes: never an error, and after any edits the
// tree of a fresh reading. `unit_tree N` makes N random edits, and
// `unit_tree N large` reads large texts besides.
#include "syntax/prose.h"

#include "unit/check.h"

// Every node, named or not: type and span.
static void put_nodes(Cursor *c, StrBuf *out, bool *broken) {
  Node n = cursor_node(c);
  Span s = node_span(n);
  strbuf_printf(out, STR_FMT " %u %u\n", STR_ARG(node_type(n)), s.start, s.end);
  *broken |= node_is_error(n) || node_is_missing(n);
  if (!cursor_down(c)) return;
  do put_nodes(c, out, broken);
  while (cursor_next(c));
  cursor_up(c);
}

static void nodes_of(const Tree *t, StrBuf *out, bool *broken) {
  Cursor c;
  cursor_init(&c, tree_root(t));
  out->len = 0;
  put_nodes(&c, out, broken);
  cursor_clear(&c);
}

// The outline as values: kinds, spans, and what each passage is made of.
static void put_outline(const Text *text, const Tree *tree, Language language,
                        StrBuf *out) {
  Arena a = {0};
  const Outline *o = outline_run(text, tree, language, &a);
  strbuf_printf(out, "kind %d entries %u\n", o->kind, o->entries.len);
  vec_each(const Block, b, &o->blocks) {
    Passage p = prose_passage(text, tree, b, &a);
    strbuf_printf(out, "%d %u-%u %u-%u %d %d:", b->kind, b->span.start,
                  b->span.end, p.span.start, p.span.end, b->depth, b->answers);
    for (uint32_t i = 0; i < p.region_count; i++)
      strbuf_printf(out, " %d %u-%u", p.regions[i].kind,
                    p.regions[i].span.start, p.regions[i].span.end);
    strbuf_putc(out, '\n');
  }
  arena_clear(&a);
}

static bool reads(Str bytes) {
  Tree *t = tree_new(GRAMMAR_JOT, bytes);
  StrBuf out = {0};
  bool broken = false;
  nodes_of(t, &out, &broken);
  tree_free(t);
  strbuf_clear(&out);
  return !broken;
}

static void odd_bytes_are_prose(void) {
  CHECK(reads(STR("")));
  CHECK(reads(STR("\0")));
  CHECK(reads(STR("a\0b\n\0\n# \0\nx: \0")));
  CHECK(reads(STR("> \0\n%% \0\n%% hush \0\n```\0\n\0\n```\0\n")));
  CHECK(reads(STR("\xFF\xFE*\x80*\n> \xC3\n``` \xE2\x80\n@\xF0\x9F")));
  CHECK(reads(STR("\xEF\xBB\xBFkind: letter\r\rprose\r\n\r\n\n")));
  CHECK(reads(STR(" \t\r\n \r \n")));
}

static void parts_of_forms_are_prose(void) {
  static const char *const parts[] = {
      "*",           "**",
      "***",         "\"",
      "`",           "``",
      "```",         "~~~",
      "[",           "[[",
      "[a](",        "<",
      "<a:",         "<!--",
      "<!-- hush",   "%%",
      "%% hush",     "? ",
      "> ",          "- ",
      "- [",         "-",
      "- [ ",        "1.",
      "1. ",         "#",
      "# ",          "# 20",
      "# 2026-11-2", "@",
      "@-",          "___",
      "---",         "---\na: b",
      "kind",        "kind:",
      "kind: ",      "\xE2\x80\x9C",
      "[[a]",        "‘",
      "’",           "a’b",
      "„",           "«",
      "»a",          "›",
      "”a",
  };
  enum { COUNT = sizeof parts / sizeof *parts };
  for (unsigned i = 0; i < COUNT * COUNT; i++) {
    char text[64];
    const char *between[] = {"", " ", "\n", "\n\n"};
    int n = snprintf(text, sizeof text, "%s%s%s", parts[i / COUNT],
                     between[i % 4], parts[i % COUNT]);
    bool ok = reads((Str){text, (size_t)n});
    if (!ok) fprintf(stderr, "broken: «%s»\n", text);
    CHECK(ok);
  }
}

// 1 MB of one thing each: read, without an error, and in linear time (a
// quadratic look ahead would take minutes here).
static void large_texts_are_read(void) {
  static const char *const bits[] = {
      "a",      "word ",        "*a ",        "**a *b ",
      "***a ",  "\"a ",         "`a ``b ",    "[a ",
      "[[a ",   "<a:",          "@a ",        "___ ",
      "\n",     "*a\n",         "- *a\n",     "> a\n",
      "```a\n", "<!-- ",        "<!--\n",     "? a\n",
      "# *a\n", "*a `b* ",      "*a* `",      "a: b\n",
      "%% a\n", "---\n",        " ",          "1. a\n",
      "*\"",    "*a \"b* c\" ", "\"*a\" *b ", "**a *b** `c ",
      "[a](b ", "\r",           "‘a ",        "»a ",
      "*‘a ",   "‘a *b ",       "‘’",         "»«",
      "”a ",    "„a ",          "‘a `b ",     "“‘a ",
  };
  for (unsigned i = 0; i < sizeof bits / sizeof *bits; i++) {
    StrBuf text = {0};
    while (text.len < 1 << 20) strbuf_put(&text, str_of(bits[i]));
    Tree *t = tree_new(GRAMMAR_JOT, strbuf_str(&text));
    CHECK(!node_has_error(tree_root(t)));
    CHECK(node_span(tree_root(t)).end == text.len);
    tree_free(t);
    strbuf_clear(&text);
  }
}

static uint32_t seed = 1;

static uint32_t roll(uint32_t sides) {
  seed = seed * 1664525 + 1013904223;
  return (seed >> 8) % sides;
}

static Str fragment(void) {
  static const char *const bits[] = {
      "*",
      "**",
      "***",
      "\"",
      "‘",
      "’",
      "„",
      "“",
      "”",
      "«",
      "»",
      "‹",
      "`",
      "``",
      "\n```\n",
      "~~~",
      "[",
      "](",
      ")",
      "]",
      "[[",
      "]]",
      "<",
      ">",
      "https://a.b",
      "<!--",
      "-->",
      "\n%% ",
      "%% hush ",
      "hedge",
      "file ",
      "\n? ",
      "\n> ",
      "\n- ",
      "\n  ",
      "\n1. ",
      "[ ] ",
      "\n# ",
      "2026-11-21",
      " ",
      "@sam",
      "#work",
      "@",
      "#",
      "___",
      "\n---\n",
      "kind: ",
      "letter",
      "mood: 4\n",
      "\n",
      "\n\n",
      "\r\n",
      "\r",
      "I feel sad. ",
      "it's",
      "\xE2\x80\x9C",
      "\xE2\x80\x9D",
      "\xC3",
      "\xF0\x9F\x98\x80",
      "a",
      "b c",
      ".",
      "-",
      "\t",
      "\n-",
      "\n*",
  };
  if (roll(40) == 0) return STR("\0");
  return str_of(bits[roll(sizeof bits / sizeof *bits)]);
}

static void random_edit(Text *text, Tree *tree) {
  uint32_t len = (uint32_t)text->bytes.len;
  uint32_t at = roll(len + 1), cut = roll(3) ? 0 : roll(12);
  if (len > 600) cut = 200;
  Str with = roll(4) ? fragment() : STR("");
  TextEdit e = text_replace(text, (Span){at, at + cut}, with);
  tree_edit(tree, &e, text_str(text));
}

static void show(Str text, const StrBuf *got, const StrBuf *want) {
  fprintf(stderr, "«" STR_FMT "»\nedited:\n" STR_FMT "fresh:\n" STR_FMT,
          STR_ARG(text), (int)got->len, got->data, (int)want->len, want->data);
}

static void edits_give_the_fresh_tree(uint32_t count) {
  Text text;
  StrBuf got = {0}, want = {0};
  text_init(&text, STR(""));
  Tree *tree = tree_new(GRAMMAR_JOT, text_str(&text));
  for (uint32_t i = 0; i < count && !check_failed; i++) {
    bool broken = false;
    random_edit(&text, tree);
    Tree *fresh = tree_new(GRAMMAR_JOT, text_str(&text));
    nodes_of(tree, &got, &broken);
    nodes_of(fresh, &want, &broken);
    put_outline(&text, tree, (Language)(i % 2), &got);
    put_outline(&text, fresh, (Language)(i % 2), &want);
    bool same = str_eq(strbuf_str(&got), strbuf_str(&want));
    if (!same || broken) show(text_str(&text), &got, &want);
    CHECK(same && !broken);
    tree_free(fresh);
  }
  tree_free(tree);
  text_clear(&text);
  strbuf_clear(&got);
  strbuf_clear(&want);
}

// The part of DIARY that may mean something else once `with` stands at `at`, as
// "first-end for first-old_end" in blocks, or "all".
static void check_part(const char *at, const char *with, const char *want) {
  static const char DIARY[] = "kind: journal\n\n# 2026-11-20\n\nOne.\n\n"
                              "Two.\n\n# 2026-11-21\nwith: sam\n\nThree.\n"
                              "\nFour.\n\n# 2026-11-22\n\nFive.\n";
  Text text;
  Arena a = {0};
  Part p;
  text_init(&text, STR(DIARY));
  Tree *tree = tree_new(GRAMMAR_JOT, text_str(&text));
  const Outline *old = outline_run(&text, tree, LANGUAGE_JOT, &a);
  uint32_t start = (uint32_t)str_find(STR(DIARY), str_of(at));
  TextEdit e = text_replace(&text, (Span){start, start}, str_of(with));
  tree_edit(tree, &e, text_str(&text));
  Change change = CHANGE_NONE;
  change_add(&change, &e);
  const Outline *o = outline_again(old, &change, &text, tree, LANGUAGE_JOT, &a);
  Str got = outline_part(o, old, &change, &p)
                ? str_printf(&a, "%u-%u for %u-%u", p.first, p.end, p.first,
                             p.old_end)
                : STR("all");
  CHECK_STR(got, str_of(want));
  tree_free(tree);
  text_clear(&text);
  arena_clear(&a);
}

// Blocks: 0 kind, 1 heading, 2 One, 3 Two, 4 heading, 5 with, 6 Three, 7 Four,
// 8 heading, 9 Five. A block more at either end is looked at than is touched.
static void an_edit_leaves_the_rest(void) {
  check_part("Four", "x", "6-9 for 6-9");
  check_part("Four", "New.\n\n", "6-9 for 6-8");
  check_part("with", "x", "4-8 for 4-8");         // whom the entry is about
  check_part("# 2026-11-21", "x", "1-7 for 1-8"); // two entries are one
  check_part("kind", "x", "all");
  check_part("# 2026-11-20", "x", "all"); // the fields above are others
  check_part("Four", "%% hush\n\n", "4-9 for 4-8");
  check_part("Four", "%% hush file\n\n", "all");
}

int main(int argc, char **argv) {
  odd_bytes_are_prose();
  parts_of_forms_are_prose();
  an_edit_leaves_the_rest();
  if (argc > 2) large_texts_are_read();
  edits_give_the_fresh_tree(argc > 1 ? (uint32_t)atoi(argv[1]) : 3000);
  return check_done();
}
