; SPDX-License-Identifier: MIT
; Names as Neovim has them; other editors map them to their own.

(heading) @markup.heading
(heading_marker) @punctuation.special
(entry_marker) @markup.heading.1

(field_key) @property
(field ":" @punctuation.delimiter)
(field_value) @string

(prompt) @markup.heading.6
(prompt_marker) @punctuation.special
(blank) @string.special
(gap) @string.special

(item_marker) @markup.list
(task_open) @markup.list.unchecked
(task_done) @markup.list.checked

(quote) @markup.quote
(break) @punctuation.special

(note) @comment
(comment) @comment
(hush) @comment
(hush_marker) @keyword.directive
((comment) @keyword.directive
  (#match? @keyword.directive "^<!--[ \t]*hush[ \t-]"))

(front_matter) @comment
(code) @markup.raw.block
(fence) @punctuation.delimiter
(info) @label

(emphasis) @markup.italic
(strong) @markup.strong
(mark) @punctuation.delimiter
(speech) @markup.quote
(verbatim) @markup.raw
(link) @markup.link
(autolink) @markup.link.url
(wikilink) @markup.link
(mention) @variable.parameter
(tag) @label
