// SPDX-License-Identifier: MIT
// english/parts.h: the parts of speech that analysis hands on: tokens, clauses,
// sentences. Plain values; what each module fills in is said by its header.
#ifndef INKLING_ENGLISH_PARTS_H
#define INKLING_ENGLISH_PARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "english/tag.h"
#include "text/passage.h"

// Of the main verb. Where it is unsure whether a form is past it says present.
typedef enum Tense {
  TENSE_NONE,
  TENSE_PAST, // simple past, past progressive, past perfect
  TENSE_PRESENT,
  TENSE_PERFECT, // present perfect
  TENSE_FUTURE,
  TENSE_MODAL,
} Tense;

// Who the subject is, by grammar alone; whether "you" is a reader or anybody is
// decided above.
typedef enum Person {
  PERSON_NONE,
  PERSON_I,
  PERSON_WE,
  PERSON_YOU,
  PERSON_THIRD,
} Person;

typedef enum Role {
  ROLE_ROOT,
  ROLE_CONJUNCT,
  ROLE_PARATAXIS,
  ROLE_COMPLEMENT, // I think [you are wrong]
  ROLE_ADVERBIAL,  // [when you left], …
  ROLE_RELATIVE,
  ROLE_SUBJECT, // [what I want] is …
  ROLE_OTHER,
} Role;

#define NO_INDEX UINT32_MAX

typedef enum TokenFlag {
  TOKEN_SPACE_BEFORE = 1,
  TOKEN_SPEECH = 2,  // inside a REGION_SPEECH
  TOKEN_OPAQUE = 4,  // a REGION_OPAQUE; norm is empty
  TOKEN_MENTION = 8, // a REGION_MENTION
  TOKEN_LINE_START = 16,
  TOKEN_CAPITAL = 32,   // begins with an upper-case letter
  TOKEN_WORD = 64,      // has a letter or digit
  TOKEN_CAPITALS = 128, // two letters or more, all upper-case
} TokenFlag;

typedef struct Token {
  Span span;
  Str norm;  // lower case, straight apostrophes, full clitics ("nt" -> "n't",
             // "im" -> "i" + "'m"); arena or borrowed from the passage
  Str lemma; // arena, borrowed from the passage or static
  uint64_t word; // the norm's lexicon_hash
  Tag tag;
  uint8_t flags;
  uint32_t clause; // index into clauses, NO_INDEX: none
} Token;

typedef struct Clause {
  uint32_t first, end; // tokens [first, end): from its start to the next one's
  uint32_t finite;     // the finite verb (VBD VBP VBZ MD)
  uint32_t head;       // the content verb or copula that carries the meaning:
                       // "has been *feeling*", "*was*" of "was angry"
  uint32_t subject;    // head noun or pronoun; NO_INDEX: dropped or not found
  Role role;
  Tense tense;
  Person person;        // PERSON_I also where a journal's subject is dropped
  bool dropped_subject; // "Felt betrayed."
  bool negated, question, conditional, progressive, imperative;
} Clause;

typedef struct Sentence {
  Span span;
  uint32_t first, end; // tokens [first, end)
  uint32_t first_clause, end_clause;
  uint32_t main; // clause, NO_INDEX: none
  Tense tense;   // of the main clause
  Person person; // of its subject
  bool negated, question, conditional;
  uint8_t confidence; // in `tense`, 0 to 100
} Sentence;

#endif
