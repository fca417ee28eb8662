" SPDX-License-Identifier: MIT
autocmd BufNewFile,BufRead *.jot setfiletype jot
" `lens` files of other tools exist; ours begin with comments, blank lines
" or a `lens NAME` line, which no other format does.
autocmd BufNewFile,BufRead *.lens setfiletype inkling-lens
