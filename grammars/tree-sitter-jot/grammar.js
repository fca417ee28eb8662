// SPDX-License-Identifier: MIT
// Jot, the journaling markup (docs/jot.md). Blocks stand flat at the top, so
// that a long journal is walked without going down into it. Nothing in Jot is
// an error, so the scanner (src/scanner.c) says what a line begins and where
// prose ends; the tokens here only run where it has said so.
// A NUL byte is a character like any other, but a made lexer takes it for the
// end of the file: so whatever may hold one is told by the scanner.
// What the scanner calls a word character, without digits, `_` and `/`.
const LETTER = 'a-zA-Z\\u00c0-\\u1fff\\u2c00-\\u2fff\\u3040-\\ufdff' +
  '\\ufe10-\\uff00\\uff10-\\uffff\\u{10000}-\\u{1efff}\\u{1fb00}-\\u{10ffff}';
const WORD = `[${LETTER}0-9_]`;
const NAME = `[${LETTER}]${WORD}*`;
// A link's text may go on in the next line where a letter begins it.
const LINK_TEXT = '([^\\[\\]<*`"\\u201c\\u201d\\r\\n]|' +
  '(\\r\\n|\\r|\\n)[ \\t]*[a-zA-Z])+';
const TARGET = '[^()<>*`"\\u201c\\u201d \\t\\r\\n]';

const regex = source => new RegExp(source, 'u');

module.exports = grammar({
  name: 'jot',

  extras: $ => [/[ \t]/],

  externals: $ => [
    $._end,
    $._end_page,
    $._end_part,
    $._text,
    $._paragraph,
    $._heading,
    $._field,
    $._item,
    $._prompt,
    $.blank,
    $.quote,
    $.break,
    $._note,
    $.comment,
    $._code,
    $._front_matter,
    $.code_text,
    $._rest,
    $._emphasis_open,
    $._emphasis_close,
    $._strong_open,
    $._strong_close,
    $._speech_open,
    $._speech_close,
    $.verbatim,
    $._leaf,
    $._never,
  ],

  rules: {
    // _end: the line break, the blank lines behind it and the next indent; or
    // nothing, at the end of the file. The scanner says by the words that follow
    // where a page and a part of the document end. Nobody sees them, but an
    // edit passes over the other parts whole, not block by block: for which
    // neither of them may begin or end with a repeat.
    document: $ => seq(optional($._end), repeat($._part)),
    _part: $ => seq(optional(seq($._page, repeat($._page))), $._last_page),
    _page: $ => seq($._block, repeat(seq($._end, $._block)), $._end_page),
    _last_page: $ => seq($._block, repeat(seq($._end, $._block)), $._end_part),

    _block: $ => choice(
      $.front_matter,
      $.heading,
      $.field,
      $.paragraph,
      $.item,
      $.prompt,
      $.blank,
      $.quote,
      $.break,
      $.note,
      $.hush,
      $.comment,
      $.code,
    ),

    front_matter: $ => seq(
      alias($._front_matter, $.fence), $.code_text, $.fence),
    heading: $ => seq(
      $._heading, choice($.heading_marker, $.entry_marker), repeat($._inline)),
    heading_marker: $ => /#+/,
    // One token with the date, for the longer token wins in every state.
    entry_marker: $ =>
      /#+[ \t]+[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])/,
    field: $ => seq($._field, $.field_key, ':', optional($.field_value)),
    field_key: $ => /[a-z-]+/,
    field_value: $ => repeat1($._inline),
    paragraph: $ => seq($._paragraph, repeat1($._inline)),
    item: $ => seq(
      $._item,
      choice($.item_marker, $.task_open, $.task_done),
      repeat($._inline),
    ),
    item_marker: $ => /[-+*]|[0-9]+[.)]/,
    task_open: $ => /([-+*]|[0-9]+[.)])[ \t]+\[ \][ \t]/,
    task_done: $ => /([-+*]|[0-9]+[.)])[ \t]+\[[xX]\][ \t]/,
    prompt: $ => seq($._prompt, $.prompt_marker, repeat($._inline)),
    prompt_marker: $ => '?',
    // What is hushed is told by syntax/outline.c, in comments as well.
    hush: $ => seq($._note, $.hush_marker, optional($._rest)),
    hush_marker: $ => /%%+[ \t]*hush/,
    note: $ => seq(
      $._note, choice(/%%+/, /%%+[ \t]*hush[^ \t\r\n]/), optional($._rest)),
    code: $ => seq(
      $._code,
      $.fence,
      optional(alias($._rest, $.info)),
      optional($.code_text),
      optional($.fence),
    ),
    fence: $ => /`+|~+|-+/,

    _inline: $ => choice(
      $._text,
      $.emphasis,
      $.strong,
      $.speech,
      $.verbatim,
      seq($._leaf, choice(
        $.link, $.autolink, $.wikilink, $.mention, $.tag, $.gap, $._char)),
    ),

    // The end of emphasis has been seen before it opens; it is optional here so
    // that no mistake of the scanner could ever become an ERROR node.
    emphasis: $ => prec.right(seq(
      alias($._emphasis_open, $.mark),
      repeat($._inline),
      optional(alias($._emphasis_close, $.mark)),
    )),
    strong: $ => prec.right(seq(
      alias($._strong_open, $.mark),
      repeat($._inline),
      optional(alias($._strong_close, $.mark)),
    )),
    // Speech that nobody closes ends with its paragraph.
    speech: $ => prec.right(seq(
      alias($._speech_open, $.mark),
      repeat($._inline),
      optional(alias($._speech_close, $.mark)),
    )),

    link: $ => regex(
      `\\[${LINK_TEXT}\\]\\((${TARGET}|\\(${TARGET}*\\))+\\)`),
    autolink: $ => regex(`<[a-zA-Z][a-zA-Z0-9+.-]*:${TARGET}+>`),
    wikilink: $ => /\[\[[^\[\]<*`"\u201c\u201d\r\n]+\]\]/,
    mention: $ => regex(`@${NAME}(-${WORD}+)*`),
    tag: $ => regex(`#${NAME}([-/]${WORD}+)*`),
    gap: $ => /___+/,
    _char: $ => /[\[<@#_]/,
  },
});
