#!/usr/bin/env python3
"""Kills a program that writes an index, again and again, and looks what is left of it.

    crash.py PROGRAM [--kills N] [--seed S] [--csv FILE]

Adds, changes, removals and compaction are killed (SIGKILL) after a random time. Then `index verify` must
find everything whole; every article whose answer had come must be there, and no article whose
removal had ended. Of what was under way at the kill either is right. A line a kill in the CSV.
Exit codes: 0 as it must be, 1 not.
"""

import argparse
import csv
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

WORDS = ("harbour ferry council storm bridge Osmer Vale Brandvik Kestrel nurses strike launch "
         "satellite votes hospital wage talks ministers museum orchard market divers cracks").split()


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
    """The output of a process that is killed unless it ends before; and whether it was."""
    time.sleep(seconds)
    was_killed = process.poll() is None
    process.kill()
    return process.communicate()[0], was_killed


def add(rng, program, folder, oracle, stories, wait):
    names = [f"a{rng.randrange(240)}" for _ in range(60)]
    lines = "".join(json.dumps({"id": name, "text": text_of(rng, stories)}) + "\n"
                    for name in names)
    oracle.begin(names)
    source = folder.parent / "batch.jsonl"
    source.write_text(lines, encoding="utf-8")
    with open(source, encoding="utf-8") as batch:
        process = subprocess.Popen([program, "index", "add", folder, "--commit", "7"],
                                   stdin=batch, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, text=True)
        out, was_killed = killed_after(process, wait)
    answered = [json.loads(line)["id"] for line in out.splitlines() if line.endswith("}")]
    for name in answered:
        oracle.is_there(name)
    # A later version of one that was answered may be under way; it is there either way, and so is
    # one that was there before.
    return len(answered), was_killed


def remove(rng, program, folder, oracle, wait):
    names = rng.sample(sorted(oracle.there), min(8, len(oracle.there)))
    if not names:
        return 0, False
    for name in names:
        oracle.there.discard(name)
    oracle.begin(names)
    process = subprocess.Popen([program, "index", "remove", folder, *names],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    _, was_killed = killed_after(process, wait)
    if not was_killed and process.returncode == 0:
        for name in names:
            oracle.is_gone(name)
    return len(names), was_killed


def compact(program, folder, wait):
    process = subprocess.Popen([program, "index", "compact", folder], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    return 0, killed_after(process, wait)[1]


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


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--csv", type=pathlib.Path)
    arguments = parser.parse_args()
    program = str(arguments.program.resolve())
    rng = random.Random(arguments.seed)
    stories = [[rng.choice(WORDS) for _ in range(40)] for _ in range(30)]
    oracle = Oracle()
    rows = []
    with tempfile.TemporaryDirectory(prefix="wirecopy-crash-") as root:
        folder = pathlib.Path(root, "index")
        took = {"add": 0.2, "remove": 0.2, "compact": 0.05}  # seconds when nobody kills it
        while sum(row["killed"] for row in rows) < arguments.kills:
            action = rng.choices(["add", "remove", "compact"], [6, 2, 1])[0] if rows else "add"
            wait = rng.uniform(0, took[action])
            began = time.monotonic()
            if action == "add":
                done, was_killed = add(rng, program, folder, oracle, stories, wait)
            elif action == "remove":
                done, was_killed = remove(rng, program, folder, oracle, wait)
            else:
                done, was_killed = compact(program, folder, wait)
            # Half of the tries are to be killed, however fast the machine is.
            took[action] *= 1.1 if was_killed else 0.9
            wrong = check(program, folder, oracle)
            rows.append({"action": action, "killed": int(was_killed), "wait_seconds": f"{wait:.4f}",
                         "acknowledged": done, "there": len(oracle.there),
                         "seconds": f"{time.monotonic() - began:.3f}", "wrong": wrong})
            if wrong:
                print(f"after {action} {len(rows)}: {wrong}")
                break
    if arguments.csv:
        with open(arguments.csv, "w", newline="", encoding="utf-8") as out:
            writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    print(f"{sum(row['killed'] for row in rows)} kills, {len(rows)} runs, "
          f"{len(oracle.there)} articles there")
    return 1 if any(row["wrong"] for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
