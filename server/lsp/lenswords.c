// SPDX-License-Identifier: MIT
#include "lsp/lenswords.h"

#include "base/map.h"
#include "lsp/lensplace.h"
#include "lsp/words.h"

static const LensWord words[] = {
#define WORD(kind, word, meaning) {LENSWORD_##kind, word, meaning},
#include "lsp/lenswords.def"
#undef WORD
};

uint32_t lenswords_count(void) {
  return sizeof words / sizeof *words;
}

const LensWord *lenswords_at(uint32_t index) {
  return &words[index];
}

// ---- hover ------------------------------------------------------------------

static Span lens_word_at(Str text, uint32_t at) {
  Span s = word_at(text, at);
  bool slot = s.start > 0 && text.data[s.start - 1] == '{' &&
              s.end < text.len && text.data[s.end] == '}';
  return slot ? (Span){s.start - 1, s.end + 1} : s;
}

// A set or phrase is told by what makes it, with the lines it goes on over.
static Str definition(Str text, Str name) {
  enum { MOST = 400 };
  Str line, rest = text;
  while (str_cut(&rest, '\n', &line)) {
    Str after = line, keyword;
    if (!str_cut(&after, ' ', &keyword)) continue;
    if (!str_eq(keyword, STR("set")) && !str_eq(keyword, STR("phrase")))
      continue;
    Str named = str_trim(after), more = rest;
    bool fits = str_starts(named, name) &&
                (named.len == name.len || !word_byte(named.data[name.len]));
    if (!fits) continue;
    size_t start = (size_t)(line.data - text.data);
    while (lensplace_is_indented(more)) str_cut(&more, '\n', &line);
    size_t end = (size_t)(line.data - text.data) + line.len;
    return str_trim(
        str_slice(text, start, end - start > MOST ? start + MOST : end));
  }
  return STR("");
}

static Str made_elsewhere(const LensSet *set, Str name) {
  for (uint32_t i = 0; i < lens_words_count(set); i++)
    if (str_eq(lens_words_name(set, i), name)) {
      Str made = definition(lens_words_text(set, i), name);
      if (made.len) return made;
    }
  return STR("");
}

static const LensWord *word_of(Str word, unsigned may) {
  for (uint32_t i = 0; i < lenswords_count(); i++)
    if ((may & lensword_bit(words[i].kind)) &&
        str_eq(str_of(words[i].word), word))
      return &words[i];
  return NULL;
}

static bool say(Markup *m, const Document *d, Str text, Str word,
                unsigned may) {
  const LensSet *set = d->project->lenses;
  const LensHint *hint = lens_hint_find(set, word);
  const LensWord *known = word_of(word, may);
  Str made = (may & NAMES_OF_SETS) ? definition(text, word) : STR("");
  if ((may & NAMES_OF_SETS) && !made.len) made = made_elsewhere(set, word);
  if (!known && !made.len && !hint) return false;
  markup_strong(m, word);
  markup_text(m, STR(" · "));
  if (made.len)
    markup_code(m, made);
  else
    markup_text(m, known ? str_of(known->meaning) : hint->meaning);
  return true;
}

Json *lenswords_hover(Call *c, const Document *d, uint32_t at) {
  Str text = text_str(document_text(d));
  Span span = lens_word_at(text, at);
  Str word = str_slice(text, span.start, span.end);
  if (!word.len) return NULL;
  Markup m = {.markdown = c->session->client.hover_markdown};
  if (!say(&m, d, text, word, lensplace_may(text, span.start))) return NULL;
  return json_object({"contents", markup_done(&m)},
                     {"range", call_span(c, d, span)});
}

// ---- completion -------------------------------------------------------------

typedef struct Offer {
  Call *call;
  const Document *doc;
  Span typed;
  Map said; // labels, each once
  Json *list;
} Offer;

static void offer(Offer *o, Str label, Str detail, int item_kind) {
  if (!label.len || !map_put(&o->said, label, 1)) return;
  Json *range = call_span(o->call, o->doc, o->typed);
  json_push(o->list, json_object({"label", json_str(label)},
                                 {"kind", json_int(item_kind)},
                                 {"detail", json_str(detail)},
                                 {"textEdit", shape_edit(range, label)}));
}

static void offer_words(Offer *o, unsigned may) {
  for (uint32_t i = 0; i < lenswords_count(); i++)
    if (may & lensword_bit(words[i].kind))
      offer(o, str_of(words[i].word), str_of(words[i].meaning), 14);
}

// What the file at hand makes itself, in a folder of lenses or not.
static void offer_own(Offer *o, Str text, Str one, Str other) {
  Str line, keyword, name;
  while (str_cut(&text, '\n', &line)) {
    Str rest = line;
    if (!str_cut(&rest, ' ', &keyword)) continue;
    if (!str_eq(keyword, one) && !str_eq(keyword, other)) continue;
    rest = str_trim(rest);
    str_cut(&rest, ' ', &name);
    offer(o, name, str_trim(line), str_eq(one, STR("set")) ? 6 : 20);
  }
}

// Sets that stand beside hints of another lens are that lens's own affair.
static void offer_sets(Offer *o, const LensSet *set, Str text) {
  offer_own(o, text, STR("set"), STR("phrase"));
  for (uint32_t i = 0; i < lens_words_count(set); i++) {
    Str lens = lens_words_text(set, i);
    if (str_find(lens, STR("\nhint ")) < 0)
      offer(o, lens_words_name(set, i),
            lens.len ? STR("a set") : STR("words for a feeling"), 6);
  }
}

static void offer_hints(Offer *o, const LensSet *set, bool of_sentences) {
  for (uint32_t i = 0; i < lens_hint_count(set); i++) {
    const LensHint *h = lens_hint_at(set, i);
    if (!of_sentences || h->about == ABOUT_SENTENCE)
      offer(o, h->code, h->meaning, 20);
  }
}

static void offer_marks(Offer *o, const LensSet *set, Str text) {
  offer_hints(o, set, true);
  for (uint32_t i = 0; i < lens_notice_count(set); i++)
    offer(o, lens_notice_name(set, i), STR("a notice"), 20);
  offer_own(o, text, STR("notice"), STR("hint"));
}

Json *lenswords_complete(Call *c, const Document *d, uint32_t at) {
  Str text = text_str(document_text(d));
  const LensSet *set = d->project->lenses;
  Offer o = {.call = c, .doc = d, .list = json_array()};
  o.typed = (Span){lensplace_start(text, at), at};
  unsigned may = lensplace_may(text, o.typed.start);
  bool slot = o.typed.start < at && text.data[o.typed.start] == '{';
  if (!slot) may &= ~lensword_bit(LENSWORD_SLOT);
  offer_words(&o, may);
  if (may & NAMES_OF_SETS) offer_sets(&o, set, text);
  if (may & NAMES_OF_HINTS) offer_hints(&o, set, false);
  if (may & NAMES_OF_MARKS) offer_marks(&o, set, text);
  map_clear(&o.said);
  return o.list;
}
