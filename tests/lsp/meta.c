// SPDX-License-Identifier: MIT
#include "lsp/meta.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/map.h"

struct Meta {
  Json *model;
  Map structures, enumerations, aliases, requests, notifications; // → index
};

// Where a check has come to; the first fault of a branch is kept.
typedef struct Check {
  const Meta *meta;
  char fault[300];
} Check;

static void index_by(const Json *list, const char *key, Map *map) {
  for (uint32_t i = 0; i < json_count(list); i++)
    map_put(map, json_get_str(json_item(list, i), key, STR("")), i);
}

Meta *meta_open(void) {
  const char *path = getenv("INKLING_METAMODEL");
  if (!path) path = INKLING_METAMODEL;
  StrBuf bytes = {0};
  Meta *m = NULL;
  Json *model = NULL;
  if (file_read(str_of(path), &bytes, NULL) &&
      json_read(strbuf_str(&bytes), str_of(path), &model, NULL)) {
    m = heap_alloc(sizeof *m);
    m->model = model;
    index_by(json_get(model, "structures"), "name", &m->structures);
    index_by(json_get(model, "enumerations"), "name", &m->enumerations);
    index_by(json_get(model, "typeAliases"), "name", &m->aliases);
    index_by(json_get(model, "requests"), "method", &m->requests);
    index_by(json_get(model, "notifications"), "method", &m->notifications);
  }
  strbuf_clear(&bytes);
  return m;
}

void meta_close(Meta *m) {
  if (!m) return;
  map_clear(&m->structures);
  map_clear(&m->enumerations);
  map_clear(&m->aliases);
  map_clear(&m->requests);
  map_clear(&m->notifications);
  json_free(m->model);
  free(m);
}

static const Json *named(const Meta *m, const char *list, const Map *map,
                         Str name) {
  uint32_t i = map_get(map, name, UINT32_MAX);
  return i == UINT32_MAX ? NULL : json_item(json_get(m->model, list), i);
}

static bool fault(Check *c, Str where, const char *why) {
  if (!c->fault[0])
    snprintf(c->fault, sizeof c->fault, "%.*s: %.200s",
             (int)(where.len < 80 ? where.len : 80), where.data, why);
  return false;
}

static bool fits(Check *c, const Json *type, const Json *value, Str where);

static bool fits_base(Check *c, Str name, const Json *v, Str where) {
  JsonKind k = json_kind(v);
  bool ok;
  if (str_eq(name, STR("integer")))
    ok = k == JSON_INT;
  else if (str_eq(name, STR("uinteger")))
    ok = k == JSON_INT && json_get_i64(v, "", -1) >= 0;
  else if (str_eq(name, STR("decimal")))
    ok = k == JSON_INT || k == JSON_DOUBLE;
  else if (str_eq(name, STR("boolean")))
    ok = k == JSON_BOOL;
  else if (str_eq(name, STR("null")))
    ok = k == JSON_NULL;
  else
    ok = k == JSON_STR;
  return ok || fault(c, where, "of another type than the model says");
}

// The property of that name, the structure's own or inherited.
static const Json *property(const Meta *m, const Json *structure, Str name) {
  const Json *own = json_get(structure, "properties");
  for (uint32_t i = 0; i < json_count(own); i++)
    if (str_eq(json_get_str(json_item(own, i), "name", STR("")), name))
      return json_item(own, i);
  static const char *const kin[] = {"extends", "mixins"};
  for (int k = 0; k < 2; k++) {
    const Json *list = json_get(structure, kin[k]);
    for (uint32_t i = 0; i < json_count(list); i++) {
      Str base = json_get_str(json_item(list, i), "name", STR(""));
      const Json *found =
          property(m, named(m, "structures", &m->structures, base), name);
      if (found) return found;
    }
  }
  return NULL;
}

static bool has_all(Check *c, const Json *structure, const Json *v, Str where) {
  const Json *own = json_get(structure, "properties");
  for (uint32_t i = 0; i < json_count(own); i++) {
    const Json *p = json_item(own, i);
    Str name = json_get_str(p, "name", STR(""));
    if (!json_get_bool(p, "optional", false) && !json_has(v, name.data))
      return fault(c, name, "is missing");
  }
  static const char *const kin[] = {"extends", "mixins"};
  for (int k = 0; k < 2; k++) {
    const Json *list = json_get(structure, kin[k]);
    for (uint32_t i = 0; i < json_count(list); i++) {
      Str base = json_get_str(json_item(list, i), "name", STR(""));
      const Json *s = named(c->meta, "structures", &c->meta->structures, base);
      if (!has_all(c, s, v, where)) return false;
    }
  }
  return true;
}

static bool fits_structure(Check *c, const Json *structure, const Json *v,
                           Str where) {
  if (json_kind(v) != JSON_OBJECT) return fault(c, where, "is no object");
  if (!has_all(c, structure, v, where)) return false;
  JsonMember m = {0};
  while (json_next(v, &m)) {
    const Json *p = property(c->meta, structure, m.key);
    if (!p) return fault(c, m.key, "is no property here");
    if (!fits(c, json_get(p, "type"), m.value, m.key)) return false;
  }
  return true;
}

