// SPDX-License-Identifier: MIT
// The lens language: what a hint looks for, says and asks (docs/lenses.md).
// A file is a row of blocks. A block begins at the left edge and owns the
// indented lines below it, so the two kinds of line break are two tokens and
// no line can spoil the next. Which words a pattern may use, and what they
// mean, is decided by the reader of the tree; here stands only the shape.

const list = ($, item) => prec.right(
  seq(item, repeat(seq(choice(',', $._indent), optional(item)))));

module.exports = grammar({
  name: 'lens',

  word: $ => $.word,

  extras: $ => [/[ \t\uFEFF]/, $.comment],

  rules: {
    source_file: $ => seq(optional($._indent),
      optional($._block), repeat(seq($._break, optional($._block)))),

    // A line break with nothing indented behind it.
    _break: _ => /(\r\n?|\n)([ \t]*(\r\n?|\n))*/,
    // A line break, blank lines and comments at the edge, then an indent.
    _indent: _ => /(\r\n?|\n)((#[^\r\n]*|[ \t]*)(\r\n?|\n))*[ \t]+/,

    comment: _ => /#[^\r\n]*/,

    _block: $ => choice(
      $._edge, $.set, $.feelings, $.hint, $.notice, $.also_hint, $.turn_off,
    ),

    lens: $ => seq('lens', field('name', $.word)),
    from: $ => seq('from', field('source', repeat1($.word)),
      field('words', optional($.string))),
    _edge: $ => seq(choice($.lens, $.from, $.phrase), optional($._indent)),
    turn_off: $ => seq('turn', 'off', list($, $.word)),

    set: $ => seq(optional('also'), 'set', field('name', $.word), '=',
      optional($._indent), list($, $.entry)),
    entry: $ => repeat1(choice($.word, $.lemma, $.string, $.reference)),

    phrase: $ => seq('phrase', field('name', $.word), '=', $.pattern),

    feelings: $ => prec.right(seq('feelings', field('name', $.word),
      repeat($.word), repeat(seq($._indent, optional($.feeling_line))))),
    feeling_line: $ => seq(choice('broad', 'fine', 'near', 'also'),
      sep1($.entry)),

    hint: $ => seq('hint', field('name', $.word), $._body),
    notice: $ => seq('notice', field('name', $.word), $._body),
    also_hint: $ => seq('also', choice('hint', 'notice'),
      field('name', $.word), $._body),
    _body: $ => prec.right(
      repeat1(seq($._indent, optional($._statement)))),

    _statement: $ => choice(
      $.says, $.asks, $.more, $.from, $.weight, $.level, $.only, $.off,
      $.about, $.hush, $.when, $.but, $.unless, $.with, $.without, $.fix,
      $.flag, $.pass,
    ),

    says: $ => seq('says', $.string),
    asks: $ => seq('asks', repeat1($.string)),
    more: $ => repeat1($.string), // goes on with `asks`
    weight: $ => seq('weight', $.word),
    level: $ => seq('level', $.word),
    only: $ => seq('only', repeat1($.word)),
    off: _ => 'off',
    about: $ => seq('about', $.word),
    hush: $ => seq('hush', $.word),
    when: $ => seq('when', $.pattern),
    but: $ => seq('but', $.pattern),
    unless: $ => seq('unless', $.pattern),
    with: $ => seq('with', sep1($.word)),
    without: $ => seq('without', sep1($.word)),
    fix: $ => seq('fix', field('title', $.string), choice(
      seq(choice($.drop, $.present, seq($.choose, sep1($.entry))),
        optional($.unless)),
      seq($.replace, $.string),
    )),
    drop: _ => 'drop',
    present: _ => 'present',
    choose: _ => 'choose',
    replace: _ => 'replace',
    flag: $ => seq('flag', $.text),
    pass: $ => seq('pass', $.text),
    text: _ => token(prec(2, /[^ \t\r\n][^\r\n]*/)),

    pattern: $ => prec.left(seq(repeat1($._term),
      repeat(seq($.or, repeat1($._term))))),
    or: _ => '|',
    not: _ => '!',
    _term: $ => choice($.marked, $.term),
    marked: $ => seq('«', repeat1($.term), '»', repeat($.test)),
    term: $ => seq(
      optional($.not),
      choice($.word, $.class, $.lemma, $.string, $.reference, $.group,
        $.comma, $.any, $.gap),
      repeat($.test),
      optional($.optional),
    ),
    group: $ => seq('(', $.pattern, ')'),
    reference: $ => seq('[', repeat1($.word), ']'),
    comma: _ => ',',
    any: _ => '_',
    gap: _ => /(…|\.\.\.)[0-9]*/,
    optional: _ => '?',
    test: _ => token.immediate(/\/!?[A-Za-z]+\$?/),

    word: _ => /['’]?[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-]*/,
    lemma: _ => /~['’]?[\p{L}][\p{L}\p{M}'’\-]*/,
    class: _ => token(prec(1, /[A-Z][A-Z]+\$?/)),
    string: _ => /"([^"\\\r\n]|\\[^\r\n])*"/,
  },
});

function sep1(item) {
  return seq(item, repeat(seq(',', optional(item))));
}
