// SPDX-License-Identifier: MIT
// lsp/tokens.h: semantic tokens, so that an editor without the grammar colours
// a text all the same. Types are LSP's own: themes know them.
#ifndef INKLING_LSP_TOKENS_H
#define INKLING_LSP_TOKENS_H

#include "lsp/document.h"

// In the order of the legend in methods.def.
typedef enum TokenType {
  TOKEN_HEADING,  // class
  TOKEN_KEY,      // property
  TOKEN_STRING,   // string
  TOKEN_PROMPT,   // function
  TOKEN_COMMENT,  // comment
  TOKEN_KEYWORD,  // keyword
  TOKEN_PERSON,   // variable
  TOKEN_TAG,      // decorator
  TOKEN_LINK,     // macro
  TOKEN_TYPE,     // type
  TOKEN_OPERATOR, // operator
  TOKEN_NUMBER,   // number
} TokenType;

typedef struct SemToken {
  Span span; // never empty, in order, within one line, not overlapping
  TokenType type;
} SemToken;
typedef Vec(SemToken) SemTokens;

// Those that meet `within`, in `a`.
SemTokens tokens_of(Document *d, Span within, Arena *a);

#endif
