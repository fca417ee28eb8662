# SPDX-License-Identifier: MIT
# shellcheck shell=bash
with_ale() {
  have vim && vim --version | grep -q '+channel' ||
    skip 'no Vim with channels (vim-nox)'
  [ -e /usr/share/vim-ale/plugin/ale.vim ] || skip 'vim-ale is not installed'
}

# Vim wants a terminal, even where nobody looks at it.
open_in() {
  (cd "$work/letters" && within 90 script -qec \
    "vim -Nu '$here/vim/vimrc' -i NONE letter.jot -S '$here/vim/$1'" \
    /dev/null >>"$work/screen" 2>&1) || not_ok "Vim ended well ($?)"
}
