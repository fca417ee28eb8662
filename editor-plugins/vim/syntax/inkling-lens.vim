" SPDX-License-Identifier: MIT
if exists('b:current_syntax')
  finish
endif

syntax match lensComment /\%(^\|\s\)\zs#.*$/ contains=@Spell
syntax match lensBlock /^\%(lens\|from\|set\|phrase\|feelings\|measure\)\>/
syntax match lensBlock /^\%(also\s\+\)\?\%(hint\|notice\)\>/
syntax match lensBlock /^turn\s\+o\%(n\|ff\)\>/
syntax match lensClause /^\s\+\%(says\|asks\|weight\|only\|off\|about\|level\|hush\|severity\|broad\|fine\|near\|from\)\>/
syntax match lensClause /^\s\+\%(when\|but\|unless\|with\|without\)\>/
      \ nextgroup=lensPattern
syntax match lensPattern /.*$/ contained contains=lensSet,lensTag,lensLemma,
      \lensOperator,lensString,lensComment,lensTest
syntax match lensClause /^\s\+fix\>/
syntax match lensFix /\<\%(drop\|present\|choose\)\>/
syntax region lensString oneline start=/"/ end=/"/ contains=lensSlot,@Spell
syntax region lensString oneline start=/“/ end=/”/ contains=lensSlot,@Spell
syntax match lensSlot /{[a-z]\+}/ contained
syntax match lensSet /\[[^]]*\]/ contained
syntax match lensTag /\<[A-Z][A-Z$]\+\>/ contained
syntax match lensLemma /\~[a-z']\+/ contained
syntax match lensTest /\/!\?[a-z]\+/ contained
syntax match lensOperator /[()|!?«»…]\|\.\.\./ contained
syntax match lensFlag /^\s\+flag\>.*$/ contains=lensMark,@Spell
syntax match lensPass /^\s\+pass\>.*$/ contains=@Spell
syntax match lensMark /«[^»]*»/ contained

highlight default link lensComment Comment
highlight default link lensBlock Keyword
highlight default link lensClause Statement
highlight default link lensFix Function
highlight default link lensString String
highlight default link lensSlot Special
highlight default link lensSet Identifier
highlight default link lensTag Type
highlight default link lensLemma Constant
highlight default link lensTest PreProc
highlight default link lensOperator Operator
highlight default link lensFlag DiffAdd
highlight default link lensPass Normal
highlight default link lensMark Underlined

let b:current_syntax = 'inkling-lens'
