" SPDX-License-Identifier: MIT
call inkling#ale#define('inkling-lens')
