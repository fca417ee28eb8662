-- SPDX-License-Identifier: MIT
-- "Ask me below": one new prompt line, nothing else moved.
local function prompts(lines)
  return vim.tbl_filter(function(line) return line:find('^%? ') end, lines)
end

local function all()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

T.guard(function()
  T.soon('hints come', function() return #T.hints() > 0 end)
  local hint = T.hints()[1]
  T.expect('of Inkling', hint and hint.source == 'inkling', hint)
  local before = all()
  vim.api.nvim_win_set_cursor(0, { hint.lnum + 1, hint.col })
  local titles = T.act('Ask me below')
  T.soon('one question more', function()
    return #prompts(all()) == #prompts(before) + 1
  end, function() return titles end)
  local after, at = all(), 1
  for _, line in ipairs(after) do
    if line == before[at] then at = at + 1 end
  end
  T.expect('every line of the letter is still there', at == #before + 1, after)
end)
