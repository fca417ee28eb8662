; SPDX-License-Identifier: MIT
; Names as Neovim has them; other editors map them to their own.

(comment) @comment

[
  "lens" "from" "set" "phrase" "feelings" "hint" "notice" "also" "turn"
] @keyword

[
  "says" "asks" "weight" "level" "only" "about" "hush" "with" "without" "fix"
  "broad" "fine" "near"
] @keyword

"off" @keyword
(off) @keyword
[(drop) (present) (choose) (replace)] @keyword

["when" "but" "unless"] @keyword.conditional

["flag" "pass"] @keyword.debug
(text) @string.special

(lens name: (word) @module)
(from source: (word) @label)
(set name: (word) @type)
(phrase name: (word) @type)
(feelings name: (word) @type)
(hint name: (word) @function)
(notice name: (word) @function)
(also_hint name: (word) @function)
(turn_off (word) @function)
(with (word) @function)
(without (word) @function)

(string) @string
(lemma) @variable.member
(class) @constant
(reference (word) @type)
(test) @attribute
(gap) @punctuation.special
(any) @punctuation.special
(not) @operator
(optional) @operator
(or) @operator
(comma) @punctuation.delimiter
["(" ")" "[" "]"] @punctuation.bracket
["«" "»"] @punctuation.special
