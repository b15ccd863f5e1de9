"""What `pairs --window 7d` costs in the module, from an Arrow table, beside the program, in turn.

    PYTHONPATH=build/release/tools/python build/python-module/bin/python tests/python/throughput.py
        ARTICLES.jsonl --program build/release/tools/cli/wirecopy [--rounds N]

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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("articles")
    parser.add_argument("--program", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with open(arguments.articles, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    names = [name for name in ("id", "text", "title", "source", "date") if name in rows[0]]
    table = pyarrow.table({name: [row.get(name) for row in rows] for name in names})

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
