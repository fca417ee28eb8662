// SPDX-License-Identifier: MIT
// base/log.h: lines to standard error for whoever mends Inkling.
// Privacy is a rule here, not a setting: a line may name a method, a count, a
// version or a file, and never holds a word of a document. Silent by default.
#ifndef INKLING_BASE_LOG_H
#define INKLING_BASE_LOG_H

typedef enum LogLevel { LOG_OFF, LOG_ERROR, LOG_INFO, LOG_DEBUG } LogLevel;

void log_set_level(LogLevel level); // LOG_ERROR until somebody says otherwise
void log_line(LogLevel level, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
