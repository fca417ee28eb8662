// SPDX-License-Identifier: MIT
#include "wire/json.h"

#include <json-c/json.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"

// A Json is json-c's object under another name.
static struct json_object *raw(const Json *j) {
  return (struct json_object *)(uintptr_t)j;
}

static Json *made(struct json_object *o) {
  if (!o) abort(); // out of memory, as in base/arena.c
  return (Json *)o;
}

static bool read_failed(Str bytes, Str path, size_t at, const char *why,
                        Err *err) {
  uint32_t line = 1, column = 1;
  for (size_t i = 0; i < at && i < bytes.len; i++) {
    column++;
    if (bytes.data[i] == '\n') line++, column = 1;
  }
  return err_at(err, path, line, column, "this is not JSON: %s", why);
}

// The length of a valid UTF-8 sequence at `i` (RFC 3629, table 3-7 of Unicode),
// 0 where there is none.
static size_t sequence(Str s, size_t i) {
  const unsigned char *p = (const unsigned char *)s.data + i;
  size_t left = s.len - i;
  if (p[0] < 0x80) return 1;
  size_t n = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
  if (p[0] < 0xC2 || p[0] > 0xF4 || left < n) return 0;
  unsigned low = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
  unsigned high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
  if (p[1] < low || p[1] > high) return 0;
  for (size_t k = 2; k < n; k++)
    if ((p[k] & 0xC0) != 0x80) return 0;
  return n;
}

static const Str BAD = {"\xEF\xBF\xBD", 3}; // U+FFFD

static Str mended(Str s, StrBuf *b) {
  for (size_t i = 0; i < s.len;) {
    size_t n = sequence(s, i);
    strbuf_put(b, n ? (Str){s.data + i, n} : BAD);
    i += n ? n : 1;
  }
  return strbuf_str(b);
}

// How many bytes are valid: all of them, or up to the first that is not.
static size_t valid_len(Str s) {
  for (size_t i = 0, n;; i += n) {
    i += ascii_run(s.data, i, s.len, 0);
    if (i == s.len || !(n = sequence(s, i))) return i;
  }
}

static bool is_valid(Str s) {
  return valid_len(s) == s.len;
}

// Halves of surrogate pairs, a character torn in two, are no UTF-8, but some
// editors write them as if they were. In their place goes U+FFFD, which is as
// wide in every unit that columns are counted in.
static Str without_halves(Str s, StrBuf *b) {
  strbuf_put(b, s);
  for (size_t i = 0; i + 2 < s.len; i++) {
    const unsigned char *p = (const unsigned char *)s.data + i;
    if (p[0] == 0xED && p[1] >= 0xA0 && p[1] <= 0xBF && (p[2] & 0xC0) == 0x80)
      memcpy(b->data + i, "\xEF\xBF\xBD", 3);
  }
  return strbuf_str(b);
}

// It need not look whether the bytes are UTF-8: they are by now.
static struct json_tokener *tokener_new(void) {
  struct json_tokener *t = json_tokener_new_ex(JSON_DEPTH);
  if (!t) abort();
  json_tokener_set_flags(t, JSON_TOKENER_STRICT);
  return t;
}

static bool read_valid(Str bytes, Str path, Json **out, Err *err) {
  struct json_tokener *t = tokener_new();
  struct json_object *o = json_tokener_parse_ex(t, bytes.data, (int)bytes.len);
  size_t at = json_tokener_get_parse_end(t);
  if (json_tokener_get_error(t) == json_tokener_continue)
    o = json_tokener_parse_ex(t, "", 1); // a number ends only at its NUL
  enum json_tokener_error e = json_tokener_get_error(t);
  json_tokener_free(t);
  if (e == json_tokener_success && at < bytes.len) { // a NUL stopped it
    json_object_put(o);
    e = json_tokener_error_parse_unexpected;
  }
  if (e != json_tokener_success)
    return read_failed(bytes, path, at, json_tokener_error_desc(e), err);
  *out = (Json *)o;
  return true;
}

bool json_read(Str bytes, Str path, Json **out, Err *err) {
  *out = NULL;
  if (bytes.len > INT32_MAX) return err_set(err, "the JSON text is too long");
  StrBuf b = {0};
  size_t len = valid_len(bytes);
  if (len < bytes.len)
    bytes = without_halves(bytes, &b), len = valid_len(bytes);
  bool ok = len == bytes.len
                ? read_valid(bytes, path, out, err)
                : read_failed(bytes, path, len, "invalid utf-8 string", err);
  strbuf_clear(&b);
  return ok;
}

