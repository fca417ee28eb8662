// SPDX-License-Identifier: MIT
#include <string.h>

#include "english/token.h"
#include "lens/build.h"
#include "lens/form.h"
#include "lens/shape.h"

// Lower case (ASCII) and straight apostrophes.
static Str plain(Arena *a, Str raw) {
  char *out = arena_alloc(a, raw.len + 1);
  size_t len = 0;
  for (size_t i = 0; i < raw.len; i++) {
    char c = raw.data[i];
    if (str_starts(str_slice(raw, i, raw.len), STR("’")))
      c = '\'', i += 2;
    else if (c >= 'A' && c <= 'Z')
      c = (char)(c + 32);
    out[len++] = c;
  }
  return (Str){out, len};
}

static bool is_clitic(Str w) {
  return str_starts(w, STR("'")) || str_eq(w, STR("n't"));
}

// The analyser's own tokens, so that patterns and texts are cut alike; a
// clitic that stands alone is one already.
static void split(Build *b, Str raw, Split *s) {
  arena_reset(&b->words);
  Str first = plain(&b->words, raw);
  bool clitic = is_clitic(first);
  TokenVec tokens = {0};
  if (!clitic) token_run(raw, NULL, 0, &b->words, &tokens);
  s->count = clitic ? 1 : tokens.len;
  if (s->count > ENTRY_WORDS_MOST) s->count = ENTRY_WORDS_MOST;
  s->words = arena_array(&b->scratch, Str, s->count);
  if (clitic) s->words[0] = str_copy(&b->scratch, form_of_word(first, STR("")));
  if (clitic) return;
  for (uint32_t i = 0; i < s->count; i++) {
    Str before = i ? tokens.data[i - 1].norm : STR("-");
    Str word = form_of_word(tokens.data[i].norm, before);
    s->words[i] = str_copy(&b->scratch, word);
  }
  for (uint32_t i = 0; i + 1 < s->count; i++) // the "ca" of "can't"
    if (str_eq(s->words[i + 1], STR("not")))
      s->words[i] = form_of_stem(s->words[i]);
}

// Lenses say the same few thousand words again and again.
const Split *words_split(Build *b, Str raw) {
  uint32_t index = map_get(&b->split_of, raw, NO_INDEX);
  if (index != NO_INDEX) return b->splits.data[index];
  Split *s = arena_new(&b->scratch, Split);
  split(b, raw, s);
  map_put(&b->split_of, raw, b->splits.len);
  vec_push_in(&b->scratch, &b->splits, s);
  return s;
}

uint32_t set_named(LensSet *s, Str name) {
  for (uint32_t i = 0; i < s->sets.len; i++)
    if (!s->sets.data[i].file && str_eq(s->sets.data[i].name, name)) return i;
  WordSet set = {.name = name, .state = SET_READ};
  vec_push_in(&s->arena, &s->sets, set);
  return s->sets.len - 1;
}

static bool is_users(const WordSet *set) {
  return set->file && set->file->is_extra;
}

// A file sees its own set of that name first, then a user's, then ours.
uint32_t set_find(Build *b, const LensFile *from, Str name) {
  uint32_t found = NO_INDEX;
  LensSet *s = b->set;
  for (uint32_t i = 0; i < s->sets.len; i++) {
    const WordSet *set = &s->sets.data[i];
    if (!str_eq(set->name, name)) continue;
    if (set->file == from) return i;
    if (is_users(set) && !from->is_extra) continue;
    if (found == NO_INDEX || (is_users(set) && !is_users(&s->sets.data[found])))
      found = i;
  }
  return found;
}

Str reference_name(Build *b, const LensFile *f, uint32_t part) {
  Str text = part_text(f, part);
  text = str_trim(str_slice(text, 1, text.len - 1));
  char *out = arena_alloc(&b->passing, text.len + 1);
  size_t len = 0;
  for (size_t i = 0; i < text.len; i++) {
    char ch = text.data[i] == '\t' ? ' ' : text.data[i];
    if (ch == ' ' && len && out[len - 1] == ' ') continue;
    out[len++] = ch;
  }
  return (Str){out, len};
}

