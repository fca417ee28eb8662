" SPDX-License-Identifier: MIT
" What every Vim client needs to know: where the server is, what to tell it,
" and when to leave it be. No feature lives here; hints are the server's.

let s:version = '0.1.0'
let s:root = fnamemodify(expand('<sfile>:p'), ':h:h')
let s:said = {}
let s:checked = {}
let s:deaths = []

" Three ends within this many seconds of each other are "in a row".
let s:row = 60
let s:enough = 3

" Says a sentence once a session, so that nothing can repeat itself.
function! inkling#say(text) abort
  if has_key(s:said, a:text)
    return
  endif
  let s:said[a:text] = 1
  echohl WarningMsg
  echomsg 'Inkling: ' . a:text
  echohl None
endfunction

" The server's path: the setting, then PATH, then what stands beside us.
" Empty where there is none.
function! inkling#server() abort
  let l:own = get(g:, 'inkling_server', '')
  if !empty(l:own)
    let l:own = expand(l:own)
    return executable(l:own) ? l:own : ''
  endif
  if executable('inkling')
    return exepath('inkling')
  endif
  let l:carried = s:root . '/bin/inkling'
  return executable(l:carried) ? l:carried : ''
endfunction

" The server's path where it may be started now, else empty; a reason to stay
" silent is told once.
function! inkling#ready() abort
  if s:tired()
    return ''
  endif
  let l:server = inkling#server()
  if empty(l:server)
    call inkling#say(s:missing())
  elseif !has_key(s:checked, l:server)
    let s:checked[l:server] = 1
    call s:compare(l:server)
  endif
  return l:server
endfunction

function! s:missing() abort
  let l:own = get(g:, 'inkling_server', '')
  return empty(l:own)
        \ ? 'the program "inkling" was not found; install it or set g:inkling_server to its path.'
        \ : 'there is no program at "' . l:own . '"; please mend g:inkling_server.'
endfunction

function! s:compare(server) abort
  let l:out = system(shellescape(a:server) . ' --version')
  let l:found = matchstr(l:out, '\d\+\.\d\+\.\d\+')
  if !empty(l:found) && s:older(l:found, s:version)
    call inkling#say('the server is ' . l:found . ' and this plugin is '
          \ . s:version . '; please update the server.')
  endif
endfunction

function! s:older(left, right) abort
  let l:a = map(split(a:left, '\.'), 'str2nr(v:val)')
  let l:b = map(split(a:right, '\.'), 'str2nr(v:val)')
  for l:i in range(3)
    if l:a[l:i] != l:b[l:i]
      return l:a[l:i] < l:b[l:i]
    endif
  endfor
  return 0
endfunction

" Told by a client's glue that the server ended without being asked to.
function! inkling#died() abort
  let l:now = localtime()
  call filter(s:deaths, 'l:now - v:val <= s:row')
  call add(s:deaths, l:now)
  if s:tired()
    call inkling#say('the server stopped three times in a row and stays off; '
          \ . 'your text is untouched, :InklingRestart tries again.')
  endif
endfunction

function! s:tired() abort
  return len(s:deaths) >= s:enough
endfunction

function! inkling#forgive() abort
  let s:deaths = []
  let s:said = {}
  let s:checked = {}
endfunction

function! inkling#settings() abort
  return get(g:, 'inkling_settings', {})
endfunction

" Markdown and plain text join only by name: g:inkling_filetypes.
function! inkling#filetypes() abort
  return get(g:, 'inkling_filetypes', ['jot', 'inkling-lens'])
endfunction

function! inkling#serves(filetype) abort
  return index(inkling#filetypes(), a:filetype) >= 0
endfunction

" The protocol's name of a file type; only plain text has another one here.
function! inkling#language(filetype) abort
  return a:filetype ==# 'text' ? 'plaintext' : a:filetype
endfunction

" The folder that settings and lenses are read from: the nearest one with an
" .inkling.json or a repository, else the file's own.
function! inkling#root(buffer) abort
  let l:here = fnamemodify(bufname(a:buffer), ':p:h')
  for l:mark in ['.inkling.json', '.git']
    let l:found = l:mark[1] ==# 'g' ? finddir(l:mark, l:here . ';')
          \ : findfile(l:mark, l:here . ';')
    if !empty(l:found)
      return fnamemodify(l:found, ':p:s?[/]$??:h')
    endif
  endfor
  return l:here
endfunction

" A buffer of ours has opened: say now, not later, if nothing can come of it.
function! inkling#greet(buffer) abort
  if inkling#serves(getbufvar(a:buffer, '&filetype'))
    call inkling#ready()
    call inkling#ale#soften(a:buffer)
  endif
endfunction

" A heading of level N opens a fold of level N; entries fold as they nest.
function! inkling#fold(line) abort
  let l:marks = matchstr(getline(a:line), '^#\{1,6}\ze\s')
  return empty(l:marks) ? '=' : '>' . len(l:marks)
endfunction
