; SPDX-License-Identifier: MIT
((front_matter (code_text) @injection.content)
  (#set! injection.language "yaml"))
((code (info) @injection.language (code_text) @injection.content))
