// SPDX-License-Identifier: MIT
// base/file.h: the few things Inkling asks of a disk. It reads; it writes only
// where a command was told to. Paths are bytes, NUL-terminated inside.
#ifndef INKLING_BASE_FILE_H
#define INKLING_BASE_FILE_H

#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"

typedef Vec(Str) StrVec;

enum { FILE_MOST = 64 << 20 }; // bytes; a larger document is politely refused

// Reads the whole file ("-": standard input) into *out, which is cleared first.
bool file_read(Str path, StrBuf *out, Err *err);
// Names of a folder's entries, sorted by bytes, without "." and "..", in `a`.
bool file_list(Str folder, Arena *a, StrVec *names, Err *err);
// Writes a new file; refuses to touch one that exists.
bool file_create(Str path, Str bytes, Err *err);
bool file_exists(Str path);
bool file_is_folder(Str path);
bool file_is_link(Str path);
bool file_is_plain(Str path); // neither folder, pipe nor device, as far as can
                              // be seen: reading it does not wait for anybody
Str path_join(Arena *a, Str folder, Str name);
Str path_folder(Str path);             // "" where there is none; "/" of "/x"
Str path_name(Str path);               // behind the last slash
Str path_absolute(Arena *a, Str path); // against the working folder; no links
                                       // followed, "." and ".." folded
// The user's folder of settings: $XDG_CONFIG_HOME/inkling, else
// ~/.config/inkling; "" where neither is known.
Str path_config(Arena *a);

#endif
