#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures the hints on labelled texts and holds the figures to their floors.

usage: gate.py [--raise | --table] INKLING

A figure below its floor (floors.txt) fails; so does a floor lower than it once
was in the history. --raise lifts each floor to what was measured, never lowers.
--table prints the figures of each hint in Markdown instead: docs/hints.md's end.
A hint counts for the sentence that holds its first byte.
"""
import bisect
import collections
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FLOORS = os.path.join(HERE, "floors.txt")
SHARED = os.environ.get("INKLING_SHARED") or os.path.join(
    HERE, "..", "..", "..", "shared")
CODES = """past-feeling hedge minimizer silver-lining euphemism cushion
thought-as-feeling faux-feeling vague-feeling distancing blame fixing merging
caretaking self-silencing harsh self-criticism""".split()
PARAGRAPH = ["past-telling", "stays-at-facts"]
LETTER = ["no-question", "no-need", "all-sweet"]
MARKUP = re.compile(r"\s*([#>\-?%*`|~+]|\d+[.)]\s|[a-z-]+: )")


def fail(text):
    print(text)
    sys.exit(1)


def rows_of(command):
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        fail(f"{command[1]}: exit {done.returncode}: {done.stderr.decode()[:300]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def read(inkling, files):
    """Both commands over {name: bytes}: hints and paragraphs by name."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, data in files.items():
            paths.append(os.path.join(folder, name))
            with open(paths[-1], "wb") as f:
                f.write(data)
        out = []
        for command in (["check", "--density", "all"], ["analyze"]):
            rows = collections.defaultdict(list)
            for row in rows_of([inkling, *command, "--format", "json", *paths]):
                rows[os.path.basename(row["path"])].append(row)
            out.append(rows)
        return out


class Count:
    def __init__(self):
        self.hit = self.extra = self.missed = 0

    def add(self, gold, said):
        self.hit += gold and said
        self.extra += said and not gold
        self.missed += gold and not said

    def precision(self):
        return self.hit / max(self.hit + self.extra, 1)

    def recall(self):
        return self.hit / max(self.hit + self.missed, 1)

    def f1(self):
        both = 2 * self.hit + self.extra + self.missed
        return 2 * self.hit / both if both else 1.0


class Sheet:
    """One set of texts: a line of text, its byte span, what is said of it."""

    def __init__(self):
        self.count = collections.defaultdict(Count)
        self.clean = self.clean_hit = self.levels = self.exact = 0

    def sentence(self, row, said, tense, in_safety=False):
        gold = set(row["hints"])
        for code in CODES:
            self.count[code].add(code in gold, code in said)
            self.count["all"].add(code in gold, code in said)
        if "past" in row:
            self.count["past"].add(bool(row["past"]), tense == "past")
        if not gold and not in_safety:
            self.clean += 1
            self.clean_hit += bool(said & set(CODES))

    def figures(self, name, by_code):
        c = self.count
        yield f"{name} precision", c["all"].precision()
        yield f"{name} recall", c["all"].recall()
        yield f"{name} f1", c["all"].f1()
        yield f"{name} not-flagged-when-clean", 1 - self.clean_hit / max(self.clean, 1)
        yield f"{name} past-f1", c["past"].f1()
        if self.levels:
            yield f"{name} levels-exact", self.exact / self.levels
        if c["safety"].hit + c["safety"].missed:
            yield f"{name} safety-recall", c["safety"].recall()
            yield f"{name} safety-precision", c["safety"].precision()
        for code in by_code:
            yield f"{name} {code}", c[code].f1()


def lay_out(doc):
    """The document as Jot, and the spans of its paragraphs and sentences."""
    out = f"kind: {doc['kind']}\n".encode()
    if doc.get("other"):
        field = "to" if doc["kind"] == "letter" else "with"
        out += f"{field}: {doc['other']}\n".encode()
    out += b"\n"
    spans = []
    for p in doc["paragraphs"]:
        if p.get("prompt"):
            out += f"? {p['prompt']}\n\n".encode()
        begin, inner = len(out), []
        for s in p["sentences"]:
            start = len(out)
            out += s["text"].strip().encode()
            inner.append((start, len(out), s))
            out += b" "
        out = out[:-1]
        spans.append((begin, len(out), p, inner))
        out += b"\n\n"
    return out, spans


def within(rows, start, end):
    return {r["hint"] for r in rows if start <= r["start"] < end}


def tense_at(paragraphs, start, end):
    for p in paragraphs:
        for s in p["sentences"]:
            if start <= s["start"] < end:
                return s["tense"]
    return None


def measure_documents(inkling, paths):
    docs = [json.loads(l) for p in paths for l in open(p, encoding="utf-8") if l.strip()]
    laid = {d["id"] + ".jot": (d, *lay_out(d)) for d in docs}
    hints, said = read(inkling, {n: v[1] for n, v in laid.items()})
    sheet = Sheet()
    for name, (doc, _, spans) in laid.items():
        everywhere = {h["hint"] for h in hints[name]}
        if doc["kind"] == "letter":
            for code in LETTER:
                sheet.count[code].add(code in doc.get("letter_hints", []), code in everywhere)
        for begin, end, p, inner in spans:
            here = within(hints[name], begin, end)
            safety = bool(p.get("safety"))
            sheet.count["safety"].add(safety, "safety" in here)
            for code in PARAGRAPH:
                sheet.count[code].add(code in p.get("hints", []), code in here)
            near = [q for q in said[name] if q["start"] < end and q["end"] > begin]
            if not safety:
                sheet.levels += 1
                sheet.exact += bool(near) and near[0]["level"] == p["level"]
            for start, stop, s in inner:
                sheet.sentence(s, within(hints[name], start, stop),
                               tense_at(near, start, stop), safety)
    return sheet


