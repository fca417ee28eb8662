" SPDX-License-Identifier: MIT
" A real letter: a hint seen, hovered, mended, typed away; a clean end.
execute 'source' expand('<sfile>:p:h') . '/check.vim'
let s:line = 7 " I guess I just felt kind of ignored when you left.

function! s:preview() abort
  for l:window in range(1, winnr('$'))
    if getwinvar(l:window, '&previewwindow')
      return join(getbufline(winbufnr(l:window), 1, '$'), "\n")
    endif
  endfor
  return ''
endfunction

function! s:letter() abort
  call Expect('the language is jot', &filetype ==# 'jot', &filetype)
  call Expect('a heading field is coloured',
        \ synIDattr(synID(1, 1, 1), 'name') ==# 'jotField',
        \ synIDattr(synID(1, 1, 1), 'name'))
  call Expect('a person is coloured',
        \ synIDattr(synID(2, 5, 1), 'name') =~# 'jotMention\|jotFieldValue', '')
  call Soon('a hint', {-> !empty(Hint('hedge', s:line))},
        \ {-> ale#engine#GetLoclist(bufnr(''))})
  let l:hints = Hint('hedge', s:line)
  call Expect('it is quiet',
        \ empty(filter(copy(l:hints), 'v:val.type !=# "I"')), l:hints)
  call Expect('it stands on the words',
        \ !empty(filter(copy(l:hints), 'v:val.col == 21')), l:hints)
  call cursor(s:line, 21)
  ALEHover
  call Soon('hovered', {-> s:preview() =~# 'hedge'}, {-> s:preview()})
  pclose
  call cursor(s:line, 21)
  call s:fix()
  call Soon('the fix', {-> getline(s:line) !~# 'kind of'},
        \ {-> [getline(s:line), get(s:, 'titles', [])]})
  execute s:line . "normal! ccI am lonely tonight."
  doautocmd TextChanged
  call Soon('typed away', {-> empty(Hints(s:line))}, {-> Hints(s:line)})
  ALEStopAllLSPs
  let l:pid = readfile($INKLING_TEST . '/pids')[0]
  call Soon('stops when asked to',
        \ {-> !empty(system('kill -0 ' . l:pid))}, {-> l:pid})
endfunction

" ALE hands its list of actions to a menu; ours takes the one that is meant.
function! s:fix() abort
  let s:titles = []
  call ale#codefix#Execute(0, function('s:choose'))
endfunction

function! s:choose(data, items) abort
  let s:titles = map(copy(a:items), 'v:val[1].title')
  for [l:kind, l:item] in a:items
    if l:item.title =~# 'kind of' && l:item.title !~# 'Hush\|Ask me'
      return ale#codefix#ApplyLSPCodeAction(a:data, l:item)
    endif
  endfor
endfunction

call Run(function('s:letter'))
