" SPDX-License-Identifier: MIT
" The server missing, dying, too old: one plain sentence, and the text stays.
execute 'source' expand('<sfile>:p:h') . '/check.vim'
let s:sentences = {
      \ 'missing': 'was not found',
      \ 'dies': 'three times in a row',
      \ 'old': 'please update the server',
      \ }

function! s:said(words) abort
  return count(execute('messages'), a:words)
endfunction

function! s:trouble() abort
  let l:words = s:sentences[$TROUBLE]
  execute "normal! GoStill here.\<Esc>"
  for l:i in range(6)
    ALELint
    sleep 150m
  endfor
  call Soon($TROUBLE . ': one sentence', {-> s:said(l:words) == 1},
        \ {-> execute('messages')})
  edit! other.jot
  buffer! letter.jot
  ALELint
  sleep 300m
  call Expect($TROUBLE . ': not again', s:said(l:words) == 1,
        \ execute('messages'))
  execute "normal! GoAnd here.\<Esc>"
  silent write! saved.jot
  call Expect($TROUBLE . ': no word is lost',
        \ index(readfile('saved.jot'), 'And here.') >= 0, '')
endfunction

call Run(function('s:trouble'))
