-- SPDX-License-Identifier: MIT
-- What the Neovim scripts share: results in a file, waiting, leaving.
T = {}

local function note(line)
  vim.fn.writefile({ (line:gsub('\n', ' ')) }, vim.env.RESULTS, 'a')
end

function T.expect(what, good, why)
  note((good and 'ok ' or 'not ok ') .. what ..
    (good and '' or ': ' .. vim.inspect(why)))
end

-- Waits until fn() is true, six seconds at most.
function T.soon(what, fn, why)
  local good = vim.wait(6000, fn, 20)
  T.expect(what, good, not good and why and why() or nil)
  return good
end

function T.client()
  local list = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  for _, client in ipairs(list) do
    if client.name == 'inkling' then return client end
  end
end

function T.hints(code, line)
  return vim.tbl_filter(function(d)
    return (not code or d.code == code) and (not line or d.lnum == line)
  end, vim.diagnostic.get(0))
end

function T.keys(keys)
  local raw = vim.api.nvim_replace_termcodes(keys, true, false, true)
  vim.api.nvim_feedkeys(raw, 'xt', false)
end

function T.line(number)
  return vim.api.nvim_buf_get_lines(0, number, number + 1, false)[1]
end

-- Chooses the first code action whose title has `words` in it.
function T.act(words)
  local titles = {}
  vim.ui.select = function(items, opts, choose)
    for _, item in ipairs(items) do
      local title = opts.format_item(item)
      table.insert(titles, title)
      if title:find(words, 1, true) then
        return choose(item, 1)
      end
    end
    choose(nil)
  end
  vim.lsp.buf.code_action()
  return titles
end

function T.messages()
  return vim.api.nvim_exec('messages', true)
end

function T.guard(fn)
  local good, why = xpcall(fn, debug.traceback)
  if not good then T.expect('the script ran through', false, why) end
  vim.cmd('qall!')
end