def measure_sentences(inkling, path):
    rows = [json.loads(l) for l in open(path, encoding="utf-8") if l.strip()]
    rows = [r for r in rows if not MARKUP.match(r["text"])]
    kinds = collections.defaultdict(list)
    for r in rows:
        kinds[r.get("kind", "journal")].append(r)
    sheet = Sheet()
    for kind, some in kinds.items():
        out, starts = f"kind: {kind}\n\n".encode(), []
        for r in some:
            starts.append(len(out))
            out += " ".join(r["text"].split()).encode() + b"\n\n"
        hints, said = read(inkling, {"x.jot": out})
        codes, tense = collections.defaultdict(set), {}
        for h in hints["x.jot"]:
            codes[bisect.bisect_right(starts, h["start"]) - 1].add(h["hint"])
        for p in said["x.jot"]:
            for s in p["sentences"]:
                tense.setdefault(bisect.bisect_right(starts, s["start"]) - 1, s["tense"])
        for i, r in enumerate(some):
            sheet.count["safety"].add(bool(r.get("safety")), "safety" in codes[i])
            if not r.get("safety"):
                sheet.sentence(r, codes[i], tense.get(i))
    return sheet


def read_floors(text):
    floors = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            name, value = line.rsplit(None, 1)
            floors[name.strip()] = float(value)
    return floors


def git(*words):
    done = subprocess.run(["git", "-C", HERE, *words], capture_output=True, check=False)
    return done.stdout.decode() if done.returncode == 0 else ""


def lowered(floors):
    """Floors that once stood higher, by the history there is."""
    for commit in git("log", "--format=%H", "--", "floors.txt").split():
        for name, value in read_floors(git("show", f"{commit}:./floors.txt")).items():
            if floors.get(name, 0.0) < value:
                yield f"{name}: the floor was {value:.3f} in {commit[:10]}"


def own_texts():
    data = os.path.join(HERE, "data")
    names = sorted(os.listdir(data))
    docs = [os.path.join(data, n) for n in names if re.fullmatch(r"[a-z]\.jsonl", n)]
    banks = [os.path.join(data, n) for n in names if n.startswith("bank")]
    return docs, banks


def real_texts():
    for n in ("diaries", "web", "comments"):
        yield n, os.path.join(SHARED, "data", "sentences", f"real-{n}.jsonl")


def pooled(sheets):
    sums = collections.defaultdict(Count)
    for sheet in sheets:
        for code, c in sheet.count.items():
            s = sums[code]
            s.hit, s.extra, s.missed = s.hit + c.hit, s.extra + c.extra, s.missed + c.missed
    return sums


def cell(count):
    """Precision, recall, and of how many; a dash where nothing can be said."""
    right = f"{count.precision():.2f}" if count.hit + count.extra else "–"
    found = f"{count.recall():.2f}" if count.hit + count.missed else "–"
    return f" {right} | {found} | {count.hit + count.missed} |"


def table(inkling):
    docs, banks = own_texts()
    real = [path for _, path in real_texts() if os.path.exists(path)]
    if not real:
        print("not measured, their texts are not here: real sentences", file=sys.stderr)
    columns = [pooled([measure_documents(inkling, docs)]),
               pooled(measure_sentences(inkling, p) for p in banks),
               pooled(measure_sentences(inkling, p) for p in real)]
    print("| hint | letters right | found | of | sentences right | found | of "
          "| real right | found | of |")
    print("|---|" + "---:|" * 9)
    for code in CODES + PARAGRAPH + LETTER + ["safety"]:
        print(f"| [{code}](#{code}) |" + "".join(cell(c[code]) for c in columns))


def main():
    lift = "--raise" in sys.argv
    inkling = [a for a in sys.argv[1:] if not a.startswith("--")][0]
    if "--table" in sys.argv:
        return table(inkling)
    figures = {}
    docs, banks = own_texts()
    figures.update(measure_documents(inkling, docs).figures(
        "labelled", CODES + PARAGRAPH + LETTER))
    for path in banks:
        name = os.path.basename(path)[:5]
        figures.update(measure_sentences(inkling, path).figures(name, []))
    for n, path in real_texts():
        if os.path.exists(path):
            figures.update(measure_sentences(inkling, path).figures(f"real-{n}", []))
        else:
            print(f"not measured, its texts are not here: real-{n}")
    with open(FLOORS, encoding="utf-8") as f:
        text = f.read()
    floors = read_floors(text)
    trouble = list(lowered(floors))
    for name, value in figures.items():
        floor = floors.get(name, 0.0)
        mark = "" if value >= floor else "  BELOW"
        print(f"{name:36} {value:.3f}  floor {floor:.3f}{mark}")
        if value < floor:
            trouble.append(f"{name}: {value:.3f}, below its floor {floor:.3f}")
        if lift:  # a hair of room, so that a re-worded sentence is no alarm
            floors[name] = max(floor, int(value * 1000 - 2) / 1000)
    if lift:
        head = "".join(l + "\n" for l in text.splitlines() if l.startswith("#"))
        with open(FLOORS, "w", encoding="utf-8") as f:
            f.write(head + "".join(f"{n:36} {v:.3f}\n" for n, v in floors.items()))
    if trouble:
        fail("\n".join(trouble))
    print(f"{len(figures)} figures, none below its floor")


main()
