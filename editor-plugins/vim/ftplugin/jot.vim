" SPDX-License-Identifier: MIT
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

" A paragraph is usually one long line: wrap it at words on the screen, never
" in the file.
setlocal wrap linebreak textwidth=0
setlocal comments=fb:-,fb:*,n:>,b:?,b:%% commentstring=%%\ %s
setlocal formatoptions+=nj formatlistpat=^\\s*\\d\\+[.)]\\s\\+
setlocal suffixesadd=.jot iskeyword+=-
setlocal foldexpr=inkling#fold(v:lnum)

let b:undo_ftplugin = 'setlocal wrap< linebreak< textwidth< comments<'
      \ . ' commentstring< formatoptions< formatlistpat< suffixesadd<'
      \ . ' iskeyword< foldexpr<'

call inkling#greet(bufnr(''))
