// SPDX-License-Identifier: MIT
#include "cli/command.h"

static const Option *find(const Option *options, Str name) {
  for (const Option *o = options; o->name; o++)
    if (str_eq(str_of(o->name), name)) return o;
  return NULL;
}

// "text|json" names its words; anything in capitals stands for itself.
static bool fits(const Option *o, Str value) {
  Str part, rest = str_of(o->value);
  if (str_find(rest, STR("|")) < 0) return true;
  while (str_cut(&rest, '|', &part)) {
    bool is_any = part.len && part.data[0] >= 'A' && part.data[0] <= 'Z';
    if (is_any || str_eq(part, value)) return true;
  }
  return false;
}

// "a, b or c" for a|b|c.
static Str spoken(Cli *c, const Option *o) {
  StrBuf b = {0};
  Str rest = str_of(o->value), word;
  while (str_cut(&rest, '|', &word)) {
    bool last = !rest.len;
    strbuf_put(&b, !b.len ? STR("") : last ? STR(" or ") : STR(", "));
    strbuf_put(&b, word);
  }
  Str whole = str_copy(c->arena, strbuf_str(&b));
  strbuf_clear(&b);
  return whole;
}

static bool put(Cli *c, const Option *o, Str value, Err *err) {
  if (o->value && !fits(o, value))
    return err_set(err, "%s takes " STR_FMT ", not \"" STR_FMT "\"", o->name,
                   STR_ARG(spoken(c, o)), STR_ARG(value));
  vec_push_in(c->arena, &c->options, (Given){str_of(o->name), value});
  return true;
}

// Reads argv[*i], and its value behind `=` or as the next word.
static bool read_option(Cli *c, const Option *options, int argc, char **argv,
                        int *i, Err *err) {
  Str whole = str_of(argv[*i]), name = whole, rest = whole;
  bool has_value = str_find(whole, STR("=")) >= 0;
  if (has_value) str_cut(&rest, '=', &name);
  const Option *o = find(options, name);
  if (!o)
    return err_set(err, "there is no option " STR_FMT "; --help lists them",
                   STR_ARG(name));
  if (!o->value) {
    if (has_value) return err_set(err, "%s takes no value", o->name);
    return put(c, o, STR(""), err);
  }
  if (has_value) return put(c, o, rest, err);
  if (*i + 1 >= argc)
    return err_set(err, "%s wants " STR_FMT, o->name, STR_ARG(spoken(c, o)));
  return put(c, o, str_of(argv[++*i]), err);
}

bool cli_read(Cli *c, const Option *options, int argc, char **argv, Err *err) {
  bool only_operands = false;
  for (int i = 0; i < argc; i++) {
    Str word = str_of(argv[i]);
    if (!only_operands && str_eq(word, STR("--")))
      only_operands = true;
    else if (only_operands || word.len < 2 || word.data[0] != '-')
      vec_push_in(c->arena, &c->operands, word);
    else if (!read_option(c, options, argc, argv, &i, err))
      return false;
  }
  return true;
}

Str cli_option(const Cli *c, Str name, Str otherwise) {
  for (uint32_t i = c->options.len; i-- > 0;)
    if (str_eq(c->options.data[i].name, name)) return c->options.data[i].value;
  return otherwise;
}

bool cli_has(const Cli *c, Str name) {
  return cli_option(c, name, (Str){0}).data != NULL;
}

void cli_tell(const Cli *c, Str message) {
  fflush(c->out);
  fprintf(c->err, "inkling: " STR_FMT "\n", STR_ARG(message));
}

void cli_tell_err(const Cli *c, const Err *err) {
  Arena a = {0};
  cli_tell(c, err_text(err, &a));
  arena_clear(&a);
}

void cli_put(const Cli *c, Str s) {
  if (s.len) fwrite(s.data, 1, s.len, c->out);
}

void command_usage(FILE *out, const Command *command) {
  fprintf(out, "usage: inkling %s%s%s%s\n%s\n", command->name,
          command->options->name ? " [OPTION…]" : "",
          *command->operands ? " " : "", command->operands, command->help);
  for (const Option *o = command->options; o->name; o++) {
    char form[64];
    snprintf(form, sizeof form, "%s%s%s", o->name, o->value ? " " : "",
             o->value ? o->value : "");
    fprintf(out, "  %-32s %s\n", form, o->help);
  }
  fprintf(out, "  %-32s %s\n", "--help", "this text");
}
