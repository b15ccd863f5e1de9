#!/usr/bin/env python3
"""What a lasting index costs: adds with their answers, questions, opening, disk.

    bench/index/measure.py CORPUS.jsonl [--articles N] [--window 7] [--expires]
        [--memory BYTES] [--no-kill] [--questions 1000] [--library FILE] [--work DIR] [--name NAME] [--append]

Adds the first N articles of JSON Lines (all but the questions, unless given) to a new index through
the C library, on one thread, with a commit every 1,000; asks about the articles behind them, which
are not taken in; closes and opens it, and once more after what a killed process leaves. Prints a row,
and with --append puts it into results.csv beside this file. Nothing but Python is needed.
"""

import argparse
import csv
import ctypes
import json
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
COLUMNS = ["corpus", "articles", "window_days", "adds_a_second", "add_cpu_us", "add_ms_p50", "add_ms_p99",
           "add_ms_most", "question_ms_p50", "question_ms_p99", "answered_share", "close_cpu_seconds",
           "open_cpu_seconds", "open_after_kill_cpu_seconds", "kilobytes_an_article", "peak_mb"]
COMMIT = 1000
HANDLE = ctypes.c_void_p
WRITE, READ = 1, 0


class Article(ctypes.Structure):
    _fields_ = [("id", ctypes.c_char_p), ("text", ctypes.c_char_p), ("text_bytes", ctypes.c_size_t),
                ("title", ctypes.c_char_p), ("source", ctypes.c_char_p), ("date", ctypes.c_char_p)]


class Info(ctypes.Structure):
    _fields_ = [("articles", ctypes.c_uint64), ("stories", ctypes.c_uint64),
                ("disk_bytes", ctypes.c_uint64), ("epoch", ctypes.c_uint32),
                ("latest_day", ctypes.c_int32)]


class Library:
    """The calls of wirecopy.h that are measured; a status other than 0 ends the program."""

    def __init__(self, path):
        self.calls = ctypes.CDLL(str(path))
        self.calls.wirecopy_last_error.restype = ctypes.c_char_p
        self.calls.wirecopy_index_free.argtypes = [HANDLE]
        self.calls.wirecopy_index_free.restype = None
        self.calls.wirecopy_answer_free.argtypes = [HANDLE]
        self.calls.wirecopy_answer_free.restype = None
        self.calls.wirecopy_answer_match_count.argtypes = [HANDLE]
        self.calls.wirecopy_answer_match_count.restype = ctypes.c_size_t
        self.calls.wirecopy_options_set.argtypes = [HANDLE, ctypes.c_char_p, ctypes.c_char_p]
        self.calls.wirecopy_index_open.argtypes = [ctypes.c_char_p, ctypes.c_int32, HANDLE,
                                                   ctypes.POINTER(HANDLE)]
        for name in ("add", "query"):
            getattr(self.calls, f"wirecopy_index_{name}").argtypes = [
                HANDLE, ctypes.POINTER(Article), ctypes.POINTER(HANDLE)]
        for name in ("commit", "checkpoint"):
            getattr(self.calls, f"wirecopy_index_{name}").argtypes = [HANDLE]
        self.calls.wirecopy_index_describe.argtypes = [HANDLE, ctypes.POINTER(Info)]

    def call(self, name, *arguments):
        if getattr(self.calls, f"wirecopy_{name}")(*arguments) != 0:
            sys.exit(f"{name}: {self.calls.wirecopy_last_error().decode()}")

    def options(self, window, expires, memory):
        made = HANDLE()
        self.call("options_new", ctypes.byref(made))
        self.call("options_set", made, b"window", str(window).encode())
        if expires:
            self.call("options_set", made, b"expires", b"true")
        if memory:
            self.call("options_set", made, b"memory", str(memory).encode())
        self.call("options_set", made, b"threads", b"1")
        return made

    def open(self, folder, access, options=None):
        index = HANDLE()
        self.call("index_open", os.fsencode(folder), access, options, ctypes.byref(index))
        return index


