// SPDX-License-Identifier: MIT
// lsp/complete.h: what could come next at a place, told by the line before it.
#ifndef INKLING_LSP_COMPLETE_H
#define INKLING_LSP_COMPLETE_H

#include "lsp/document.h"

typedef enum CompleteWhat {
  COMPLETE_NOTHING,
  COMPLETE_PERSON,    // behind @
  COMPLETE_TAG,       // behind #
  COMPLETE_FEELING,   // behind "I feel"
  COMPLETE_QUESTION,  // behind "? "
  COMPLETE_CODE,      // behind "%% hush"
  COMPLETE_FILE_CODE, // behind "%% hush file"
  COMPLETE_FIELD,     // a key, where fields may stand
  COMPLETE_VALUE,     // behind "key:"
  COMPLETE_START,     // the first line: keys and scaffolds
  COMPLETE_ENTRY,     // a first word below a blank line
} CompleteWhat;

typedef struct CompletePlace {
  CompleteWhat what;
  uint32_t from; // first byte of what is being typed
  Str key;       // COMPLETE_VALUE; borrowed from the text
} CompletePlace;

CompletePlace complete_place(Document *d, uint32_t at);

#endif
