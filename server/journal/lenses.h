// SPDX-License-Identifier: MIT
// journal/lenses.h: from settings to the set of lenses that holds for a file:
// the built-in ones, `lensPaths`, and `lenses/` beside `.inkling.json`.
#ifndef INKLING_JOURNAL_LENSES_H
#define INKLING_JOURNAL_LENSES_H

#include "journal/settings.h"
#include "lens/lens.h"

// The files behind it, absolute, in `a`; what cannot be read goes to *errors.
typedef Vec(LensSource) LensSources;
void lenses_find(const Settings *s, Arena *a, LensSources *out,
                 SettingsTroubles *errors);
// A set of those. Owned: lens_set_free. What is wrong in one goes to *troubles
// (in `a`) and the rest holds.
LensSet *lenses_of(const LensSources *sources, Arena *a,
                   LensTroubleVec *troubles);
// Both in one.
LensSet *lenses_load(const Settings *s, Arena *a, LensTroubleVec *troubles,
                     SettingsTroubles *errors);
// Codes in `hints` that no lens has: told like other unknown keys.
void lenses_check_switches(const Settings *s, const LensSet *set, Arena *a,
                           SettingsTroubles *errors);

#endif
