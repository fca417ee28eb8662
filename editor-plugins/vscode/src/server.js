// SPDX-License-Identifier: MIT
// Where the server is, and whether it is as new as this package.
'use strict';
const { execFile } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const vscode = require('vscode');

function runs(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function onPath(name) {
  return (process.env.PATH || '').split(path.delimiter)
    .filter(Boolean).map((folder) => path.join(folder, name)).find(runs);
}

/** The setting, then PATH, then what the package carries. */
function find(context) {
  const own = vscode.workspace.getConfiguration('inkling').get('serverPath');
  if (own) {
    const file = own.replace(/^~(?=\/)/, os.homedir());
    return runs(file) ? { path: file } : { problem:
      `there is no program at “${own}”; please mend inkling.serverPath.` };
  }
  const name = process.platform === 'win32' ? 'inkling.exe' : 'inkling';
  const carried = context.asAbsolutePath(path.join('server', name));
  const file = onPath(name) || (runs(carried) ? carried : undefined);
  return file ? { path: file } : { problem:
    'the program “inkling” was not found; ' +
    'install it or set inkling.serverPath.' };
}

function older(left, right) {
  const a = left.split('.').map(Number);
  const b = right.split('.').map(Number);
  const i = a.findIndex((part, at) => part !== b[at]);
  return i >= 0 && a[i] < b[i];
}

/** A sentence if the server at `file` is older than `wanted`, else null. */
function tooOld(file, wanted) {
  return new Promise((resolve) => {
    execFile(file, ['--version'], { timeout: 5000 }, (error, out) => {
      const found = /\d+\.\d+\.\d+/.exec(out || '');
      resolve(!error && found && older(found[0], wanted)
        ? `the server is ${found[0]} and this extension is ${wanted}; ` +
          'please update the server.'
        : null);
    });
  });
}

module.exports = { find, tooOld };
