# SPDX-License-Identifier: MIT
# Each committed parser is what its grammar makes, and its corpus passes. Needs
# the tree-sitter command, which ./dev fetches where apt can.
cd "$(dirname "$0")/../.." || exit 1
if ! command -v tree-sitter >/dev/null && ! command -v apt-get >/dev/null; then
  echo "skipped: there is no tree-sitter command here, and no apt to get it"
  exit 77
fi
if ! command -v node >/dev/null; then
  echo "skipped: there is no node here, which reads grammar.js"
  exit 77
fi
./dev grammar check >"${TMPDIR:-/tmp}/grammars.$$" 2>&1
status=$?
if grep -q 'could not get' "${TMPDIR:-/tmp}/grammars.$$"; then
  echo "skipped: apt could not get the tree-sitter command"
  status=77
elif [ $status != 0 ]; then
  cat "${TMPDIR:-/tmp}/grammars.$$"
fi
rm -f "${TMPDIR:-/tmp}/grammars.$$"
exit $status
