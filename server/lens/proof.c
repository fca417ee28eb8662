// SPDX-License-Identifier: MIT
#include "lens/proof.h"

#include "lens/reading.h"

typedef struct Runner {
  const LensSet *set;
  LensReader *reader;
  Arena *keep;   // what the report holds
  Arena scratch; // of one proof
  ProofReport out;
} Runner;

// One proof taken apart: its plain text and the marked spans in it.
typedef struct Case {
  LensPlace place;
  Vec(Str) paragraphs;
  Vec(Span) marks; // of the first paragraph
} Case;

static Str without_kind(Str text, LensPlace *place) {
  static const Str kinds[] = {
      {"journal:", 8}, {"letter:", 7}, {"worksheet:", 10}};
  for (unsigned k = 0; k < 3; k++) {
    if (!str_starts(text, kinds[k])) continue;
    place->kind = k;
    return str_trim(str_slice(text, kinds[k].len, text.len));
  }
  return text;
}

// "letter to Sam: …" names the other.
static Str without_head(Str text, LensPlace *place) {
  static const Str heads[] = {
      {"letter to ", 10}, {"journal with ", 13}, {"worksheet with ", 15}};
  static const unsigned kinds[] = {PLACE_LETTER, PLACE_JOURNAL,
                                   PLACE_WORKSHEET};
  for (unsigned k = 0; k < 3; k++) {
    Str rest = str_slice(text, heads[k].len, text.len), name;
    if (!str_starts(text, heads[k]) || str_find(rest, STR(":")) < 0) continue;
    str_cut(&rest, ':', &name);
    place->kind = kinds[k];
    place->other = str_trim(name);
    return str_trim(rest);
  }
  return without_kind(text, place);
}

static void take_marks(Runner *r, Case *c, Str text) {
  char *out = arena_alloc(&r->scratch, text.len + 1);
  size_t len = 0;
  uint32_t open = 0;
  for (size_t i = 0; i < text.len; i++) {
    Str rest = str_slice(text, i, text.len);
    if (str_starts(rest, STR("«"))) {
      open = (uint32_t)len;
      i++;
    } else if (str_starts(rest, STR("»"))) {
      Span mark = {open, (uint32_t)len};
      vec_push_in(&r->scratch, &c->marks, mark);
      i++;
    } else
      out[len++] = text.data[i];
  }
  vec_push_in(&r->scratch, &c->paragraphs, ((Str){out, len}));
}

static Case take_apart(Runner *r, const Block *b, const Proof *p) {
  Case c = {.place = {.kind = b->about == ABOUT_LETTER ? PLACE_LETTER
                                                       : PLACE_JOURNAL}};
  if (b->kinds && !kind_fits(b, &c.place))
    c.place.kind = kind_fits(b, &(LensPlace){.kind = PLACE_LETTER})
                       ? PLACE_LETTER
                       : PLACE_WORKSHEET;
  Str text = without_head(p->text, &c.place);
  if (b->about != ABOUT_LETTER) {
    take_marks(r, &c, text);
    return c;
  }
  for (ptrdiff_t at; (at = str_find(text, STR(" / "))) >= 0;) {
    take_marks(r, &c, str_slice(text, 0, (size_t)at));
    text = str_slice(text, (size_t)at + 3, text.len);
  }
  take_marks(r, &c, text);
  return c;
}

static void fail(Runner *r, const Proof *p, Str message) {
  LensReport report = {r->keep, &r->out.failures};
  lens_trouble(&report, p->file, p->span, STR_FMT, STR_ARG(message));
}

static bool is_of(const LensFinding *f, const Block *b) {
  return (b->is_notice ? f->notice : f->hint) == b->hint;
}

static bool is_marked(const Case *c, Span s) {
  vec_each(const Span, m, &c->marks)
    if (m->start == s.start && m->end == s.end) return true;
  return false;
}