void json_free(Json *j) {
  json_object_put(raw(j));
}

Json *json_keep(const Json *j) {
  return (Json *)json_object_get(raw(j));
}

// json-c would copy a long answer once more, into memory of its own. It gets
// one byte in the place of a long raw value, a byte that no JSON text holds.
enum { RAW_LONG = 4096, RAWS_MOST = 8 };
static const char RAW_BYTE = 1;
typedef struct Raw {
  Str text; // or, where there is a `put`, what that writes
  JsonPut *put;
  const void *self;
} Raw;
static _Thread_local struct Raws {
  const Raw *list[RAWS_MOST];
  unsigned count;
} raws; // met while json_write is at work

static void write_raw(const Raw *r, StrBuf *out) {
  if (r->put)
    r->put(r->self, out);
  else
    strbuf_put(out, r->text);
}

void json_write(const Json *j, StrBuf *out) {
  size_t len = 0;
  raws.count = 0;
  const char *text = json_object_to_json_string_length(
      raw(j), JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, &len);
  if (!text) abort();
  Str rest = {text, j ? len : strlen(text)}, part;
  for (unsigned i = 0; i < raws.count; i++) {
    str_cut(&rest, RAW_BYTE, &part);
    strbuf_put(out, part);
    write_raw(raws.list[i], out);
  }
  strbuf_put(out, rest);
}

JsonKind json_kind(const Json *j) {
  switch (json_object_get_type(raw(j))) {
  case json_type_boolean: return JSON_BOOL;
  case json_type_int: return JSON_INT;
  case json_type_double: return JSON_DOUBLE;
  case json_type_string: return JSON_STR;
  case json_type_array: return JSON_ARRAY;
  case json_type_object: return JSON_OBJECT;
  default: return JSON_NULL;
  }
}

static const Json *member(const Json *j, const char *key) {
  struct json_object *found = NULL;
  if (json_kind(j) == JSON_OBJECT)
    json_object_object_get_ex(raw(j), key, &found);
  return (const Json *)found;
}

const Json *json_member(const Json *j, Str key) {
  char small[128];
  if (key.len < sizeof small) {
    memcpy(small, key.data, key.len);
    small[key.len] = 0;
    return member(j, small);
  }
  StrBuf b = {0};
  strbuf_put(&b, key);
  const Json *found = member(j, b.data);
  strbuf_clear(&b);
  return found;
}

const Json *json_get(const Json *j, const char *path) {
  Str rest = str_of(path), key;
  while (j && rest.len && str_cut(&rest, '.', &key)) j = json_member(j, key);
  return j;
}

bool json_has(const Json *j, const char *key) {
  return json_kind(j) == JSON_OBJECT &&
         json_object_object_get_ex(raw(j), key, NULL);
}

Str json_get_str(const Json *j, const char *path, Str otherwise) {
  const Json *s = json_get(j, path);
  if (json_kind(s) != JSON_STR) return otherwise;
  return (Str){json_object_get_string(raw(s)),
               (size_t)json_object_get_string_len(raw(s))};
}

int64_t json_get_i64(const Json *j, const char *path, int64_t otherwise) {
  const Json *n = json_get(j, path);
  return json_kind(n) == JSON_INT ? json_object_get_int64(raw(n)) : otherwise;
}

uint32_t json_get_u32(const Json *j, const char *path, uint32_t otherwise) {
  int64_t n = json_get_i64(j, path, -1);
  return n < 0 || n > UINT32_MAX ? otherwise : (uint32_t)n;
}

bool json_get_bool(const Json *j, const char *path, bool otherwise) {
  const Json *b = json_get(j, path);
  return json_kind(b) == JSON_BOOL ? json_object_get_boolean(raw(b))
                                   : otherwise;
}

uint32_t json_count(const Json *j) {
  return json_kind(j) == JSON_ARRAY ? (uint32_t)json_object_array_length(raw(j))
                                    : 0;
}

const Json *json_item(const Json *j, uint32_t index) {
  return index < json_count(j)
             ? (const Json *)json_object_array_get_idx(raw(j), index)
             : NULL;
}

bool json_array_has(const Json *j, const char *path, Str item) {
  const Json *array = json_get(j, path);
  for (uint32_t i = 0; i < json_count(array); i++) {
    const Json *each = json_item(array, i);
    if (json_kind(each) == JSON_STR &&
        str_eq(json_get_str(each, "", item), item))
      return true;
  }
  return false;
}

