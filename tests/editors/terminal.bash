# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# An editor in a real terminal: tmux runs it, reads its screen, presses keys.

terminal() {
  tmux_socket=$work/tmux
  local run=$work/run
  # tmux wants one command line: the function is written down with its friends.
  { declare -p cache code_server node20 plugins here work 2>/dev/null
    declare -f loaded nvim_debian nvim_trixie nvim_forky nvim_beside \
      emacs_debian emacs_backports helix_trixie
    printf 'cd %q; ' "$work"
    printf '%q ' "$@"
    echo
    echo "echo \$? >$work/ended"; } >"$run"
  tmux -f /dev/null -S "$tmux_socket" new-session -d -x 100 -y 24 \
    -e HOME="$HOME" -e PATH="$PATH" -e TERM=tmux-256color -e LANG=C.UTF-8 \
    -e LC_ALL=C.UTF-8 -e INKLING_TEST="$work" bash "$run"
  tmux -S "$tmux_socket" set-option -g default-terminal tmux-256color
  tmux -S "$tmux_socket" set-option -g escape-time 0
  tmux -S "$tmux_socket" set-option -sa terminal-overrides ',*:Tc'
}

screen() { tmux -S "$tmux_socket" capture-pane -p "$@" 2>/dev/null; }

# screen_shows WHAT REGEX: within twelve seconds.
screen_shows() {
  local tries
  for tries in $(seq 120); do
    screen | grep -qE "$2" && ok "$1" && return 0
    sleep 0.1
  done
  not_ok "$1: $(screen | grep -v '^ *$' | tr '\n' '|')"
}

screen_lacks() {
  local tries
  for tries in $(seq 120); do
    screen | grep -qE "$2" || { ok "$1" && return 0; }
    sleep 0.1
  done
  not_ok "$1: $(screen | grep -v '^ *$' | tr '\n' '|')"
}

# Words are typed, names of keys are pressed, with a person's pauses.
terminal_keys() {
  local key
  for key in "$@"; do
    case $key in
    Enter | Escape | Tab | C-* | M-*) tmux -S "$tmux_socket" send-keys "$key" 2>/dev/null ;;
    *) tmux -S "$tmux_socket" send-keys -l "$key" 2>/dev/null ;;
    esac
    sleep 0.3
  done
}

terminal_ended() {
  local tries
  for tries in $(seq 100); do
    [ ! -e "$work/ended" ] || break
    sleep 0.1
  done
  expect 'the editor ended well' test "$(cat "$work/ended" 2>/dev/null)" = 0
}

# picture NAME: what the terminal shows now, as docs/pictures/NAME.png.
picture() {
  [ -n "${PICTURES:-}" ] || return 0
  mkdir -p "$PICTURES"
  screen -e >"$work/$1.ansi"
  node "$here/picture.js" "$work/$1.ansi" "$work/$1.html"
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
    --user-data-dir="$work/chromium" --window-size=860,480 \
    --screenshot="$PICTURES/$1.png" "file://$work/$1.html" >/dev/null 2>&1
}
