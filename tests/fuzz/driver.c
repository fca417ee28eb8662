// SPDX-License-Identifier: MIT
// Runs a fuzz target on the files named, where libFuzzer is not at hand.
#include <stdio.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv) {
  int failed = 0;
  for (int i = 1; i < argc; i++) {
    StrBuf bytes = {0};
    Err err = {0};
    if (file_read(str_of(argv[i]), &bytes, &err))
      LLVMFuzzerTestOneInput((const uint8_t *)bytes.data, bytes.len);
    else
      failed++;
    strbuf_clear(&bytes);
  }
  printf("%d passed, %d failed\n", argc - 1 - failed, failed);
  return failed != 0 || argc < 2;
}
