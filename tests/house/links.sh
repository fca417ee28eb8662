#!/bin/sh
# SPDX-License-Identifier: MIT
# Every relative link and picture of the pages leads to a file of the tree.
set -u
cd "$(dirname "$0")/../.." || exit 2
find . -name '*.md' -not -path '*/node_modules/*' -not -path './build*' |
  while read -r page; do
    sed -e '/^```/,/^```/d' -e 's/`[^`]*`//g' "$page" |
      grep -oE '\]\([^)#: ]+' | sed 's/^](//' | while read -r to; do
      [ -e "$(dirname "$page")/$to" ] || echo "$page: nothing is at $to"
    done
  done | LC_ALL=C sort -u >"${TMPDIR:-/tmp}/links.$$"
cat "${TMPDIR:-/tmp}/links.$$"
lost=$(wc -l <"${TMPDIR:-/tmp}/links.$$")
rm -f "${TMPDIR:-/tmp}/links.$$"
echo "$lost links lead nowhere"
[ "$lost" = 0 ]
