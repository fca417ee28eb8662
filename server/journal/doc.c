// SPDX-License-Identifier: MIT
#include "journal/doc.h"

#include "base/map.h"
#include "journal/density.h"
#include "journal/passages.h"
#include "syntax/head.h"

// What settings and lenses say of a code, looked up once a hint.
typedef enum Verdict { AS_IT_IS, SILENT, AS_HINT, AS_INFORMATION } Verdict;

typedef Vec(Hint) HintVec;
typedef Vec(Paragraph) ParagraphVec;

struct Doc {
  Text text;
  Tree *tree; // from the first analysis on
  Language language;
  const Settings *settings;
  const LensSet *lenses;
  Passages passages;
  Map verdicts;  // of codes that are not as their lens has them
  Arena arena;   // outline and letter, until the next analysis …
  Arena before;  // … which takes over what an edit did not touch
  Change change; // since the outline was made
  ParagraphVec paragraphs, spare_paragraphs; // spare: a part's, before they …
  HintVec hints, spare_hints;                // … take their place
  Analysis analysis;
  Vec(bool) taken; // of the hints, at density `taken_at` …
  Density taken_at;
  uint32_t stale, end_stale; // … but for those of these paragraphs
  bool is_fresh;
  bool is_whole; // analysed once as settings and lenses are now
  bool is_odd;   // has had bytes that are no UTF-8
};

static Verdict verdict_of(const Settings *s, const LensHint *hint) {
  const HintSwitch *w = settings_switch(s, hint->code);
  if (!w) return hint->is_off ? SILENT : AS_IT_IS;
  if (w->off) return SILENT;
  if (w->severity == SEVERITY_INFORMATION) return AS_INFORMATION;
  return AS_HINT;
}

void doc_configure(Doc *d, const Settings *settings, const LensSet *lenses) {
  d->settings = settings;
  if (d->lenses != lenses) passages_use(&d->passages, lenses);
  d->lenses = lenses;
  d->is_fresh = d->is_whole = false;
  map_clear(&d->verdicts);
  for (uint32_t i = 0; i < lens_hint_count(lenses); i++) {
    const LensHint *hint = lens_hint_at(lenses, i);
    Verdict v = verdict_of(settings, hint);
    if (v != AS_IT_IS) map_put(&d->verdicts, hint->code, v);
  }
}

Doc *doc_new(Str bytes, Language language, const Settings *settings,
             const LensSet *lenses) {
  Doc *d = heap_alloc(sizeof *d);
  text_init(&d->text, bytes);
  d->language = language;
  d->change = CHANGE_NONE;
  d->is_odd = !utf_is_valid(bytes);
  doc_configure(d, settings, lenses);
  return d;
}

void doc_free(Doc *d) {
  if (!d) return;
  passages_clear(&d->passages);
  map_clear(&d->verdicts);
  vec_clear(&d->paragraphs);
  vec_clear(&d->hints);
  vec_clear(&d->spare_paragraphs);
  vec_clear(&d->spare_hints);
  vec_clear(&d->taken);
  arena_clear(&d->arena);
  arena_clear(&d->before);
  tree_free(d->tree);
  text_clear(&d->text);
  free(d);
}

static bool splits(const Text *t, uint32_t at) {
  Str s = text_str(t);
  return at < s.len && ((unsigned char)s.data[at] & 0xC0) == 0x80;
}

// Where bytes are no UTF-8, reading again what an edit touched may give another
// tree than reading it all; such a text, which no editor sends, is read whole.
static void read_again(Doc *d, const TextEdit *edit) {
  change_add(&d->change, edit);
  if (!d->is_odd) {
    tree_edit(d->tree, edit, text_str(&d->text));
    return;
  }
  tree_free(d->tree);
  d->tree = tree_new(GRAMMAR_JOT, text_str(&d->text));
}