def articles(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            text = item["text"].encode()
            part = {name: item[name].encode() if item.get(name) else None
                    for name in ("title", "source", "date")}
            yield Article(str(item["id"]).encode(), text, len(text), **part)


def percentile(values, share):
    """The least value that this share of them does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def timed(function, *arguments):
    begin = time.perf_counter()
    function(*arguments)
    return time.perf_counter() - begin


def cpu(function):
    begin = time.process_time()
    result = function()
    return time.process_time() - begin, result


def folder_bytes(folder):
    return sum(file.stat().st_blocks * 512 for file in pathlib.Path(folder).iterdir())


def peak_mb():
    for line in open("/proc/self/status", encoding="utf-8"):
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1000
    return 0


def add_all(library, index, stream, count):
    answer, took = HANDLE(), []
    spent = 0.0
    for number, article in zip(range(count), stream):
        before = time.process_time()
        seconds = timed(library.call, "index_add", index, article, ctypes.byref(answer))
        library.calls.wirecopy_answer_free(answer)
        if (number + 1) % COMMIT == 0 or number + 1 == count:
            seconds += timed(library.call, "index_commit", index)
        spent += time.process_time() - before
        took.append(seconds)
        if (number + 1) % 10_000 == 0:
            print(f"  {number + 1} articles, {spent / (number + 1) * 1e6:.0f} us each",
                  file=sys.stderr)
    return took, spent


def ask_all(library, index, stream, count):
    answer, took, answered = HANDLE(), [], 0
    for article in [article for article, _ in zip(stream, range(count))]:
        took.append(timed(library.call, "index_query", index, article, ctypes.byref(answer)))
        answered += library.calls.wirecopy_answer_match_count(answer) > 0
        library.calls.wirecopy_answer_free(answer)
    return took, answered / max(1, len(took))


def measure(arguments, folder):
    library = Library(arguments.library)
    stream = articles(arguments.corpus)
    count = arguments.articles or sum(1 for _ in open(arguments.corpus, "rb")) - arguments.questions
    options = library.options(arguments.window, arguments.expires, arguments.memory)
    index = library.open(folder, WRITE, options)
    took, spent = add_all(library, index, stream, count)
    peak = peak_mb()
    asked, answered = ask_all(library, index, stream, arguments.questions)
    close_seconds, _ = cpu(lambda: (library.call("index_checkpoint", index),
                                    library.calls.wirecopy_index_free(index)))
    disk = folder_bytes(folder)

    def open_and_ask():
        opened = library.open(folder, READ)
        info = Info()
        library.call("index_describe", opened, ctypes.byref(info))
        library.calls.wirecopy_index_free(opened)
        return info

    open_seconds, info = cpu(open_and_ask)
    killed_seconds = None
    if not arguments.no_kill:
        for file in pathlib.Path(folder).iterdir():
            if file.name.startswith("lookup"):
                file.unlink()  # as if it was killed before the first checkpoint: nothing is older
        killed_seconds, _ = cpu(open_and_ask)
    return {
        "corpus": arguments.name or pathlib.Path(arguments.corpus).stem, "articles": count,
        "window_days": arguments.window, "adds_a_second": round(count / spent),
        "add_cpu_us": round(spent / count * 1e6), "add_ms_p50": f"{percentile(took, .5) * 1e3:.2f}",
        "add_ms_p99": f"{percentile(took, .99) * 1e3:.2f}", "add_ms_most": f"{max(took) * 1e3:.0f}",
        "question_ms_p50": f"{percentile(asked, .5) * 1e3:.2f}",
        "question_ms_p99": f"{percentile(asked, .99) * 1e3:.2f}",
        "answered_share": f"{answered:.3f}", "close_cpu_seconds": f"{close_seconds:.2f}",
        "open_cpu_seconds": f"{open_seconds:.2f}",
        "open_after_kill_cpu_seconds": "" if killed_seconds is None else f"{killed_seconds:.2f}",
        "kilobytes_an_article": f"{disk / max(1, info.articles) / 1000:.2f}",
        "peak_mb": round(peak),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--articles", type=int)
    parser.add_argument("--window", type=int, default=7)
    parser.add_argument("--expires", action="store_true", help="let go of what is out of the window")
    parser.add_argument("--memory", type=int, default=0,
                        help="bytes for what articles are judged by; 0: all is kept")
    parser.add_argument("--no-kill", action="store_true",
                        help="do not open it as after a kill, which takes half as long as the adds")
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--library", default=ROOT / "build/release/tools/c/libwirecopy_c.so")
    parser.add_argument("--work", help="where the index is made, and removed again")
    parser.add_argument("--name")
    parser.add_argument("--append", action="store_true")
    arguments = parser.parse_args()
    if not pathlib.Path(arguments.library).exists():
        subprocess.run(["cmake", "--preset", "release"], cwd=ROOT, check=True)
        subprocess.run(["cmake", "--build", "--preset", "release", "--target", "wirecopy_c"], cwd=ROOT,
                       check=True)
    work = tempfile.mkdtemp(prefix="wirecopy-index-", dir=arguments.work)
    try:
        row = measure(arguments, os.path.join(work, "index"))
    finally:
        shutil.rmtree(work)
    for column in COLUMNS:
        print(f"{column:28} {row[column]}")
    if arguments.append:
        results = HERE / "results.csv"
        is_new = not results.exists()
        with open(results, "a", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            if is_new:
                writer.writeheader()
            writer.writerow(row)


if __name__ == "__main__":
    main()
