// SPDX-License-Identifier: MIT
#include "wire/frame.h"

#include <string.h>

void frame_clear(Frame *f) {
  strbuf_clear(&f->bytes);
  *f = (Frame){0};
}

void frame_write_header(size_t len, StrBuf *out) {
  strbuf_printf(out, "Content-Length: %zu\r\n\r\n", len);
}

enum { KEPT = 1 << 18 }; // bytes of room that an idle frame may hold

static void drop_done(Frame *f) {
  if (f->at == f->bytes.len && f->bytes.cap > KEPT)
    strbuf_clear(&f->bytes);
  else
    strbuf_replace(&f->bytes, 0, f->at, STR(""));
  f->at = 0;
}

void frame_feed(Frame *f, Str bytes) {
  if (f->at) drop_done(f);
  size_t skip = bytes.len < f->skip ? bytes.len : (size_t)f->skip;
  f->skip -= skip;
  strbuf_put(&f->bytes, str_slice(bytes, skip, bytes.len));
}

static Str waiting(const Frame *f) {
  return str_slice(strbuf_str(&f->bytes), f->at, f->bytes.len);
}

// Up to and with the empty line that ends a header; 0 where it is not there.
static size_t header_len(Str s) {
  for (size_t i = 0; i < s.len; i++) {
    if (s.data[i] != '\n') continue;
    if (i == 0 || (i == 1 && s.data[0] == '\r')) return i + 1;
    if (i + 1 < s.len && s.data[i + 1] == '\n') return i + 2;
    if (i + 2 < s.len && s.data[i + 1] == '\r' && s.data[i + 2] == '\n')
      return i + 3;
  }
  return 0;
}

static bool read_length(Str header, uint32_t *out) {
  Str line, name;
  bool found = false;
  while (str_cut(&header, '\n', &line)) {
    Str value = line;
    if (!str_cut(&value, ':', &name) || name.len == line.len) continue;
    if (str_eq_nocase(str_trim(name), STR("Content-Length")))
      found = str_to_u32(str_trim(value), out);
  }
  return found;
}

static FrameStep refuse_body(Frame *f, uint32_t len, Err *err) {
  size_t here = waiting(f).len < len ? waiting(f).len : len;
  f->at += here;
  f->skip = len - here;
  err_set(err, "a message of %u bytes is too long", len);
  return FRAME_BROKEN;
}

static FrameStep read_header(Frame *f, Err *err) {
  Str s = waiting(f);
  size_t len = header_len(str_slice(s, 0, FRAME_HEADER_MOST));
  uint32_t body = 0;
  if (!len && s.len < FRAME_HEADER_MOST) return FRAME_MORE;
  f->at += len ? len : s.len;
  if (!len || !read_length(str_slice(s, 0, len), &body)) {
    err_set(err, "a header has no Content-Length");
    return FRAME_BROKEN;
  }
  if (body > FRAME_MOST) return refuse_body(f, body, err);
  f->body = body;
  f->in_body = true;
  return FRAME_BODY;
}

FrameStep frame_next(Frame *f, Str *body, Err *err) {
  if (!f->in_body) {
    FrameStep step = read_header(f, err);
    if (step != FRAME_BODY) return step;
  }
  Str s = waiting(f);
  if (s.len < f->body) {
    strbuf_reserve(&f->bytes, f->body - s.len);
    return FRAME_MORE;
  }
  *body = str_slice(s, 0, f->body);
  f->at += f->body;
  f->in_body = false;
  return FRAME_BODY;
}
