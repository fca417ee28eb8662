// SPDX-License-Identifier: MIT
// The server's speed as an editor feels it: the real program over real pipes.
// From a didChange of one key to the answer of the pull behind it (typingPause
// 0), opening, starting, memory. Prints a table; nothing here passes or fails.
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "wire/frame.h"
#include "wire/json.h"

typedef struct Program {
  pid_t pid;
  int in, out;
  Frame frame;
  int64_t id;
} Program;

static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void start(Program *p, const char *path) {
  int in[2], out[2];
  *p = (Program){0};
  if (pipe(in) || pipe(out)) abort();
  p->pid = fork();
  if (p->pid == 0) {
    dup2(in[0], 0);
    dup2(out[1], 1);
    close(in[1]);
    close(out[0]);
    execl(path, path, "lsp", (char *)NULL);
    _Exit(127);
  }
  close(in[0]);
  close(out[1]);
  p->in = in[1];
  p->out = out[0];
}

static void write_all(int fd, Str s) {
  while (s.len) {
    ssize_t n = write(fd, s.data, s.len);
    if (n <= 0) {
      fprintf(stderr, "the server does not read\n");
      exit(1);
    }
    s = str_slice(s, (size_t)n, s.len);
  }
}

// A message as it goes over the pipe.
static void put(Json *message, StrBuf *out) {
  StrBuf body = {0};
  json_write(message, &body);
  json_free(message);
  frame_write_header(body.len, out);
  strbuf_put(out, strbuf_str(&body));
  strbuf_clear(&body);
}

// The bytes of the next message; borrowed until the next call.
static Str receive(Program *p) {
  static char chunk[1 << 16];
  Str body;
  while (frame_next(&p->frame, &body, NULL) != FRAME_BODY) {
    ssize_t n = read(p->out, chunk, sizeof chunk);
    if (n <= 0) {
      fprintf(stderr, "the server has ended\n");
      exit(1);
    }
    frame_feed(&p->frame, (Str){chunk, (size_t)n});
  }
  return body;
}

static bool is_reply(Str body, int64_t id) {
  char head[64];
  snprintf(head, sizeof head, "{\"jsonrpc\":\"2.0\",\"id\":%lld,\"result\"",
           (long long)id);
  return str_starts(body, str_of(head));
}

static void put_request(Program *p, const char *method, Json *params,
                        StrBuf *out) {
  put(json_object({"jsonrpc", json_str(STR("2.0"))},
                  {"id", json_int(100000 + ++p->id)},
                  {"method", json_str(str_of(method))}, {"params", params}),
      out);
}

static void put_notification(const char *method, Json *params, StrBuf *out) {
  put(json_object({"jsonrpc", json_str(STR("2.0"))},
                  {"method", json_str(str_of(method))}, {"params", params}),
      out);
}

// Sends what was put, which ends in a request, and clears it. Gives the bytes
// of the reply.
static size_t ask_put(Program *p, StrBuf *out) {
  write_all(p->in, strbuf_str(out));
  strbuf_clear(out);
  Str body = receive(p);
  while (!is_reply(body, 100000 + p->id)) body = receive(p);
  return body.len;
}

static size_t ask(Program *p, const char *method, Json *params) {
  StrBuf out = {0};
  put_request(p, method, params, &out);
  return ask_put(p, &out);
}

static void notify(Program *p, const char *method, Json *params) {
  StrBuf out = {0};
  put_notification(method, params, &out);
  write_all(p->in, strbuf_str(&out));
  strbuf_clear(&out);
}

static Json *parsed(const char *text) {
  Json *j = NULL;
  json_read(str_of(text), STR("bench"), &j, NULL);
  return j;
}

static void initialize(Program *p) {
  ask(p, "initialize",
      parsed("{\"processId\":null,\"rootUri\":null,\"capabilities\":"
             "{\"textDocument\":{\"diagnostic\":{\"relatedInformation\":true,"
             "\"codeDescriptionSupport\":true,\"dataSupport\":true}},"
             "\"workspace\":{\"diagnostics\":{\"refreshSupport\":true}}},"
             "\"initializationOptions\":{\"typingPause\":0}}"));
  notify(p, "initialized", parsed("{}"));
}

