// SPDX-License-Identifier: MIT
// Which set one gets: that of the built-in lenses is there already.
#include "lens/build.h"
#include "lens/frozen.h"

LensSet *lens_set_new(const LensSource *extra, uint32_t extra_count, Arena *a,
                      LensTroubleVec *troubles) {
  if (extra_count) return lens_set_build(extra, extra_count, a, troubles);
  return (LensSet *)(uintptr_t)&lens_frozen; // only ever read
}
