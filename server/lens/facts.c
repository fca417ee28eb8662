// SPDX-License-Identifier: MIT
// What is true of each token: which atoms and sets it belongs to, who it or
// its clause's subject stands for, the clause's tense and role.
#include "english/lexicon.h"
#include "lens/form.h"
#include "lens/match.h"
#include "lens/whom.h"

static bool in_set(const Stretch *s, uint32_t at, uint32_t set) {
  return set != NO_INDEX &&
         places_name_at(&s->places, name_of_single(s->set, set), at);
}

static bool is_silent(const Token *t) {
  return t->flags & (TOKEN_SPEECH | TOKEN_OPAQUE);
}

// What it is called in the lenses: as it is written out, and by its lemma,
// which mostly is the same.
static Alike see_word(const Atoms *atoms, const Token *t) {
  Str form = form_of_token(t);
  bool is_norm = form.data == t->norm.data;
  Alike is = atoms_find(atoms, form, is_norm ? t->word : lexicon_hash(form));
  if (t->lemma.data != form.data || t->lemma.len != form.len)
    is.lemma = atoms_find(atoms, t->lemma, lexicon_hash(t->lemma)).lemma;
  return is;
}

static void see_words(Stretch *s, const Laid *l) {
  const Atoms *atoms = &s->set->atoms;
  vec_reserve(&s->seen, l->to + 1);
  for (uint32_t i = l->from; i < l->to; i++)
    atoms_ask(atoms, token_at(s, i)->word);
  for (uint32_t i = l->from; i < l->to; i++)
    atoms_ask_more(atoms, token_at(s, i)->word);
  for (uint32_t i = l->from; i < l->to; i++) {
    const Token *t = token_at(s, i);
    Alike is = {NO_INDEX, NO_INDEX};
    if (!is_silent(t)) is = see_word(atoms, t);
    s->seen.data[i] =
        (Seen){is.word, is.lemma, .tag = t->tag, .hits = NO_INDEX};
  }
  s->seen.data[l->to] = (Seen){NO_INDEX, NO_INDEX, .hits = NO_INDEX};
  s->seen.len = l->to + 1;
}

// Keeps the list of a token's hits in order, the longest first.
static void add_hit(Stretch *s, uint32_t at, uint32_t entry, uint32_t len) {
  uint32_t *link = &s->seen.data[at].hits;
  while (*link != NO_INDEX && s->hits.data[*link].len > len)
    link = &s->hits.data[*link].next;
  uint32_t index = s->hits.len;
  Hit hit = {entry, at, len, *link};
  *link = index;
  vec_push(&s->hits, hit);
  if (len == 1) return;
  vec_push(&s->longs, index);
  mask_put(s->places.longs, at);
}

// Entries that begin alike: [from, to) of the ranked ones.
typedef struct Like {
  uint32_t from, to;
} Like;

// The first of them whose atom at `depth` is `atom` or a later one.
static uint32_t first_not_below(const LensSet *set, Like l, uint32_t depth,
                                uint32_t atom) {
  const uint32_t *atoms = set->entry_atoms.data + depth;
  while (l.from < l.to) {
    uint32_t mid = l.from + (l.to - l.from) / 2;
    if (atoms[set->ranked[mid].first] < atom)
      l.from = mid + 1;
    else
      l.to = mid;
  }
  return l.from;
}

// `l`: entries whose first `depth` atoms the tokens from `at` on are.
static void find_longer(Stretch *s, uint32_t at, Like l, uint32_t depth,
                        uint64_t *work) {
  const Ranked *ranked = s->set->ranked;
  uint32_t from = l.from;
  ++*work;
  if (l.from < l.to && ranked[l.from].len == depth)
    add_hit(s, at, ranked[l.from++].entry, depth);
  if (l.from >= l.to || at + depth >= laid_last(s)->to) return;
  const Seen *k = &s->seen.data[at + depth];
  uint32_t atoms[2] = {k->word, k->lemma};
  for (unsigned i = 0; i < 2; i++) {
    if (atoms[i] == NO_INDEX || !onward_may(&s->set->onward, from, atoms[i]))
      continue;
    Like next = {first_not_below(s->set, l, depth, atoms[i]), l.to};
    next.to = first_not_below(s->set, next, depth, atoms[i] + 1);
    if (next.from < next.to) find_longer(s, at, next, depth + 1, work);
  }
}

static void find_hits(Stretch *s, uint32_t at, uint32_t atom, uint64_t *work) {
  if (atom == NO_INDEX) return;
  Like l = {s->set->ranked_from[atom], s->set->ranked_from[atom + 1]};
  if (l.from < l.to) find_longer(s, at, l, 1, work);
}

static void put_sets(Stretch *s, const Hit *h) {
  const Rows *sets = &s->set->sets_of_entry;
  const uint32_t *set = sets->items + sets->starts[h->entry];
  const uint32_t *end = sets->items + sets->starts[h->entry + 1];
  for (; set < end; set++) places_put_set(&s->places, *set, h->len == 1, h->at);
}

