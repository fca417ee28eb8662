# SPDX-License-Identifier: MIT
# Inkling in Kakoune: file types, a little colour, and kakoune-lsp's entry.
hook global BufCreate .*\.jot %{ set-option buffer filetype jot }
hook global BufCreate .*\.lens %{ set-option buffer filetype inkling-lens }

add-highlighter shared/jot regions
add-highlighter shared/jot/code region ^``` ^``` fill mono
add-highlighter shared/jot/text default-region group
add-highlighter shared/jot/text/ regex ^#{1,6}\h[^\n]* 0:title
add-highlighter shared/jot/text/ regex ^\?\h[^\n]* 0:keyword
add-highlighter shared/jot/text/ regex ^%%[^\n]* 0:comment
add-highlighter shared/jot/text/ regex ^>[^\n]* 0:comment
add-highlighter shared/jot/text/ regex (?<!\w)[@#][A-Za-z][\w-]* 0:type

hook -group inkling global WinSetOption filetype=jot %{
  add-highlighter window/jot ref jot
  set-option buffer comment_line '%%'
  add-highlighter window/ wrap -word
}
hook -group inkling global WinSetOption filetype=inkling-lens %{
  set-option buffer comment_line '#'
}

# kakoune-lsp 17 and later reads its servers from this option of each buffer.
hook -group inkling global BufSetOption filetype=(jot|inkling-lens) %{ try %{
  set-option buffer lsp_servers %{
    [inkling]
    root_globs = [".inkling.json"]
    command = "inkling"
    args = ["lsp"]
  }
} }