void doc_replace(Doc *d, Span old, Str with) {
  d->is_odd = d->is_odd || !utf_is_valid(with) || splits(&d->text, old.start) ||
              splits(&d->text, old.end);
  TextEdit edit = text_replace(&d->text, old, with);
  if (d->tree) read_again(d, &edit);
  d->is_fresh = false;
}

const Text *doc_text(const Doc *d) {
  return &d->text;
}

const Tree *doc_tree(Doc *d) {
  doc_analysis(d);
  return d->tree;
}

Language doc_language(const Doc *d) {
  return d->language;
}

const Settings *doc_settings(const Doc *d) {
  return d->settings;
}

const LensSet *doc_lenses(const Doc *d) {
  return d->lenses;
}

uint64_t doc_passages_read(const Doc *d) {
  return d->passages.count_read;
}

// One walk over the blocks.
typedef struct Walk {
  Doc *d;
  const Outline *outline;
  Part part;
  uint32_t prose, old_prose; // paragraphs in it and in what it replaces
  uint32_t entry;
  Str other; // of the entry
} Walk;

static bool is_prose(const Block *b) {
  return b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_ITEM;
}

static Str other_for(const Walk *w, uint32_t block) {
  const Text *text = &w->d->text;
  Str to = outline_field(w->outline, text, block, STR("to"));
  return to.len ? to : outline_field(w->outline, text, block, STR("with"));
}

// Whom an entry is about is asked once an entry, by its first prose.
static void enter(Walk *w, uint32_t block) {
  const Outline *o = w->outline;
  bool is_first = w->entry == UINT32_MAX;
  uint32_t entry = is_first ? 0 : w->entry;
  while (entry < o->entries.len && block >= o->entries.data[entry].end_block)
    entry++;
  if (!is_first && entry == w->entry) return;
  w->entry = entry;
  if (entry < o->entries.len) block = o->entries.data[entry].first_block;
  while (!is_prose(&o->blocks.data[block])) block++;
  w->other = other_for(w, block);
}

static bool is_hushed(const Outline *o, uint32_t block, Str code) {
  return o->hushes.len && outline_hushes(o, block, code);
}

static void put_hint(Walk *w, const Hint *hint, uint32_t block, HintVec *out) {
  Hint h = *hint;
  if (is_hushed(w->outline, block, h.code)) return;
  switch ((Verdict)map_get(&w->d->verdicts, h.code, AS_IT_IS)) {
  case SILENT: return;
  case AS_HINT: h.severity = SEVERITY_HINT; break;
  case AS_INFORMATION: h.severity = SEVERITY_INFORMATION; break;
  case AS_IT_IS: break;
  }
  vec_push(out, h);
}

// Which of the paragraphs that are replaced has the bytes of the next one.
static uint32_t was(const Walk *w, uint32_t block) {
  const Outline *o = w->outline;
  uint32_t next = w->d->passages.claims.len, left = w->prose - next;
  if (block < o->kept_front) return next;
  return block >= o->blocks.len - o->kept_back ? w->old_prose - left : NO_INDEX;
}

static void claim_prose(Walk *w, uint32_t index) {
  Doc *d = w->d;
  const Block *b = &w->outline->blocks.data[index];
  enter(w, index);
  passages_claim(&d->passages, &d->text, b, w->outline->kind, w->other,
                 was(w, index));
}

// A block of prose as it was read; its hints go to `out`.
static Paragraph shown(Walk *w, uint32_t index, const PassageRead *r,
                       HintVec *out) {
  const Block *b = &w->outline->blocks.data[index];
  Paragraph p = {.block = index,
                 .first_hint = out->len,
                 .passage = r->passage,
                 .sentences = r->sentences,
                 .sentence_count = r->sentence_count,
                 .reading = r->reading,
                 .hushed = is_hushed(w->outline, index, STR("")),
                 .serial = r->serial * ASK_TURNS + r->turn};
  p.passage.span = span_moved(p.passage.span, b->span.start);
  for (uint32_t i = 0; i < p.reading->hint_count; i++) {
    Hint h = p.reading->hints[i];
    h.span = span_moved(h.span, p.passage.span.start);
    if (h.turns) h.ask = h.turns[r->turn];
    put_hint(w, &h, index, out);
  }
  p.end_hint = out->len;
  return p;
}

