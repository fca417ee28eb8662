#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the examples of the documentation, so that no page promises what the
program does not do.

usage: run.py [--accept] INKLING FILE.md…

In a block ```console each line that begins with `$ ` is run by sh, in a copy of
docs/examples with a home of its own; the lines behind it must be what it prints
(standard output, then standard error). A block ```LANGUAGE file=NAME is put
into that folder as NAME first. --accept writes what was printed into the page.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.M | re.S)


class Page:
    def __init__(self, inkling, path):
        self.path, self.passed, self.failed = path, 0, 0
        self.home = tempfile.mkdtemp()
        self.work = os.path.join(self.home, "w")
        shutil.copytree(os.path.join(TOP, "docs", "examples"), self.work)
        self.env = {
            "PATH": os.path.dirname(os.path.abspath(inkling)) + ":" + os.environ["PATH"],
            "HOME": self.home, "LANG": "C.UTF-8", "TERM": "dumb",
        }

    def run(self, command):
        done = subprocess.run(["sh", "-c", command], cwd=self.work, env=self.env,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)
        out = (done.stdout + done.stderr).decode(errors="replace")
        return out.replace(self.work + "/", "")  # where the copy lies is chance

    def console(self, body, line):
        out, steps = [], re.split(r"(?m)^(?=\$ )", body)
        for step in steps:
            if not step.startswith("$ "):
                out.append(step)
                continue
            command, _, want = step.partition("\n")
            got = self.run(command[2:])
            got += "" if not got or got.endswith("\n") else "\n"
            blank = want[len(want.rstrip("\n")) + 1:] if want.strip() else ""
            same = got.rstrip() == want.rstrip()
            self.passed += same
            self.failed += not same
            if not same:
                print(f"{self.path}:{line}: {command}\n--- the page\n{want}--- the program\n{got}")
            out.append(command + "\n" + got.rstrip("\n") + ("\n" if got.strip() else "") + blank)
        return "".join(out)

    def block(self, match):
        language, rest, body = match.groups()
        named = re.search(r"file=(\S+)", rest)
        if named:
            path = os.path.join(self.work, named[1])
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as f:
                f.write(body)
        if language != "console":
            return match[0]
        line = match.string.count("\n", 0, match.start()) + 1
        return f"```{language}{rest}\n{self.console(body, line)}```"


def main():
    accept = "--accept" in sys.argv
    inkling, *paths = [a for a in sys.argv[1:] if a != "--accept"]
    failed = passed = 0
    for path in paths:
        with open(path, encoding="utf-8") as f:
            text = f.read()
        page = Page(inkling, path)
        new = BLOCK.sub(page.block, text)
        shutil.rmtree(page.home)
        if accept and new != text:
            with open(path, "w", encoding="utf-8") as f:
                f.write(new)
        passed, failed = passed + page.passed, failed + page.failed
    print(f"{passed} passed, {failed} failed")
    sys.exit(0 if accept or not failed else 1)


main()
