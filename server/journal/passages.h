// SPDX-License-Identifier: MIT
// journal/passages.h: what was read of each paragraph, kept by content.
// A passage is known by its bytes, their context, its kind and whom it speaks
// of, so it is read once however often the text around it changes; each has an
// arena of its own, dropped when no block claims it any more. Only its question
// looks at a neighbour: it takes the next turn where the paragraph above asks
// the same.
#ifndef INKLING_JOURNAL_PASSAGES_H
#define INKLING_JOURNAL_PASSAGES_H

#include "lens/lens.h"
#include "syntax/outline.h"
#include "syntax/prose.h"

typedef struct PassageRead {
  Arena arena; // holds this struct as well
  uint64_t hash, serial;
  uint64_t context; // of its block
  PassageKind kind;
  Str bytes; // of its block
  LensPlace place;
  Passage passage; // its span relative to the block's start
  const Sentence *sentences;
  uint32_t sentence_count;
  const LensReading *reading;
  uint32_t turn;       // of its questions
  uint64_t above;      // serial of the passage above when `turn` was chosen …
  uint32_t above_turn; // … and its turn
  uint32_t next;       // in its bucket, one more than the index
  bool claimed, chosen;
} PassageRead;
typedef PassageRead *PassageReadRef; // as vec_each names it

// One that is not read yet, and where it stands.
typedef struct PassageFresh {
  PassageRead *read;
  const Block *block;
} PassageFresh;
typedef Vec(PassageFresh) PassageFreshVec;

// Bytes that are worth a second thread, and the memory that it leaves behind.
enum { PASSAGES_MUCH = 128 << 10 };

// A zeroed Passages is a valid, empty one. Owned: passages_clear.
typedef struct Passages {
  const LensSet *lenses; // borrowed; passages_use sets it
  LensReader *reader;    // owned
  Vec(PassageRead *) now;
  uint32_t first, end;               // of `now`: what this round replaces …
  Vec(PassageRead *) before, claims; // … which is this, and by what
  PassageFreshVec fresh;
  struct Reading *ahead; // of what passages_read_ahead began, or NULL
  Vec(uint32_t) heads;   // of buckets over `before`, filled when first asked
  Arena scratch;         // what reading needs beside what is kept
  uint64_t count_read;
} Passages;

void passages_clear(Passages *p);
// Reads with these lenses from here on; forgets all but the count. Borrows.
void passages_use(Passages *p, const LensSet *lenses);
// A round: begin, claim for every block of prose in order, end; then `now` has
// a passage for each. `was`: which one of those that are replaced has this
// block's bytes, NO_INDEX: nobody knows. What is new is read in passages_end,
// until which the block is borrowed, by several threads where it is much: a
// passage is read by itself, so that makes no difference to what is said of it.
// Claims replace passages [first, end) of the last round; the others stay what
// they were.
void passages_begin(Passages *p, uint32_t first, uint32_t end);
void passages_claim(Passages *p, const Text *text, const Block *block,
                    DocKind kind, Str other, uint32_t was);
// Ends a round in the place of passages_end, before there were any, without
// waiting: what is new is read by other threads until the next round ends. Till
// then text and blocks must stay; the tree may be edited.
void passages_read_ahead(Passages *p, const Text *text, const Tree *tree);
// Returns the end of those that may ask or say something else than before.
uint32_t passages_end(Passages *p, const Text *text, const Tree *tree);
// Where all are looked at in order: asks the processor for what the next ones
// hold, which lies where another thread put it.
void passages_look_ahead(const Passages *p, uint32_t index);
// What `now` has at an index, with all that the lenses found in it: what is
// kept has that of letters alone, whose measures count it. In `a`.
const LensReading *passages_read_again(Passages *p, uint32_t index, Arena *a);
// A field's name as it is said: `@sam, @lee` is "Sam". In `a`.
Str passage_said_name(Str value, Arena *a);

#endif
