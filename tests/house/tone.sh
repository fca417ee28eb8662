#!/bin/sh
# SPDX-License-Identifier: MIT
# Every message, question and title of a fix in the built-in lenses, read for
# its tone: none of tone.txt's words, no exclamation, a message is one short
# sentence, a question asks, and a hint has five of them to choose from.
set -u
cd "$(dirname "$0")/../.." || exit 2
ls server/lenses/*.lens >/dev/null 2>&1 || { echo "skipped: no lenses yet"; exit 77; }

# shellcheck disable=SC1112
awk '
  FNR == NR { if ($0 != "" && $0 !~ /^#/) banned[++n] = tolower($0); next }
  function complain(why) { print FILENAME ":" FNR ": " why ": " text; failed++ }
  function close_hint() {
    if (hint != "" && asks < 5) {
      print where ": " hint " has " asks + 0 " questions, five are the least"
      failed++
    }
    hint = ""; asks = 0; kind = ""
  }
  function read_tone(text,  i, plain) {
    spoken++
    plain = " " tolower(text) " "
    gsub(/\{[a-z]*\}/, " ", plain)
    gsub(/’/, "\047", plain)
    gsub(/[^a-z\047]+/, " ", plain)
    for (i = 1; i <= n; i++)
      if (index(plain, " " banned[i] " ")) complain("the tool does not say “" banned[i] "”")
    if (text ~ /!/) complain("an exclamation")
    if (kind == "says" && length(text) > 150) complain("a message of " length(text) " bytes")
    if (kind == "says" && text !~ /[.?]$/) complain("a message is a sentence")
    if (kind == "says" && hint != "safety" && text ~ /[.?] [A-Z]/) complain("a message is one sentence")
    if (kind == "asks" && text !~ /\?$/) complain("a question asks")
    if (kind == "asks") asks++
  }
  FNR == 1 { close_hint() }
  /^hint / { close_hint(); hint = $2; where = FILENAME ":" FNR }
  /^[a-z]/ && !/^hint / { close_hint() }
  /^ +[a-z]/ { kind = $1 }
  /^also / { kind = "" }
  kind == "says" || kind == "asks" || kind == "fix" {
    line = $0
    while (match(line, /"[^"]*"/)) {
      text = substr(line, RSTART + 1, RLENGTH - 2)
      line = substr(line, RSTART + RLENGTH)
      read_tone(text)
    }
  }
  END {
    close_hint()
    print spoken + 0 " sentences of the tool read, " failed + 0 " to reword"
    exit failed > 0 || spoken == 0
  }' tests/house/tone.txt server/lenses/*.lens
