// SPDX-License-Identifier: MIT
// The server missing, dying, too old: one plain sentence, and the text stays.
'use strict';
const fs = require('fs');
const path = require('path');
const { check, run } = require('./workbench');

const trouble = process.env.TROUBLE;
const words = {
  missing: 'there is no program at',
  dies: 'three times in a row',
  old: 'please update the server',
}[trouble];

run(async (bench) => {
  const { page } = bench;
  const said = async () => (await page.locator('.notification-list-item-message')
    .allInnerTexts()).filter((text) => text.includes(words)).length;
  const all = () => page.locator('.notification-list-item-message')
    .allInnerTexts();
  await bench.soon(`${trouble}: one sentence`,
    async () => await said() === 1, all);
  await bench.click('Dear Sam');
  await bench.keys('End');
  await page.keyboard.type(' Still here.');
  await page.waitForTimeout(1500);
  check(`${trouble}: no other`, (await all()).filter((text) =>
    /inkling/i.test(text)).length === 1, await all());
  await bench.keys('Control+s');
  const file = path.join(process.env.INKLING_TEST, 'letters', 'letter.jot');
  await bench.soon(`${trouble}: no word is lost`, async () =>
    fs.readFileSync(file, 'utf8').includes('Still here.'));
});