static void put_names(Stretch *s, const Laid *l, uint32_t first_hit) {
  for (uint32_t i = l->from; i < l->to; i++) {
    const Seen *k = &s->seen.data[i];
    if (k->word != NO_INDEX) places_put_name(&s->places, k->word, i);
    if (k->lemma != NO_INDEX) places_put_name(&s->places, k->lemma, i);
  }
  for (uint32_t i = first_hit; i < s->hits.len; i++)
    put_sets(s, &s->hits.data[i]);
}

static bool is_comma(const Token *t) {
  static const Str commas[] = {{",", 1},  {";", 1}, {":", 1}, {"-", 1},
                               {"--", 2}, {"–", 3}, {"—", 3}};
  if (t->flags & TOKEN_WORD) return false;
  for (unsigned i = 0; i < sizeof commas / sizeof *commas; i++)
    if (str_eq(t->norm, commas[i])) return true;
  return false;
}

static Str without_at(Str name) {
  return name.len && name.data[0] == '@' ? str_slice(name, 1, name.len) : name;
}

// The first word of the other's name, without its @.
static Str first_name(const LensPlace *place) {
  Str name = without_at(place->other);
  size_t n = 0;
  while (n < name.len && name.data[n] != ' ') n++;
  return str_slice(name, 0, n);
}

static bool is_name(const Stretch *s, const Token *t, uint32_t at) {
  if (t->flags & TOKEN_MENTION) return true;
  bool proper = t->tag == TAG_NNP || t->tag == TAG_NNPS;
  return proper && at != laid_last(s)->first_word &&
         !(t->flags & TOKEN_OPAQUE) && !in_set(s, at, s->set->unnamed);
}

static Facts who(const Stretch *s, uint32_t at, Str other) {
  const LensSet *set = s->set;
  const Token *t = token_at(s, at);
  bool letter = s->place->kind == PLACE_LETTER;
  Facts f = 0;
  if (in_set(s, at, set->me)) f |= FACT_OF(IS_ME);
  if (in_set(s, at, set->you))
    f |= FACT_OF(IS_YOU) | (letter ? FACT_OF(IS_READER) | FACT_OF(IS_OTHER)
                                   : FACT_OF(IS_ANYBODY));
  if (in_set(s, at, set->anybody)) f |= FACT_OF(IS_ANYBODY);
  if (is_name(s, t, at)) f |= FACT_OF(IS_NAME) | FACT_OF(IS_OTHER);
  if (other.len && str_eq_nocase(without_at(t->norm), other))
    f |= FACT_OF(IS_NAME) | FACT_OF(IS_OTHER);
  if (in_set(s, at, set->other)) f |= FACT_OF(IS_OTHER);
  return f;
}

static Facts token_facts(const Stretch *s, uint32_t at, Str other) {
  const Token *t = token_at(s, at);
  Facts f = 0;
  if (t->flags & TOKEN_SPEECH) return FACT_OF(SPEECH);
  if (t->flags & TOKEN_OPAQUE) return FACT_OF(OPAQUE);
  if (t->flags & TOKEN_WORD) f |= FACT_OF(WORD);
  if (t->flags & TOKEN_CAPITAL) f |= FACT_OF(CAPITAL);
  if (is_comma(t)) f |= FACT_OF(COMMA);
  return f | who(s, at, other);
}

static Facts subject_facts(const Stretch *s, const Clause *c) {
  bool letter = s->place->kind == PLACE_LETTER;
  Facts f = 0;
  if (c->person == PERSON_I) f = FACT_OF(ME) | FACT_OF(I);
  if (c->person == PERSON_WE) f = FACT_OF(ME) | FACT_OF(WE);
  if (c->person == PERSON_YOU)
    f = FACT_OF(YOU) |
        (letter ? FACT_OF(READER) | FACT_OF(OTHER) : FACT_OF(ANYBODY));
  if (c->person == PERSON_THIRD) f = FACT_OF(THIRD);
  if (c->dropped_subject) f |= FACT_OF(DROPPED);
  const Laid *l = laid_last(s);
  uint32_t end = l->first + l->to - l->from;
  if (c->subject < l->first || c->subject >= end || f & FACT_OF(ME)) return f;
  Facts subject = s->seen.data[c->subject - l->first + l->from].facts;
  if (subject & FACT_OF(IS_OTHER)) f |= FACT_OF(OTHER);
  if (subject & FACT_OF(IS_ANYBODY)) f |= FACT_OF(ANYBODY);
  return f;
}

static Facts tense_facts(Tense t) {
  switch (t) {
  case TENSE_PAST: return FACT_OF(PAST);
  case TENSE_PRESENT: return FACT_OF(NOW);
  case TENSE_PERFECT: return FACT_OF(PERFECT);
  case TENSE_FUTURE: return FACT_OF(FUTURE);
  case TENSE_MODAL: return FACT_OF(MODAL);
  default: return 0;
  }
}

static Facts role_facts(Role r) {
  switch (r) {
  case ROLE_CONJUNCT:
  case ROLE_PARATAXIS: return FACT_OF(JOINED);
  case ROLE_COMPLEMENT: return FACT_OF(COMPLEMENT);
  case ROLE_ADVERBIAL: return FACT_OF(ADVERBIAL);
  case ROLE_RELATIVE: return FACT_OF(RELATIVE);
  default: return 0;
  }
}