Phrase *phrase_find(Build *b, const LensFile *from, Str name) {
  Phrase *found = NULL;
  vec_each(Phrase, p, &b->phrases) {
    if (!str_eq(p->name, name)) continue;
    if (p->file == from) return p;
    if (p->file->is_extra && !from->is_extra) continue;
    if (!found || (p->file->is_extra && !found->file->is_extra)) found = p;
  }
  return found;
}

void set_declare(Build *b, const LensFile *f, uint32_t part) {
  uint32_t name_part = part_find(f, part, PART_word);
  if (!name_part) return;
  Str name = part_text(f, name_part);
  bool also = str_starts(part_text(f, part), STR("also"));
  for (uint32_t i = 0; !also && i < b->set->sets.len; i++)
    if (b->set->sets.data[i].file == f &&
        str_eq(b->set->sets.data[i].name, name))
      lens_trouble(&b->report, f, f->parts.data[name_part].span,
                   "the set “" STR_FMT "” is there twice in this file",
                   STR_ARG(name));
  WordSet set = {
      .name = str_copy(&b->set->arena, name), .file = f, .part = part};
  vec_push_in(&b->set->arena, &b->set->sets, set);
}

static uint32_t entry_put(LensSet *s, const uint32_t *atoms, uint32_t count) {
  Str key = {(const char *)atoms, count * sizeof *atoms};
  uint32_t entry = map_get(&s->entry_of, key, NO_INDEX);
  if (entry != NO_INDEX) return entry;
  entry = s->entries.len;
  map_put(&s->entry_of, str_copy(&s->arena, key), entry);
  Entry e = {.first = s->entry_atoms.len, .len = count};
  vec_push(&s->entries, e);
  for (uint32_t i = 0; i < count; i++) vec_push(&s->entry_atoms, atoms[i]);
  return entry;
}

void set_add(LensSet *s, uint32_t set, const uint32_t *atoms, uint32_t count) {
  uint32_t entry = entry_put(s, atoms, count);
  vec_push_in(&s->arena, &s->sets.data[set].entries, entry);
}

static uint32_t split_into(Build *b, Str raw, bool is_lemma, uint32_t *atoms,
                           uint32_t room, uint32_t *cost) {
  Str lemma = raw;
  const Str *words = &lemma;
  uint32_t n = 1;
  if (is_lemma) {
    lemma = str_slice(plain(&b->words, raw), 1, raw.len);
  } else {
    const Split *split = words_split(b, raw);
    words = split->words, n = split->count;
  }
  for (uint32_t i = 0; i < n && i < room; i++) {
    atoms[i] = atoms_put(&b->set->atoms, words[i], is_lemma);
    uint32_t its = atom_cost(b, words[i], is_lemma);
    if (its < *cost) *cost = its;
  }
  return n;
}

static uint32_t read_atoms(Build *b, const LensFile *f, uint32_t part,
                           uint32_t atoms[ENTRY_WORDS_MOST], uint32_t *cost) {
  uint32_t count = 0;
  *cost = UINT32_MAX;
  part_each(f, part, at) {
    PartKind kind = f->parts.data[at].kind;
    Str raw = part_text(f, at);
    if (kind == PART_string) raw = part_string(f, at, &b->set->arena);
    if (kind == PART_reference || !raw.len) {
      lens_trouble(&b->report, f, f->parts.data[at].span,
                   "a set named here has to stand alone between commas");
      return 0;
    }
    uint32_t room = ENTRY_WORDS_MOST - count;
    uint32_t n =
        split_into(b, raw, kind == PART_lemma, atoms + count, room, cost);
    if (n > room) {
      lens_trouble(&b->report, f, f->parts.data[part].span,
                   "at most %d words between commas", ENTRY_WORDS_MOST);
      return 0;
    }
    count += n;
  }
  return count;
}

