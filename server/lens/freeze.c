// SPDX-License-Identifier: MIT
// A set is written row by row, as initialisers of its own structs. Numbers of
// all rows lie in one table, texts in one run of bytes but for those that are
// quoted from a lens file, lists of texts in one list. A field that is added to
// a struct of rules.h is to be written here as well; tests/lens/frozen.c tells
// where one is forgotten that patterns or hints depend on.
#include <stdio.h>
#include <string.h>

#include "lens/frozen.h"
#include "lens/rules.h"

// Where a list that several rows point at was put.
typedef struct Put {
  const void *list;
  uint32_t at;
} Put;

typedef struct Freezer {
  const LensSet *set;
  StrBuf rows;  // C, so far
  size_t table; // where the rows of the last table begin
  StrBuf text;  // bytes of texts
  Map texts;    // to where in `text` they are
  Vec(uint32_t) numbers;
  Vec(Str) strings;
  Vec(Put) puts;
  Arena arena;
} Freezer;

#define OUT(...) strbuf_printf(&z->rows, __VA_ARGS__)

// ---- numbers, texts, lists
// ---------------------------------------------------

static void put_numbers(Freezer *z, const uint32_t *list, uint32_t count) {
  OUT("(uint32_t *)N + %u", z->numbers.len);
  for (uint32_t i = 0; i < count; i++) vec_push(&z->numbers, list[i]);
}

static void put_vec(Freezer *z, const char *name, const uint32_t *list,
                    uint32_t count) {
  OUT(".%s = {", name);
  put_numbers(z, list, count);
  OUT(", %u, %u}, ", count, count);
}
#define PUT_VEC(z, name, v) put_vec(z, name, (v)->data, (v)->len)

// Each with a NUL behind it: paths are read as C strings, too.
static uint32_t text_at(Freezer *z, Str s) {
  uint32_t at = map_get(&z->texts, s, UINT32_MAX);
  if (at != UINT32_MAX) return at;
  at = (uint32_t)z->text.len;
  strbuf_put(&z->text, s);
  strbuf_putc(&z->text, '\0');
  map_put(&z->texts, str_copy(&z->arena, s), at);
  return at;
}

static bool put_quote(Freezer *z, Str s) {
  for (uint32_t i = 0; i < z->set->files.len; i++) {
    Str file = z->set->files.data[i]->bytes;
    if (s.data < file.data || s.data >= file.data + file.len) continue;
    OUT("{built_in_bytes_%u + %zu, %zu}, ", i, (size_t)(s.data - file.data),
        s.len);
    return true;
  }
  return false;
}

static void put_str(Freezer *z, Str s) {
  if (!s.data)
    OUT("{0, 0}, ");
  else if (!put_quote(z, s))
    OUT("{T + %u, %zu}, ", text_at(z, s), s.len);
}

static void put_named(Freezer *z, const char *name, Str s) {
  OUT(".%s = ", name);
  put_str(z, s);
}

static uint32_t strings_at(Freezer *z, const Str *list, uint32_t count) {
  vec_each(const Put, known, &z->puts)
    if (known->list == list) return known->at;
  uint32_t at = z->strings.len;
  for (uint32_t i = 0; i < count; i++) vec_push(&z->strings, list[i]);
  if (count) vec_push(&z->puts, (Put){list, at});
  return at;
}

static void put_list(Freezer *z, const char *name, const Str *list,
                     uint32_t count) {
  OUT(".%s = {(Str *)S + %u, %u, %u}, ", name, strings_at(z, list, count),
      count, count);
}
#define PUT_LIST(z, name, v) put_list(z, name, (v)->data, (v)->len)

static void put_file(Freezer *z, const LensFile *f) {
  if (f) OUT(".file = files + %u, ", f->index);
}

// ---- tables
// ------------------------------------------------------------------

static const char table_head[] = "[] = {\n";

static void begin(Freezer *z, const char *type, const char *name) {
  OUT("static const %s %s%s", type, name, table_head);
  z->table = z->rows.len;
}

static void end(Freezer *z) {
  if (z->rows.len > z->table) {
    OUT("};\n");
    return;
  }
  z->rows.len -= sizeof table_head - 1; // C knows no table without rows
  OUT("[1];\n");
}

#define ROWS(z, T, v, put)                                                     \
  vec_each(const T, row, &(v)) put((z), row)
