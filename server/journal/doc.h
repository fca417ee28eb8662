// SPDX-License-Identifier: MIT
// journal/doc.h: one open document: its text, its tree and what Inkling makes
// of it. Analysis is a pure function of bytes, settings and lenses; a doc keeps
// the passages it has read (journal/passages.h) so that an edit costs one
// paragraph. The hints after any run of edits are those of a fresh open.
#ifndef INKLING_JOURNAL_DOC_H
#define INKLING_JOURNAL_DOC_H

#include "journal/analysis.h"
#include "journal/settings.h"
#include "syntax/prose.h"

typedef struct Doc Doc;

// Copies `bytes`; settings and lenses are borrowed and must outlive the doc or
// be replaced by doc_configure. Owned: doc_free.
Doc *doc_new(Str bytes, Language language, const Settings *settings,
             const LensSet *lenses);
void doc_free(Doc *d);
void doc_configure(Doc *d, const Settings *settings, const LensSet *lenses);
void doc_replace(Doc *d, Span old, Str with);
const Text *doc_text(const Doc *d);
const Tree *doc_tree(Doc *d); // NULL in PLAIN
Language doc_language(const Doc *d);
const Settings *doc_settings(const Doc *d);
const LensSet *doc_lenses(const Doc *d);
const Analysis *doc_analysis(Doc *d); // made anew where something changed
// The words, tags and clauses of a paragraph, which nobody keeps: read again.
const English *doc_english(const Doc *d, const Paragraph *p, Arena *a);
// All that the lenses found in a paragraph, silent or held back: read again.
const LensReading *doc_reading(Doc *d, const Paragraph *p, Arena *a);
// The paragraph that covers `offset`, its end included; NULL: none there.
const Paragraph *doc_paragraph_at(Doc *d, uint32_t offset);
// What `density` lets through, a subset of the analysis' hints, in `a`.
// `balanced`: one of a kind a paragraph and few an entry; `quiet`: one a
// paragraph, the most telling. Letter hints and `safety` always pass.
const Hint **doc_shown(Doc *d, Density density, Arena *a, uint32_t *count);
// Passages analysed since the doc was made: the counter that shows an edit
// costs one paragraph.
uint64_t doc_passages_read(const Doc *d);

#endif
