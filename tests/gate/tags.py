#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures tags, tense, subject, negation and lemmas on treebanks, from raw text.

usage: tags.py [--raise] ENGLISH_DUMP

Only the development parts are read here: what is tuned on may be looked at.
A figure below its floor (tags.txt) fails; --raise lifts each floor to what was
measured. Where the treebanks are not at hand it says so and exits 77.
"""
import bisect
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FLOORS = os.path.join(HERE, "tags.txt")
SHARED = os.environ.get("INKLING_SHARED") or os.path.join(
    HERE, "..", "..", "..", "shared")
FILES = ["EWT-dev", "GUM-dev"]
PARAGRAPH = 8  # sentences
PERSONS = {"i": "i", "me": "i", "we": "we", "us": "we", "you": "you"}


def features(text):
    return dict(p.split("=", 1) for p in text.split("|") if "=" in p)


def is_past(word):
    f = features(word[5])
    return f.get("Tense") == "Past" and f.get("VerbForm") == "Fin"


def place(text, rows):
    """The span of each word in its sentence's text, in letters."""
    spans, at, parts = {}, 0, {}
    joined = {}
    for r in rows:
        if "-" in r[0]:
            first, last = map(int, r[0].split("-"))
            for n in range(first, last + 1):
                joined[n] = r[1]
            parts[first] = r[1]
    for r in (r for r in rows if r[0].isdigit()):
        n = int(r[0])
        whole = joined.get(n)
        start = text.find(r[1], at)
        if whole and (start < 0 or start > at + len(whole) + 1):
            start = text.find(whole, at) if n in parts else at
            spans[r[0]] = (start, start + len(whole))
            continue
        if start < 0:
            return None
        spans[r[0]] = (start, start + len(r[1]))
        at = start + len(r[1])
    return spans


def main_of(words):
    """Is the main clause past, who is its subject, is it denied?"""
    root = next(w for w in words if w[7] == "root")
    under = [w for w in words if w[6] == root[0]]
    past = is_past(root) or any(
        is_past(w) and w[7] in ("aux", "aux:pass", "cop") for w in under)
    subject = [w for w in under if w[7] in ("nsubj", "nsubj:pass")]
    person = None
    if subject:
        person = PERSONS.get(subject[0][1].lower(), "third")
    denied = any(w[7].startswith("advmod") and w[1].lower() in
                 ("not", "n't", "never", "nt", "n’t") for w in under)
    return root[0], past, person, denied


def sentences(path):
    rows, text, fresh = [], "", False
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith(("# newdoc", "# newpar")):
                fresh = True
            elif line.startswith("# text = "):
                text = line[9:]
            elif line and line[0] != "#":
                rows.append(line.split("\t"))
            elif not line and rows:
                yield fresh, text, rows
                rows, fresh = [], False


class Gold:
    """A treebank as text, and what it says at which byte."""

    def __init__(self, path):
        self.bytes, self.words, self.mains = b"", [], []
        count = 0
        for fresh, text, rows in sentences(path):
            spans = place(text, rows)
            if spans is None:
                continue
            if self.bytes:
                new = fresh or count == PARAGRAPH
                self.bytes += b"\n\n" if new else b" "
                count = 0 if new else count
            count += 1
            base = len(self.bytes)
            at = [base]
            for c in text:
                at.append(at[-1] + len(c.encode()))
            words = [r for r in rows if r[0].isdigit()]
            for w in words:
                start, end = spans[w[0]]
                end = min(end, len(text))
                self.words.append((at[start], at[end], w[4], w[2], is_past(w)))
            root, *rest = main_of(words)
            self.mains.append((at[spans[root][0]], *rest))
            self.bytes += text.encode()


def read(dump, data):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "treebank.txt")
        with open(path, "wb") as f:
            f.write(data)
        done = subprocess.run([dump, "analyze", "--format", "json", path],
                              capture_output=True, check=True)
    return [s for line in done.stdout.splitlines()
            for s in json.loads(line)["sentences"]]


def f1(pairs):
    hit = sum(g and s for g, s in pairs)
    wrong = sum(g != s for g, s in pairs)
    return 2 * hit / max(2 * hit + wrong, 1)


def share(truths):
    truths = list(truths)
    return sum(truths) / max(len(truths), 1)


def measure(dump, path):
    gold = Gold(path)
    said = sorted(read(dump, gold.bytes), key=lambda s: s["start"])
    starts = [s["start"] for s in said]
    tokens = {(t["start"], t["end"]): t for s in said for t in s["tokens"]}
    pairs, past = [], set()
    for start, end, tag, lemma, is_pasts in gold.words:
        t = tokens.get((start, end))
        pairs.append((t and t["tag"] == tag,
                      t and t["lemma"].lower() == lemma.lower()))
        if is_pasts:
            past.add((start, end))
    found = {k for k, t in tokens.items() if t["tag"] == "VBD"}
    mains = []
    for at, *truth in gold.mains:
        i = bisect.bisect_right(starts, at) - 1
        if i >= 0:
            mains.append((said[i], *truth))
    yield "tags", share(bool(t) for t, _ in pairs)
    yield "lemmas", share(bool(l) for _, l in pairs)
    yield "past verbs", f1([(k in past, k in found) for k in past | found])
    yield "main clause past", f1([(p, s["tense"] == "past")
                                  for s, p, _, _ in mains])
    yield "subject's person", share(s["person"] == who
                                    for s, _, who, _ in mains if who)
    yield "negation", f1([(n, s["negated"]) for s, _, _, n in mains])


def read_floors():
    with open(FLOORS, encoding="utf-8") as f:
        text = f.read()
    head = [l for l in text.splitlines() if l.startswith("#")]
    rows = [l.rsplit(None, 1) for l in text.splitlines()
            if l.strip() and not l.startswith("#")]
    return head, {name: float(value) for name, value in rows}


def main():
    dump = [a for a in sys.argv[1:] if not a.startswith("--")][0]
    head, floors = read_floors()
    below = []
    for name in FILES:
        path = os.path.join(SHARED, "data", "ud", name + ".conllu")
        if not os.path.exists(path):
            print(f"skipped: {name}.conllu is not here, tags are not measured")
            return 77
        for what, value in measure(dump, path):
            key = f"{name} {what}"
            floor = floors.get(key, 0.0)
            mark = "" if value >= floor else "  BELOW"
            print(f"{key:28} {value:.4f}  floor {floor:.3f}{mark}")
            if value < floor:
                below.append(key)
            floors[key] = max(floor, int(value * 1000 - 2) / 1000)
    if "--raise" in sys.argv:
        with open(FLOORS, "w", encoding="utf-8") as f:
            f.write("".join(l + "\n" for l in head) +
                    "".join(f"{k:28} {v:.3f}\n" for k, v in floors.items()))
    return 1 if below else 0


sys.exit(main())