#define TABLE(z, T, name, put)                                                 \
  do {                                                                         \
    begin((z), #T, #name);                                                     \
    ROWS(z, T, (z)->set->name, put);                                           \
    end(z);                                                                    \
  } while (0)

static void put_atom(Freezer *z, const Atom *a) {
  OUT("{%uu,%u,%u,%u,%uu},\n", a->hash, a->at, a->len, a->is_lemma, a->twin);
}

static void put_entry(Freezer *z, const Entry *e) {
  OUT("{%u,%u},\n", e->first, e->len);
}

static void put_probe(Freezer *z, const Probe *p) {
  OUT("{%u,%u,%u,%uu,%u},\n", p->kind, p->inverted, p->count, p->id, p->trait);
}

static void put_trait(Freezer *z, const Trait *t) {
  OUT("{0x%llxu,0x%llxu,0x%llxu,0x%llxu},\n", (unsigned long long)t->need,
      (unsigned long long)t->ban, (unsigned long long)t->tags,
      (unsigned long long)t->not_tags);
}

static void put_step(Freezer *z, const Step *s) {
  OUT("{%u,%u,%u,%u,%u,%u,%u,%u,%u},\n", s->op, s->must, s->next_opens,
      s->next_closes, s->other_opens, s->other_closes, s->arg, s->next,
      s->other);
}

static void put_fan(Freezer *z, const Fan *f) {
  OUT("{%u,%u},\n", f->first, f->count);
}

static void put_four(Freezer *z, const Four *f) {
  const uint32_t *n = f->names;
  const uint16_t *w = f->ways;
  OUT("{{%u,%u,%u,%u},{%u,%u,%u,%u}},\n", n[0], n[1], n[2], n[3], w[0], w[1],
      w[2], w[3]);
}

static void put_pattern(Freezer *z, const Pattern *p) {
  OUT("{%u,%u,%u,%u,0x%llxu,%d,%d,%u,%u,%u},\n", p->first, p->end, p->start,
      p->block, (unsigned long long)p->need, p->marked, p->is_when, p->order,
      p->file, p->line);
}

static void put_feeling(Freezer *z, const Feeling *f) {
  OUT("{");
  put_str(z, f->word);
  put_str(z, f->family);
  OUT("%d, %d, %d},\n", (int)f->valence, f->is_broad, f->is_form);
}

static void put_set(Freezer *z, const WordSet *s) {
  OUT("{");
  put_named(z, "name", s->name);
  put_file(z, s->file);
  PUT_VEC(z, "entries", &s->entries);
  OUT(".part = %u, .state = %d, .cost = %uu},\n", s->part, (int)s->state,
      s->cost);
}

static void put_proof(Freezer *z, const Proof *p) {
  OUT("{");
  put_named(z, "text", p->text);
  put_file(z, p->file);
  OUT(".is_flag = %d, .span = {%u, %u}},\n", p->is_flag, p->span.start,
      p->span.end);
}

static void put_fix(Freezer *z, const FixRule *f) {
  OUT("{.kind = %d, ", (int)f->kind);
  put_named(z, "title", f->title);
  OUT(".unless = %uu, .words = (Str *)S + %u, .word_count = %u},\n", f->unless,
      strings_at(z, f->words, f->word_count), f->word_count);
}

static void put_with(Freezer *z, const With *w) {
  OUT("{%u, %u, %d},\n", w->block, w->line, w->lacks);
}

static void put_measure(Freezer *z, const Measure *m) {
  OUT("{%d, %uu, %d, %u, %u},\n", (int)m->kind, m->block, (int)m->relation,
      m->number, m->group);
}

// ---- blocks: what each holds lies in tables of all
// ----------------------------

#define TABLE_OF_BLOCKS(z, T, name, put)                                       \
  do {                                                                         \
    begin((z), #T, #name);                                                     \
    vec_each(const Block, block, &(z)->set->blocks)                            \
      ROWS(z, T, block->name, put);                                            \
    end(z);                                                                    \
  } while (0)

static void put_block_words(Freezer *z, const Block *b) {
  put_named(z, "code", b->code);
  put_named(z, "says", b->says);
  put_named(z, "source", b->source);
  put_named(z, "source_words", b->source_words);
  PUT_LIST(z, "asks", &b->asks);
  PUT_LIST(z, "flags", &b->flags);
  PUT_LIST(z, "passes", &b->passes);
}

static void put_block_numbers(Freezer *z, const Block *b) {
  OUT(".part = %u, .line = %u, .is_notice = %d, .is_off = %d, .hushes = %d, ",
      b->part, b->line, b->is_notice, b->is_off, b->hushes);
  OUT(".rests = %d, .about = %u, .hint = %u, .kinds = %u, .weight = %u, ",
      b->rests, b->about, b->hint, b->kinds, b->weight);
  OUT(".level = %u, .order = %u, ", b->level, b->order);
  PUT_VEC(z, "whens", &b->whens);
  PUT_VEC(z, "buts", &b->buts);
  PUT_VEC(z, "unlesses", &b->unlesses);
}

static void put_slice(Freezer *z, const char *type, const char *name,
                      uint32_t *from, uint32_t count) {
  OUT(".%s = {(%s *)%s + %u, %u, %u}, ", name, type, name, *from, count, count);
  *from += count;
}

static void put_blocks(Freezer *z) {
  uint32_t proofs = 0, withs = 0, fixes = 0, measures = 0;
  begin(z, "Block", "blocks");
  vec_each(const Block, b, &z->set->blocks) {
    OUT("{");
    put_file(z, b->file);
    put_block_words(z, b);
    put_block_numbers(z, b);
    put_slice(z, "Proof", "proofs", &proofs, b->proofs.len);
    put_slice(z, "With", "withs", &withs, b->withs.len);
    put_slice(z, "FixRule", "fixes", &fixes, b->fixes.len);
    put_slice(z, "Measure", "measures", &measures, b->measures.len);
    OUT("},\n");
  }
  end(z);
}

static void put_hint_list(Freezer *z, const char *name, const char *count_name,
                          const Str *list, uint32_t count) {
  OUT(".%s = S + %u, .%s = %u, ", name, strings_at(z, list, count), count_name,
      count);
}

static void put_hint(Freezer *z, const LensHint *h) {
  OUT("{");
  put_named(z, "code", h->code);
  put_named(z, "lens", h->lens);
  put_named(z, "path", h->path);
  put_named(z, "meaning", h->meaning);
  put_named(z, "source", h->source);
  put_named(z, "source_words", h->source_words);
  put_hint_list(z, "asks", "ask_count", h->asks, h->ask_count);
  put_hint_list(z, "flags", "flag_count", h->flags, h->flag_count);
  put_hint_list(z, "passes", "pass_count", h->passes, h->pass_count);
  OUT(".is_off = %d, .about = %d},\n", h->is_off, (int)h->about);
}

static void put_files(Freezer *z) {
  begin(z, "LensFile", "files");
  for (uint32_t i = 0; i < z->set->files.len; i++) {
    const LensFile *f = z->set->files.data[i];
    OUT("{.index = %u, ", f->index);
    put_named(z, "path", f->path);
    put_named(z, "bytes", f->bytes);
    put_named(z, "lens", f->lens);
    put_named(z, "source", f->source);
    put_named(z, "source_words", f->source_words);
    PUT_VEC(z, "lines", &f->lines);
    OUT("},\n");
  }
  end(z);
  begin(z, "LensFile *const", "file_at");
  for (uint32_t i = 0; i < z->set->files.len; i++)
    OUT("(LensFile *)files + %u,\n", i);
  end(z);
}

static void put_tables(Freezer *z) {
  put_files(z);
  begin(z, "Atom", "atoms");
  ROWS(z, Atom, z->set->atoms.rows, put_atom);
  end(z);
  TABLE(z, Entry, entries, put_entry);
  TABLE(z, WordSet, sets, put_set);
  TABLE(z, Probe, probes, put_probe);
  TABLE(z, Trait, traits, put_trait);
  TABLE(z, Step, steps, put_step);
  TABLE(z, Fan, fans, put_fan);
  TABLE(z, Four, fours, put_four);
  TABLE(z, Pattern, patterns, put_pattern);
  TABLE(z, Feeling, feelings, put_feeling);
  TABLE_OF_BLOCKS(z, Proof, proofs, put_proof);
  TABLE_OF_BLOCKS(z, With, withs, put_with);
  TABLE_OF_BLOCKS(z, FixRule, fixes, put_fix);
  TABLE_OF_BLOCKS(z, Measure, measures, put_measure);
  put_blocks(z);
  TABLE(z, LensHint, hint_rows, put_hint);
  begin(z, "Ranked", "ranked");
  for (uint32_t i = 0; i < z->set->entries.len; i++)
    OUT("{%u,%u,%u},\n", z->set->ranked[i].first, z->set->ranked[i].len,
        z->set->ranked[i].entry);
  end(z);
}

// ---- the set itself
// ------------------------------------------------------------

static void put_rows(Freezer *z, const char *name, const Rows *r) {
  OUT(".%s = {", name);
  put_numbers(z, r->starts, r->count + 1);
  OUT(", ");
  put_numbers(z, r->items, r->starts[r->count]);
  OUT(", %u}, ", r->count);
}

static void put_whole(Freezer *z, const char *type, const char *name,
                      uint32_t count) {
  OUT(".%s = {(%s *)%s, %u, %u}, ", name, type, name, count, count);
}
#define PUT_WHOLE(z, T, name) put_whole(z, #T, #name, (z)->set->name.len)

static void put_atoms(Freezer *z, const Atoms *a) {
  Str bytes = {a->bytes.data, a->bytes.len};
  OUT(".atoms = {.rows = {(Atom *)atoms, %u, %u}, ", a->rows.len, a->rows.len);
  OUT(".bytes = {(char *)T + %u, %u, %u}, ", text_at(z, bytes), a->bytes.len,
      a->bytes.len);
  PUT_VEC(z, "slots", &a->slots);
  OUT("},\n");
}

static void put_lens_set(Freezer *z) {
  const LensSet *s = z->set;
  OUT("const LensSet lens_frozen = {.is_frozen = true, ");
  OUT(".files = {(LensFile **)file_at, %u, %u},\n", s->files.len, s->files.len);
  put_atoms(z, &s->atoms);
  PUT_VEC(z, "entry_atoms", &s->entry_atoms);
  PUT_WHOLE(z, Entry, entries);
  PUT_WHOLE(z, WordSet, sets);
  PUT_WHOLE(z, Probe, probes);
  PUT_WHOLE(z, Trait, traits);
  PUT_WHOLE(z, Step, steps);
  PUT_WHOLE(z, Fan, fans);
  PUT_WHOLE(z, Four, fours);
  PUT_WHOLE(z, Pattern, patterns);
  PUT_WHOLE(z, Block, blocks);
  PUT_WHOLE(z, LensHint, hint_rows);
  PUT_WHOLE(z, Feeling, feelings);
  PUT_VEC(z, "hints", &s->hints);
  PUT_VEC(z, "notices", &s->notices);
  PUT_VEC(z, "order", &s->order);
  PUT_VEC(z, "wholes", &s->wholes);
  PUT_VEC(z, "in_order", &s->in_order);
  PUT_VEC(z, "feelings_by_word", &s->feelings_by_word);
  PUT_VEC(z, "gates", &s->gates);
  PUT_VEC(z, "gate_of", &s->gate_of);
  PUT_VEC(z, "choices", &s->choices);
  OUT(".when_count = %u, ", s->when_count);
  PUT_LIST(z, "families", &s->families);
  PUT_LIST(z, "near", &s->near);
  put_rows(z, "sets_of_entry", &s->sets_of_entry);
  put_rows(z, "waits_of_name", &s->waits_of_name);
  OUT(".ranked = (Ranked *)ranked, .ranked_from = ");
  put_numbers(z, s->ranked_from, s->atoms.rows.len + 1);
  OUT(", .onward = {%u, ", s->onward.count);
  put_numbers(z, s->onward.bits, s->onward.count / 32);
  OUT("}");
  OUT(", .me = %uu, .you = %uu, .other = %uu, .anybody = %uu, ", s->me, s->you,
      s->other, s->anybody);
  OUT(".unnamed = %uu, .one_told = %uu, .many_told = %uu, ", s->unnamed,
      s->one_told, s->many_told);
  OUT(".human = %uu, .not_human = %uu};\n", s->human, s->not_human);
}

// ---- all of it
// -------------------------------------------------------------------

static void write_text(const Freezer *z, StrBuf *out) {
  strbuf_put(out, STR("static const char T[] = {"));
  for (size_t i = 0; i < z->text.len; i++)
    strbuf_printf(out, "%s%d,", i % 24 ? "" : "\n",
                  (signed char)z->text.data[i]);
  strbuf_put(out, STR("0};\n"));
}

static void write_numbers(const Freezer *z, StrBuf *out) {
  strbuf_put(out, STR("static const uint32_t N[] = {"));
  for (uint32_t i = 0; i < z->numbers.len; i++)
    strbuf_printf(out, "%s%uu,", i % 12 ? "" : "\n", z->numbers.data[i]);
  strbuf_put(out, STR("0};\n"));
}

// Texts of lists may still add to `text`, so they come to be written first.
static Str strings_text(Freezer *z) {
  Str tables = str_copy(&z->arena, strbuf_str(&z->rows));
  strbuf_clear(&z->rows);
  begin(z, "Str", "S");
  vec_each(const Str, s, &z->strings) put_str(z, *s);
  end(z);
  Str strings = str_copy(&z->arena, strbuf_str(&z->rows));
  strbuf_clear(&z->rows);
  strbuf_put(&z->rows, tables);
  return strings;
}

void freeze_write(const LensSet *s, StrBuf *out) {
  Freezer z = {.set = s};
  put_tables(&z);
  put_lens_set(&z);
  Str strings = strings_text(&z);
  strbuf_put(out, STR("#include \"lens/built_in.h\"\n"
                      "#include \"lens/frozen.h\"\n"
                      "#include \"lens/rules.h\"\n"));
  for (uint32_t i = 0; i < s->files.len; i++)
    strbuf_printf(out, "extern const char built_in_bytes_%u[];\n", i);
  write_text(&z, out);
  write_numbers(&z, out);
  strbuf_put(out, strings);
  strbuf_put(out, strbuf_str(&z.rows));
  strbuf_clear(&z.rows);
  strbuf_clear(&z.text);
  map_clear(&z.texts);
  vec_clear(&z.numbers);
  vec_clear(&z.strings);
  vec_clear(&z.puts);
  arena_clear(&z.arena);
}