// The greeting: the first line of the first paragraph, without its break.
static Span greeting_of(const Doc *d) {
  Span first = d->paragraphs.data[0].passage.span;
  Pos pos = text_pos(&d->text, first.start, UTF8);
  Span line = text_line(&d->text, pos.line);
  if (line.end < first.end) first.end = line.end;
  return first;
}

// False where safety speaks somewhere: then the letter gets no hints.
static bool gather(const Doc *d, const LensReading **readings) {
  for (uint32_t i = 0; i < d->paragraphs.len; i++) {
    readings[i] = d->paragraphs.data[i].reading;
    if (readings[i]->hushes_others) return false;
  }
  return true;
}

static void read_letter(Walk *w) {
  Doc *d = w->d;
  uint32_t n = d->paragraphs.len, count = 0;
  if (w->outline->kind != KIND_LETTER || !n) return;
  const LensReading **readings = arena_array(&d->arena, const LensReading *, n);
  if (!gather(d, readings)) return;
  LensPlace place = {.kind = PLACE_LETTER,
                     .other = passage_said_name(other_for(w, 0), &d->arena)};
  const Hint *hints =
      lens_read_letter(d->lenses, readings, n, &place, &d->arena, &count);
  for (uint32_t i = 0; i < count; i++) {
    Hint h = hints[i];
    h.span = greeting_of(d);
    put_hint(w, &h, d->paragraphs.data[0].block, &d->hints);
  }
}

// Letter hints were made last and stand first.
static void move_to_front(Doc *d, uint32_t from) {
  uint32_t count = d->hints.len - from;
  d->analysis.letter_hint_count = count;
  if (!count || !from) return;
  Hint *copy = arena_array(&d->arena, Hint, count);
  memcpy(copy, d->hints.data + from, count * sizeof *copy);
  memmove(d->hints.data + count, d->hints.data, from * sizeof *copy);
  memcpy(d->hints.data, copy, count * sizeof *copy);
}

static void number_hints(Doc *d) {
  uint32_t by = d->analysis.letter_hint_count;
  if (!by) return;
  vec_each(Paragraph, p, &d->paragraphs) {
    p->first_hint += by;
    p->end_hint += by;
  }
}

static const Outline *outline_now(Doc *d) {
  const Outline *old = d->analysis.outline;
  Arena now = d->before;
  d->before = d->arena;
  arena_reset(&now);
  d->arena = now;
  const Outline *o =
      old ? outline_again(old, &d->change, &d->text, d->tree, d->language,
                          &d->arena)
          : outline_run(&d->text, d->tree, d->language, &d->arena);
  d->change = CHANGE_NONE;
  return o;
}

// The first paragraph that is no block before `block`.
static uint32_t paragraph_from(const Doc *d, uint32_t block) {
  return vec_first_from(d->paragraphs.data, d->paragraphs.len,
                        sizeof *d->paragraphs.data, offsetof(Paragraph, block),
                        block);
}

// Claims the part's paragraphs in the place of [first, old_end).
static void claim_part(Walk *w, uint32_t first, uint32_t old_end) {
  Passages *p = &w->d->passages;
  const Block *blocks = w->outline->blocks.data;
  w->old_prose = old_end - first;
  for (uint32_t i = w->part.first; i < w->part.end; i++)
    w->prose += is_prose(&blocks[i]);
  passages_begin(p, first, old_end);
  for (uint32_t i = w->part.first; i < w->part.end; i++)
    if (is_prose(&blocks[i])) claim_prose(w, i);
}

