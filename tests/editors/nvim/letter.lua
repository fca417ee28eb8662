-- SPDX-License-Identifier: MIT
-- A real letter: a hint seen, hovered, mended, typed away; a clean end.
local LINE = 6 -- "I guess I just felt kind of ignored when you left."

local function at(words)
  local column = T.line(LINE):find(words, 1, true)
  vim.api.nvim_win_set_cursor(0, { LINE + 1, column - 1 })
end

local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local buffer = vim.api.nvim_win_get_buf(window)
      return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
    end
  end
  return ''
end

local function grey()
  local api = vim.lsp.inlay_hint
  if not (type(api) == 'table' and api.get) then return end
  T.soon('a grey question stands at the end', function()
    local hint = api.get({ bufnr = 0 })[1]
    return hint and vim.inspect(hint.inlay_hint.label):find('%?') ~= nil
  end)
  T.soon('its place is the end of the paragraph', function()
    local hint = api.get({ bufnr = 0 })[1].inlay_hint
    return hint.position.line == LINE
  end)
end

local function ends()
  local client = T.client()
  local pid = tonumber(vim.fn.readfile(vim.env.INKLING_TEST .. '/pids')[1])
  local stop = vim.fn.has('nvim-0.11') == 1
    and function() client:stop() end
    or function() client.stop() end
  stop()
  T.soon('stops when asked to', function()
    return vim.loop.kill(pid, 0) ~= 0
  end)
  vim.wait(500)
  T.expect('and is not started again', T.client() == nil)
end

T.guard(function()
  T.expect('the language is jot', vim.bo.filetype == 'jot', vim.bo.filetype)
  local buffer = vim.api.nvim_get_current_buf()
  local tree = vim.treesitter.start ~= nil
  T.expect(tree and 'and coloured by its tree' or 'and coloured by rules',
    (tree and vim.treesitter.highlighter.active[buffer] ~= nil)
      or (not tree and vim.b.current_syntax == 'jot'), vim.b.current_syntax)
  T.soon('the client is there', function() return T.client() ~= nil end)
  T.soon('a hint', function() return #T.hints('hedge', LINE) > 0 end,
    vim.diagnostic.get)
  local hint = T.hints('hedge', LINE)[1] or {}
  T.expect('it is quiet', hint.severity and
    hint.severity >= vim.diagnostic.severity.INFO, hint.severity)
  at('kind of')
  vim.lsp.buf.hover()
  T.soon('hovered', function() return floating():find('hedge') ~= nil end,
    floating)
  T.keys('<Esc>')
  grey()
  at('kind of')
  local titles = T.act('Leave out')
  T.soon('the fix', function() return not T.line(LINE):find('kind of') end,
    function() return titles end)
  T.keys(LINE + 1 .. 'GccI am lonely tonight.<Esc>')
  T.soon('typed away', function() return #T.hints(nil, LINE) == 0 end,
    vim.diagnostic.get)
  ends()
end)