uint32_t entry_atoms(Build *b, const LensFile *f, uint32_t part,
                     uint32_t atoms[ENTRY_WORDS_MOST]) {
  uint32_t cost;
  return read_atoms(b, f, part, atoms, &cost);
}

Str entry_text(Build *b, const LensFile *f, uint32_t part) {
  StrBuf text = {0};
  part_each(f, part, at) {
    Str raw = part_text(f, at);
    if (f->parts.data[at].kind == PART_string)
      raw = part_string(f, at, &b->set->arena);
    if (text.len) strbuf_putc(&text, ' ');
    strbuf_put(&text, raw);
  }
  Str kept = str_copy(&b->set->arena, strbuf_str(&text));
  strbuf_clear(&text);
  return kept;
}

static void fill(Build *b, uint32_t set);

static void add_all_of(Build *b, uint32_t set, uint32_t other) {
  LensSet *s = b->set;
  fill(b, other);
  for (uint32_t i = 0; i < s->sets.data[other].entries.len; i++)
    vec_push_in(&s->arena, &s->sets.data[set].entries,
                s->sets.data[other].entries.data[i]);
  s->sets.data[set].cost += s->sets.data[other].cost;
}

static void include(Build *b, uint32_t set, uint32_t reference) {
  const LensFile *f = b->set->sets.data[set].file;
  Str name = str_slice(part_text(f, reference), 1, SIZE_MAX);
  name = str_trim(str_slice(name, 0, name.len - 1));
  uint32_t other = set_find(b, f, name);
  Span at = f->parts.data[reference].span;
  if (other == NO_INDEX)
    lens_trouble(&b->report, f, at, "there is no set “" STR_FMT "”",
                 STR_ARG(name));
  else if (b->set->sets.data[other].state == SET_BEING_READ)
    lens_trouble(&b->report, f, at, "the set “" STR_FMT "” holds itself",
                 STR_ARG(name));
  else
    add_all_of(b, set, other);
}

static void fill_entry(Build *b, uint32_t set, uint32_t part) {
  LensSet *s = b->set;
  const LensFile *f = s->sets.data[set].file;
  uint32_t only = f->parts.data[part].child;
  if (only && f->parts.data[only].kind == PART_reference &&
      !f->parts.data[only].next) {
    include(b, set, only);
    return;
  }
  uint32_t atoms[ENTRY_WORDS_MOST], cost;
  uint32_t count = read_atoms(b, f, part, atoms, &cost);
  if (!count) return;
  set_add(s, set, atoms, count);
  s->sets.data[set].cost += cost;
}

static void fill(Build *b, uint32_t set) {
  WordSet *w = &b->set->sets.data[set];
  if (w->state != SET_UNREAD) return;
  w->state = SET_BEING_READ;
  const LensFile *f = w->file;
  part_each(f, w->part, at)
    if (f->parts.data[at].kind == PART_entry) fill_entry(b, set, at);
  b->set->sets.data[set].state = SET_READ;
}

// `also set x = …` in one file and `set x = …` in another are one set for
// those who look: the words of the former join the latter.
static void join(Build *b, uint32_t also) {
  LensSet *s = b->set;
  const WordSet *from = &s->sets.data[also];
  for (uint32_t i = 0; i < s->sets.len; i++) {
    const WordSet *to = &s->sets.data[i];
    if (i == also || !to->file || !str_eq(to->name, from->name) ||
        str_starts(part_text(to->file, to->part), STR("also")))
      continue;
    add_all_of(b, i, also);
  }
}

void sets_fill(Build *b) {
  LensSet *s = b->set;
  for (uint32_t i = 0; i < s->sets.len; i++) fill(b, i);
  for (uint32_t i = 0; i < s->sets.len; i++)
    if (s->sets.data[i].file &&
        str_starts(part_text(s->sets.data[i].file, s->sets.data[i].part),
                   STR("also")))
      join(b, i);
}
