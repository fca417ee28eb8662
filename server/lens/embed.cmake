# SPDX-License-Identifier: MIT
# Writes OUT, a C file with the bytes of FILES in their order.
set(rows "")
set(code "// SPDX-License-Identifier: MIT\n// Made by embed.cmake from \
server/lenses.\n#include \"lens/built_in.h\"\n\n")
set(n 0)
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" hex HEX)
  file(SIZE "${file}" size)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(APPEND code "static const unsigned char f${n}[] = {${bytes}0};\n")
  string(APPEND rows "  {\"${name}\", f${n}, ${size}},\n")
  math(EXPR n "${n} + 1")
endforeach()
string(APPEND code "\nconst BuiltIn built_in[] = {\n${rows}  {0, 0, 0},\n};\n"
  "const unsigned built_in_count = ${n};\n")
file(WRITE "${OUT}" "${code}")
