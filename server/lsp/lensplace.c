// SPDX-License-Identifier: MIT
#include "lsp/lensplace.h"

#include "lsp/words.h"

static Str line_of(Str text, uint32_t at) {
  size_t start = at;
  while (start > 0 && text.data[start - 1] != '\n') start--;
  return str_slice(text, start, at);
}

bool lensplace_is_indented(Str line) {
  return line.len && (line.data[0] == ' ' || line.data[0] == '\t');
}

// Whether the block around `at` is about more than a sentence.
static bool is_about_more(Str text, uint32_t at) {
  bool about = false;
  Str line, rest = text;
  while (str_cut(&rest, '\n', &line)) {
    Str said = str_trim(line);
    bool past = line.data > text.data + at;
    if (said.len && !lensplace_is_indented(line)) {
      if (past) return about;
      about = false;
    }
    about |= lensplace_is_indented(line) && str_starts(said, STR("about ")) &&
             !str_ends(said, STR("sentence"));
  }
  return about;
}

enum { IN_PATTERN = 1u << LENSWORD_TERM | 1u << LENSWORD_EDGE };

static unsigned behind_word(Str first, Str second, Str text, uint32_t at) {
  static const struct {
    const char *first;
    unsigned may;
  } rows[] = {{"about", 1u << LENSWORD_ABOUT},
              {"only", 1u << LENSWORD_ONLY},
              {"hush", 1u << LENSWORD_HUSH},
              {"fix", 1u << LENSWORD_ACT},
              {"with", NAMES_OF_MARKS},
              {"without", NAMES_OF_MARKS},
              {"but", IN_PATTERN},
              {"unless", IN_PATTERN},
              {"phrase", IN_PATTERN}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (str_eq(first, str_of(rows[i].first))) return rows[i].may;
  if (str_eq(first, STR("when")))
    return is_about_more(text, at)
               ? lensword_bit(LENSWORD_MEASURE) | NAMES_OF_MARKS
               : IN_PATTERN;
  if (str_eq(first, STR("turn")))
    return second.len ? NAMES_OF_HINTS : lensword_bit(LENSWORD_TURN);
  if (!str_eq(first, STR("also"))) return 0;
  return !second.len                     ? lensword_bit(LENSWORD_ALSO)
         : str_eq(second, STR("set"))    ? NAMES_OF_SETS
         : str_eq(second, STR("notice")) ? NAMES_OF_MARKS
                                         : NAMES_OF_HINTS;
}

// What is still open at the end of `line`: '"', '[' or nothing.
static char open_in(Str line) {
  char open = 0;
  for (size_t i = 0; i < line.len; i++) {
    char c = line.data[i];
    if (open == '"' && c == '\\')
      i++;
    else if (open)
      open = c == (open == '"' ? '"' : ']') ? 0 : open;
    else if (c == '"' || c == '[')
      open = c;
  }
  return open;
}

unsigned lensplace_may(Str text, uint32_t start) {
  Str line = line_of(text, start), rest = str_trim(line), first, second = {0};
  if (!rest.len)
    return lensplace_is_indented(line) ? lensword_bit(LENSWORD_CLAUSE)
                                       : lensword_bit(LENSWORD_BLOCK);
  str_cut(&rest, ' ', &first);
  if (str_eq(first, STR("flag")) || str_eq(first, STR("pass"))) return 0;
  if (open_in(line) == '"') return lensword_bit(LENSWORD_SLOT);
  if (str_ends(line, STR("/")) || str_ends(line, STR("/!")))
    return lensword_bit(LENSWORD_TEST) | lensword_bit(LENSWORD_TERM);
  if (open_in(line) == '[') return lensword_bit(LENSWORD_SET) | NAMES_OF_SETS;
  if (str_find(line, STR(" unless ")) >= 0) return IN_PATTERN;
  rest = str_trim(rest);
  str_cut(&rest, ' ', &second);
  return behind_word(first, second, text, start);
}

uint32_t lensplace_start(Str text, uint32_t at) {
  uint32_t start = at;
  while (start > 0 && word_byte(text.data[start - 1])) start--;
  if (start > 0 && text.data[start - 1] == '{') return start - 1;
  if (open_in(line_of(text, start)) != '[') return start;
  while (text.data[start - 1] != '[') start--;
  return start;
}
