#!/usr/bin/env python3
"""Kills a program that writes an index, again and again, and looks what is left of it.

    crash.py PROGRAM [--kills N] [--seed S] [--log FILE] [--csv FILE]

A new index, adds, changes, removals and compaction are killed (SIGKILL) after a random time, at most what one such
run took that nobody killed: every tenth is let end, to know. Then `index verify` must find everything
whole; every article whose answer had come must be there, and no article whose removal had ended. Of what
was under way at the kill either is right. --log has a line a run, --csv one an action.
Exit codes: 0 as it must be, 1 not.
"""

import argparse
import collections
import csv
import datetime
import json
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

WORDS = ("harbour ferry council storm bridge Osmer Vale Brandvik Kestrel nurses strike launch "
         "satellite votes hospital wage talks ministers museum orchard market divers cracks").split()


LONGEST_WAIT = 2  # seconds, on a machine that is busy with other things
MEASURED = 10  # one of so many runs of an action ends by itself
EPOCH = "100"  # articles: several begin while we look


class Oracle:
    """What must be there, what must not, and what may."""

    def __init__(self):
        self.there = set()
        self.gone = set()
        self.unknown = set()

    def begin(self, ids):
        self.unknown |= set(ids)
        self.gone -= set(ids)

    def is_there(self, name):
        self.unknown.discard(name)
        self.gone.discard(name)
        self.there.add(name)

    def is_gone(self, name):
        self.unknown.discard(name)
        self.there.discard(name)
        self.gone.add(name)


def text_of(rng, stories):
    words = stories[rng.randrange(len(stories))][:]
    for _ in range(rng.randrange(6)):
        words[rng.randrange(len(words))] = rng.choice(WORDS)
    return " ".join(words)


def run(program, *arguments, **more):
    return subprocess.run([program, "index", *arguments], capture_output=True, text=True,
                          check=False, timeout=120, **more)


def killed_after(process, seconds):
    """The output of a process that is killed unless it ends before. Without a time it ends by
    itself."""
    try:
        return process.communicate(timeout=seconds)[0]
    except subprocess.TimeoutExpired:
        process.kill()
        return process.communicate()[0]


def add(rng, program, folder, oracle, stories, wait):
    names = [f"a{rng.randrange(240)}" for _ in range(60)]
    lines = "".join(json.dumps({"id": name, "text": text_of(rng, stories)}) + "\n"
                    for name in names)
    oracle.begin(names)
    source = folder.parent / "batch.jsonl"
    source.write_text(lines, encoding="utf-8")
    with open(source, encoding="utf-8") as batch:
        process = subprocess.Popen([program, "index", "add", folder, "--commit", "7", "--epoch",
                                    EPOCH],
                                   stdin=batch, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, text=True)
        out = killed_after(process, wait)
    answered = [json.loads(line)["id"] for line in out.splitlines(True) if line.endswith("\n")]
    for name in answered:
        oracle.is_there(name)
    # A later version of one that was answered may be under way; it is there either way, and so is
    # one that was there before.
    return len(answered), process.returncode


def remove(rng, program, folder, oracle, wait):
    names = rng.sample(sorted(oracle.there), min(8, len(oracle.there)))
    if not names:
        return 0, 0
    for name in names:
        oracle.there.discard(name)
    oracle.begin(names)
    process = subprocess.Popen([program, "index", "remove", folder, *names],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    killed_after(process, wait)
    if process.returncode == 0:
        for name in names:
            oracle.is_gone(name)
    return len(names), process.returncode


def compact(program, folder, wait):
    process = subprocess.Popen([program, "index", "compact", folder], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    killed_after(process, wait)
    return 0, process.returncode


def check(program, folder, oracle):
    """A sentence that says what is wrong, or nothing."""
    verified = run(program, "verify", folder)
    if verified.returncode != 0:
        # Before the first commit there is nothing.
        return "" if not oracle.there else f"verify: {verified.stderr.strip()}"
    asked = sorted(oracle.there | oracle.gone | oracle.unknown)
    ids = [argument for name in asked for argument in ("--id", name)]
    found = {json.loads(line)["id"] for line in run(program, "query", folder, *ids).stdout.split("\n")
             if line}
    if lost := oracle.there - found:
        return f"lost: {sorted(lost)[:5]}"
    if back := oracle.gone & found:
        return f"came back: {sorted(back)[:5]}"
    if int(verified.stdout.split()[0]) != len(found):
        return f"{verified.stdout.strip()}, but {len(found)} are known"
    for name in list(oracle.unknown):
        (oracle.is_there if name in found else oracle.is_gone)(name)
    return ""


def kill_and_check(program, folder, kills, rng):
    """Runs until so many were killed or one is wrong: a row each."""
    stories = [[rng.choice(WORDS) for _ in range(40)] for _ in range(30)]
    oracle = Oracle()
    rows = []
    runs = collections.Counter()
    took = {}  # by action: the last run that nobody killed
    while sum(row["killed"] for row in rows) < kills and not (rows and rows[-1]["wrong"]):
        action = rng.choices(["add", "create", "remove", "compact"], [6, 1, 3, 2])[0]
        action = action if rows else "add"
        wait = None
        if runs[action] % MEASURED:
            wait = rng.uniform(0, min(took[action], LONGEST_WAIT))
        runs[action] += 1
        began = time.monotonic()
        at, known = folder, oracle
        if action == "create":
            at, known = folder.with_name(f"new{len(rows)}"), Oracle()
        if action == "remove":
            done, code = remove(rng, program, at, known, wait)
        elif action == "compact":
            done, code = compact(program, at, wait)
        else:
            done, code = add(rng, program, at, known, stories, wait)
        was_killed = code == -signal.SIGKILL
        if not was_killed:
            took[action] = time.monotonic() - began
        wrong = check(program, at, known)
        if code != 0 and not was_killed:
            wrong = f"it ended with {code}; {wrong}"
        rows.append({"action": action, "killed": int(was_killed),
                     "wait_seconds": "" if wait is None else f"{wait:.4f}", "acknowledged": done,
                     "there": len(oracle.there), "seconds": f"{time.monotonic() - began:.3f}",
                     "wrong": wrong})
        if wrong:
            print(f"after {action} {len(rows)}: {wrong}")
    return rows


def by_action(rows):
    today = datetime.date.today().isoformat()
    for action in sorted({row["action"] for row in rows}):
        mine = [row for row in rows if row["action"] == action]
        yield {"date": today, "operation": action, "runs": len(mine),
               "kills": sum(row["killed"] for row in mine),
               "failures": sum(bool(row["wrong"]) for row in mine),
               "seconds": f"{sum(float(row['seconds']) for row in mine):.0f}"}


def write(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--log", type=pathlib.Path, help="a line a run")
    parser.add_argument("--csv", type=pathlib.Path, help="a line an action")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="wirecopy-crash-") as root:
        rows = kill_and_check(str(arguments.program.resolve()), pathlib.Path(root, "index"),
                              arguments.kills, random.Random(arguments.seed))
    if arguments.log:
        write(arguments.log, rows)
    if arguments.csv:
        write(arguments.csv, list(by_action(rows)))
    print(f"{sum(row['killed'] for row in rows)} kills, {len(rows)} runs, "
          f"{rows[-1]['there']} articles there")
    return 1 if any(row["wrong"] for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
