" SPDX-License-Identifier: MIT
" ALE finds ale_linters/FILETYPE/inkling.vim by itself; each of them calls us.

let s:started = {}

function! inkling#ale#define(filetype) abort
  if !inkling#serves(a:filetype)
    return
  endif
  call ale#linter#Define(a:filetype, {
        \ 'name': 'inkling',
        \ 'lsp': 'stdio',
        \ 'executable': function('inkling#ale#executable'),
        \ 'command': '%e lsp',
        \ 'language': inkling#language(a:filetype),
        \ 'project_root': function('inkling#root'),
        \ 'initialization_options': {-> inkling#settings()},
        \ 'lsp_config': {-> {'inkling': inkling#settings()}},
        \ })
endfunction

" ALE takes a hint for a warning; a hint is never that.
function! inkling#ale#soften(buffer) abort
  let l:types = copy(getbufvar(a:buffer, 'ale_type_map', {}))
  let l:types.inkling = {'W': 'I', 'E': 'I'}
  call setbufvar(a:buffer, 'ale_type_map', l:types)
endfunction

" ALE asks for the program at every check, and starts it anew whenever it has
" gone. A connection that was there and is not any more is an end.
function! inkling#ale#executable(buffer) abort
  let l:key = inkling#root(a:buffer)
  if get(s:started, l:key) && !s:connected(l:key)
    let s:started[l:key] = 0
    call inkling#died()
  endif
  let l:server = inkling#ready()
  let s:started[l:key] = !empty(l:server)
  return l:server
endfunction

function! s:connected(root) abort
  if !exists('*ale#lsp#GetConnections')
    return 1
  endif
  for l:one in values(ale#lsp#GetConnections())
    if l:one.root ==# a:root && stridx(l:one.id, inkling#server()) == 0
      return has_key(l:one, 'job_id') && ale#job#HasOpenChannel(l:one.job_id)
    endif
  endfor
  return 0
endfunction
