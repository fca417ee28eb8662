// SPDX-License-Identifier: MIT
// What the workbench scripts share: results in a file, waiting, leaving.
'use strict';
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');

const results = process.env.RESULTS;

function note(line) {
  fs.appendFileSync(results, line.replace(/\n/g, ' ') + '\n');
}

function check(what, good, why) {
  note(good ? `ok ${what}`
    : `not ok ${what}: ${String(JSON.stringify(why)).slice(0, 600)}`);
}

class Workbench {
  static async open(name) {
    const profile = fs.mkdtempSync(path.join(process.env.INKLING_TEST, 'web-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: '/usr/bin/chromium',
      headless: true,
      viewport: { width: 1000, height: 620 },
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
        '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
    });
    const page = context.pages()[0] || await context.newPage();
    await page.goto(process.env.ADDRESS);
    await page.waitForSelector('.monaco-workbench', { timeout: 60000 });
    const bench = new Workbench(context, page);
    await bench.openFile(name);
    return bench;
  }

  constructor(context, page) {
    this.context = context;
    this.page = page;
  }

  async openFile(name) {
    const row = this.page.getByRole('treeitem', { name });
    await row.first().waitFor({ timeout: 60000 });
    await row.first().dblclick();
    await this.page.waitForSelector('.view-line', { timeout: 30000 });
  }

  /** Notes WHAT as good once fn() is true; twenty seconds at most. */
  async soon(what, fn, why = () => null) {
    for (let tries = 0; tries < 200; tries++) {
      if (await fn().catch(() => false)) return check(what, true);
      await this.page.waitForTimeout(100);
    }
    check(what, false, await Promise.resolve(why()).catch(String));
    await this.shot('failed-' + what.replace(/\W+/g, '-'));
  }

  text() {
    return this.page.evaluate(() => [...document.querySelectorAll(
      '.editor-instance .view-line')]
      .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
      .map((line) => line.textContent.replace(/\u00a0/g, ' ')).join('\n'));
  }

  marks() {
    return this.page.locator('.squiggly-hint, .squiggly-info').count();
  }

  keys(...list) {
    return list.reduce((before, key) =>
      before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** The place on the screen of `words`, found as a person would: by eye. */
  async place(words) {
    return this.page.evaluate((wanted) => {
      const lines = document.querySelectorAll('.editor-instance .view-line');
      for (const line of lines) {
        const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let whole = '';
        const nodes = [];
        while (walk.nextNode()) {
          nodes.push([whole.length, walk.currentNode]);
          whole += walk.currentNode.textContent.replace(/\u00a0/g, ' ');
        }
        const at = whole.indexOf(wanted);
        if (at < 0) continue;
        const [start, node] = nodes.filter(([n]) => n <= at).pop();
        const range = document.createRange();
        range.setStart(node, at - start);
        range.setEnd(node, at - start + 1);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width, y: box.y + box.height / 2 };
      }
      return null;
    }, words);
  }

  async point(words) {
    const { x, y } = await this.place(words);
    await this.page.mouse.move(x, y);
    await this.page.mouse.move(x + 2, y);
    await this.page.waitForTimeout(500);
  }

  async click(words) {
    const { x, y } = await this.place(words);
    await this.page.mouse.click(x, y);
  }

  /** Opens the quick fixes at `words`; a busy editor may need asking twice. */
  async menu(words) {
    const row = this.page.locator('.action-widget .monaco-list-row.action');
    for (let tries = 0; tries < 5; tries++) {
      await this.click(words);
      await this.page.waitForTimeout(300);
      await this.keys('Control+.');
      const there = await row.first().waitFor({ timeout: 3000 })
        .then(() => true, () => false);
      if (there) return;
      await this.keys('Escape');
    }
    throw new Error(`no quick fixes at ${words}`);
  }

  async command(title) {
    await this.keys('F1');
    const input = this.page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor({ state: 'visible' });
    await this.page.waitForFunction(() =>
      document.activeElement.closest('.quick-input-widget'));
    await input.fill('>' + title);
    await this.page.getByRole('option', { name: title }).first().waitFor();
    await this.keys('Enter');
  }

  async shot(name) {
    const folder = process.env.SHOTS || process.env.INKLING_TEST + '/shots';
    fs.mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`) });
  }

  async close() {
    await this.context.close();
  }
}

/** Runs `script` on the workbench; an error is a result like any other. */
function run(script) {
  (async () => {
    const bench = await Workbench.open(/letter\.jot/);
    try {
      await script(bench);
    } catch (error) {
      check('the script ran through', false, String(error.stack));
      await bench.shot('failed');
    }
    await bench.close();
  })().catch((error) => {
    check('the workbench opened', false, String(error.stack));
    process.exit(1);
  });
}

module.exports = { check, run };
