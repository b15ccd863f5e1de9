#!/usr/bin/env python3
"""Ends runs of the program by signals at random times, in every stage, and looks at what is left.

    signals_at_random_times.py PROGRAM [--runs N] [--seed N]

Each run of about a second is sent SIGINT or SIGTERM after a random time, or loses the reader of its
standard output. It must end with 130 or 143, or have been done; its files are complete or not
there, and nothing lies beside them. Exit codes: 0 so it is; 1 not.
"""

import argparse
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile
import time

WORDS = 4000


def made_corpus(path, articles, chance):
    """Stories of a few articles each, which share most of their words."""
    words = ["".join(chance.choice("abcdefghijklmnoprstuvw") for _ in range(chance.randint(3, 9)))
             for _ in range(WORDS)]
    with open(path, "w", encoding="utf-8") as out:
        story = []
        for number in range(articles):
            if number % 4 == 0:
                story = [chance.choice(words) for _ in range(150)]
                story[::9] = [word.capitalize() for word in story[::9]]
            told = [word if chance.random() > 0.1 * (number % 4) else chance.choice(words)
                    for word in story]
            day = 1 + number // 4 % 28
            out.write('{"id": "a%d", "source": "Outlet %d", "date": "2026-03-%02d", "text": "%s."}\n'
                      % (number, number % 7, day, " ".join(told)))


def made_labels(path, articles):
    """The stories of made_corpus."""
    with open(path, "w", encoding="utf-8") as out:
        for number in range(articles):
            out.write(f"a{number}\t{number // 4}\n")


def commands(program, corpus, labels):
    """By name: the command, and the files it writes."""
    return {
        "pairs": ([program, "pairs", corpus, "-o", "pairs"], ["pairs"]),
        "pairs --all": ([program, "pairs", corpus, "--all", "-o", "all"], ["all"]),
        "pairs --jaccard": ([program, "pairs", corpus, "--jaccard", ".3", "--work", ".",
                             "-o", "copies"], ["copies"]),
        "cluster": ([program, "cluster", corpus, "-o", "stories"], ["stories"]),
        "dedup": ([program, "dedup", corpus, "-o", "kept", "--removed", "removed"],
                  ["kept", "removed"]),
        "sketch": ([program, "sketch", corpus, "-o", "signatures"], ["signatures"]),
        "evaluate": ([program, "evaluate", corpus, labels, "-o", "figures"], ["figures"]),
        "explain": ([program, "explain", "--corpus", corpus, "a0", "a1", "-o", "reasons"],
                    ["reasons"]),
        # Of a sample that is too small to forecast memory by, which may be told or not.
        "plan": ([program, "plan", corpus, "--sample", "512", "-o", "forecast"], ["forecast"]),
    }


def as_usual():
    """Whoever starts this may have had signals ignored."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def run(command, folder, ending=None, after=0.0):
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, preexec_fn=as_usual)
    if ending is not None:
        time.sleep(after)
        process.send_signal(ending)
    said = process.communicate()[1]
    return process.returncode, said.decode(errors="replace")


def content(path):
    """Of a forecast all but its figures, which are times."""
    found = path.read_bytes()
    return re.sub(rb"[0-9.]+", b"N", found) if path.name == "forecast" else found


def look(name, folder, files, wanted, code, ending):
    """What is wrong with what a run left."""
    left = {path.name: content(path) for path in pathlib.Path(folder).iterdir()}
    wrong = [f"{name}: left {other}" for other in left if other not in files]
    if code not in (0, 1, 128 + ending):
        wrong.append(f"{name}: exit code {code} after signal {ending}")
    if code in (0, 1) and set(left) != set(files):
        wrong.append(f"{name}: done, and wrote {sorted(left)}")
    wrong += [f"{name}: {file} is not complete" for file in left
              if file in files and left[file] != wanted[file]]
    return wrong


def closed_early(program, corpus, after):
    """The reader of standard output goes away after some bytes."""
    process = subprocess.Popen([program, "pairs", corpus, "--all"], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, preexec_fn=as_usual)
    process.stdout.read(after)
    process.stdout.close()
    said = process.stderr.read().decode(errors="replace")
    process.stderr.close()
    code = process.wait()
    return [] if code == 0 and not said else [f"closed after {after} bytes: {code}, {said!r}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=54)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=1200)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    program = str(arguments.program.resolve())
    wrong = []
    codes = {}
    with tempfile.TemporaryDirectory(prefix="wirecopy-signals-") as root:
        corpus = str(pathlib.Path(root, "corpus.jsonl"))
        labels = str(pathlib.Path(root, "labels.tsv"))
        made_corpus(corpus, arguments.articles, chance)
        made_labels(labels, arguments.articles)
        every = commands(program, corpus, labels)
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
            wanted[name] = {file: content(folder / file) for file in files}
        for number in range(arguments.runs):
            name = list(every)[number % len(every)]
            command, files = every[name]
            ending = chance.choice((signal.SIGINT, signal.SIGTERM))
            folder = pathlib.Path(root, str(number))
            folder.mkdir()
            # The handler is there once the program has started.
            after = 0.02 + chance.random() * seconds[name]
            code, said = run(command, folder, ending, after)
            if code == -ending:  # before the handler was there
                code = 128 + ending
            codes[code] = codes.get(code, 0) + 1
            if code == 128 + ending and "error" in said:
                wrong.append(f"{name}: said {said!r}")
            wrong += look(name, folder, files, wanted[name], code, ending)
        for after in (0, 1, 5000):
            wrong += closed_early(program, corpus, after)
    print("ended with", ", ".join(f"{code}: {runs}" for code, runs in sorted(codes.items())))
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
