#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the extension's package with a server inside.
#
#   package.sh SERVER FOLDER     FOLDER/inkling-VERSION-linux-ARCH.vsix
#   package.sh --tools [FOLDER]  only puts the npm packages it builds with there
#
# The packages are kept outside the tree, in the user's cache.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tools=${XDG_CACHE_HOME:-$HOME/.cache}/inkling/vscode-tools

get_tools() {
  mkdir -p "$tools"
  if cmp -s "$here/package-lock.json" "$tools/.locked"; then return; fi
  cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$tools/"
  (cd "$tools" && npm ci --no-audit --no-fund --silent)
  cp "$here/package-lock.json" "$tools/.locked"
}

if [ "${1:-}" = --tools ]; then
  tools=${2:-$tools}
  get_tools
  exit 0
fi
[ $# = 2 ] || { sed -n '5,6s/^# *//p' "$0" >&2; exit 2; }
server=$1
out=$(mkdir -p "$2" && cd "$2" && pwd)
[ -x "$server" ] || { echo "package.sh: no program at $server" >&2; exit 2; }
get_tools

case $(uname -m) in
  x86_64) target=linux-x64 ;;
  aarch64) target=linux-arm64 ;;
  armv7l) target=linux-armhf ;;
  *) echo "package.sh: VS Code has no name for $(uname -m)" >&2; exit 2 ;;
esac

# Built from a copy, so that the tree stays as it is.
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
(cd "$here" && cp -R package.json README.md .vscodeignore src syntaxes \
  snippets language-jot.json language-lens.json "$stage")
cp "$here/../../LICENSE" "$stage/LICENSE"
mkdir "$stage/server"
cp "$server" "$stage/server/inkling"
strip "$stage/server/inkling" 2>/dev/null || true
ln -s "$tools/node_modules" "$stage/node_modules"
cd "$stage"
"$tools/node_modules/.bin/esbuild" src/extension.js --bundle --platform=node \
  --target=node18 --external:vscode --minify-whitespace --log-level=warning \
  --outfile=dist/extension.js
rm node_modules
version=$(sed -n 's/^  "version": "\(.*\)",/\1/p' package.json)
vsix=$out/inkling-$version-$target.vsix
"$tools/node_modules/.bin/vsce" package --no-dependencies --target "$target" \
  --allow-missing-repository --skip-license --out "$vsix" >"$stage/log" 2>&1 ||
  { cat "$stage/log" >&2; exit 1; }
echo "$vsix"
