#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: privacy.sh INKLING
# Whole sessions over a text of marker words, in a home of their own: no marker
# may stand on standard error, in a log or trace message, or in any file; no file
# may be made; and where strace can look, there is no call for a socket and no
# file opened to be written.
set -u
inkling=$(realpath "$1") || exit 2
here=$(mktemp -d) || exit 2
trap 'rm -rf "$here"' EXIT
mkdir "$here/home" "$here/tmp" "$here/work" "$here/seen"
marker='zarquonia|velvetpike|m[aä]rzhund'
letter='I guess I felt kind of zarquonia when you left me, velvetpike.'
failed=0

claim() { # TEXT STATUS
  if [ "$2" = 0 ]; then echo "ok: $1"; else echo "NOT SO: $1"; failed=1; fi
}

trace=
if command -v strace >/dev/null &&
  strace -f -o "$here/seen/probe" true 2>/dev/null; then
  trace="strace -f -qq -s 4096 -e trace=network,openat,open,creat,mkdir,mkdirat,rename,renameat2,link,symlink -o"
fi

# in_a_home NAME COMMAND…: stdout, stderr and what strace saw kept under NAME
in_a_home() {
  name=$1; shift
  # shellcheck disable=SC2086
  (cd "$here/work" && env -i PATH="$PATH" LANG=C.UTF-8 HOME="$here/home" \
    TMPDIR="$here/tmp" XDG_CACHE_HOME="$here/home/.cache" \
    ${trace:+$trace "$here/seen/$name.strace"} "$@") \
    >"$here/seen/$name.out" 2>"$here/seen/$name.err"
}

# frame JSON: a message as it goes over the wire
frame() {
  printf 'Content-Length: %d\r\n\r\n%s' "$(printf %s "$1" | wc -c)" "$1"
}

uri='file:///nowhere/m%C3%A4rzhund.jot'
at="\"textDocument\":{\"uri\":\"$uri\"}"
place="$at,\"position\":{\"line\":2,\"character\":21}"
whole='"range":{"start":{"line":0,"character":0},"end":{"line":3,"character":0}}'
session() {
  frame '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"trace":"verbose","capabilities":{"textDocument":{"diagnostic":{}}}}}'
  frame '{"jsonrpc":"2.0","method":"initialized","params":{}}'
  frame '{"jsonrpc":"2.0","method":"$/setTrace","params":{"value":"verbose"}}'
  frame "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"$uri\",\"languageId\":\"jot\",\"version\":1,\"text\":\"kind: letter\\n\\n$letter\\n\"}}}"
  frame "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\"$uri\",\"version\":2},\"contentChanges\":[{\"range\":{\"start\":{\"line\":2,\"character\":0},\"end\":{\"line\":2,\"character\":0}},\"text\":\"Velvetpike. \"}]}}"
  id=2
  for m in diagnostic foldingRange documentSymbol codeLens documentLink semanticTokens/full; do
    frame "{\"jsonrpc\":\"2.0\",\"id\":$id,\"method\":\"textDocument/$m\",\"params\":{$at}}"
    id=$((id + 1))
  done
  for m in hover completion definition references documentHighlight prepareRename; do
    frame "{\"jsonrpc\":\"2.0\",\"id\":$id,\"method\":\"textDocument/$m\",\"params\":{$place,\"context\":{\"includeDeclaration\":true}}}"
    id=$((id + 1))
  done
  frame "{\"jsonrpc\":\"2.0\",\"id\":$id,\"method\":\"textDocument/codeAction\",\"params\":{$at,$whole,\"context\":{\"diagnostics\":[]}}}"
  frame "{\"jsonrpc\":\"2.0\",\"id\":50,\"method\":\"textDocument/inlayHint\",\"params\":{$at,$whole}}"
  frame '{"jsonrpc":"2.0","id":51,"method":"velvetpike/unknown","params":{"zarquonia":1}}'
  frame '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"zarquonia":"velvetpike"}}'
  frame '{"jsonrpc":"2.0","id":52,"method":"textDocument/hover","params":["zarquonia"]}'
  frame "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didSave\",\"params\":{$at,\"text\":\"zarquonia\"}}"
  frame '{"jsonrpc":"2.0","id":53,"method":"shutdown"}'
  frame '{"jsonrpc":"2.0","method":"exit"}'
}

printf 'kind: letter\n\n%s\n' "$letter" >"$here/letter.jot"
printf 'hint zarquonia\n  when [velvetpike\n' >"$here/work/broken.lens"
session >"$here/session"
find "$here/home" "$here/tmp" "$here/work" | LC_ALL=C sort >"$here/before"

in_a_home check "$inkling" check "$here/letter.jot"
in_a_home stdin "$inkling" check - <"$here/letter.jot"
in_a_home analyze "$inkling" analyze --format json "$here/letter.jot"
in_a_home lsp "$inkling" lsp <"$here/session"

grep -q zarquonia "$here/seen/check.out"
claim "the markers were read: check shows the line" $?
grep -q '"id":53' "$here/seen/lsp.out"
claim "the session ran to its end" $?
for s in check stdin analyze lsp; do
  ! grep -qiE "$marker" "$here/seen/$s.err"
  claim "$s: standard error holds no word of the text" $?
done
tr -d '\r' <"$here/seen/lsp.out" | sed 's/Content-Length: [0-9]*$/\n/' |
  grep -iE '"method":"(window/|\$/logTrace|telemetry)' >"$here/seen/logged"
! grep -qiE "$marker" "$here/seen/logged"
claim "lsp: no log, trace or message to the user holds one" $?
find "$here/home" "$here/tmp" "$here/work" | LC_ALL=C sort |
  cmp -s - "$here/before"
claim "no file was made in the home, the temporary or the working folder" $?

if [ -n "$trace" ]; then
  cat "$here"/seen/*.strace >"$here/all"
  ! grep -E '(socket|socketpair|connect|bind|listen|accept4?|sendto|sendmsg)\(' "$here/all"
  claim "no call for a socket" $?
  ! grep -E 'O_(WRONLY|RDWR|CREAT)' "$here/all" | grep -v '"/dev/\(null\|tty\)"'
  claim "no file opened to be written" $?
else
  echo "not looked at, strace cannot run here: system calls"
fi
exit $failed
