" SPDX-License-Identifier: MIT
" The markup only; what the words say is the server's business.
if exists('b:current_syntax')
  finish
endif
scriptencoding utf-8

" Somebody's words. „ and “ always open them; the loose ones do unless they
" stand closer to what is before, the close ones only where they stand closer to
" what is behind. These close neither behind a blank nor within a word, as an
" apostrophe would.
function! s:speech() abort
  let l:blank = '[:space:]\u00a0'
  let l:mark = '!-.:-@\[-^`{-~\u2010-\u203f«»'
  let l:word = '[^' . l:blank . l:mark . ']'
  let l:free = '\%(^\|[' . l:blank . ']\)\@1<='
  let l:apart = '\%(^\|[' . l:blank . l:mark . ']\)\@1<='
  let l:solid = '[^' . l:blank . ']\@='
  for [l:open, l:close, l:how] in [['"', '"', 'loose'], ['“', '”', 'always'],
        \ ['„', '[“”]', 'always'], ['«', '»', 'loose'],
        \ ['»', '[«»]', 'close'], ['”', '”', 'close'], ['‘', '’', 'close'],
        \ ['‚', '‘', 'close'], ['‹', '›', 'close'], ['›', '‹', 'close']]
    let l:near = l:how ==# 'loose'
          \ ? l:free . l:open . '\|' . l:apart . l:open . l:solid
          \   . '\|' . l:open . l:word . '\@='
          \ : l:free . l:open . l:solid
          \   . '\|' . l:apart . l:open . l:word . '\@='
    let l:start = l:how ==# 'always' ? l:open : '\%(' . l:near . '\)'
    let l:end = l:how !=# 'close' ? l:close
          \ : printf('\%%([%s]\@1<=%s\|[^%s]\@1<=%s%s\@!\)', l:mark, l:close,
          \     l:blank, l:close, l:word)
    execute printf('syntax region jotSpeech oneline start=/%s/ end=/%s/ '
          \ . 'contains=jotMention', l:start, l:end)
  endfor
endfunction

syntax spell toplevel
syntax match jotHeading /^#\{1,6}\s.*$/ contains=jotDate,@jotInline
syntax match jotDate /\<\d\{4}-\d\d-\d\d\>/ contained

" Fields stand at the top of the file or straight under a heading.
syntax region jotFields start=/\%^\ze[a-z-]\+: / end=/^\ze\s*$/
      \ contains=jotField keepend
syntax match jotField /^[a-z-]\+\ze: / contained nextgroup=jotFieldValue
syntax match jotFieldValue /:.*$/ contained contains=jotMention,jotTag
syntax match jotField /\%(^#\{1,6}\s.*\n\%([a-z-]\+: .*\n\)*\)\@<=[a-z-]\+\ze: /
      \ nextgroup=jotFieldValue

syntax match jotPrompt /^?\s.*$/ contains=@jotInline
syntax match jotBlank /^_\{3,}\s*$/
syntax match jotQuote /^>.*$/ contains=@jotInline
syntax match jotList /^\s*\%([-*+]\|\d\+[.)]\)\s\%(\[[ xX]\]\s\)\?/
syntax match jotBreak /^\%(-\{3,}\|\*\{3,}\)\s*$/
syntax match jotNote /^%%.*$/ contains=@NoSpell
syntax match jotHush /^%%\s\+hush\>.*$/ contains=@NoSpell

syntax region jotCode start=/^\z(`\{3,}\|\~\{3,}\)/ end=/^\z1/
      \ contains=@NoSpell
syntax region jotFront start=/\%^---$/ end=/^---$/ contains=@NoSpell

syntax match jotMention /\%(^\|[^A-Za-z0-9_]\)\@1<=@[A-Za-z][A-Za-z0-9_-]*/
      \ contains=@NoSpell
syntax match jotTag /\%(^\|[^A-Za-z0-9_&]\)\@1<=#[A-Za-z][A-Za-z0-9_-]*/
      \ contains=@NoSpell
syntax region jotVerbatim oneline start=/`/ end=/`/ contains=@NoSpell
syntax region jotBold oneline start=/\*\*\S\@=/ end=/\S\@1<=\*\*/
syntax region jotEmphasis oneline start=/\*[* ]\@!/ end=/[* ]\@1<!\*/
syntax match jotLink /\[[^]]*\]([^)]*)\|\[\[[^]]*\]\]\|<https\?:[^>]*>/
      \ contains=@NoSpell
call s:speech()
syntax cluster jotInline contains=jotMention,jotTag,jotVerbatim,jotBold,
      \jotEmphasis,jotLink,jotSpeech

syntax sync minlines=50

highlight default link jotHeading Title
highlight default link jotDate Constant
highlight default link jotField Identifier
highlight default link jotFieldValue String
highlight default link jotPrompt Question
highlight default link jotBlank NonText
highlight default link jotQuote Comment
highlight default link jotList Statement
highlight default link jotBreak NonText
highlight default link jotNote Comment
highlight default link jotHush SpecialComment
highlight default link jotCode Special
highlight default link jotFront Comment
highlight default link jotMention Type
highlight default link jotTag Tag
highlight default link jotVerbatim Special
highlight default link jotLink Underlined
highlight default link jotSpeech String
highlight default jotBold term=bold cterm=bold gui=bold
highlight default jotEmphasis term=italic cterm=italic gui=italic

let b:current_syntax = 'jot'
