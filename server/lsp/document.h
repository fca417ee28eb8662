// SPDX-License-Identifier: MIT
// lsp/document.h: what an editor has open, and what we last told it about it.
// A document is prose (journal/doc.h) or a lens file (lsp/lensfile.h).
#ifndef INKLING_LSP_DOCUMENT_H
#define INKLING_LSP_DOCUMENT_H

#include "journal/doc.h"
#include "journal/hushes.h"
#include "lsp/lensfile.h"
#include "lsp/pieces.h"
#include "lsp/project.h"

typedef struct Document {
  Str uri, path; // owned; path "" where it is no file
  int64_t version;
  Doc *doc;       // NULL for a lens file
  LensFile *lens; // NULL for prose
  const Project *project;
  Json *settings; // the editor's, for this document; owned, may be NULL
  Json *answered; // every key of it that ever was; owned, may be NULL
  // Where the hands are: hints of that sentence wait until it ends, until they
  // rest, or until the document is saved.
  bool typing;
  uint32_t hand;        // byte offset of the last edit's end
  uint64_t touched;     // milliseconds, the host's clock
  bool unsaid;          // changed since its diagnostics were pushed
  Pieces pieces;        // what was last made of it as diagnostics
  Vec(uint32_t) tokens; // the semantic tokens last sent, and their id
  uint32_t tokens_id;
} Document;
typedef Document *DocumentRef; // as vec_each names it

Document *document_new(Str uri, Str path, Str language, int64_t version,
                       Str bytes, const Project *project);
void document_free(Document *d);
void document_use(Document *d, const Project *project);
const Text *document_text(const Document *d);
void document_replace(Document *d, Span old, Str with);
void document_replace_all(Document *d, Str bytes);

// The sentence under the hands, or an empty span at UINT32_MAX.
Span document_held(Document *d);
bool document_waits(Document *d); // some hint does, or some slip
// The hints to show now, at the document's density: without those that wait.
const Hint **document_hints(Document *d, Arena *a, uint32_t *count);
// The codes behind hushes that no lens has, without the one being typed.
void document_slips(Document *d, Arena *a, HushSlips *out);
// The block that holds `offset`; UINT32_MAX: none.
uint32_t document_block(Document *d, uint32_t offset);

#endif
