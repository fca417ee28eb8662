// SPDX-License-Identifier: MIT
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

bool err_set(Err *err, const char *format, ...) {
  if (!err || err->set) return false;
  va_list args;
  va_start(args, format);
  vsnprintf(err->message, sizeof err->message, format, args);
  va_end(args);
  err->set = true;
  return false;
}

bool err_at(Err *err, Str path, uint32_t line, uint32_t column,
            const char *format, ...) {
  if (!err || err->set) return false;
  va_list args;
  va_start(args, format);
  vsnprintf(err->message, sizeof err->message, format, args);
  va_end(args);
  snprintf(err->path, sizeof err->path, STR_FMT, STR_ARG(path));
  err->line = line;
  err->column = column;
  err->set = true;
  return false;
}

Str err_text(const Err *err, Arena *a) {
  if (err->path[0] && err->line)
    return str_printf(a, "%s:%u:%u: %s", err->path, err->line, err->column,
                      err->message);
  if (err->path[0]) return str_printf(a, "%s: %s", err->path, err->message);
  if (err->line)
    return str_printf(a, "%u:%u: %s", err->line, err->column, err->message);
  return str_of(err->message);
}
