// SPDX-License-Identifier: MIT
// `inkling lens why FILE:LINE:COLUMN`: which rules spoke of that sentence, and
// which exceptions held others back.
#include "cli/house.h"
#include "cli/input.h"
#include "cli/lens_verbs.h"
#include "cli/screen.h"

// A place as compilers print it; line and column from 1.
typedef struct Target {
  Str path;
  Pos pos; // from 0
} Target;

static bool cut_number(Str *s, uint32_t *out) {
  for (size_t i = s->len; i-- > 0;) {
    if (s->data[i] != ':') continue;
    bool ok = str_to_u32(str_slice(*s, i + 1, s->len), out) && *out > 0;
    *s = str_slice(*s, 0, i);
    return ok;
  }
  return false;
}

static bool read_target(Str word, Target *t) {
  uint32_t line, column;
  if (!cut_number(&word, &column) || !cut_number(&word, &line)) return false;
  *t = (Target){word, {line - 1, column - 1}};
  return word.len > 0;
}

static Str name_of(const LensSet *set, const LensFinding *f) {
  if (f->hint != NO_INDEX) return lens_hint_at(set, f->hint)->code;
  return lens_notice_name(set, f->notice);
}

static void put_finding(StrBuf *out, Doc *d, const Paragraph *p,
                        const LensFinding *f) {
  Span span = span_moved(f->span, p->passage.span.start);
  strbuf_printf(out, STR_FMT " “", STR_ARG(name_of(doc_lenses(d), f)));
  screen_put(out, text_slice(doc_text(d), span));
  strbuf_put(out, STR("”"));
  if (f->rule_path)
    strbuf_printf(out, "\n  by %s:%u", f->rule_path, f->rule_line);
  if (f->held_by_line)
    strbuf_printf(out, "\n  held back by line %u", f->held_by_line);
  else if (f->hint == NO_INDEX)
    strbuf_put(out, STR("\n  a notice: it marks the sentence, and says "
                        "nothing"));
  strbuf_putc(out, '\n');
}

// The sentence at an offset of the passage, or the one before it.
static uint32_t sentence_at(const Paragraph *p, uint32_t offset) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < p->sentence_count; i++)
    if (p->sentences[i].span.start <= offset) found = i;
  return found;
}

// Returns how many there are.
static uint32_t put_findings(StrBuf *out, Doc *d, const Paragraph *p,
                             uint32_t sentence) {
  Arena a = {0};
  uint32_t count = 0;
  const LensReading *r = doc_reading(d, p, &a);
  for (uint32_t i = 0; i < r->finding_count; i++) {
    if (r->findings[i].sentence != sentence) continue;
    put_finding(out, d, p, &r->findings[i]);
    count++;
  }
  arena_clear(&a);
  return count;
}

static void put_why(Cli *c, Doc *d, uint32_t offset) {
  StrBuf out = {0};
  const Paragraph *p = doc_paragraph_at(d, offset);
  uint32_t count = 0;
  if (p && p->sentence_count) {
    uint32_t s = sentence_at(p, offset - p->passage.span.start);
    Span span = span_moved(p->sentences[s].span, p->passage.span.start);
    screen_put(&out, text_slice(doc_text(d), span));
    strbuf_putc(&out, '\n');
    count = put_findings(&out, d, p, s);
  }
  if (!p)
    strbuf_put(&out, STR("None of your own prose stands there.\n"));
  else if (!count)
    strbuf_put(&out, STR("No rule speaks of it.\n"));
  cli_put(c, strbuf_str(&out));
  strbuf_clear(&out);
}

int lens_verb_why(Cli *c, const Str *operands, uint32_t count) {
  Target t;
  if (count != 1 || !read_target(operands[0], &t)) {
    cli_tell(c, STR("lens why wants a place: FILE:LINE:COLUMN"));
    return EXIT_CANNOT;
  }
  StrBuf bytes = {0};
  Err err = {0};
  if (!house_ready(c)) return EXIT_CANNOT;
  if (!input_read(t.path, &bytes, &err)) {
    cli_tell_err(c, &err);
    strbuf_clear(&bytes);
    return EXIT_CANNOT;
  }
  House house = {0};
  const Room *room = house_room(&house, c, t.path);
  Doc *d = doc_new(strbuf_str(&bytes), language_of_path(t.path),
                   &room->settings, room->lenses);
  put_why(c, d, text_offset(doc_text(d), t.pos, UTF32));
  doc_free(d);
  house_clear(&house);
  strbuf_clear(&bytes);
  return EXIT_FINE;
}
