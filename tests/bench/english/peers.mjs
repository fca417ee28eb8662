// SPDX-License-Identifier: MIT
// Tokens a second of two well-kept taggers for JavaScript, median of five; of
// processor time, as bench_english counts it.
import { readFileSync } from "node:fs";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import compromise from "compromise";

const text = readFileSync(process.argv[2], "utf8").slice(0, 200_000);
const wink = winkNLP(model, ["sbd", "pos"]);
const peers = {
  "wink-nlp": () => {
    const tokens = wink.readDoc(text).tokens();
    tokens.out(wink.its.pos);
    return tokens.length();
  },
  compromise: () => compromise(text).terms().out("array").length,
};

for (const [name, run] of Object.entries(peers)) {
  const rates = [];
  run();
  for (let i = 0; i < 5; i++) {
    const start = process.cpuUsage();
    const tokens = run();
    const { user, system } = process.cpuUsage(start);
    rates.push((tokens * 1e6) / (user + system));
  }
  rates.sort((a, b) => a - b);
  console.log(`${name}: ${Math.round(rates[2])} tokens/s (median of 5)`);
}
