// SPDX-License-Identifier: MIT
// A terminal's screen, with its colours, as a page: tmux's capture in, HTML out.
'use strict';
const fs = require('fs');

const basic = ['#1d1f21', '#b04a3f', '#5f7f3b', '#9a7423', '#3f6ea5',
  '#85568e', '#3c8080', '#c5c8c6', '#777b80', '#c8655a', '#7d9d55',
  '#b8903a', '#5b8bc4', '#a174aa', '#559c9c', '#ffffff'];

function indexed(n) {
  if (n < 16) return basic[n];
  if (n >= 232) return `rgb(${Array(3).fill(8 + (n - 232) * 10)})`;
  const level = (i) => [0, 95, 135, 175, 215, 255][i];
  const c = n - 16;
  return `rgb(${level(Math.floor(c / 36))},${level(Math.floor(c / 6) % 6)},` +
    `${level(c % 6)})`;
}

/** The colour that starts at codes[i], and how many codes it took. */
function colour(codes, i) {
  if (codes[i + 1] === '5') return [indexed(+codes[i + 2]), 2];
  if (codes[i + 1] === '2') return [`rgb(${codes.slice(i + 2, i + 5)})`, 4];
  return [null, 0];
}

const simple = {
  1: ['bold', true], 2: ['dim', true], 3: ['italic', true],
  7: ['reverse', true], 22: ['bold', false], 23: ['italic', false],
  24: ['under', null], 27: ['reverse', false], 39: ['fg', null],
  49: ['bg', null],
};

function apply(style, sequence) {
  const codes = sequence.split(';');
  for (let i = 0; i < codes.length; i++) {
    const [code, kind] = codes[i].split(':');
    const n = +code;
    if (n === 0) Object.keys(style).forEach((key) => delete style[key]);
    else if (n === 4) style.under = { 3: 'wavy', 4: 'dotted', 5: 'dashed' }[kind]
      || (kind === '0' ? null : 'solid');
    else if (n === 38 || n === 48 || n === 58) {
      const [value, used] = codes[i].includes(':')
        ? colour(codes[i].split(':').filter(Boolean), 0) : colour(codes, i);
      style[{ 38: 'fg', 48: 'bg', 58: 'line' }[n]] = value;
      i += codes[i].includes(':') ? 0 : used;
    } else if (n >= 30 && n < 38) style.fg = basic[n - 30];
    else if (n >= 90 && n < 98) style.fg = basic[n - 82];
    else if (n >= 40 && n < 48) style.bg = basic[n - 40];
    else if (n >= 100 && n < 108) style.bg = basic[n - 92];
    else if (simple[n]) style[simple[n][0]] = simple[n][1];
    if (n === 22) style.dim = false;
  }
}

function css(style) {
  const [fg, bg] = style.reverse
    ? [style.bg || '#fdfdfb', style.fg || '#2b2d30'] : [style.fg, style.bg];
  return [fg && `color:${fg}`, bg && `background:${bg}`,
    style.bold && 'font-weight:bold', style.italic && 'font-style:italic',
    style.dim && 'opacity:.6',
    style.under && `text-decoration:underline ${style.under} ` +
      `${style.line || ''}`].filter(Boolean).join(';');
}

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function page(ansi) {
  const style = {};
  const body = ansi.split(/\x1b\[([\d;:]*)m/).map((part, i) => {
    if (i % 2) {
      apply(style, part || '0');
      return '';
    }
    const text = escape(part.replace(/\x1b[()][0-9A-B]|[\x0e\x0f]/g, ''));
    return text && `<span style="${css(style)}">${text}</span>`;
  }).join('');
  return '<!doctype html><meta charset="utf-8"><style>body{margin:12px;' +
    'background:#fdfdfb;color:#2b2d30}pre{margin:0;font:14px/18px ' +
    '"DejaVu Sans Mono",monospace}</style><pre>' + body + '</pre>';
}

fs.writeFileSync(process.argv[3], page(fs.readFileSync(process.argv[2], 'utf8')));
