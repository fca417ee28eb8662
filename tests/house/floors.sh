#!/bin/sh
# SPDX-License-Identifier: MIT
# The walls of the house, kept by a test: an include points down, nothing goes
# in circles, each library has one door, functions and files stay small, the
# program leaves and prints in one place. Prints what is not so; run anywhere.
set -u
cd "$(dirname "$0")/../.." || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

# complain TEXT: reads lines that break a rule; silent where there are none.
complain() {
  cat >"$tmp/lines"
  [ -s "$tmp/lines" ] || return 0
  echo "$1"
  sed 's/^/  /' "$tmp/lines"
  touch "$tmp/bad"
}

find server -name '*.c' -o -name '*.h' | LC_ALL=C sort >"$tmp/all"
find server tests grammars -name '*.c' -o -name '*.h' |
  grep -v -e /src/parser.c -e /src/tree_sitter/ -e node_modules |
  LC_ALL=C sort >"$tmp/own"

# FILE INCLUDED, one a line, for what is included from our own floors
xargs awk '/^#include "/ { split($2, q, "\""); print FILENAME, q[2] }' \
  <"$tmp/all" >"$tmp/includes"

floor_ranks='
  BEGIN {
    rank["base"] = 0; rank["text"] = rank["wire"] = 1
    rank["syntax"] = rank["english"] = 2; rank["lens"] = 3; rank["journal"] = 4
    rank["lsp"] = rank["cli"] = rank["report"] = 5; rank["main.c"] = 6
    rank["tools"] = 6
  }
  function floor_of(path, part) { split(path, part, "/"); return part[1] }'

awk "$floor_ranks"'
  { from = floor_of(substr($1, 8)); to = floor_of($2)
    if (!(from in rank)) { print $1 ": stands on no known floor"; next }
    if (index($2, "/") == 0 || from == to) next
    if (!(to in rank)) { print $1 ": includes " $2 ", of no known floor"; next }
    if (rank[to] >= rank[from]) print $1 ": includes " $2 }' "$tmp/includes" |
  complain "An include points down; these point up or sideways:"

# A module is a .c and its .h; modules that need each other are one module.
sed -e 's/^server\///' -e 's/\.[ch]\b//g' "$tmp/includes" |
  awk '$1 != $2' >"$tmp/pairs"
tsort "$tmp/pairs" 2>&1 >/dev/null | grep -v 'contains a loop' |
  sed 's/^tsort: //' | complain "Modules in a circle:"

door() { # HEADER THE-ONE-FILE
  xargs grep -l "#include <$1" <"$tmp/all" | grep -vxF "$2" |
    complain "The one door to $1 is $2; these go round it:"
}
door json-c/ server/wire/json.c
door uv.h server/wire/loop.c
door tree_sitter/ server/syntax/tree.c

# Length of functions, as clang-format lays them out: from a line that ends in
# `) {` at the margin to the next `}` at the margin.
xargs awk '
  FNR == 1 { start = 0 }
  /^[A-Za-z_].*[^;]$/ && !/^(typedef|struct|enum|union|static const|const) .*=? *\{$/ { head = FNR }
  /\) \{$/ && !/^ / && !start { start = head ? head : FNR }
  /^    .*\) \{$/ && head && !start && FNR - head < 6 { start = head }
  /^\}/ { if (start) print FNR - start + 1, FILENAME ":" start; start = 0; head = 0 }' \
  <"$tmp/own" >"$tmp/lengths"
awk '$1 > 80 { print $2 ": " $1 " lines" }' "$tmp/lengths" |
  complain "No function is longer than 80 lines:"
awk '{ n++; if ($1 > 40) long++ }
  END { if (long * 20 > n) print long " of " n " are longer" }' "$tmp/lengths" |
  complain "95 of 100 functions have at most 40 lines:"
xargs awk 'FNR == 501 { print FILENAME }' <"$tmp/own" |
  complain "No file is longer than 500 lines:"
xargs awk 'length($0) > 100 { print FILENAME ":" FNR }' <"$tmp/own" |
  complain "Lines fit the page:"

grep '\.h$' "$tmp/all" | while read -r h; do
  sed -n 2p "$h" | grep -qF "// ${h#server/}: " ||
    echo "$h: line 2 is no \`// ${h#server/}: what it is\`"
done | complain "A header opens with what it is and why:"
while read -r f; do
  head -n 1 "$f" | grep -q 'SPDX-License-Identifier: MIT' || echo "$f"
done <"$tmp/own" | complain "The first line names the licence:"

# Comments and strings aside, who may leave and who may speak.
xargs grep -nE '(^|[^_a-zA-Z.>])(_?exit|_Exit|quick_exit)\(' <"$tmp/all" |
  grep -vE '^server/(main\.c|tools/)' | grep -vE ':[0-9]+: *//' |
  complain "exit() is called in main.c alone:"
xargs grep -nE '(^|[^_a-zA-Z])(printf|vprintf|puts|putchar) ?\(|[^_a-zA-Z]stdout' \
  <"$tmp/all" | grep -vE '^server/(main\.c|cli/|tools/|report/|wire/loop\.c)' |
  grep -vE ':[0-9]+: *//' |
  complain "Standard output belongs to the commands and the protocol:"
xargs grep -nE '[^_a-zA-Z](system|popen|mkstemp|tmpfile|socket|connect|getaddrinfo|uv_(tcp_connect|tcp_bind|listen|udp[a-z_]*|spawn))\(' \
  <"$tmp/all" | grep -vE '^server/tools/' | grep -vE ':[0-9]+: *//' |
  complain "Nothing leaves the machine, nothing is left lying about:"
git grep -nIwE 'TODO|FIXME|XXX|HACK' -- . ':!tests/house' ':!*/parser.c' \
  2>/dev/null | complain "Loose ends belong into the tracker:"

# The top of the tree is what a visitor sees first.
{ git ls-files 2>/dev/null || ls; } | sed 's,/.*,,' | LC_ALL=C sort -u |
  grep -vxE '\..*|server|grammars|editor-plugins|tests|docs|CMakeLists\.txt|CMakePresets\.json|README\.md|dev|LICENSE' |
  complain "These do not belong at the top:"

awk '{ n++; s += $1; if ($1 > m) m = $1; if ($1 > 40) long++ }
  END { printf "%d functions, %.1f lines on average, the longest %d, %d over 40\n",
        n, s / n, m, long }' "$tmp/lengths"
[ ! -e "$tmp/bad" ] || exit 1
echo "the walls stand"
