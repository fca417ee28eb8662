; SPDX-License-Identifier: MIT
[
  (set)
  (feelings)
  (hint)
  (notice)
  (also_hint)
] @fold
