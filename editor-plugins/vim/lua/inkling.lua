-- SPDX-License-Identifier: MIT
-- The server in Neovim's own client. From 0.11 on by vim.lsp.enable() and
-- lsp/inkling.lua, before that (0.7 and up) by the same values handed to
-- vim.lsp.start() or vim.lsp.start_client().
local M = {}

local clients = {} -- client id -> true, for those whose end we did not ask for

local function settings()
  local own = vim.g.inkling_settings
  return own and next(own) and own or vim.empty_dict()
end

local function filetypes()
  return vim.fn['inkling#filetypes']()
end

-- One grey line a paragraph is enough: hints are underlined, the words come by
-- hover and as inlay text, not once more behind the line.
local function quiet(client)
  local look = { virtual_text = false, signs = false }
  local provider = client.server_capabilities.diagnosticProvider
  local namespace = vim.lsp.diagnostic.get_namespace
  vim.diagnostic.config(look, namespace(client.id))
  if type(provider) == 'table' then -- asked for, not sent: a place of its own
    vim.diagnostic.config(look,
      namespace(client.id, true, provider.identifier))
  end
end

local function show_inlays(client, buffer)
  local api = vim.lsp.inlay_hint
  local able = client.server_capabilities.inlayHintProvider
  if able and type(api) == 'table' and api.enable then
    api.enable(true, { bufnr = buffer })
  end
end

-- Code lenses are asked for when the hands rest, not at each key.
local function show_lenses(client, buffer)
  if not client.server_capabilities.codeLensProvider then
    return
  end
  if vim.lsp.codelens.enable then
    return vim.lsp.codelens.enable(true, { bufnr = buffer })
  end
  local refresh = function()
    if vim.fn.has('nvim-0.10') == 1 then
      vim.lsp.codelens.refresh({ bufnr = buffer })
    elseif vim.api.nvim_get_current_buf() == buffer then
      vim.lsp.codelens.refresh()
    end
  end
  vim.api.nvim_create_autocmd({ 'BufEnter', 'CursorHold', 'InsertLeave' }, {
    group = vim.api.nvim_create_augroup('inkling' .. buffer, {}),
    buffer = buffer,
    callback = refresh,
  })
  refresh()
end

local function on_attach(client, buffer)
  clients[client.id] = true
  quiet(client)
  show_inlays(client, buffer)
  show_lenses(client, buffer)
end

local function ours(buffer)
  return vim.api.nvim_buf_is_loaded(buffer)
    and vim.fn['inkling#serves'](vim.bo[buffer].filetype) == 1
end

local function again()
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if ours(buffer) then
      M.start(buffer)
    end
  end
end

-- An end that nobody asked for: come back, but not more than twice in a row.
local function on_exit(code, signal, client_id)
  local asked = code == 0 and signal == 0
  clients[client_id] = nil
  if asked or M.leaving then
    return
  end
  vim.schedule(function()
    vim.fn['inkling#died']()
    vim.defer_fn(again, 200)
  end)
end

-- Asked by 0.11 and later before each start; no answer means no start.
local function root_dir(buffer, answer)
  if vim.fn['inkling#ready']() ~= '' then
    answer(vim.fn['inkling#root'](buffer))
  end
end

function M.config()
  local server = vim.fn['inkling#server']()
  return {
    name = 'inkling',
    cmd = { server ~= '' and server or 'inkling', 'lsp' },
    filetypes = filetypes(),
    root_dir = root_dir,
    init_options = settings(),
    settings = { inkling = settings() },
    get_language_id = function(_, filetype)
      return vim.fn['inkling#language'](filetype)
    end,
    on_attach = on_attach,
    on_exit = on_exit,
  }
end

local function running(root)
  local list = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  for _, client in ipairs(list) do
    if client.name == 'inkling' and client.config.root_dir == root then
      return client.id
    end
  end
end

function M.start(buffer)
  local server = vim.fn['inkling#ready']()
  if server == '' then
    return
  end
  local config = M.config()
  config.cmd[1] = server
  config.root_dir = vim.fn['inkling#root'](buffer)
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
  else
    local id = running(config.root_dir) or vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(buffer, id)
  end
end

-- The tree-sitter highlights, where a parser has been installed; 0.7 has no
-- start() and keeps the syntax file's.
local function colour(buffer)
  local language = vim.treesitter and vim.treesitter.language
  if language and language.register then
    language.register('lens', 'inkling-lens')
  end
  if vim.treesitter and vim.treesitter.start and vim.g.inkling_treesitter ~= 0 then
    pcall(vim.treesitter.start, buffer)
  end
end

function M.restart()
  vim.schedule(again)
end

function M.setup()
  local group = vim.api.nvim_create_augroup('inkling', {})
  vim.api.nvim_create_autocmd('VimLeavePre', {
    group = group,
    callback = function() M.leaving = true end,
  })
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = filetypes(),
    callback = function(event)
      colour(event.buf)
      if not M.native then
        M.start(event.buf)
      end
    end,
  })
  M.native = vim.lsp.enable ~= nil
  if M.native then
    vim.lsp.enable('inkling')
  end
end

return M
