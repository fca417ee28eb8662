" SPDX-License-Identifier: MIT
call inkling#ale#define('markdown')