static bool fits_enumeration(Check *c, const Json *e, const Json *v,
                             Str where) {
  const Json *values = json_get(e, "values");
  bool open = json_get_bool(e, "supportsCustomValues", false);
  for (uint32_t i = 0; i < json_count(values) && !open; i++) {
    const Json *one = json_get(json_item(values, i), "value");
    open = json_kind(one) == json_kind(v) &&
           json_get_i64(one, "", 0) == json_get_i64(v, "", 0) &&
           str_eq(json_get_str(one, "", STR("")), json_get_str(v, "", STR("")));
  }
  return open || fault(c, where, "is none of the enumeration's values");
}

static bool fits_reference(Check *c, Str name, const Json *v, Str where) {
  const Meta *m = c->meta;
  if (str_eq(name, STR("LSPAny")) || str_eq(name, STR("LSPObject")) ||
      str_eq(name, STR("LSPArray")))
    return true;
  const Json *s = named(m, "structures", &m->structures, name);
  if (s) return fits_structure(c, s, v, where);
  const Json *e = named(m, "enumerations", &m->enumerations, name);
  if (e) return fits_enumeration(c, e, v, where);
  const Json *a = named(m, "typeAliases", &m->aliases, name);
  return a ? fits(c, json_get(a, "type"), v, where)
           : fault(c, name, "is no type of the model");
}

static bool fits_any(Check *c, const Json *items, const Json *v, Str where) {
  Check last = {.meta = c->meta};
  for (uint32_t i = 0; i < json_count(items); i++) {
    Check one = {.meta = c->meta};
    if (fits(&one, json_item(items, i), v, where)) return true;
    last = one;
  }
  return fault(c, where, last.fault);
}

static bool fits_list(Check *c, const Json *element, const Json *v, Str where) {
  if (json_kind(v) != JSON_ARRAY) return fault(c, where, "is no array");
  for (uint32_t i = 0; i < json_count(v); i++)
    if (!fits(c, element, json_item(v, i), where)) return false;
  return true;
}

static bool fits_map(Check *c, const Json *type, const Json *v, Str where) {
  if (json_kind(v) != JSON_OBJECT) return fault(c, where, "is no object");
  JsonMember m = {0};
  while (json_next(v, &m))
    if (!fits(c, json_get(type, "value"), m.value, where)) return false;
  return true;
}

static bool fits_literal(Check *c, const Json *type, const Json *v, Str where) {
  const Json *want = json_get(type, "value");
  bool same =
      json_kind(want) == json_kind(v) &&
      json_get_i64(want, "", 0) == json_get_i64(v, "", 0) &&
      str_eq(json_get_str(want, "", STR("")), json_get_str(v, "", STR("")));
  return same || fault(c, where, "is not the one value it may have");
}

static bool fits(Check *c, const Json *type, const Json *v, Str where) {
  Str kind = json_get_str(type, "kind", STR(""));
  Str name = json_get_str(type, "name", STR(""));
  if (str_eq(kind, STR("base"))) return fits_base(c, name, v, where);
  if (str_eq(kind, STR("reference"))) return fits_reference(c, name, v, where);
  if (str_eq(kind, STR("array")))
    return fits_list(c, json_get(type, "element"), v, where);
  if (str_eq(kind, STR("or")))
    return fits_any(c, json_get(type, "items"), v, where);
  if (str_eq(kind, STR("map"))) return fits_map(c, type, v, where);
  if (str_eq(kind, STR("literal")))
    return fits_structure(c, json_get(type, "value"), v, where);
  if (str_eq(kind, STR("stringLiteral")) || str_eq(kind, STR("integerLiteral")))
    return fits_literal(c, type, v, where);
  return fault(c, where, "has a type that this check does not know");
}

static unsigned verdict(const Check *c, bool ok, Str method, bool reply) {
  if (ok) return 0;
  fprintf(stderr, "%s" STR_FMT ": %s\n", reply ? "the answer to " : "",
          STR_ARG(method), c->fault);
  return 1;
}

static unsigned check_reply(const Meta *m, const Json *message, Str asked) {
  Check c = {.meta = m};
  const Json *r = named(m, "requests", &m->requests, asked);
  const Json *error = json_get(message, "error");
  if (error) {
    bool ok = json_kind(json_get(error, "code")) == JSON_INT &&
              json_kind(json_get(error, "message")) == JSON_STR;
    return verdict(&c, ok, asked, true);
  }
  bool ok = json_has(message, "result") ||
            fault(&c, asked, "has neither result nor error");
  if (ok && r)
    ok = fits(&c, json_get(r, "result"), json_get(message, "result"), asked);
  return verdict(&c, ok, asked, true);
}

unsigned meta_check(const Meta *m, const Json *message, Str asked) {
  Str method = json_get_str(message, "method", STR(""));
  Check c = {.meta = m};
  bool ok = str_eq(json_get_str(message, "jsonrpc", STR("")), STR("2.0")) ||
            fault(&c, STR("jsonrpc"), "is not 2.0");
  if (!ok) return verdict(&c, false, method, false);
  if (!method.len) return check_reply(m, message, asked);
  bool request = json_has(message, "id");
  const Json *d = request
                      ? named(m, "requests", &m->requests, method)
                      : named(m, "notifications", &m->notifications, method);
  if (!d) {
    fault(&c, method, "is not of the protocol");
    return verdict(&c, false, method, false);
  }
  const Json *type = json_get(d, "params"), *v = json_get(message, "params");
  ok = type ? fits(&c, type, v, STR("params"))
            : !json_has(message, "params") ||
                  fault(&c, STR("params"), "are not wanted");
  return verdict(&c, ok, method, false);
}
