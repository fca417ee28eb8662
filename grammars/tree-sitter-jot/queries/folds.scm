; SPDX-License-Identifier: MIT
; The server folds entries and answers; a tree alone folds what is one node.
[
  (front_matter)
  (code)
  (quote)
  (comment)
  (item)
  (paragraph)
] @fold
