# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# drive FUNCTION N: the letter, then the three troubles, in one Emacs.
drive() {
  local emacs=$1 want=$2 trouble
  scratch
  parser "$work/parsers/libtree-sitter-jot.so"
  open_in "$emacs" letter.el
  expect 'the server is gone' server_gone
  for trouble in missing dies old; do
    rm -f "$work/pids"
    server_that "$trouble"
    TROUBLE=$trouble open_in "$emacs" trouble.el
    [ "$trouble" != dies ] || expect 'started three times at most' \
      test "$(starts)" -le 3
  done
  verdict "$want"
}

open_in() {
  (cd "$work/letters" && within 90 "$1" -Q --batch -L "$plugins/emacs" \
    -l "$here/emacs/check.el" -l "$here/emacs/$2" >>"$work/log" 2>&1) ||
    not_ok "Emacs ended well ($?)"
}
