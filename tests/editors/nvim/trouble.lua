-- SPDX-License-Identifier: MIT
-- The server missing, dying, too old: one plain sentence, and the text stays.
local sentences = {
  missing = 'was not found',
  dies = 'three times in a row',
  old = 'please update the server',
}

local function count(text, words)
  local n = 0
  for _ in text:gmatch(vim.pesc(words)) do n = n + 1 end
  return n
end

T.guard(function()
  local trouble = vim.env.TROUBLE
  local words = sentences[trouble]
  T.keys('GoStill here.<Esc>')
  T.soon(trouble .. ': one sentence', function()
    return count(T.messages(), words) == 1
  end, T.messages)
  vim.wait(1500)
  vim.cmd('edit! other.jot | buffer letter.jot')
  T.expect(trouble .. ': not again', count(T.messages(), words) == 1,
    T.messages())
  T.keys('GoAnd here.<Esc>')
  vim.cmd('silent write! saved.jot')
  local saved = table.concat(vim.fn.readfile('saved.jot'), '\n')
  T.expect(trouble .. ': no word is lost', saved:find('And here.', 1, true),
    saved)
end)