// "flagged “kind of” (line 12)" for each finding that holds, "held “…” (line
// 12, by line 15)" for each that does not.
static Str tell_findings(Runner *r, const Block *b, const LensReading *got,
                         Str text) {
  StrBuf out = {0};
  for (uint32_t i = 0; i < got->finding_count; i++) {
    const LensFinding *f = &got->findings[i];
    if (!is_of(f, b)) continue;
    Str words = str_slice(text, f->span.start, f->span.end);
    strbuf_printf(&out, "%s%s “" STR_FMT "” (line %u", out.len ? ", " : "",
                  f->held_by_line ? "held back" : "flagged", STR_ARG(words),
                  f->rule_line);
    if (f->held_by_line) strbuf_printf(&out, ", by line %u", f->held_by_line);
    strbuf_putc(&out, ')');
  }
  Str told = out.len ? str_copy(&r->scratch, strbuf_str(&out))
                     : STR("nothing was flagged");
  strbuf_clear(&out);
  return told;
}

static void judge_words(Runner *r, const Block *b, const Proof *p,
                        const Case *c, const LensReading *got) {
  uint32_t holding = 0, right = 0;
  for (uint32_t i = 0; i < got->finding_count; i++) {
    const LensFinding *f = &got->findings[i];
    if (!is_of(f, b) || f->held_by_line) continue;
    holding++;
    right += is_marked(c, f->span);
  }
  bool any = p->is_flag && !c->marks.len; // a notice without marks
  bool ok = any ? holding > 0 : holding == right && right == c->marks.len;
  if (!ok) fail(r, p, tell_findings(r, b, got, c->paragraphs.data[0]));
}

static bool has_code(const Hint *hints, uint32_t count, Str code) {
  for (uint32_t i = 0; i < count; i++)
    if (str_eq(hints[i].code, code)) return true;
  return false;
}

static void judge_letter(Runner *r, const Block *b, const Proof *p,
                         const Case *c, const LensReading *const *parts) {
  uint32_t count;
  const Hint *hints = lens_read_letter(r->set, parts, c->paragraphs.len,
                                       &c->place, &r->scratch, &count);
  bool said = has_code(hints, count, b->code);
  if (said != p->is_flag)
    fail(r, p, said ? STR("the hint speaks here") : STR("nothing was said"));
}

static bool holds_somewhere(const Block *b, const LensReading *got) {
  for (uint32_t i = 0; i < got->finding_count; i++)
    if (is_of(&got->findings[i], b) && !got->findings[i].held_by_line)
      return true;
  return false;
}

static void run_proof(Runner *r, const Block *b, const Proof *p) {
  Case c = take_apart(r, b, p);
  uint32_t n = c.paragraphs.len;
  const LensReading **parts = arena_array(&r->scratch, const LensReading *, n);
  for (uint32_t i = 0; i < n; i++) {
    Str text = c.paragraphs.data[i];
    const English *e = english_run(text, NULL, 0, &r->scratch);
    parts[i] = lens_read_passage(r->reader, e, text, &c.place, &r->scratch);
  }
  r->out.count++;
  if (b->about == ABOUT_LETTER)
    judge_letter(r, b, p, &c, parts);
  else if (b->about == ABOUT_SENTENCE)
    judge_words(r, b, p, &c, parts[0]);
  else if (holds_somewhere(b, parts[0]) != p->is_flag)
    fail(r, p,
         p->is_flag ? STR("nothing was said") : STR("the hint speaks here"));
}

ProofReport proof_run(const LensSet *s, Str path, Arena *a) {
  Runner r = {.set = s, .reader = lens_reader_new(s), .keep = a};
  vec_each(const Block, b, &s->blocks)
    vec_each(const Proof, p, &b->proofs) {
      if (path.len && !str_eq(p->file->path, path)) continue;
      r.out.resting += b->rests;
      if (b->rests) continue;
      run_proof(&r, b, p);
      arena_reset(&r.scratch);
    }
  arena_clear(&r.scratch);
  lens_reader_free(r.reader);
  return r.out;
}
