// SPDX-License-Identifier: MIT
#include "lsp/complete.h"

#include <string.h>

#include "lsp/words.h"

// Words that may stand between "feel" and the feeling.
static bool is_degree(Str word) {
  static const char *const words[] = {
      "so",   "very", "really", "quite", "a",    "bit",    "little",
      "just", "kind", "of",     "sort",  "such", "pretty", "deeply",
      "more", "less", "too",    "still", "both", "rather"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (str_eq_nocase(word, str_of(words[i]))) return true;
  return false;
}

static bool is_feel(Str word) {
  static const char *const words[] = {"feel", "feels", "felt", "feeling"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (str_eq_nocase(word, str_of(words[i]))) return true;
  return false;
}

static bool is_writer(Str word) {
  static const char *const words[] = {"I",    "we",   "I'm", "I’m",
                                      "I've", "I’ve", "im",  "ive"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (str_eq_nocase(word, str_of(words[i]))) return true;
  return false;
}

// "I (am, have been, just) feel (so, a bit) …": from the cursor backwards.
static bool after_feel(Str text, uint32_t from) {
  Span w;
  uint32_t at = from;
  if (!at || text.data[at - 1] != ' ') return false;
  bool found = word_before(text, at, &w);
  for (int i = 0; found && i < 4 && is_degree(str_slice(text, w.start, w.end));
       i++)
    found = word_before(text, w.start, &w);
  if (!found || !is_feel(str_slice(text, w.start, w.end))) return false;
  for (int i = 0; i < 4 && word_before(text, w.start, &w); i++)
    if (is_writer(str_slice(text, w.start, w.end))) return true;
  return false;
}

static bool is_key(Str s) {
  for (size_t i = 0; i < s.len; i++)
    if (!((s.data[i] >= 'a' && s.data[i] <= 'z') || s.data[i] == '-'))
      return false;
  return true;
}

// A new entry is begun where a paragraph could be.
static bool begins_paragraph(Document *d, uint32_t at) {
  const Text *t = document_text(d);
  uint32_t line = text_pos(t, at, UTF8).line;
  return line > 0 && !str_trim(text_slice(t, text_line(t, line - 1))).len;
}

// Fields stand at the top of the text or straight under a heading.
static bool takes_fields(Document *d, uint32_t at) {
  const Text *t = document_text(d);
  for (uint32_t line = text_pos(t, at, UTF8).line; line > 0; line--) {
    Str above = text_slice(t, text_line(t, line - 1));
    Str rest = above, key;
    if (str_starts(above, STR("#"))) return true;
    bool field = str_cut(&rest, ':', &key) && key.len && key.len < above.len &&
                 is_key(key);
    if (!field) return false;
  }
  return true;
}

// Behind `mark`, which makes a note of the line.
static CompletePlace hush_place(Str line, uint32_t at, Str mark) {
  Str rest = str_trim(str_slice(line, mark.len, line.len));
  bool space = line.data[line.len - 1] == ' ';
  if (!str_starts(rest, STR("hush")) || (rest.len == 4 && !space))
    return (CompletePlace){.what = COMPLETE_NOTHING};
  rest = str_trim(str_slice(rest, 4, rest.len));
  bool file =
      str_eq(rest, STR("file")) ? space : str_starts(rest, STR("file "));
  uint32_t from = at;
  while (from > at - line.len && line.data[line.len - (at - from) - 1] != ' ')
    from--;
  return (CompletePlace){.what = file ? COMPLETE_FILE_CODE : COMPLETE_CODE,
                         .from = from};
}

static CompletePlace field_place(Document *d, Str line, uint32_t at) {
  Str rest = line, key;
  bool colon = str_cut(&rest, ':', &key) && key.len < line.len;
  if (!is_key(key) || !takes_fields(d, at))
    return (CompletePlace){.what = COMPLETE_NOTHING};
  if (!colon) {
    bool top = text_pos(document_text(d), at, UTF8).line == 0;
    return (CompletePlace){.what = top ? COMPLETE_START : COMPLETE_FIELD,
                           .from = at - (uint32_t)line.len};
  }
  uint32_t from = at;
  while (from > at - rest.len && line.data[line.len - (at - from) - 1] != ' ')
    from--;
  return (CompletePlace){.what = COMPLETE_VALUE, .from = from, .key = key};
}

static CompletePlace line_place(Document *d, Str line, uint32_t at) {
  uint32_t start = at - (uint32_t)line.len;
  bool jot = doc_language(d->doc) == LANGUAGE_JOT;
  if (jot && str_starts(line, STR("? ")))
    return (CompletePlace){.what = COMPLETE_QUESTION, .from = start + 2};
  Str mark = jot ? STR("%%") : STR("<!--");
  if (str_starts(line, mark)) return hush_place(line, at, mark);
  CompletePlace field = {.what = COMPLETE_NOTHING};
  if (jot) field = field_place(d, line, at);
  if (field.what != COMPLETE_NOTHING) return field;
  if (jot && line.len && is_key(line) && begins_paragraph(d, at))
    return (CompletePlace){.what = COMPLETE_ENTRY, .from = start};
  return field;
}

CompletePlace complete_place(Document *d, uint32_t at) {
  Str text = text_str(document_text(d));
  Str line = line_before(document_text(d), at);
  uint32_t from = at, start = at - (uint32_t)line.len;
  while (from > start && word_byte(text.data[from - 1])) from--;
  char mark = from > start ? text.data[from - 1] : 0;
  bool opens = from - start < 2 || strchr(" \t(\"", text.data[from - 2]);
  if (mark == '@' && opens)
    return (CompletePlace){.what = COMPLETE_PERSON, .from = from - 1};
  if (mark == '#' && opens && from - start > 1)
    return (CompletePlace){.what = COMPLETE_TAG, .from = from - 1};
  CompletePlace place = line_place(d, line, at);
  if (place.what != COMPLETE_NOTHING && place.what != COMPLETE_ENTRY)
    return place;
  if (after_feel(text, from))
    return (CompletePlace){.what = COMPLETE_FEELING, .from = from};
  return place;
}
