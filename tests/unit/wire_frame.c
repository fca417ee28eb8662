// SPDX-License-Identifier: MIT
#include <string.h>

#include "unit/check.h"
#include "wire/frame.h"
#include "wire/rpc.h"

static void whole_messages_come_out_of_any_split(void) {
  Str in = STR("content-type: x\r\nCONTENT-LENGTH:  5\r\n\r\nhello"
               "Content-Length: 0\r\n\r\n"
               "Content-Length: 3\n\nabc");
  for (size_t step = 1; step <= in.len; step++) {
    Frame f = {0};
    Str body;
    StrBuf got = {0};
    for (size_t i = 0; i < in.len; i += step) {
      frame_feed(&f, str_slice(in, i, i + step));
      while (frame_next(&f, &body, NULL) == FRAME_BODY) {
        strbuf_put(&got, body);
        strbuf_putc(&got, '|');
      }
    }
    CHECK_STR(strbuf_str(&got), STR("hello||abc|"));
    strbuf_clear(&got);
    frame_clear(&f);
  }
}

static void broken_headers_cost_themselves(void) {
  Frame f = {0};
  Err err = {0};
  Str body;
  frame_feed(&f, STR("Content-Length: -1\r\n\r\nX: y\r\n\r\n"
                     "Content-Length: 2\r\n\r\nok"));
  CHECK(frame_next(&f, &body, &err) == FRAME_BROKEN && err.set);
  CHECK(frame_next(&f, &body, NULL) == FRAME_BROKEN);
  CHECK(frame_next(&f, &body, NULL) == FRAME_BODY);
  CHECK_STR(body, STR("ok"));
  frame_feed(&f, STR("Content-Length: 4294967295\r\n\r\nlots"));
  CHECK(frame_next(&f, &body, NULL) == FRAME_BROKEN);
  CHECK(f.skip == 4294967291u);
  frame_clear(&f);
}

static void an_endless_header_is_dropped(void) {
  Frame f = {0};
  Str body;
  char noise[1000];
  memset(noise, 'x', sizeof noise);
  int broken = 0;
  for (int i = 0; i < 100; i++) {
    frame_feed(&f, (Str){noise, sizeof noise});
    broken += frame_next(&f, &body, NULL) == FRAME_BROKEN;
  }
  CHECK(broken == 11 && f.bytes.cap < 40000);
  frame_clear(&f);
}

static RpcKind kind_of(const char *text) {
  RpcMessage m;
  CHECK(rpc_read(str_of(text), &m, NULL));
  RpcKind kind = m.kind;
  rpc_clear(&m);
  return kind;
}

static void messages_are_told_apart(void) {
  CHECK(kind_of("{\"id\":1,\"method\":\"a\"}") == RPC_REQUEST);
  CHECK(kind_of("{\"id\":\"x\",\"method\":\"a\"}") == RPC_REQUEST);
  CHECK(kind_of("{\"id\":null,\"method\":\"a\"}") == RPC_INVALID);
  CHECK(kind_of("{\"method\":\"a\"}") == RPC_NOTIFICATION);
  CHECK(kind_of("{\"id\":1,\"result\":null}") == RPC_REPLY);
  CHECK(kind_of("{\"id\":1,\"error\":{}}") == RPC_REPLY);
  CHECK(kind_of("[{\"id\":1,\"method\":\"a\"}]") == RPC_INVALID);
  CHECK(kind_of("{}") == RPC_INVALID && kind_of("null") == RPC_INVALID);
}

static void an_err_becomes_an_error(void) {
  Err err = {0};
  err_set(&err, "no such thing");
  Json *e = rpc_error(NULL, RPC_INVALID_PARAMS, &err);
  StrBuf b = {0};
  json_write(e, &b);
  CHECK_STR(strbuf_str(&b),
            STR("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32602,"
                "\"message\":\"no such thing\"}}"));
  strbuf_clear(&b);
  json_free(e);
}

int main(void) {
  whole_messages_come_out_of_any_split();
  broken_headers_cost_themselves();
  an_endless_header_is_dropped();
  messages_are_told_apart();
  an_err_becomes_an_error();
  return check_done();
}
