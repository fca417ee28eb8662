// SPDX-License-Identifier: MIT
#include "cli/house.h"

#include "english/english.h"

static void tell_once(House *h, Cli *c, Str line) {
  vec_each(Str, told, &h->told)
    if (str_eq(*told, line)) return;
  vec_push_in(c->arena, &h->told, line);
  cli_tell(c, line);
}

// What the command line says is the last layer, the editor's place.
static Json *options_of(const Cli *c) {
  Json *json = json_object_of((const JsonPair[]){{0}});
  if (cli_has(c, STR("--density")))
    json_set(json, STR("density"),
             json_str(cli_option(c, STR("--density"), STR(""))));
  return json;
}

static void add_lenses(Cli *c, Settings *s) {
  for (uint32_t i = 0; i < c->options.len; i++) {
    Given *g = &c->options.data[i];
    if (!str_eq(g->name, STR("--lens"))) continue;
    vec_push_in(c->arena, &s->lens_paths, path_absolute(c->arena, g->value));
  }
}

static Room *furnish(House *h, Cli *c, Str path, Str project) {
  Room *room = arena_new(c->arena, Room);
  SettingsTroubles troubles = {0};
  LensTroubleVec lens_troubles = {0};
  Json *options = options_of(c);
  room->project = project;
  settings_load(&room->settings, path, options, STR(""), c->arena, &troubles);
  json_free(options);
  add_lenses(c, &room->settings);
  room->lenses =
      lenses_load(&room->settings, c->arena, &lens_troubles, &troubles);
  lenses_check_switches(&room->settings, room->lenses, c->arena, &troubles);
  vec_each(Str, t, &troubles) tell_once(h, c, *t);
  vec_each(LensTrouble, t, &lens_troubles)
    tell_once(h, c,
              str_printf(c->arena, STR_FMT ":%u:%u: " STR_FMT, STR_ARG(t->path),
                         t->line, t->column, STR_ARG(t->message)));
  return room;
}

const Room *house_room(House *h, Cli *c, Str path) {
  if (str_eq(path, STR("-"))) path = STR("stdin.jot");
  Str project = settings_project_file(path, c->arena);
  vec_each(RoomRef, r, &h->rooms)
    if (str_eq((*r)->project, project)) return *r;
  Room *room = furnish(h, c, path, project);
  vec_push_in(c->arena, &h->rooms, room);
  return room;
}

void house_clear(House *h) {
  vec_each(RoomRef, r, &h->rooms) lens_set_free((*r)->lenses);
}

bool house_ready(Cli *c) {
  Err err = {0};
  if (english_init(&err)) return true;
  cli_tell_err(c, &err);
  return false;
}
