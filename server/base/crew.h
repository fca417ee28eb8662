// SPDX-License-Identifier: MIT
// base/crew.h: one piece of work in many parts, done by several threads at a
// time. The caller works along and goes on when all is done, so nobody else
// ever sees a thread: what is handed over must not be touched meanwhile, and
// parts must not touch what is another's.
#ifndef INKLING_BASE_CREW_H
#define INKLING_BASE_CREW_H

#include <stdint.h>

enum { CREW_MOST = 8 }; // threads

// Part `index` of the work, on the thread `hand` (from 0, the caller's).
typedef void CrewWork(void *state, uint32_t hand, uint32_t index);

// How many threads are of use: one a processor, CREW_MOST at most.
uint32_t crew_size(void);
// At most so many from here on, 0: as many as are of use. For tests, before
// other threads are there.
void crew_limit(uint32_t most);
// Does parts 0 to count - 1, in no order, on at most `hands` threads; on fewer
// where the system gives no more.
void crew_run(uint32_t hands, uint32_t count, CrewWork *work, void *state);
// The same in two steps, between which the caller may do something else: the
// other hands begin with it, and in the end the caller helps until all is done.
// Each crew that began must end.
typedef struct Crew Crew;
Crew *crew_begin(uint32_t hands, uint32_t count, CrewWork *work, void *state);
void crew_end(Crew *c);

#endif