// Reads them; returns the end of those that may ask or say something else than
// before.
static uint32_t read_part(Walk *w, uint32_t first, uint32_t old_end) {
  claim_part(w, first, old_end);
  return passages_end(&w->d->passages, &w->d->text, w->d->tree);
}

// Appends what paragraphs [first, end) are: the part's, and those behind it.
static void show_part(Walk *w, uint32_t first, uint32_t end, ParagraphVec *out,
                      HintVec *hints) {
  uint32_t block = w->part.first;
  for (uint32_t i = first; i < end; i++, block++) {
    passages_look_ahead(&w->d->passages, i);
    while (!is_prose(&w->outline->blocks.data[block])) block++;
    Paragraph p = shown(w, block, w->d->passages.now.data[i], hints);
    vec_push(out, p);
  }
}

static void analyse_whole(Walk *w) {
  Doc *d = w->d;
  w->part = (Part){.end = w->outline->blocks.len};
  uint32_t end = read_part(w, 0, d->passages.now.len);
  d->paragraphs.len = d->hints.len = 0;
  d->analysis.letter_hint_count = 0;
  show_part(w, 0, end, &d->paragraphs, &d->hints);
  uint32_t own = d->hints.len;
  read_letter(w);
  move_to_front(d, own);
  number_hints(d);
  d->stale = 0;
  d->end_stale = UINT32_MAX;
}

// What a long text's head says is read while the rest is parsed.
static void parse(Doc *d) {
  uint32_t head = d->is_odd ? 0 : head_end(&d->text, PASSAGES_MUCH);
  if (!head) {
    d->tree = tree_new(GRAMMAR_JOT, text_str(&d->text));
    return;
  }
  d->analysis.outline =
      head_outline(&d->text, head, d->language, &d->tree, &d->arena);
  Walk w = {.d = d, .outline = d->analysis.outline, .entry = UINT32_MAX};
  w.part = (Part){.end = w.outline->blocks.len};
  claim_part(&w, 0, 0);
  passages_read_ahead(&d->passages, &d->text, d->tree);
  d->change = head_rest(&d->text, head, d->tree);
}

// --- After an edit that leaves the rest what it is ---------------------------

static uint32_t first_hint(const Doc *d, uint32_t paragraph) {
  return paragraph < d->paragraphs.len
             ? d->paragraphs.data[paragraph].first_hint
             : d->hints.len;
}

// What stands behind the part moves with it: paragraphs and hints from these
// on, by so many blocks, hints and bytes, modulo 2^32.
static void move_rest(Doc *d, uint32_t paragraph, uint32_t hint,
                      uint32_t blocks, uint32_t hints, uint32_t by) {
  for (uint32_t i = paragraph; i < d->paragraphs.len; i++) {
    Paragraph *p = &d->paragraphs.data[i];
    p->block += blocks;
    p->first_hint += hints;
    p->end_hint += hints;
    p->passage.span = span_moved(p->passage.span, by);
  }
  for (uint32_t i = hint; i < d->hints.len; i++)
    d->hints.data[i].span = span_moved(d->hints.data[i].span, by);
}

// Puts the spare paragraphs and hints in the place of [first, old_end).
static void put_part(Walk *w, uint32_t first, uint32_t old_end, uint32_t by) {
  Doc *d = w->d;
  ParagraphVec *fresh = &d->spare_paragraphs;
  uint32_t from = first_hint(d, first), to = first_hint(d, old_end);
  uint32_t count = d->spare_hints.len, more = from + count - to;
  vec_each(Paragraph, p, fresh) {
    p->first_hint += from;
    p->end_hint += from;
  }
  if (d->taken.len == d->hints.len)
    vec_splice(&d->taken, from, to, NULL, count);
  else
    d->taken.len = 0;
  vec_splice(&d->hints, from, to, d->spare_hints.data, count);
  vec_splice(&d->paragraphs, first, old_end, fresh->data, fresh->len);
  move_rest(d, first + fresh->len, from + count, w->part.end - w->part.old_end,
            more, by);
}

