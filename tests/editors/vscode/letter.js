// SPDX-License-Identifier: MIT
// A real letter: a hint seen, hovered, mended, typed away; the commands.
'use strict';
const { check, run } = require('./workbench');

const hover = (page) =>
  page.locator('.monaco-hover:not(.hidden)').allInnerTexts()
    .then((all) => all.join('\n'));

run(async (bench) => {
  const { page } = bench;
  await bench.soon('a hint', async () => await bench.marks() > 0, () => bench.text());
  check('never a warning, never an error', await page.locator(
    '.squiggly-warning, .squiggly-error').count() === 0);
  await bench.soon('a grey question stands at the end',
    async () => /left\.\s+\S.*[?…]/.test(await bench.text()), () => bench.text());
  check('the markup is coloured', await page.locator(
    '.view-line span[class*="mtk"]').evaluateAll((spans) =>
    new Set(spans.map((span) => span.className)).size > 2));

  // The lines may still move by a code lens: look again where the words are.
  await bench.soon('hovered', async () => {
    await bench.point('kind of');
    return /A question/.test(await hover(page));
  }, () => hover(page));
  await bench.shot('vscode');
  await page.mouse.move(5, 5);
  await bench.keys('Escape');

  await bench.menu('kind of');
  await bench.shot('vscode-actions');
  const rows = page.locator('.action-widget .monaco-list-row.action');
  const titles = await rows.allInnerTexts();
  const wanted = titles.findIndex((title) =>
    /kind.of/.test(title) && !/Hush|Ask me/.test(title));
  check('the question is offered', titles.some((title) =>
    /Ask.me.below/.test(title)), titles);
  for (let i = 0; i < titles.length; i++) {
    const look = await rows.nth(Math.max(0, wanted)).getAttribute('class');
    if (/focused/.test(look)) break;
    await bench.keys('ArrowDown');
  }
  await bench.keys('Enter');
  await bench.soon('the fix', async () =>
    !/kind of/.test(await bench.text()), () => [titles, wanted]);

  await bench.click('ignored');
  await bench.keys('End', 'Shift+Home');
  await page.keyboard.type('I am lonely tonight.');
  await bench.soon('typed away', async () => await bench.marks() === 0,
    () => bench.text());

  await bench.keys('Enter', 'Enter');
  await page.keyboard.type('I feel ');
  await bench.keys('Control+Space');
  await bench.soon('completion', async () => /sad|lonely|afraid|hurt/.test(
    await page.locator('.suggest-widget.visible').innerText()),
  () => page.locator('.suggest-widget').innerText());
  await bench.shot('vscode-completion');
  await bench.keys('Escape', 'Control+Shift+Home', 'Escape');

  await bench.command('Inkling: New Letter');
  await bench.soon('a new letter', async () => {
    const text = await bench.text();
    return /kind: letter/.test(text) && !/Sam/.test(text);
  }, () => bench.text());
  await bench.click('kind: letter');
  await bench.keys('Escape', 'Control+End', 'Enter');
  await page.keyboard.type('I guess I am kind of hurt tonight.');
  await bench.soon('hints in a document that has no file yet',
    async () => await bench.marks() > 0, () => bench.text());
  await bench.click('kind of');
  await bench.keys('Home');
  await bench.command('Inkling: Explain the Hint at the Cursor');
  await bench.soon('explained', async () =>
    /\?/.test(await hover(page)), () => hover(page));
});
