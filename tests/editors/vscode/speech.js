// SPDX-License-Identifier: MIT
// What VS Code's own engine colours as speech by our grammar, line by line, as
// tests/syntax/speech.txt says it: node speech.js MODULES GRAMMAR.
'use strict';
const fs = require('fs');
const path = require('path');

const [modules, grammarFile] = process.argv.slice(2);
const onig = require(path.join(modules, 'vscode-oniguruma'));
const textmate = require(path.join(modules, 'vscode-textmate'));

const isSpeech = (token) => token.scopes.includes('string.quoted.speech.jot');

function coloured(grammar, line, state) {
  const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
  const said = tokens.filter(isSpeech).map((token) =>
    `  speech ${line.slice(token.startIndex, token.endIndex)}\n`);
  return [`paragraph: ${line}\n${said.join('')}`, ruleStack];
}

async function main() {
  const wasm = path.join(modules, 'vscode-oniguruma/release/onig.wasm');
  await onig.loadWASM(fs.readFileSync(wasm).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new onig.OnigScanner(patterns),
      createOnigString: (string) => new onig.OnigString(string),
    }),
    loadGrammar: () => textmate.parseRawGrammar(
      fs.readFileSync(grammarFile, 'utf8'), grammarFile),
  });
  const grammar = await registry.loadGrammar('text.jot');
  const lines = fs.readFileSync('speech.jot', 'utf8').trimEnd().split('\n');
  let [all, said, state] = ['', '', textmate.INITIAL];
  for (const line of lines) {
    [said, state] = coloured(grammar, line, state);
    all += said;
  }
  fs.writeFileSync('coloured', all);
}

main();
