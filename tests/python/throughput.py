"""What `pairs --window 7d` costs in the module, from an Arrow table, beside the program, in turn.

    PYTHONPATH=build/release/tools/python build/python-module/bin/python tests/python/throughput.py
        ARTICLES.jsonl --program build/release/tools/cli/wirecopy [--rounds N]

    ... ARTICLES.jsonl --program ... --index [--rounds N]

With `--index` what adding them to a lasting index costs (`index add --window 7d`), a commit every thousand:
printed alone, in batches of an Arrow table and one by one.

CPU seconds on one thread: of the program from JSON Lines to a file, of the module from a table in
memory to a table. Rewrites tests/python/throughput_results.csv; exit code 1 below 90 % of the
program's throughput.
"""

import argparse
import csv
import json
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

import pyarrow

import wirecopy


def cpu_seconds(who):
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def measured(who, work):
    begin = cpu_seconds(who)
    result = work()
    return cpu_seconds(who) - begin, result


def index_shares(program, articles, rows, table, rounds):
    """The program's CPU seconds in those of the module, by how it is given the articles."""
    batch = 1000

    def in_program(folder):
        with open(f"{folder}/answers.jsonl", "wb") as answers:
            subprocess.run([program, "index", "add", f"{folder}/index", articles,
                            "--window", "7d"], stdout=answers, check=True)

    def in_batches(folder):
        with wirecopy.Index(f"{folder}/index", window="7d") as index:
            for first in range(0, len(rows), batch):
                index.add_all(table.slice(first, batch))
                index.commit()

    def one_by_one(folder):
        with wirecopy.Index(f"{folder}/index", window="7d") as index:
            for number, row in enumerate(rows, 1):
                index.add(row)
                if number % batch == 0:
                    index.commit()

    ways = {"program": in_program, "batches": in_batches, "one by one": one_by_one}
    spent = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            who = resource.RUSAGE_CHILDREN if name == "program" else resource.RUSAGE_SELF
            with tempfile.TemporaryDirectory() as folder:
                spent[name].append(measured(who, lambda: way(folder))[0])
    for name, seconds in spent.items():
        share = statistics.median(a / b for a, b in zip(spent["program"], seconds))
        print(f"{name}: {statistics.median(seconds):.2f} CPU seconds, {share:.2f} of the throughput")
    return statistics.median(a / b for a, b in zip(spent["program"], spent["batches"]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("articles")
    parser.add_argument("--program", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--index", action="store_true")
    arguments = parser.parse_args()
    with open(arguments.articles, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    names = [name for name in ("id", "text", "title", "source", "date") if name in rows[0]]
    table = pyarrow.table({name: [row.get(name) for row in rows] for name in names})

    if arguments.index:
        rows = [{name: row.get(name) for name in names} for row in rows]
        share = index_shares(arguments.program, arguments.articles, rows, table, arguments.rounds)
        return 0 if share >= .9 else 1

    def in_program(folder):
        subprocess.run([arguments.program, "pairs", "--threads", "1", "--window", "7d",
                        arguments.articles, "-o", f"{folder}/pairs.tsv"], check=True)

    def in_module():
        return pyarrow.table(wirecopy.pairs(table, window="7d", threads=1))

    program, module, copying = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(arguments.rounds):
            program.append(measured(resource.RUSAGE_CHILDREN, lambda: in_program(folder))[0])
            copying.append(measured(resource.RUSAGE_SELF, lambda: wirecopy.Articles(table))[0])
            seconds, found = measured(resource.RUSAGE_SELF, in_module)
            module.append(seconds)
    share = statistics.median(a / b for a, b in zip(program, module))
    with open(pathlib.Path(__file__).with_name("throughput_results.csv"), "w", newline="",
              encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["articles", "text_megabytes", "pairs", "rounds", "program_cpu_seconds",
                         "module_cpu_seconds", "of_these_copying_texts", "share_of_throughput"])
        writer.writerow([len(rows), round(table["text"].nbytes / 1e6, 1), found.num_rows,
                         arguments.rounds, *(f"{statistics.median(values):.2f}"
                                             for values in (program, module, copying)),
                         f"{share:.3f}"])
    return 0 if share >= .9 else 1


if __name__ == "__main__":
    sys.exit(main())