bool json_next(const Json *object, JsonMember *m) {
  if (json_kind(object) != JSON_OBJECT) return false;
  const struct lh_entry *e = m->next;
  if (!m->started) e = json_object_get_object(raw(object))->head;
  m->started = true;
  if (!e) return false;
  m->key = str_of((const char *)lh_entry_k(e));
  m->value = lh_entry_v(e);
  m->next = e->next;
  return true;
}

static int put_raw(struct json_object *o, struct printbuf *p, int level,
                   int flags) {
  (void)level, (void)flags;
  const Raw *r = json_object_get_userdata(o);
  bool is_long = r->put || r->text.len >= RAW_LONG;
  if (is_long && raws.count < RAWS_MOST) {
    raws.list[raws.count++] = r;
    return printbuf_memappend(p, &RAW_BYTE, 1);
  }
  StrBuf b = {0};
  write_raw(r, &b);
  int done = printbuf_memappend(p, b.data ? b.data : "", (int)b.len);
  strbuf_clear(&b);
  return done;
}

static void free_raw(struct json_object *o, void *kept) {
  (void)o;
  free(kept);
}

static Json *raw_new(Raw r) {
  struct json_object *o = (struct json_object *)json_boolean(true);
  Raw *kept = heap_alloc(sizeof *kept);
  *kept = r;
  json_object_set_serializer(o, put_raw, kept, free_raw);
  return (Json *)o;
}

Json *json_raw(Str text) {
  return raw_new((Raw){.text = text});
}

Json *json_late(JsonPut *put, const void *self) {
  return raw_new((Raw){.put = put, .self = self});
}

// The end of what may stand in JSON as it is.
static size_t plain_end(Str s, size_t at) {
  for (size_t n;; at += n) {
    at += ascii_run_to(s.data, at, s.len, ' ', '"', '\\');
    bool stops = at == s.len || (unsigned char)s.data[at] < 0x80;
    if (stops || !(n = sequence(s, at))) return at;
  }
}

static void put_escaped(StrBuf *out, unsigned char c) {
  if (c >= 0x80)
    strbuf_put(out, BAD);
  else if (c < ' ')
    strbuf_printf(out, "\\u%04x", (unsigned)c);
  else
    strbuf_putc(out, '\\'), strbuf_putc(out, (char)c);
}

void json_put_part(StrBuf *out, Str s) {
  for (size_t at = 0, end; at < s.len; at = end + 1) {
    end = plain_end(s, at);
    strbuf_put(out, str_slice(s, at, end));
    if (end < s.len) put_escaped(out, (unsigned char)s.data[end]);
  }
}

void json_put_str(StrBuf *out, Str s) {
  strbuf_putc(out, '"');
  json_put_part(out, s);
  strbuf_putc(out, '"');
}

// json-c's own null is NULL, which a pair leaves out.
Json *json_null(void) {
  return json_raw(STR("null"));
}

Json *json_boolean(bool b) {
  return made(json_object_new_boolean(b));
}

Json *json_int(int64_t n) {
  return made(json_object_new_int64(n));
}

Json *json_array(void) {
  return made(json_object_new_array());
}

Json *json_str(Str s) {
  StrBuf b = {0};
  if (!is_valid(s)) s = mended(s, &b);
  Json *j = made(json_object_new_string_len(s.data ? s.data : "", (int)s.len));
  strbuf_clear(&b);
  return j;
}

static const unsigned NEW_KEY =
    JSON_C_OBJECT_ADD_KEY_IS_NEW | JSON_C_OBJECT_KEY_IS_CONSTANT;

Json *json_object_of(const JsonPair *pairs) {
  struct json_object *o = json_object_new_object();
  for (; pairs->key; pairs++)
    if (pairs->value)
      json_object_object_add_ex(o, pairs->key, raw(pairs->value), NEW_KEY);
  return made(o);
}

void json_push(Json *array, Json *item) {
  if (item) json_object_array_add(raw(array), raw(item));
}

void json_set(Json *object, Str key, Json *item) {
  if (!item) return;
  StrBuf z = {0}, valid = {0};
  strbuf_put(&z, is_valid(key) ? key : mended(key, &valid));
  json_object_object_add(raw(object), z.data ? z.data : "", raw(item));
  strbuf_clear(&valid);
  strbuf_clear(&z);
}
