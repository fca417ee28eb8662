// SPDX-License-Identifier: MIT
// One status item beside the language: at work, starting, or off.
'use strict';
const vscode = require('vscode');
const { State } = require('vscode-languageclient/node');

const looks = {
  [State.Running]: { text: 'Inkling', detail: 'hints are on' },
  [State.Starting]: { text: 'Inkling', detail: 'starting', busy: true },
  [State.Stopped]: { text: 'Inkling is off', detail: 'no hints' },
  off: { text: 'Inkling is off', detail: 'the server stopped', worry: true },
  missing: { text: 'Inkling is off', detail: 'no server found', worry: true },
};

class Status {
  constructor(selector) {
    this.item = vscode.languages.createLanguageStatusItem('inkling',
      selector());
    this.item.name = 'Inkling';
    this.item.command = { command: 'inkling.restart', title: 'Restart' };
    this.set(State.Starting);
  }

  set(state) {
    const look = looks[state] || looks[State.Stopped];
    this.item.text = look.text;
    this.item.detail = look.detail;
    this.item.busy = Boolean(look.busy);
    this.item.severity = look.worry
      ? vscode.LanguageStatusSeverity.Warning
      : vscode.LanguageStatusSeverity.Information;
  }

  dispose() {
    this.item.dispose();
  }
}

module.exports = { Status };
