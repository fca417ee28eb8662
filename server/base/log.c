// SPDX-License-Identifier: MIT
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>

static LogLevel shown = LOG_ERROR;

void log_set_level(LogLevel level) {
  shown = level;
}

void log_line(LogLevel level, const char *format, ...) {
  if (level > shown || level == LOG_OFF) return;
  va_list args;
  va_start(args, format);
  fputs("inkling: ", stderr);
  vfprintf(stderr, format, args);
  fputc('\n', stderr);
  va_end(args);
}