static Facts clause_facts(const Stretch *s, uint32_t index) {
  const Clause *c = &s->english->clauses[index];
  const Sentence *in = &s->english->sentences[laid_last(s)->sentence];
  Facts f = subject_facts(s, c) | tense_facts(c->tense) | role_facts(c->role);
  bool is_main = index == in->main;
  if (is_main) f |= FACT_OF(MAIN);
  if (c->negated) f |= FACT_OF(NOT);
  if (c->question || (is_main && in->question)) f |= FACT_OF(ASKED);
  if (c->conditional) f |= FACT_OF(IF);
  if (c->progressive) f |= FACT_OF(ONGOING);
  if (c->imperative) f |= FACT_OF(ORDER);
  return f;
}

static void find_edges(Stretch *s, Laid *l) {
  l->first_word = l->to;
  l->end_word = l->from;
  for (uint32_t i = l->from; i < l->to; i++) {
    if (!(token_at(s, i)->flags & (TOKEN_WORD | TOKEN_OPAQUE))) continue;
    if (l->first_word == l->to) l->first_word = i;
    l->end_word = i + 1;
  }
  places_fill_name(&s->places, EDGE_START, l->from, l->first_word + 1);
  places_fill_name(&s->places, EDGE_END, l->end_word, l->to + 1);
}

// The tokens that follow each other in one clause, from `at` on.
static uint32_t clause_end(const Stretch *s, const Laid *l, uint32_t at) {
  uint32_t clause = token_at(s, at)->clause;
  while (++at < l->to) {
    const Token *t = token_at(s, at);
    if (t->clause != clause || t->flags & TOKEN_SPEECH) break;
  }
  return at;
}

static void add_clause(Stretch *s, uint32_t clause, uint32_t from,
                       uint32_t to) {
  Facts facts = clause_facts(s, clause);
  uint32_t head = s->english->clauses[clause].head;
  for (uint32_t i = from; i < to; i++) s->seen.data[i].facts |= facts;
  places_put_facts(&s->places, facts, from, to);
  if (head < index_at(s, from) || head >= index_at(s, to)) return;
  head = from + (head - index_at(s, from));
  s->seen.data[head].facts |= FACT_OF(HEAD);
  places_put_facts(&s->places, FACT_OF(HEAD), head, head + 1);
}

static void add_clauses(Stretch *s, const Laid *l) {
  for (uint32_t i = l->from, end; i < l->to; i = end) {
    const Token *t = token_at(s, i);
    bool is_in = t->clause != NO_INDEX && !(t->flags & TOKEN_SPEECH);
    end = is_in ? clause_end(s, l, i) : i + 1;
    if (is_in) add_clause(s, t->clause, i, end);
  }
}

void stretch_clear(Stretch *s) {
  vec_clear(&s->laid);
  vec_clear(&s->seen);
  vec_clear(&s->hits);
  vec_clear(&s->longs);
  places_clear(&s->places);
}

void stretch_begin(Stretch *s, uint32_t tokens) {
  static const KeptName edge_of[] = {[PLACE_JOURNAL] = EDGE_JOURNAL,
                                     [PLACE_LETTER] = EDGE_LETTER,
                                     [PLACE_WORKSHEET] = EDGE_WORKSHEET};
  uint32_t places = tokens + 1 < 64 ? 64 : tokens + 1;
  s->laid.len = s->seen.len = s->hits.len = s->longs.len = s->count = 0;
  places_begin(&s->places, s->set, places);
  places_fill_name(&s->places, edge_of[s->place->kind], 0, places);
}

bool stretch_has_room(const Stretch *s, uint32_t tokens) {
  return s->count + tokens + 1 <= 64;
}

static void find_all_hits(Stretch *s, const Laid *l, uint64_t *work) {
  uint32_t first = s->hits.len;
  for (uint32_t i = l->from; i < l->to; i++) {
    find_hits(s, i, s->seen.data[i].word, work);
    find_hits(s, i, s->seen.data[i].lemma, work);
  }
  put_names(s, l, first);
}

static void find_facts(Stretch *s, const Laid *l) {
  Str other = first_name(s->place);
  for (uint32_t i = l->from; i < l->to; i++)
    s->seen.data[i].facts = token_facts(s, i, other);
  whom_settle(s);
  for (uint32_t i = l->from; i < l->to; i++)
    places_put_token(&s->places, s->seen.data[i].facts, s->seen.data[i].tag, i);
  add_clauses(s, l);
}

void stretch_lay(Stretch *s, uint32_t sentence, uint32_t first, uint32_t count,
                 uint64_t *work) {
  vec_push(&s->laid, (Laid){.passage = s->passage,
                            .sentence = sentence,
                            .first = first,
                            .from = s->count,
                            .to = s->count + count});
  Laid *l = &s->laid.data[s->laid.len - 1];
  s->count = l->to + 1;
  mask_fill(s->places.all, l->from, l->to);
  see_words(s, l);
  find_edges(s, l);
  find_all_hits(s, l, work);
  find_facts(s, l);
  *work += count;
}
