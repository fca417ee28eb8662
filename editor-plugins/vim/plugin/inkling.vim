" SPDX-License-Identifier: MIT
" Registers the server with whichever client is there. ALE needs nothing here:
" it finds ale_linters/. Neovim has a client of its own: lua/inkling.lua.
if exists('g:loaded_inkling')
  finish
endif
let g:loaded_inkling = 1

command! InklingRestart call s:restart()

function! s:restart() abort
  call inkling#forgive()
  if has('nvim')
    lua require('inkling').restart()
  elseif exists(':ALEStopAllLSPs')
    ALEStopAllLSPs
    ALELint
  elseif exists(':LspStopServer')
    LspStopServer inkling
    doautocmd <nomodeline> FileType
  else
    edit
  endif
endfunction

if has('nvim')
  if get(g:, 'inkling_enabled', 1)
    lua require('inkling').setup()
  endif
  finish
endif

" vim-lsp
function! s:vim_lsp() abort
  call lsp#register_server({
        \ 'name': 'inkling',
        \ 'cmd': {_ -> s:command()},
        \ 'allowlist': inkling#filetypes(),
        \ 'languageId': {_ -> inkling#language(&filetype)},
        \ 'root_uri': {_ -> lsp#utils#path_to_uri(inkling#root(bufnr('')))},
        \ 'initialization_options': inkling#settings(),
        \ 'workspace_config': {'inkling': inkling#settings()},
        \ })
endfunction

function! s:command() abort
  let l:server = inkling#ready()
  return empty(l:server) ? [] : [l:server, 'lsp']
endfunction

" yegappan/lsp wants a path that exists, and never starts a dead server again.
function! s:yegappan() abort
  let l:server = inkling#server()
  if empty(l:server)
    return
  endif
  call LspAddServer([{
        \ 'name': 'inkling',
        \ 'filetype': inkling#filetypes(),
        \ 'path': l:server,
        \ 'args': ['lsp'],
        \ 'initializationOptions': inkling#settings(),
        \ 'workspaceConfig': {'inkling': inkling#settings()},
        \ }])
endfunction

augroup inkling
  autocmd!
  autocmd User lsp_setup call s:vim_lsp()
  autocmd User lsp_server_exit call inkling#died()
  autocmd User LspSetup call s:yegappan()
augroup END
