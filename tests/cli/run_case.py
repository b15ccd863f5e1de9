#!/usr/bin/env python3
"""Runs one golden test of the program: a folder with a command and what it must print.

    run_case.py PROGRAM CASE_FOLDER [--update]

A case folder holds `cmd`, run by bash in a fresh copy of the folder, and beside it the exact
standard output in `out`, standard error in `err` and exit code in `code`; an absent file means
nothing, and 0. All else in the folder is there for the command to use. In its environment:

    WIRECOPY   the program
    SEEDS      the founding articles of the source tree
    TERMINAL   a program that runs a command on a terminal of its own and prints what came out
    TMPDIR     an empty folder, outside the one the command starts in

`--update` writes down what came out; read it before you keep it. Exit codes: 0 as expected, or
updated; 1 different; 2 trouble.
"""

import argparse
import difflib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

LIMIT_SECONDS = 60
EXPECTED = ("out", "err", "code")
SEEDS = pathlib.Path(__file__).resolve().parents[2] / "seeds"
# What a program or a sanitizer needs to run at all; nothing else of the caller is let through.
KEPT = ("HOME", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE",
        "ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS")


def environment(program, scratch):
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    # The interpreter that runs this also runs the python3 of the cases.
    path = os.path.dirname(sys.executable) + os.pathsep + os.environ.get("PATH", os.defpath)
    return kept | {
        "PATH": path,
        "WIRECOPY": str(program),
        "SEEDS": str(SEEDS),
        "TERMINAL": str(pathlib.Path(__file__).resolve().parent / "on_a_terminal.py"),
        "TMPDIR": str(scratch),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def run(program, case):
    """What the command printed, as bytes by the names of EXPECTED; None when it took too long."""
    with tempfile.TemporaryDirectory(prefix="wirecopy-cli-") as root:
        work = pathlib.Path(root, "work")
        scratch = pathlib.Path(root, "tmp")
        scratch.mkdir()
        shutil.copytree(case, work, symlinks=True, ignore=shutil.ignore_patterns(*EXPECTED))
        with open(pathlib.Path(root, "out"), "w+b") as out, \
                open(pathlib.Path(root, "err"), "w+b") as err:
            # Files, not pipes: a process that a command leaves behind cannot hold them open.
            process = subprocess.Popen(
                ["bash", "--noprofile", "--norc", "cmd"], cwd=work, stdin=subprocess.DEVNULL,
                stdout=out, stderr=err, env=environment(program, scratch), start_new_session=True)
            try:
                code = process.wait(LIMIT_SECONDS)
            except subprocess.TimeoutExpired:
                code = None
            finally:
                end_group(process)
            if code is None:
                return None
            out.seek(0)
            err.seek(0)
            return {"out": out.read(), "err": err.read(), "code": b"%d\n" % code}


def end_group(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def default(name):
    return b"0\n" if name == "code" else b""


def expected(case, name):
    path = case / name
    return path.read_bytes() if path.exists() else default(name)


def update(case, actual):
    for name, content in actual.items():
        if content == default(name):
            (case / name).unlink(missing_ok=True)
        elif content != expected(case, name):
            (case / name).write_bytes(content)


def shown(content):
    """Lines for a diff, in which every byte can be told from every other."""
    lines = content.decode("utf-8", "backslashreplace").split("\n")
    end = ["(no newline at the end)"] if lines[-1] else []
    lines = lines if lines[-1] else lines[:-1]
    return ["".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)
            for line in lines] + end


def print_difference(case, actual):
    """True when there is one."""
    different = False
    for name in EXPECTED:
        wanted = expected(case, name)
        if wanted == actual[name]:
            continue
        different = True
        title = f"{case.name}/{name}"
        for line in difflib.unified_diff(shown(wanted), shown(actual[name]),
                                         f"{title} expected", f"{title} actual", lineterm=""):
            print(line)
    return different


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("case", type=pathlib.Path)
    parser.add_argument("--update", action="store_true", help="write what came out as expected")
    arguments = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    program = arguments.program.resolve()
    case = arguments.case.resolve()
    for needed in (program, case / "cmd"):
        if not needed.is_file():
            parser.error(f"there is no {needed}")
    actual = run(program, case)
    if actual is None:
        print(f"{case.name}: not done after {LIMIT_SECONDS} seconds")
        return 1
    if actual["code"].strip() == b"77":
        print(f"{case.name}: skipped, the machine lacks what the case needs")
        return 77
    if arguments.update:
        update(case, actual)
        return 0
    return 1 if print_difference(case, actual) else 0


if __name__ == "__main__":
    sys.exit(main())