static void stop(Program *p) {
  ask(p, "shutdown", NULL);
  notify(p, "exit", NULL);
  close(p->in);
  close(p->out);
  waitpid(p->pid, NULL, 0);
  frame_clear(&p->frame);
}

// ---- the text: entries of a made-up journal, no two paragraphs alike --------

static uint32_t any(uint32_t below) {
  static uint64_t state = 88172645463325252u;
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)(state >> 33) % below;
}

static const char *pick(const char *const *list, uint32_t count) {
  return list[any(count)];
}
#define PICK(list) pick(list, sizeof list / sizeof *list)

static void put_sentence(StrBuf *b) {
  static const char *const who[] = {"Sam",     "my mother",     "Ines",
                                    "my boss", "the neighbour", "he",
                                    "she",     "Jonas"};
  static const char *const where[] = {
      "at the station", "in the kitchen", "on the phone", "after lunch",
      "by the river",   "last night",     "at work",      "before school"};
  static const char *const what[] = {
      "talked about the garden",  "forgot the keys again",
      "brought bread and apples", "told a long story about the boat",
      "laughed at the dog",       "left without a word",
      "waited for an hour",       "read the whole letter aloud"};
  static const char *const inner[] = {"I felt lonely",
                                      "I am tired and a little sad",
                                      "I feel ignored",
                                      "I guess I was jealous",
                                      "I want more time alone",
                                      "I was kind of angry",
                                      "it hurt me",
                                      "I think it will rain"};
  static const char *const tail[] = {"and I said nothing", "as always",
                                     "for the first time", "and then we ate",
                                     "which was fine",     "and I miss that"};
  switch (any(4)) {
  case 0:
    strbuf_printf(b, "%s %s %s, %s. ", PICK(who), PICK(what), PICK(where),
                  PICK(tail));
    break;
  case 1: strbuf_printf(b, "%s %s. ", PICK(inner), PICK(where)); break;
  case 2:
    strbuf_printf(b, "When %s %s, %s. ", PICK(who), PICK(what), PICK(inner));
    break;
  default: strbuf_printf(b, "%s %s. ", PICK(who), PICK(what));
  }
}

static void make_journal(size_t size, StrBuf *b) {
  uint32_t day = 0;
  while (b->len < size) {
    strbuf_printf(b, "# %04u-%02u-%02u\nmood: %u/10\n\n", 2001 + day / 336,
                  1 + day / 28 % 12, 1 + day % 28, 1 + any(9));
    day++;
    for (uint32_t p = 2 + any(4); p > 0; p--) {
      for (uint32_t s = 2 + any(6); s > 0; s--) put_sentence(b);
      strbuf_put(b, STR("\n\n"));
    }
  }
}

// ---- measuring --------------------------------------------------------------

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static long resident_kb(pid_t pid) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
  StrBuf b = {0};
  long kb = -1;
  if (file_read(str_of(path), &b, NULL)) {
    const char *found = strstr(b.data, "VmRSS:");
    if (found) kb = strtol(found + 6, NULL, 10);
  }
  strbuf_clear(&b);
  return kb;
}

