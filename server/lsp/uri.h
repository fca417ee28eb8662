// SPDX-License-Identifier: MIT
// lsp/uri.h: file URIs (RFC 8089) and paths, both as bytes.
// Editors escape differently, so two URIs of one file are compared as paths.
#ifndef INKLING_LSP_URI_H
#define INKLING_LSP_URI_H

#include "base/str.h"

Str uri_path(Str uri, Arena *a); // "" where it names no file of this machine
Str uri_of_path(Str path, Arena *a); // an absolute path's file URI
bool uri_same(Str one, Str other, Arena *a);

#endif
