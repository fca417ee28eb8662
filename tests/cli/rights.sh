#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: rights.sh INKLING
# A folder and a file that may not be read: one line each on standard error,
# exit 2, and the file beside them is read all the same. The superuser may read
# everything, so for it the reader is somebody else.
set -u
inkling=$(realpath "$1") || exit 2
here=$(mktemp -d) || exit 2
trap 'chmod -R u+rwx "$here"; rm -rf "$here"' EXIT
chmod 755 "$here"
cp "$inkling" "$here/inkling"
mkdir "$here/open" "$here/shut"
for file in open/mine open/hidden shut/away; do
  echo 'I felt sad.' >"$here/$file.jot"
done
chmod 000 "$here/open/hidden.jot" "$here/shut"

as_reader() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  setpriv --reuid=65534 --clear-groups true 2>/dev/null ||
    { echo 'skipped: no setpriv to read as somebody else'; exit 77; }
  as_reader() { setpriv --reuid=65534 --clear-groups "$@"; }
fi

cd "$here" || exit 2
as_reader ./inkling check --format json open shut >out 2>err
status=$?
failed=0
claim() { # TEXT COMMAND…
  text=$1; shift
  if "$@"; then echo "ok: $text"; else echo "NOT SO: $text"; failed=1; fi
}
claim 'exit 2' [ "$status" = 2 ]
claim 'two lines of error' [ "$(grep -c . err)" = 2 ]
claim 'one names the file' grep -q '^inkling: open/hidden.jot: ' err
claim 'one names the folder' grep -q '^inkling: shut: ' err
claim 'the file beside is read' grep -q '"path":"open/mine.jot"' out
[ "$failed" = 0 ] || cat err
exit "$failed"
