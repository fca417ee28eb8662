// SPDX-License-Identifier: MIT
// wire/frame.h: Content-Length framing (LSP 3.18, "Base Protocol") as a pure
// machine: bytes go in as they come, whole bodies come out. Header names in any
// case and order; a line may end with LF alone. What is broken is told once and
// passed over, as far as that can be: a header without a length costs itself.
#ifndef INKLING_WIRE_FRAME_H
#define INKLING_WIRE_FRAME_H

#include "base/err.h"
#include "base/str.h"

enum {
  FRAME_MOST = 256 << 20,  // bytes of a body; a longer one is skipped
  FRAME_HEADER_MOST = 8192 // bytes of a header
};

// A zeroed Frame is a valid, empty one. Owned: frame_clear.
typedef struct Frame {
  StrBuf bytes;
  size_t at;     // bytes before it are done with
  size_t body;   // length of the body awaited; 0 while in_body is false
  uint64_t skip; // bytes of a refused body still to come
  bool in_body;
} Frame;

typedef enum FrameStep {
  FRAME_MORE,  // nothing whole yet
  FRAME_BODY,  // *body is one message, borrowed until the next frame_feed
  FRAME_BROKEN // *err says how; call again
} FrameStep;

void frame_feed(Frame *f, Str bytes);
FrameStep frame_next(Frame *f, Str *body, Err *err);
void frame_clear(Frame *f);
// Appends the header for a body of `len` bytes.
void frame_write_header(size_t len, StrBuf *out);

#endif
