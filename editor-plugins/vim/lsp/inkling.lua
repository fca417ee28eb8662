-- SPDX-License-Identifier: MIT
-- Neovim 0.11 and later read this by the name `inkling`; the values are the
-- same that the fallback for older versions uses.
return require('inkling').config()
