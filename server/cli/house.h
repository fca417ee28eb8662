// SPDX-License-Identifier: MIT
// cli/house.h: the settings and lenses that hold for a file, loaded once a
// project. Trouble with them is told once; the rest holds.
#ifndef INKLING_CLI_HOUSE_H
#define INKLING_CLI_HOUSE_H

#include "cli/command.h"
#include "journal/lenses.h"

typedef struct Room {
  Str project; // path of its .inkling.json; empty for files without one
  Settings settings;
  LensSet *lenses;
} Room;
typedef Room *RoomRef; // as vec_each names it

// A zeroed House is a valid, empty one. Owned: house_clear.
typedef struct House {
  Vec(Room *) rooms; // arena of the command
  StrVec told;
} House;

// Never NULL; borrowed until house_clear. Reads --lens and --density.
const Room *house_room(House *h, Cli *c, Str path);
void house_clear(House *h);
// The built-in English model is checked here, before anything is read.
bool house_ready(Cli *c);

#endif
