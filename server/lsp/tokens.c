// SPDX-License-Identifier: MIT
#include "lsp/tokens.h"

#include <assert.h>

#include "base/vec.h"

typedef struct Painter {
  const Tree *tree; // NULL for a lens file
  const Text *text;
  Arena *arena;
  SemTokens out;
} Painter;

// A token ends with its line.
static void paint(Painter *p, uint32_t start, uint32_t end, TokenType type) {
  Str s = text_str(p->text);
  while (start < end) {
    uint32_t stop = start;
    while (stop < end && s.data[stop] != '\n' && s.data[stop] != '\r') stop++;
    if (stop > start)
      vec_push_in(p->arena, &p->out,
                  (SemToken){.span = {start, stop}, .type = type});
    start = stop + 1;
  }
}

static int paint_of_block(BlockKind kind) {
  switch (kind) {
  case BLOCK_HEADING: return TOKEN_HEADING;
  case BLOCK_PROMPT: return TOKEN_PROMPT;
  case BLOCK_NOTE:
  case BLOCK_QUOTE:
  case BLOCK_FRONT_MATTER: return TOKEN_COMMENT;
  case BLOCK_HUSH:
  case BLOCK_BLANK:
  case BLOCK_BREAK: return TOKEN_KEYWORD;
  case BLOCK_CODE: return TOKEN_LINK;
  case BLOCK_FIELD: return TOKEN_STRING;
  default: return -1;
  }
}

static TokenType paint_of_reference(ReferenceKind kind) {
  return kind == REFERENCE_PERSON ? TOKEN_PERSON
         : kind == REFERENCE_TAG  ? TOKEN_TAG
                                  : TOKEN_LINK;
}

static void paint_block(Painter *p, const Block *b) {
  ReferenceVec found = {0};
  int own = paint_of_block(b->kind);
  uint32_t at = b->span.start;
  if (b->kind == BLOCK_FIELD) {
    paint(p, b->key.start, b->key.end, TOKEN_KEY);
    at = b->content.start;
  }
  if (own != TOKEN_COMMENT && own != TOKEN_KEYWORD && b->kind != BLOCK_CODE)
    prose_references(p->text, p->tree, b, p->arena, &found);
  for (uint32_t i = 0; i < found.len; i++) {
    const Reference *r = &found.data[i];
    if (r->span.start < at) continue;
    if (own >= 0) paint(p, at, r->span.start, (TokenType)own);
    paint(p, r->span.start, r->span.end, paint_of_reference(r->kind));
    at = r->span.end;
  }
  if (own >= 0) paint(p, at, b->span.end, (TokenType)own);
}

static void paint_prose(Painter *p, Document *d, Span within) {
  const Outline *o = doc_analysis(d->doc)->outline;
  for (uint32_t i = 0; i < o->blocks.len; i++)
    if (span_meets(o->blocks.data[i].span, within))
      paint_block(p, &o->blocks.data[i]);
}

// ---- a lens file, by its grammar, which reads the rest of a broken one
// -------

// What a node of that type is painted as; `in`: only straight below that one.
static const struct {
  const char *type, *in;
  TokenType token;
} paints[] = {
    {"comment", NULL, TOKEN_COMMENT},    {"string", NULL, TOKEN_STRING},
    {"lemma", NULL, TOKEN_KEY},          {"class", NULL, TOKEN_TYPE},
    {"reference", NULL, TOKEN_PERSON},   {"test", NULL, TOKEN_TAG},
    {"gap", NULL, TOKEN_OPERATOR},       {"any", NULL, TOKEN_OPERATOR},
    {"not", NULL, TOKEN_OPERATOR},       {"or", NULL, TOKEN_OPERATOR},
    {"optional", NULL, TOKEN_OPERATOR},  {"off", NULL, TOKEN_KEYWORD},
    {"drop", NULL, TOKEN_KEYWORD},       {"present", NULL, TOKEN_KEYWORD},
    {"choose", NULL, TOKEN_KEYWORD},     {"replace", NULL, TOKEN_KEYWORD},
    {"word", "lens", TOKEN_HEADING},     {"word", "set", TOKEN_PERSON},
    {"word", "phrase", TOKEN_PERSON},    {"word", "feelings", TOKEN_PERSON},
    {"word", "hint", TOKEN_PROMPT},      {"word", "notice", TOKEN_PROMPT},
    {"word", "also_hint", TOKEN_PROMPT}, {"word", "turn_off", TOKEN_PROMPT},
    {"word", "with", TOKEN_PROMPT},      {"word", "without", TOKEN_PROMPT},
    {"word", "weight", TOKEN_NUMBER},    {"word", "level", TOKEN_NUMBER},
};

static int paint_of_node(Node n, Str in) {
  Str type = node_type(n);
  if (!node_is_named(n)) {
    if (type.data[0] >= 'a' && type.data[0] <= 'z') return TOKEN_KEYWORD;
    bool marks = str_eq(type, STR("«")) || str_eq(type, STR("»"));
    return marks ? TOKEN_OPERATOR : -1;
  }
  for (size_t i = 0; i < sizeof paints / sizeof *paints; i++)
    if (str_eq(type, str_of(paints[i].type)) &&
        (!paints[i].in || str_eq(in, str_of(paints[i].in))))
      return (int)paints[i].token;
  return -1;
}

// Proofs are sentences, not patterns: only their marks are coloured.
static void paint_proof(Painter *p, Span proof) {
  Str s = text_slice(p->text, proof);
  for (uint32_t i = 0; i + 1 < s.len; i++) {
    Str two = str_slice(s, i, i + 2);
    if (str_eq(two, STR("«")) || str_eq(two, STR("»")))
      paint(p, proof.start + i, proof.start + i + 2, TOKEN_OPERATOR);
  }
}

// True where what is below has its own paint.
static bool paint_node(Painter *p, Node n, Str in) {
  Span span = node_span(n);
  if (str_eq(node_type(n), STR("text"))) {
    paint_proof(p, span);
    return false;
  }
  int token = paint_of_node(n, in);
  if (token >= 0) paint(p, span.start, span.end, (TokenType)token);
  return token < 0;
}

static void paint_lens(Painter *p, const Tree *tree, Span within) {
  Cursor c;
  Vec(Str) in = {0}; // the types of the nodes above
  cursor_init(&c, tree_root(tree));
  for (bool more = true; more;) {
    Node n = cursor_node(&c);
    assert(in.data || !in.len);
    Str above = in.len ? in.data[in.len - 1] : STR("");
    bool down = span_meets(node_span(n), within) && paint_node(p, n, above);
    if (down && cursor_down(&c)) {
      vec_push(&in, node_type(n));
      continue;
    }
    while (!(more = cursor_next(&c)) && cursor_up(&c)) in.len--;
  }
  cursor_clear(&c);
  vec_clear(&in);
}

SemTokens tokens_of(Document *d, Span within, Arena *a) {
  Painter p = {.text = document_text(d), .arena = a};
  if (d->doc) p.tree = doc_tree(d->doc);
  if (d->lens)
    paint_lens(&p, d->lens->tree, within);
  else
    paint_prose(&p, d, within);
  return p.out;
}
