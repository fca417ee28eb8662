# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# drive FUNCTION N: the letter, then the three troubles, in one Neovim.
drive() {
  local nvim=$1 want=$2 trouble
  scratch
  parser "$work/site/parser/jot.so"
  open_in "$nvim" "$here/nvim/letter.lua" letters/letter.jot
  expect 'the server is gone' server_gone
  expect 'the log has no error' clean_log
  for trouble in missing dies old; do
    rm -f "$work/pids"
    server_that "$trouble"
    TROUBLE=$trouble open_in "$nvim" "$here/nvim/trouble.lua" letters/letter.jot
    [ "$trouble" != dies ] || expect 'started three times, no more' \
      test "$(starts)" = 3
  done
  verdict "$((want + 8))"
}

open_in() {
  (cd "$work" && within 60 "$1" --clean --headless -n \
    --cmd "set runtimepath^=$plugins/vim,$work/site" \
    "$3" -c "luafile $here/nvim/check.lua" -c "luafile $2" \
    >>"$work/log" 2>&1) || not_ok "Neovim ended well ($?)"
}

clean_log() {
  ! grep -rE --include='lsp*.log' '\[ERROR\]' "$HOME" &&
    ! grep -E 'E[0-9]+:|Error' "$work/log"
}
