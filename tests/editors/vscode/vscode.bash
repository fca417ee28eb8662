# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# VS Code's own workbench, served by code-server to a headless Chromium.

with_vscode() {
  have node && have chromium || skip 'no Node or no Chromium'
  [ -e "$code_server/.complete" ] || skip 'code-server is not installed'
  [ -d "$cache/playwright/node_modules/playwright-core" ] ||
    skip 'playwright-core is not installed'
  [ -d "$cache/vscode-tools/node_modules" ] ||
    skip 'what the extension is built with is not installed'
}

code_server() {
  (with_node20
    node "$code_server/out/node/entry.js" --user-data-dir "$work/user" \
      --extensions-dir "$work/extensions" "$@")
}

# The package that ./dev package makes, installed the way a reader would.
install_extension() {
  local vsix
  vsix=$(XDG_CACHE_HOME=$(dirname "$cache") \
    "$plugins/vscode/package.sh" "$server" "$work" 2>>"$work/log" | tail -n 1)
  code_server --install-extension "$vsix" >>"$work/log" 2>&1
  expect 'the package installs' \
    test -x "$(echo "$work"/extensions/inkling.inkling-*/server/inkling)"
  setting '"inkling.serverPath": ""'
}

# The profile is clean but for what a test cannot do without.
setting() {
  # Its extension host asks a login shell for the PATH.
  echo "PATH=$work/bin:\$PATH" >"$HOME/.bash_profile"
  mkdir -p "$work/user/User"
  cat >"$work/user/User/settings.json" <<END
{
  "workbench.startupEditor": "none",
  "workbench.colorTheme": "Default Light Modern",
  "security.workspace.trust.enabled": false,
  "extensions.ignoreRecommendations": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "telemetry.telemetryLevel": "off",
  "chat.commandCenter.enabled": false,
  "window.commandCenter": false,
  "editor.minimap.enabled": false,
  "files.autoSave": "off",
  $1
}
END
}

in_workbench() {
  export SHELL=/bin/bash EXTENSIONS_GALLERY='{"serviceUrl": ""}'
  local port tries
  port=$(node -e 's = require("net").createServer().listen(0, "127.0.0.1",
    () => { console.log(s.address().port); s.close() })')
  (with_node20
    exec node "$code_server/out/node/entry.js" --user-data-dir "$work/user" \
      --extensions-dir "$work/extensions" --bind-addr "127.0.0.1:$port" \
      --auth none --disable-telemetry --disable-update-check \
      --disable-workspace-trust "$work/letters") >>"$work/log" 2>&1 &
  local served=$!
  for tries in $(seq 100); do
    node -e 'fetch(process.argv[1]).then(() => 0, () => process.exit(1))' \
      "http://127.0.0.1:$port/healthz" 2>/dev/null && break
    sleep 0.1
  done
  (with_node20 # which Playwright asks for too
    NODE_PATH=$cache/playwright/node_modules \
      ADDRESS="http://127.0.0.1:$port/?folder=$work/letters" \
      timeout -k 5 150 node "$here/vscode/$1") >>"$work/log" 2>&1 ||
    not_ok "$1 ended well ($?)"
  kill "$served" 2>/dev/null
  wait "$served" 2>/dev/null
}

carried_server_gone() {
  local tries
  for tries in $(seq 80); do
    pgrep -f "$work/extensions/.*/server/inkling" >/dev/null || return 0
    sleep 0.1
  done
  return 1
}

# The extension host's log, and the client's own channel.
clean_logs() {
  local log
  log=$(find "$work/user/logs" -name 'remoteexthost.log' -o -name '*nkling*.log')
  [ -n "$log" ] || { echo 'there is no log'; return 1; }
  ! echo "$log" | xargs -d '\n' grep -iE '\[error\].*inkling|inkling.*\[error\]'
}
