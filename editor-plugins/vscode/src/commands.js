// SPDX-License-Identifier: MIT
// Commands that hand on what the server has: its scaffolds, its hover.
'use strict';
const vscode = require('vscode');

const { executeCommand } = vscode.commands;
const Snippet = vscode.CompletionItemKind.Snippet;

const label = (item) =>
  typeof item.label === 'string' ? item.label : item.label.label;

/** The server's scaffold for `kind`, once it has seen the new document. */
async function offered(document, kind) {
  for (let tries = 0; tries < 50; tries++) {
    const list = await executeCommand('vscode.executeCompletionItemProvider',
      document.uri, new vscode.Position(0, 0), undefined, 20);
    const found = list.items.find((item) =>
      item.kind === Snippet && item.insertText instanceof vscode.SnippetString &&
      label(item).toLowerCase().includes(kind) &&
      item.insertText.value.includes('\n'));
    if (found) return found.insertText;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}

/** A new, unsaved document of `kind`, filled with the server's scaffold. */
async function scaffold(kind) {
  const document = await vscode.workspace.openTextDocument(
    { language: 'jot', content: '' });
  const editor = await vscode.window.showTextDocument(document);
  const body = await offered(document, kind);
  if (body && document.getText() === '') await editor.insertSnippet(body);
}

/** The hint at the cursor, else the next one on its line or below. */
function nearest(editor) {
  const at = editor.selection.active;
  const ours = vscode.languages.getDiagnostics(editor.document.uri)
    .filter((one) => one.source === 'inkling');
  return ours.find((one) => one.range.contains(at)) ||
    ours.filter((one) => one.range.start.line >= at.line)
      .sort((a, b) => a.range.start.compareTo(b.range.start))[0];
}

async function explain() {
  const editor = vscode.window.activeTextEditor;
  const hint = editor && nearest(editor);
  if (!hint) {
    vscode.window.setStatusBarMessage('Inkling: no hint here', 3000);
    return;
  }
  if (!hint.range.contains(editor.selection.active)) {
    const start = hint.range.start;
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(hint.range);
  }
  await executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}

module.exports = { scaffold, explain };
