// SPDX-License-Identifier: MIT
#include "lsp/lenswords.h"

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

const LensWord *lenswords_find(Str word) {
  for (uint32_t i = 0; i < lenswords_count(); i++)
    if (str_eq(str_of(words[i].word), word)) return &words[i];
  return NULL;
}

// The word, or the slot with its braces.
static Span lens_word_at(Str text, uint32_t at) {
  Span s = word_at(text, at);
  bool slot = s.start > 0 && text.data[s.start - 1] == '{' &&
              s.end < text.len && text.data[s.end] == '}';
  return slot ? (Span){s.start - 1, s.end + 1} : s;
}

// A set or phrase is told by the line that makes it.
static Str definition(Str text, Str name) {
  Str line;
  while (str_cut(&text, '\n', &line)) {
    Str rest = line, keyword;
    if (!str_cut(&rest, ' ', &keyword)) continue;
    if (!str_eq(keyword, STR("set")) && !str_eq(keyword, STR("phrase")))
      continue;
    Str named = str_trim(rest);
    bool fits = str_starts(named, name) &&
                (named.len == name.len || !word_byte(named.data[name.len]));
    if (fits) return line;
  }
  return STR("");
}

Json *lenswords_hover(Call *c, const Document *d, uint32_t at) {
  Str text = text_str(document_text(d));
  Span span = lens_word_at(text, at);
  Str word = str_slice(text, span.start, span.end);
  if (!word.len) return NULL;
  Markup m = {.markdown = c->session->client.hover_markdown};
  const LensWord *known = lenswords_find(word);
  Str made = definition(text, word);
  const LensHint *hint = lens_hint_find(d->project->lenses, word);
  if (!known && !made.len && !hint) return NULL;
  markup_strong(&m, word);
  if (made.len || known || hint) markup_text(&m, STR(" · "));
  if (made.len)
    markup_code(&m, str_trim(made));
  else if (known)
    markup_text(&m, str_of(known->meaning));
  else
    markup_text(&m, hint->meaning);
  return json_object({"contents", markup_done(&m)},
                     {"range", call_span(c, d, span)});
}

static Json *item(Str label, Str detail, int kind) {
  return json_object({"label", json_str(label)}, {"kind", json_int(kind)},
                     {"detail", json_str(detail)});
}

static void add_sets(Json *list, Str text) {
  Str line, keyword, name;
  while (str_cut(&text, '\n', &line)) {
    Str rest = line;
    if (!str_cut(&rest, ' ', &keyword)) continue;
    if (!str_eq(keyword, STR("set")) && !str_eq(keyword, STR("phrase")))
      continue;
    rest = str_trim(rest);
    if (str_cut(&rest, ' ', &name) && name.len)
      json_push(list, item(name, str_trim(line), 6));
  }
}

static void add_words(Json *list, LensWordKind kind) {
  for (uint32_t i = 0; i < lenswords_count(); i++)
    if (words[i].kind == kind)
      json_push(list,
                item(str_of(words[i].word), str_of(words[i].meaning), 14));
}

static void add_codes(Json *list, const LensSet *set) {
  for (uint32_t i = 0; i < lens_hint_count(set); i++) {
    const LensHint *h = lens_hint_at(set, i);
    json_push(list, item(h->code, h->meaning, 20));
  }
}

static bool is_known(const LensSet *set, Str name) {
  for (uint32_t i = 0; i < lens_notice_count(set); i++)
    if (str_eq(lens_notice_name(set, i), name)) return true;
  return lens_hint_find(set, name) != NULL;
}

// Those of the file at hand, which may be in no folder of lenses yet.
static void add_own(Json *list, const LensSet *set, Str text) {
  Str line, keyword;
  while (str_cut(&text, '\n', &line)) {
    Str rest = line;
    if (!str_cut(&rest, ' ', &keyword)) continue;
    bool made = str_eq(keyword, STR("notice")) || str_eq(keyword, STR("hint"));
    Str name = str_trim(rest);
    if (made && name.len && !is_known(set, name))
      json_push(list, item(name, str_trim(line), 20));
  }
}

// What a sentence can have: hints about sentences, and notices.
static void add_marks(Json *list, const LensSet *set, Str text) {
  for (uint32_t i = 0; i < lens_hint_count(set); i++) {
    const LensHint *h = lens_hint_at(set, i);
    if (h->about == ABOUT_SENTENCE)
      json_push(list, item(h->code, h->meaning, 20));
  }
  for (uint32_t i = 0; i < lens_notice_count(set); i++)
    json_push(list, item(lens_notice_name(set, i), STR("a notice"), 20));
  add_own(list, set, text);
}

// A blank behind it ends it.
static bool is_first_word(Str line) {
  size_t i = 0;
  while (i < line.len && (line.data[i] == ' ' || line.data[i] == '\t')) i++;
  for (; i < line.len; i++)
    if (!word_byte(line.data[i])) return false;
  return true;
}

Json *lenswords_complete(Call *c, const Document *d, uint32_t at) {
  (void)c;
  Str line = line_before(document_text(d), at);
  Str stem = line, first = STR("");
  while (stem.len && word_byte(stem.data[stem.len - 1])) stem.len--;
  char last = stem.len ? stem.data[stem.len - 1] : 0;
  Str rest = str_trim(line);
  str_cut(&rest, ' ', &first);
  bool indented = line.len && (line.data[0] == ' ' || line.data[0] == '\t');
  Json *list = json_array();
  if (is_first_word(line)) {
    add_words(list, indented ? LENSWORD_CLAUSE : LENSWORD_BLOCK);
  } else if (last == '[') {
    json_push(list, item(STR("feeling"), STR("a feeling word"), 6));
    add_sets(list, text_str(document_text(d)));
  } else if (last == '/' || last == '!') {
    add_words(list, LENSWORD_TEST);
  } else if (last == '{') {
    add_words(list, LENSWORD_SLOT);
  } else if (str_eq(first, STR("with")) || str_eq(first, STR("without"))) {
    add_marks(list, d->project->lenses, text_str(document_text(d)));
  } else if (str_eq(first, STR("also")) || str_eq(first, STR("turn"))) {
    add_codes(list, d->project->lenses);
  } else if (str_eq(first, STR("when")) || str_eq(first, STR("but")) ||
             str_eq(first, STR("unless")) || str_eq(first, STR("phrase"))) {
    add_words(list, LENSWORD_TERM);
  }
  return list;
}
