// SPDX-License-Identifier: MIT
// wire/json.h: the one door to json-c.
// It buys lengths instead of NULs, a bound on depth, and one rule of ownership:
// a value has one owner (json_free); builders take the values they are given;
// getters lend, until the owner is freed. JSON's null reads as NULL, like a
// member that is not there: a client means the same by both.
#ifndef INKLING_WIRE_JSON_H
#define INKLING_WIRE_JSON_H

#include "base/err.h"
#include "base/str.h"

typedef struct Json Json;

typedef enum JsonKind {
  JSON_NULL, // null, or not there
  JSON_BOOL,
  JSON_INT,
  JSON_DOUBLE,
  JSON_STR,
  JSON_ARRAY,
  JSON_OBJECT,
} JsonKind;

enum { JSON_DEPTH = 128 }; // deeper text is refused

// Strict JSON (RFC 8259) in valid UTF-8, nothing behind it. Owned. False, and
// *err with `path`, line and column, where it is none; *out is NULL then, as it
// is for a lone `null`. A lone half of a surrogate pair reads as U+FFFD.
bool json_read(Str bytes, Str path, Json **out, Err *err);
void json_free(Json *j);        // NULL: nothing
Json *json_keep(const Json *j); // owned: a second owner of the same value
void json_write(const Json *j, StrBuf *out); // appends, without white space
void json_put_str(StrBuf *out, Str s);  // the same of a string, quotes and all
void json_put_part(StrBuf *out, Str s); // … of what stands between them

// Getters. `path` is keys joined by dots, "" the value itself; wrong kinds and
// numbers out of range are as absent ones. Borrowed; any `j` may be NULL.
const Json *json_get(const Json *j, const char *path);
const Json *json_member(const Json *j, Str key); // any key, dots and all
bool json_has(const Json *j, const char *key);   // true for null as well
JsonKind json_kind(const Json *j);
Str json_get_str(const Json *j, const char *path, Str otherwise);
uint32_t json_get_u32(const Json *j, const char *path, uint32_t otherwise);
int64_t json_get_i64(const Json *j, const char *path, int64_t otherwise);
bool json_get_bool(const Json *j, const char *path, bool otherwise);
uint32_t json_count(const Json *j); // of an array; 0 for anything else
const Json *json_item(const Json *j, uint32_t index);
bool json_array_has(const Json *j, const char *path, Str item);

// Walks an object's members in order: start with a zeroed JsonMember.
typedef struct JsonMember {
  Str key;
  const Json *value;
  const void *next; // json.c's business
  bool started;
} JsonMember;
bool json_next(const Json *object, JsonMember *m);

// Builders, all owned. Bytes that are no UTF-8 go out as U+FFFD.
Json *json_null(void); // an explicit null
Json *json_boolean(bool b);
Json *json_int(int64_t n);
Json *json_str(Str s);
Json *json_array(void);
Json *json_raw(Str text); // JSON already written; borrows `text` until freed
// JSON that is written when all of it is: `put` appends it. Borrows `self`.
typedef void JsonPut(const void *self, StrBuf *out);
Json *json_late(JsonPut *put, const void *self);
typedef struct JsonPair {
  const char *key; // static
  Json *value;     // NULL: the pair is left out
} JsonPair;
Json *json_object_of(const JsonPair *pairs); // up to a NULL key
#define json_object(...) json_object_of((const JsonPair[]){__VA_ARGS__, {0}})
void json_push(Json *array, Json *item);          // takes; NULL: nothing
void json_set(Json *object, Str key, Json *item); // takes; NULL: nothing

// Where a value stands in text that json_read accepts: for telling people a
// line, and for changing one value in a file of theirs. Keys go from the top
// down. False where there is no such member.
typedef struct JsonPlace {
  size_t key, start, end; // bytes: the key's quote, and the value
  uint32_t line, column;  // of the key, from 1; column in bytes
} JsonPlace;
bool json_place(Str bytes, const Str *keys, uint32_t count, JsonPlace *out);

#endif
