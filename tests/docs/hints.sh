#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/hints.md says what the lenses say. Its figures, at the end, are as of
# when it was made: the gate holds those.
# usage: hints.sh INKLING
set -u
cd "$(dirname "$0")/../.." || exit 2
"$1" explain --format markdown | awk '
  FNR == NR { made[++n] = $0; next }
  $0 == "## Figures" { figures = 1; exit }
  made[++m] != $0 && !differ { print "docs/hints.md:" m ": has  " $0
    print "the lenses say: " made[m]; differ = 1 }
  END {
    # one empty line stands before the figures
    if (!differ && m != n + 1) { print "docs/hints.md has " m - 1 " lines, the lenses " n; differ = 1 }
    if (!figures && !differ) { print "docs/hints.md has no figures"; differ = 1 }
    if (n < 100) { print "the program said too little: " n + 0 " lines"; differ = 1 }
    if (differ) { print "./dev hints makes it anew"; exit 1 }
    print n " lines, as the lenses have them"
  }' - docs/hints.md
