// SPDX-License-Identifier: MIT
// tests/unit/check.h: the least that a unit test needs. A failed CHECK says
// where and goes on; check_done gives main its exit status.
#ifndef INKLING_TESTS_CHECK_H
#define INKLING_TESTS_CHECK_H

#include <stdio.h>

#include "base/str.h"

static int check_count, check_failed;

#define CHECK(claim)                                                           \
  (check_count++,                                                              \
   (claim) ? (void)0                                                           \
           : (void)(check_failed++, fprintf(stderr, "%s:%d: not so: %s\n",     \
                                            __FILE__, __LINE__, #claim)))

#define CHECK_STR(got, want)                                                   \
  do {                                                                         \
    Str check_got = (got), check_want = (want);                                \
    check_count++;                                                             \
    if (str_eq(check_got, check_want)) break;                                  \
    check_failed++;                                                            \
    fprintf(stderr, "%s:%d: got  «" STR_FMT "»\n  want «" STR_FMT "»\n",       \
            __FILE__, __LINE__, STR_ARG(check_got), STR_ARG(check_want));      \
  } while (0)

static inline int check_done(void) {
  printf("%d passed, %d failed\n", check_count - check_failed, check_failed);
  return check_failed != 0 || check_count == 0;
}

#endif
