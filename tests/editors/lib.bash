# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# What `run`, `install` and the subtests share: where the editors are, a
# scratch home for each subtest, and how a subtest says what it found.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
plugins=$top/editor-plugins
cache=${XDG_CACHE_HOME:-$HOME/.cache}/inkling
code_server=$cache/code-server/node_modules/code-server
node20_package=node-linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
node20=$cache/node20/node_modules/$node20_package
elpa=/usr/share/emacs/site-lisp/elpa

skip() { echo "skipped: $*"; exit 77; }

have() { command -v "$1" >/dev/null 2>&1; }

# code-server wants the Node it was built for, which not every system has.
with_node20() { [ ! -x "$node20/bin/node" ] || PATH=$node20/bin:$PATH; }

# A program of another suite runs through its own loader.
loaded() {
  local prefix=$1 program=$2 lib
  shift 2
  lib=$(echo "$prefix"/usr/lib/*-linux-gnu*)
  "$lib"/ld-linux-*.so.* --library-path "$lib" "$prefix/usr/bin/$program" "$@"
}

nvim_debian() { nvim "$@"; }
nvim_trixie() { nvim_beside "$cache/nvim-trixie" "$@"; }
nvim_forky() { nvim_beside "$cache/nvim-forky" "$@"; }

nvim_beside() {
  local prefix=$1
  shift
  VIMRUNTIME=$prefix/usr/share/nvim/runtime loaded "$prefix" nvim \
    --cmd "set runtimepath+=$prefix/usr/lib/nvim" "$@"
}

emacs_debian() { emacs "$@"; }

# Emacs finds its Lisp and its dump by places fixed when it was built.
emacs_backports() {
  local prefix=$cache/emacs-new share exec
  share=$(echo "$prefix"/usr/share/emacs/[0-9]*)
  exec=$(echo "$prefix"/usr/libexec/emacs/*/*)
  EMACSDATA=$share/etc EMACSDOC=$share/etc EMACSPATH=$exec \
    EMACSLOADPATH=$(find "$share/lisp" -type d ! -name obsolete | tr '\n' ':') \
    "$prefix/usr/bin/emacs-nox" --dump-file="$(echo "$exec"/*.pdmp)" "$@"
}

helix_trixie() {
  HELIX_RUNTIME=$cache/helix/usr/lib/hx/runtime loaded "$cache/helix" hx "$@"
}

# A home of the subtest's own, gone afterwards: nobody's settings, nobody's
# files. The server on its PATH writes down its process id.
scratch() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/editor-test.XXXXXX")
  trap 'leave' EXIT
  real_home=$HOME
  export HOME=$work/home LANG=C.UTF-8 LC_ALL=C.UTF-8 TERM=xterm-256color
  unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME
  mkdir -p "$HOME" "$work/bin" "$work/letters"
  cp "$here/letter.jot" "$work/letters/letter.jot"
  echo '{"density": "all", "typingPause": 100}' >"$work/letters/.inkling.json"
  export INKLING_TEST=$work RESULTS=$work/results
  : >"$RESULTS"
  server_is "exec \"$server\" \"\$@\""
  export PATH=$work/bin:$PATH
}

# server_is SHELL-TEXT: what `inkling` on the PATH does from now on.
server_is() {
  cat >"$work/bin/inkling" <<END
#!/bin/sh
[ "\$1" != lsp ] || echo \$\$ >>"$work/pids"
$1
END
  chmod +x "$work/bin/inkling"
}

server_that() {
  case $1 in
  fine) server_is "exec \"$server\" \"\$@\"" ;;
  missing) rm -f "$work/bin/inkling" ;;
  dies) server_is '[ "$1" != --version ] || { echo inkling 0.1.0; exit 0; }
head -c 20 >/dev/null
exit 3' ;; # at the first word it hears
  old) server_is "[ \"\$1\" != --version ] || { echo inkling 0.0.1; exit 0; }
exec \"$server\" \"\$@\"" ;;
  esac
}

starts() { if [ -e "$work/pids" ]; then grep -c . "$work/pids"; else echo 0; fi; }

# On the way out the server must be gone; a scratch home always is.
leave() {
  local status=$?
  [ -z "${tmux_socket:-}" ] || tmux -S "$tmux_socket" kill-server 2>/dev/null
  [ -z "${KEEP:-}" ] || echo "kept: $work"
  [ -n "${KEEP:-}" ] || rm -rf "$work"
  exit $status
}

# parser FILE: Jot's tree-sitter grammar as an editor loads it.
parser() {
  local src=$top/grammars/tree-sitter-jot/src
  mkdir -p "$(dirname "$1")"
  cc -shared -fPIC -O1 -I "$src" -o "$1" "$src"/*.c
}

# Written by the editors' own scripts too: `ok WHAT` or `not ok WHAT: WHY`.
ok() { echo "ok $*" >>"$RESULTS"; }
not_ok() { echo "not ok $*" >>"$RESULTS"; }

# expect WHAT COMMAND…
expect() {
  local what=$1
  shift
  if "$@"; then ok "$what"; else not_ok "$what"; fi
}

server_gone() {
  local pid tries
  for pid in $(cat "$work/pids" 2>/dev/null); do
    for tries in $(seq 50); do
      kill -0 "$pid" 2>/dev/null || continue 2
      sleep 0.1
    done
    return 1
  done
}

# verdict N: every line is ok, and there are at least N of them.
verdict() {
  local good bad
  good=$(grep -c '^ok ' "$RESULTS")
  bad=$(grep -c '^not ok ' "$RESULTS")
  cat "$RESULTS"
  [ "$bad" = 0 ] && [ "$good" -ge "$1" ] && return 0
  echo "$good ok of at least $1, $bad not ok"
  [ ! -e "$work/log" ] || sed 's/^/  | /' "$work/log" | tail -n 40
  return 1
}

# within SECONDS COMMAND…: an editor that hangs is a failure, not a wait.
within() {
  local seconds=$1
  shift
  export -f "$1" loaded nvim_beside 2>/dev/null || true
  cache=$cache timeout -k 5 "$seconds" bash -c '"$@"' _ "$@"
}
