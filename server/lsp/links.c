// SPDX-License-Identifier: MIT
#include "lsp/links.h"

#include "lsp/uri.h"

// RFC 3986, section 3.1: a letter, then letters, digits, + - .
static bool has_scheme(Str s) {
  for (size_t i = 0; i < s.len; i++) {
    char c = s.data[i];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == ':') return i > 1;
    if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' ||
                                c == '-' || c == '.')))
      return false;
  }
  return false;
}

static bool is_wiki(const Document *d, const Reference *r) {
  return str_starts(text_slice(document_text(d), r->span), STR("[["));
}

Str links_uri(const Document *d, const Reference *r, Arena *a) {
  Str target = str_trim(text_slice(document_text(d), r->target));
  if (!target.len || target.data[0] == '#') return STR("");
  if (has_scheme(target)) return str_copy(a, target);
  if (!d->path.len) return STR("");
  bool bare = is_wiki(d, r) && str_find(path_name(target), STR(".")) < 0;
  Str name = bare ? str_printf(a, STR_FMT ".jot", STR_ARG(target)) : target;
  Str path = path_join(a, path_folder(d->path), name);
  return uri_of_path(path_absolute(a, path), a);
}

bool links_at(Document *d, uint32_t offset, Str *uri, Span *span, Arena *a) {
  uint32_t block = d->doc ? document_block(d, offset) : UINT32_MAX;
  if (block == UINT32_MAX) return false;
  ReferenceVec found = {0};
  prose_references(doc_text(d->doc), doc_tree(d->doc),
                   &doc_analysis(d->doc)->outline->blocks.data[block], a,
                   &found);
  for (uint32_t i = 0; i < found.len; i++) {
    const Reference *r = &found.data[i];
    if (r->kind != REFERENCE_LINK || offset < r->span.start ||
        offset > r->span.end)
      continue;
    *uri = links_uri(d, r, a);
    *span = r->span;
    return uri->len > 0;
  }
  return false;
}
