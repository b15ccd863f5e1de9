#!/usr/bin/env python3
"""Kills runs with --resume at random times until they are done, and compares what they wrote.

    kills_at_random_times.py PROGRAM [--runs N] [--seed N] [--articles N] [--csv FILE]

Each run is killed (SIGKILL) up to six times after random times and started again, with any number
of threads and any memory; then it is left alone. It must write the bytes of a run that nobody
killed, and leave nothing in its work folder. With --csv a line a run is written: its command, how
often it was killed, how many blocks the last start found, how it ended. Exit codes: 0 so it is;
1 not.
"""

import argparse
import csv
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

from signals_at_random_times import made_corpus

MOST_KILLS = 6


def commands(program, corpus):
    """By name: the command, and the files it writes."""
    return {
        "pairs": ([program, "pairs", corpus, "-o", "pairs"], ["pairs"]),
        "pairs --window": ([program, "pairs", corpus, "--window", "3d", "--grade", "related",
                            "-o", "pairs"], ["pairs"]),
        "pairs --jaccard": ([program, "pairs", corpus, "--jaccard", ".05", "--ngram", "2",
                             "-o", "copies"], ["copies"]),
        "cluster": ([program, "cluster", corpus, "-o", "stories"], ["stories"]),
        "dedup": ([program, "dedup", corpus, "-o", "kept", "--removed", "removed"],
                  ["kept", "removed"]),
    }


def run(command, folder, after=None):
    """The exit code of a run that is killed after some seconds, and what it said."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    if after is not None:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill()
    said = process.communicate()[1]
    return process.returncode, said.decode(errors="replace")


def killed_until_done(command, folder, seconds, tight, chance):
    """How often it was killed, the blocks that the last start found, its exit code and words."""
    work = folder / "work"
    work.mkdir()
    kills = 0
    while True:
        blocks = len(list(work.glob("*/*.block")))
        started = command + ["--work", "work", "--resume", "--threads", str(chance.choice((1, 2))),
                             "--memory", chance.choice((tight, "1G"))]
        # A run that goes on takes less time than one from the start.
        limit = seconds * chance.choice((0.3, 1.0)) * chance.random()
        code, said = run(started, folder, limit if kills < MOST_KILLS else None)
        if code != -signal.SIGKILL:
            return kills, blocks, code, said
        kills += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=1500)
    parser.add_argument("--csv", type=pathlib.Path)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    program = str(arguments.program.resolve())
    # Room for little beside what a run needs.
    tight = str(70_000_000 + 2000 * arguments.articles)
    rows = []
    wrong = []
    with tempfile.TemporaryDirectory(prefix="wirecopy-kills-") as root:
        corpus = str(pathlib.Path(root, "corpus.jsonl"))
        made_corpus(corpus, arguments.articles, chance)
        every = commands(program, corpus)
        wanted = {}
        seconds = {}
        for name, (command, files) in every.items():
            folder = pathlib.Path(root, "wanted " + name)
            folder.mkdir()
            start = time.monotonic()
            code, said = run(command, folder)
            seconds[name] = time.monotonic() - start
            if code not in (0, 1):
                print(f"{name}: {code}, {said}")
                return 1
            wanted[name] = {file: (folder / file).read_bytes() for file in files}
        for number in range(arguments.runs):
            name = list(every)[number % len(every)]
            command, files = every[name]
            folder = pathlib.Path(root, str(number))
            folder.mkdir()
            kills, blocks, code, said = killed_until_done(command, folder, seconds[name], tight,
                                                          chance)
            is_same = code in (0, 1) and all((folder / file).read_bytes() == wanted[name][file]
                                             for file in files)
            left = [path.name for path in (folder / "work").iterdir()]
            rows.append([number, name, kills, blocks, code, "same" if is_same else "different"])
            if not is_same or left:
                wrong.append(f"{number} {name}: {code}, left {left}, said {said!r}")
    if arguments.csv:
        with open(arguments.csv, "w", newline="", encoding="utf-8") as out:
            lines = csv.writer(out, lineterminator="\n")
            lines.writerow(["run", "command", "kills", "blocks_found", "exit_code", "bytes"])
            lines.writerows(rows)
    print(f"{len(rows)} runs, killed {sum(row[2] for row in rows)} times, "
          f"{sum(row[3] for row in rows)} blocks found by the last starts")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
