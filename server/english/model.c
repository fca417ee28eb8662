// SPDX-License-Identifier: MIT
#include "english/model.h"

#include <string.h>

#include "english/parts.h"

extern const char inkling_model[], inkling_model_end[];

Str model_built_in(void) {
  // Two names in one object, which the assembler made.
  // cppcheck-suppress comparePointers
  return (Str){inkling_model, (size_t)(inkling_model_end - inkling_model)};
}

// Adler-32's idea, eight bytes a step: order and value both count.
uint32_t model_checksum(Str bytes) {
  uint64_t a = 1, b = 0, word = 0;
  size_t at = 0;
  for (; at + sizeof word <= bytes.len; at += sizeof word) {
    memcpy(&word, bytes.data + at, sizeof word);
    a += word;
    b += a;
  }
  for (; at < bytes.len; at++) b += a += (unsigned char)bytes.data[at];
  a ^= a >> 32;
  b ^= b >> 32;
  return (uint32_t)(b ^ (a << 16 | (a & UINT32_MAX) >> 16));
}

static Str section(Str bytes, const ModelHead *head, Section s) {
  uint32_t at = head->sections[s].at, len = head->sections[s].len;
  if (at % 8 || at > bytes.len || len > bytes.len - at) return (Str){0};
  return (Str){bytes.data + at, len};
}

bool model_open(Model *m, Str bytes, Err *err) {
  ModelHead head;
  if (bytes.len < sizeof head) return err_set(err, "the model is cut short");
  memcpy(&head, bytes.data, sizeof head);
  if (memcmp(head.magic, "INKMODEL", 8) != 0 || head.version != MODEL_VERSION)
    return err_set(err, "the model is none of this version");
  Str body = str_slice(bytes, sizeof head, bytes.len);
  if (model_checksum(body) != head.checksum)
    return err_set(err, "the model's checksum does not fit");
  if (!lexicon_open(&m->lexicon, section(bytes, &head, SECTION_LEXICON)))
    return err_set(err, "the model's lexicon is damaged");
  if (!lemma_open(&m->lemmas, section(bytes, &head, SECTION_LEMMAS)))
    return err_set(err, "the model's lemmas are damaged");
  if (!weights_open(&m->tags, section(bytes, &head, SECTION_TAGS), TAG_COUNT))
    return err_set(err, "the model's tag weights are damaged");
  Str roles = section(bytes, &head, SECTION_ROLES);
  if (!weights_open(&m->roles, roles, ROLE_OTHER + 1))
    return err_set(err, "the model's role weights are damaged");
  if (!weights_open(&m->runons, section(bytes, &head, SECTION_RUNONS), 2))
    return err_set(err, "the model's weights of run-on lines are damaged");
  if (!weights_open(&m->seconds, section(bytes, &head, SECTION_SECONDS), 2))
    return err_set(err, "the model's weights of the second look are damaged");
  return true;
}
