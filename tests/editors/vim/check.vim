" SPDX-License-Identifier: MIT
function! Note(line) abort
  call writefile([substitute(a:line, '\n', ' ', 'g')], $RESULTS, 'a')
endfunction

function! Expect(what, good, why) abort
  call Note(a:good ? 'ok ' . a:what : 'not ok ' . a:what . ': ' . string(a:why))
endfunction

" Waits until the lambda is true, eight seconds at most.
function! Soon(what, Fn, Why) abort
  for l:i in range(400)
    if a:Fn()
      return Expect(a:what, 1, '')
    endif
    sleep 20m
  endfor
  call Expect(a:what, 0, a:Why())
endfunction

function! Hints(line) abort
  return filter(copy(ale#engine#GetLoclist(bufnr(''))),
        \ {_, one -> one.lnum == a:line})
endfunction

function! Hint(code, line) abort
  return filter(Hints(a:line), {_, one -> get(one, 'code', '') ==# a:code})
endfunction

function! Run(script) abort
  try
    call a:script()
  catch
    call Expect('the script ran through', 0, v:exception . v:throwpoint)
  endtry
  let l:errors = filter(split(execute('messages'), '\n'),
        \ {_, line -> line =~# '^E\d\+:\|^Error detected'})
  call Expect('Vim says no error', empty(l:errors), l:errors)
  qall!
endfunction
