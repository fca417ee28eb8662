#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a reader of whole diaries would see: hints in 1,000 words, a code, and
200 of them drawn with a fixed seed, each in its paragraph, to be read by a
person. Nothing here passes or fails; docs/decisions tells what was read.

usage: diaries.py [--draw] INKLING
"""
import collections
import glob
import json
import os
import random
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.environ.get("INKLING_SHARED") or os.path.join(
    HERE, "..", "..", "..", "shared")
SEED, DRAWN = 90217, 200


def hints_of(inkling, paths):
    done = subprocess.run([inkling, "check", "--density", "balanced", "--format", "json",
                           *paths], capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def in_paragraph(data, start, end):
    """The paragraph around [start, end), the words between » and « marks."""
    begin = data.rfind(b"\n\n", 0, start) + 2
    stop = data.find(b"\n\n", end)
    parts = data[max(begin, 0):start], data[start:end], data[end:stop if stop >= 0 else None]
    before, words, after = (" ".join(p.decode(errors="replace").split()) for p in parts)
    return f"{before} «{words}» {after}".strip()


def main():
    inkling = [a for a in sys.argv[1:] if not a.startswith("--")][0]
    paths = sorted(glob.glob(os.path.join(SHARED, "data", "diaries", "*.txt")))
    if not paths:
        print("skipped: the diaries are not here")
        return 77
    texts = {p: open(p, "rb").read() for p in paths}
    words = sum(len(t.split()) for t in texts.values())
    hints = hints_of(inkling, paths)
    print(f"{len(paths)} diaries, {words} words, {len(hints)} hints")
    counts = collections.Counter(h["hint"] for h in hints)
    for code, n in [*counts.most_common(), ("all", len(hints))]:
        print(f"{code:20} {n:5}  {1000 * n / words:.2f} in 1,000 words")
    if "--draw" in sys.argv:
        for i, h in enumerate(random.Random(SEED).sample(hints, min(DRAWN, len(hints))), 1):
            name = os.path.basename(h["path"])
            print(f"\n{i}. {h['hint']}  {name}:{h['line']}")
            print(in_paragraph(texts[h["path"]], h["start"], h["end"]))
    return 0


sys.exit(main())
