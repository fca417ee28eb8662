// SPDX-License-Identifier: MIT
// Commands that hand on what the server has: its scaffolds, its hover.
'use strict';
const vscode = require('vscode');

/** A new, unsaved document of `kind`, filled with the server's scaffold. */
async function scaffold(client, kind) {
  const offer = client && await client.sendRequest('workspace/executeCommand',
    { command: 'inkling.server.scaffold', arguments: [kind] })
    .catch(() => null);
  const document = await vscode.workspace.openTextDocument(
    { language: 'jot', content: '' });
  const editor = await vscode.window.showTextDocument(document);
  if (offer) {
    await editor.insertSnippet(new vscode.SnippetString(offer.snippet));
  }
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
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}

module.exports = { scaffold, explain };
