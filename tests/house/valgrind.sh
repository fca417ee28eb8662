#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: valgrind.sh INKLING LETTER
# A whole session under valgrind: open, 200 edits with hovers and actions among
# them, close, shutdown. No error, no leak, every request answered.
set -u
inkling=$(realpath "$1") letter=$2
[ -z "${INKLING_SANITIZED:-}" ] || { echo "skipped: built with sanitizers"; exit 77; }
command -v valgrind >/dev/null || { echo "skipped: no valgrind here"; exit 77; }
here=$(mktemp -d) || exit 2
trap 'rm -rf "$here"' EXIT

frame() {
  printf 'Content-Length: %d\r\n\r\n%s' "$(printf %s "$1" | wc -c)" "$1"
}
call() { # ID METHOD PARAMS
  frame "{\"jsonrpc\":\"2.0\",\"id\":$1,\"method\":\"$2\",\"params\":$3}"
}
tell() { # METHOD PARAMS
  frame "{\"jsonrpc\":\"2.0\",\"method\":\"$1\",\"params\":$2}"
}

uri='"uri":"untitled:letter"'
doc="\"textDocument\":{$uri}"
all='"range":{"start":{"line":0,"character":0},"end":{"line":99,"character":0}}'
edit() { # VERSION LINE FROM TO TEXT
  tell textDocument/didChange "{\"textDocument\":{$uri,\"version\":$1},\"contentChanges\":[{\"range\":{\"start\":{\"line\":$2,\"character\":$3},\"end\":{\"line\":$2,\"character\":$4}},\"text\":\"$5\"}]}"
}
session() {
  text=$(sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/$/\\n/' "$letter" | tr -d '\n')
  call 1 initialize '{"processId":null,"rootUri":null,"initializationOptions":{"typingPause":0},"capabilities":{"textDocument":{"diagnostic":{},"codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":[""]}},"resolveSupport":{"properties":["edit"]}}}}}'
  tell initialized '{}'
  tell textDocument/didOpen "{\"textDocument\":{$uri,\"languageId\":\"jot\",\"version\":1,\"text\":\"$text\"}}"
  v=2 id=2
  while [ $v -le 201 ]; do
    case $((v % 4)) in
      0) edit $v $((v % 20)) 0 0 'I felt a bit sad. ' ;;
      1) edit $v $((v % 20)) 0 3 '' ;;
      2) edit $v $((v % 20)) 2 2 '“you\\n\\nMaybe I want ' ;;
      3) edit $v $((v % 20)) 1 40 'é😀@ana #x ' ;;
    esac
    if [ $((v % 10)) = 0 ]; then
      at="$doc,\"position\":{\"line\":$((v % 20)),\"character\":8}"
      call $id textDocument/diagnostic "{$doc}"
      call $((id + 1)) textDocument/hover "{$at}"
      call $((id + 2)) textDocument/codeAction "{$doc,$all,\"context\":{\"diagnostics\":[]}}"
      call $((id + 3)) textDocument/inlayHint "{$doc,$all}"
      call $((id + 4)) textDocument/completion "{$at}"
      id=$((id + 5))
    fi
    v=$((v + 1))
  done
  tell textDocument/didClose "{$doc}"
  call 9999 shutdown null
  tell exit null
}

session >"$here/in"
valgrind --quiet --leak-check=full --show-leak-kinds=definite,indirect,possible \
  --errors-for-leak-kinds=definite,indirect,possible --error-exitcode=99 \
  "$inkling" lsp <"$here/in" >"$here/out" 2>"$here/err"
status=$?
[ $status = 0 ] || { echo "exit $status"; head -40 "$here/err"; exit 1; }
answered=$(grep -ao '"id":[0-9]*' "$here/out" | sort -u | wc -l)
refused=$(grep -ao '"error":{' "$here/out" | wc -l)
[ "$answered" -ge 102 ] || { echo "$answered of 102 requests answered"; exit 1; }
[ "$refused" = 0 ] || { echo "$refused requests refused"; exit 1; }
echo "200 edits, $answered answers, no error, no leak"
