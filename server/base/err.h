// SPDX-License-Identifier: MIT
// base/err.h: an expected failure as a value: one clear sentence and a place.
// A function that can fail takes `Err *err` last and returns false or NULL.
// The first failure wins, so a caller may go on and look once at the end.
#ifndef INKLING_BASE_ERR_H
#define INKLING_BASE_ERR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef struct Err {
  bool set;
  uint32_t line, column; // from 1; 0: no place
  char path[512];        // "" where there is none; cut where longer
  char message[512];     // NUL-terminated, without a full stop at its end
} Err;

// Both return false, so that `return err_set(err, …)` reads well. NULL err: ok.
bool err_set(Err *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
bool err_at(Err *err, Str path, uint32_t line, uint32_t column,
            const char *format, ...) __attribute__((format(printf, 5, 6)));

// "path:line:column: message" with the parts there are, in `a`.
Str err_text(const Err *err, Arena *a);

#endif