// Paragraphs [first, end), which were [first, old_end), are to be chosen from
// anew.
static void make_stale(Doc *d, uint32_t first, uint32_t end, uint32_t old_end) {
  if (d->stale == d->end_stale)
    d->stale = first, d->end_stale = end;
  else if (d->end_stale > old_end && d->end_stale != UINT32_MAX)
    d->end_stale += end - old_end;
  if (first < d->stale) d->stale = first;
  if (end > d->end_stale) d->end_stale = end;
}

static void analyse_part(Walk *w, uint32_t by) {
  Doc *d = w->d;
  uint32_t first = paragraph_from(d, w->part.first);
  uint32_t end = read_part(w, first, paragraph_from(d, w->part.old_end));
  uint32_t old_end = end + w->old_prose - w->prose;
  d->spare_paragraphs.len = d->spare_hints.len = 0;
  show_part(w, first, end, &d->spare_paragraphs, &d->spare_hints);
  put_part(w, first, old_end, by);
  make_stale(d, first, end, old_end);
}

// Of a letter the whole is read, and of plain text nobody notes the change.
static bool is_part(Walk *w, const Change *c) {
  const Doc *d = w->d;
  return d->is_whole && d->language == LANGUAGE_JOT &&
         w->outline->kind != KIND_LETTER &&
         outline_part(w->outline, d->analysis.outline, c, &w->part);
}

static void analyse(Doc *d) {
  if (!d->tree && d->language != LANGUAGE_PLAIN) parse(d);
  Change change = d->change;
  Walk w = {.d = d, .outline = outline_now(d), .entry = UINT32_MAX};
  if (is_part(&w, &change))
    analyse_part(&w, change.new_end - change.old_end);
  else
    analyse_whole(&w);
  d->is_whole = true;
  d->analysis.outline = w.outline;
  d->analysis.paragraphs = d->paragraphs.data;
  d->analysis.paragraph_count = d->paragraphs.len;
  d->analysis.hints = d->hints.data;
  d->analysis.hint_count = d->hints.len;
}

const Analysis *doc_analysis(Doc *d) {
  if (!d->is_fresh) analyse(d);
  d->is_fresh = true;
  return &d->analysis;
}

// Which hints were let through is kept, and settled anew where they changed.
const Hint **doc_shown(Doc *d, Density density, Arena *a, uint32_t *count) {
  const Analysis *all = doc_analysis(d);
  if (d->taken.len != all->hint_count || d->taken_at != density)
    d->stale = 0, d->end_stale = UINT32_MAX;
  vec_reserve(&d->taken, all->hint_count);
  d->taken.len = all->hint_count;
  d->taken_at = density;
  density_choose(all, density, d->stale, d->end_stale, d->taken.data);
  d->stale = d->end_stale = 0;
  const Hint **hints = arena_array(a, const Hint *, all->hint_count);
  *count = 0;
  for (uint32_t i = 0; i < all->hint_count; i++)
    if (d->taken.data[i]) hints[(*count)++] = &all->hints[i];
  return hints;
}

const English *doc_english(const Doc *d, const Paragraph *p, Arena *a) {
  return english_run(text_slice(&d->text, p->passage.span), p->passage.regions,
                     p->passage.region_count, a);
}

const LensReading *doc_reading(Doc *d, const Paragraph *p, Arena *a) {
  uint32_t index = (uint32_t)(p - d->paragraphs.data);
  return passages_read_again(&d->passages, index, a);
}

const Paragraph *doc_paragraph_at(Doc *d, uint32_t offset) {
  const Analysis *a = doc_analysis(d);
  uint32_t low = 0, high = a->paragraph_count;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (a->paragraphs[mid].passage.span.end < offset)
      low = mid + 1;
    else
      high = mid;
  }
  if (low == a->paragraph_count) return NULL;
  const Paragraph *p = &a->paragraphs[low];
  return p->passage.span.start <= offset ? p : NULL;
}
