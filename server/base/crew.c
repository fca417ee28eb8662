// SPDX-License-Identifier: MIT
#include "base/crew.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/arena.h"

enum { STEP = 16 << 20, USUAL_STEP = 128 << 10 }; // bytes; glibc's own

typedef struct Hand {
  Crew *crew;
  uint32_t index;
  pthread_t thread;
} Hand;

struct Crew {
  CrewWork *work;
  void *state;
  uint32_t count, called; // parts; hands that are there
  atomic_uint_fast32_t next;
  Hand hands[CREW_MOST];
};

static uint32_t limit;

void crew_limit(uint32_t most) {
  limit = most;
}

uint32_t crew_size(void) {
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  if (limit) return limit < CREW_MOST ? limit : CREW_MOST;
  if (cores < 1) return 1;
  return cores < CREW_MOST ? (uint32_t)cores : CREW_MOST;
}

// glibc lets a thread's memory grow page by page, each by a call that all other
// threads wait for: a thousand of them for a megabyte of text. While a crew is
// at work it grows in steps that nothing outgrows; what is not touched is not
// there.
static void grow_memory_by(int bytes) {
#ifdef __GLIBC__
  mallopt(M_TOP_PAD, bytes);
#else
  (void)bytes;
#endif
}

static void *lend(void *state) {
  const Hand *h = state;
  Crew *c = h->crew;
  for (;;) {
    uint_fast32_t i = atomic_fetch_add(&c->next, 1);
    if (i >= c->count) return NULL;
    c->work(c->state, h->index, (uint32_t)i);
  }
}

// Signals are for the thread that runs the program.
static uint32_t call_hands(Hand *hands, uint32_t wanted) {
  sigset_t all, before;
  uint32_t called = 1;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  while (called < wanted &&
         !pthread_create(&hands[called].thread, NULL, lend, &hands[called]))
    called++;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return called;
}

Crew *crew_begin(uint32_t hands, uint32_t count, CrewWork *work, void *state) {
  Crew *c = heap_alloc(sizeof *c);
  c->work = work;
  c->state = state;
  c->count = count;
  for (uint32_t i = 0; i < CREW_MOST; i++)
    c->hands[i] = (Hand){.crew = c, .index = i};
  if (hands > 1) grow_memory_by(STEP);
  c->called = call_hands(c->hands, hands < CREW_MOST ? hands : CREW_MOST);
  return c;
}

void crew_end(Crew *c) {
  lend(&c->hands[0]);
  for (uint32_t i = 1; i < c->called; i++)
    pthread_join(c->hands[i].thread, NULL);
  if (c->called > 1) grow_memory_by(USUAL_STEP);
  free(c);
}

void crew_run(uint32_t hands, uint32_t count, CrewWork *work, void *state) {
  crew_end(crew_begin(hands, count, work, state));
}