// What the server itself has worked so far on all its threads, in ms; 0 where
// nobody counts it. Other programs on the machine make this no longer, only
// the wait.
static double worked_ms(pid_t pid) {
  clockid_t clock;
  struct timespec t;
  if (clock_getcpuclockid(pid, &clock) || clock_gettime(clock, &t)) return 0;
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static Json *document(void) {
  return json_object({"uri", json_str(STR("untitled:bench.jot"))},
                     {"languageId", json_str(STR("jot"))});
}

// From here on, in ms: a message goes out, a pull right behind it, until its
// answer is there. Both are made before; what they cost is the editor's.
static double sent_and_pulled(Program *p, const char *method, Json *params) {
  StrBuf out = {0};
  put_notification(method, params, &out);
  put_request(p, "textDocument/diagnostic",
              json_object({"textDocument", document()}), &out);
  double from = now_ms();
  ask_put(p, &out);
  return now_ms() - from;
}

static double open_text(Program *p, Str text) {
  Json *d = document();
  json_set(d, STR("version"), json_int(1));
  json_set(d, STR("text"), json_str(text));
  return sent_and_pulled(p, "textDocument/didOpen",
                         json_object({"textDocument", d}));
}

static double one_key(Program *p, uint32_t line, uint32_t column, int64_t v) {
  static const char *const keys[] = {"a", " ", "e", "n", ".", "t"};
  Json *at =
      json_object({"line", json_int(line)}, {"character", json_int(column)});
  Json *change =
      json_object({"range", json_object({"start", json_keep(at)}, {"end", at})},
                  {"text", json_str(str_of(PICK(keys)))});
  Json *changes = json_array(), *d = document();
  json_push(changes, change);
  json_set(d, STR("version"), json_int(v));
  return sent_and_pulled(
      p, "textDocument/didChange",
      json_object({"textDocument", d}, {"contentChanges", changes}));
}

typedef struct Sample {
  double *times;
  uint32_t count;
} Sample;

static double part_of(const Sample *s, uint32_t percent) {
  return s->times[(s->count - 1) * percent / 100];
}

static void press_keys(Program *p, uint32_t lines, Sample *waits,
                       Sample *works) {
  uint32_t line = 0;
  for (uint32_t i = 0; i < waits->count; i++) {
    if (i % 20 == 0) line = 3 + any(lines - 4); // a hand types a while, moves
    double before = worked_ms(p->pid);
    waits->times[i] = one_key(p, line, i % 20, i + 2);
    works->times[i] = worked_ms(p->pid) - before;
  }
  qsort(waits->times, waits->count, sizeof(double), by_value);
  qsort(works->times, works->count, sizeof(double), by_value);
}

static void measure(const char *path, size_t size, uint32_t keys) {
  StrBuf text = {0};
  make_journal(size, &text);
  Program p;
  start(&p, path);
  initialize(&p);
  double opened = open_text(&p, strbuf_str(&text));
  size_t answer = ask(&p, "textDocument/diagnostic",
                      json_object({"textDocument", document()}));
  uint32_t lines = 0;
  for (size_t i = 0; i < text.len; i++) lines += text.data[i] == '\n';
  double opening = worked_ms(p.pid);
  Sample waits = {heap_alloc(keys * sizeof(double)), keys};
  Sample works = {heap_alloc(keys * sizeof(double)), keys};
  press_keys(&p, lines, &waits, &works);
  printf("%5zu KB  open %7.2f ms (work %.2f)  key p50 %.3f p99 %.3f max %.3f "
         "(work p50 %.3f p99 %.3f) ms  answer %.1f KB  resident %.1f MB\n",
         size >> 10, opened, opening, part_of(&waits, 50), part_of(&waits, 99),
         part_of(&waits, 100), part_of(&works, 50), part_of(&works, 99),
         (double)answer / 1024, (double)resident_kb(p.pid) / 1024);
  free(waits.times);
  free(works.times);
  stop(&p);
  strbuf_clear(&text);
}

static void measure_start(const char *path) {
  enum { TIMES = 31 };
  double times[TIMES];
  for (int i = 0; i < TIMES; i++) {
    Program p;
    double from = now_ms();
    start(&p, path);
    initialize(&p);
    times[i] = now_ms() - from;
    stop(&p);
  }
  qsort(times, TIMES, sizeof *times, by_value);
  printf("start to initialize reply: median %.2f ms of %d\n", times[TIMES / 2],
         TIMES);
}

// usage: bench_lsp [PROGRAM [KB KEYS]]: all of it, or one size alone.
int main(int argc, char **argv) {
  const char *path = argc > 1 ? argv[1] : INKLING_PROGRAM;
  signal(SIGPIPE, SIG_IGN);
  uint32_t kb, keys;
  if (argc > 3 && str_to_u32(str_of(argv[2]), &kb) &&
      str_to_u32(str_of(argv[3]), &keys)) {
    measure(path, (size_t)kb << 10, keys);
    return 0;
  }
  measure_start(path);
  measure(path, 10 << 10, 1000);
  measure(path, 100 << 10, 1000);
  measure(path, 1 << 20, 500);
  return 0;
}
