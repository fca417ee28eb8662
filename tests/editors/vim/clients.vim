" SPDX-License-Identifier: MIT
execute 'source' expand('<sfile>:p:h') . '/check.vim'

let s:given = {}
execute 'set runtimepath+=' . expand('<sfile>:p:h') . '/stand-in'

function! LspAddServer(list) abort
  let s:given.yegappan = a:list[0]
endfunction

function! s:clients() abort
  doautocmd <nomodeline> User lsp_setup
  let l:one = lsp#given()
  call Expect('vim-lsp: the command', l:one.cmd({})[1:] == ['lsp'], l:one)
  call Expect('vim-lsp: the languages',
        \ l:one.allowlist == ['jot', 'inkling-lens'], l:one)
  for l:i in range(3)
    doautocmd <nomodeline> User lsp_server_exit
  endfor
  call Expect('vim-lsp: no fourth start', l:one.cmd({}) == [], '')
  doautocmd <nomodeline> User LspSetup
  let l:two = get(s:given, 'yegappan', {})
  call Expect('yegappan/lsp: the command',
        \ executable(l:two.path) && l:two.args == ['lsp'], l:two)
  call Expect('yegappan/lsp: the languages',
        \ l:two.filetype == ['jot', 'inkling-lens'], l:two)
endfunction

call Run(function('s:clients'))
