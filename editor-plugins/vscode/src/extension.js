// SPDX-License-Identifier: MIT
// The shim: find the server, start the client, tell its state in one place.
// Whatever the server could give is the server's; see ../README.md.
'use strict';
const vscode = require('vscode');
const { LanguageClient, CloseAction, ErrorAction } =
  require('vscode-languageclient/node');
const { find, tooOld } = require('./server');
const { scaffold, explain } = require('./commands');
const { Status } = require('./status');

const ROW = 60000; // ends within this many milliseconds are "in a row"

const PAUSE = 300; // milliseconds before the next try

let client = null;
let status = null;
let deaths = [];
const said = new Set();

/** A client whose own troubles are told by ended(), in one sentence. */
class QuietClient extends LanguageClient {
  error(message, data) {
    super.error(message, data, false);
  }
}

/** Shows a sentence once a session; nothing can repeat itself. */
async function say(text, ...buttons) {
  if (said.has(text)) return;
  said.add(text);
  const choice = await vscode.window.showWarningMessage(
    `Inkling: ${text}`, ...buttons);
  if (choice === 'Settings') {
    vscode.commands.executeCommand('workbench.action.openSettings',
      'inkling.serverPath');
  } else if (choice === 'Try Again') {
    restart();
  }
}

function selector() {
  const more = vscode.workspace.getConfiguration('inkling').get('documents');
  return ['jot', 'inkling-lens', ...(Array.isArray(more) ? more : [])]
    .map((language) => ({ language }));
}

/** An end that nobody asked for: come back, but not more than twice in a row. */
function ended(which, again) {
  if (which !== client) return;
  client = null;
  const now = Date.now();
  deaths = deaths.filter((then) => now - then < ROW).concat(now);
  status.set('off');
  if (deaths.length < 3) {
    setTimeout(again, PAUSE);
  } else {
    say('the server stopped three times in a row and stays off; ' +
      'your text is untouched.', 'Try Again');
  }
}

function options(closed) {
  return {
    documentSelector: selector(),
    synchronize: { configurationSection: 'inkling' },
    initializationOptions: settings(),
    diagnosticCollectionName: 'inkling',
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      // The client's own restart talks of itself; ended() does it quietly.
      closed: () => {
        closed();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
}

/** The server's settings alone; where it is and what it sees are ours. */
function settings() {
  const section = vscode.workspace.getConfiguration('inkling');
  const keys = ['density', 'typingPause', 'hints', 'lensPaths', 'inlay',
    'people'];
  return Object.fromEntries(keys.map((key) => [key, section.get(key)])
    .filter(([key]) => chosen(section.inspect(key))));
}

/** A default is no choice: the folder's .inkling.json may still decide. */
function chosen(value) {
  return value && (value.globalValue !== undefined ||
    value.workspaceValue !== undefined ||
    value.workspaceFolderValue !== undefined);
}

const middleware = {
  workspace: {
    // Answer with what the person chose, not with this package's defaults.
    configuration: (params) => params.items.map((item) =>
      item.section === 'inkling' ? settings() : null),
    didChangeConfiguration: () => client &&
      client.sendNotification('workspace/didChangeConfiguration',
        { settings: { inkling: settings() } }),
  },
};

async function start(context) {
  const server = find(context);
  if (!server.path) {
    status.set('missing');
    return say(server.problem, 'Settings');
  }
  const executable = { command: server.path, args: ['lsp'] };
  const mine = new QuietClient('inkling', 'Inkling', executable,
    { ...options(() => gone()), middleware });
  const gone = () => ended(mine, () => client || start(context));
  client = mine;
  mine.onDidChangeState(({ newState }) =>
    mine === client && status.set(newState));
  tooOld(server.path, context.extension.packageJSON.version)
    .then((text) => text && say(text));
  await mine.start().catch(gone);
}

async function stop() {
  const old = client;
  client = null;
  if (old && old.needsStop()) await old.stop().catch(() => {});
}

let restart = async () => {};

async function activate(context) {
  status = new Status(selector);
  restart = async () => {
    deaths = [];
    said.clear();
    await stop();
    await start(context);
  };
  const command = (name, run) => context.subscriptions.push(
    vscode.commands.registerCommand(`inkling.${name}`, run));
  command('newEntry', () => scaffold(client, 'journal'));
  command('newLetter', () => scaffold(client, 'letter'));
  command('newWorksheet', () => scaffold(client, 'worksheet'));
  command('explain', explain);
  command('restart', restart);
  context.subscriptions.push(status,
    vscode.workspace.onDidChangeConfiguration((event) => {
      const ours = ['serverPath', 'documents'].some((key) =>
        event.affectsConfiguration(`inkling.${key}`));
      if (ours) restart();
    }));
  await start(context);
}

module.exports = { activate, deactivate: stop };
