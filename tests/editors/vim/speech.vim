" SPDX-License-Identifier: MIT
" What is coloured as speech, line by line, as tests/syntax/speech.txt says it.
set encoding=utf-8
syntax on
setfiletype jot
runtime! syntax/jot.vim

function! s:is_speech(line, column) abort
  return index(map(synstack(a:line, a:column), 'synIDattr(v:val, "name")'),
        \ 'jotSpeech') >= 0
endfunction

function! s:coloured(line) abort
  let [l:found, l:in] = [['paragraph: ' . getline(a:line)], 0]
  let l:column = 1
  for l:char in split(getline(a:line), '\zs')
    let l:is = s:is_speech(a:line, l:column)
    if l:is && !l:in
      call add(l:found, '  speech ')
    endif
    if l:is
      let l:found[-1] .= l:char
    endif
    let l:in = l:is
    let l:column += len(l:char)
  endfor
  return l:found
endfunction

let s:all = []
for s:line in range(1, line('$'))
  call extend(s:all, s:coloured(s:line))
endfor
call writefile(s:all, 'coloured')
qall!
