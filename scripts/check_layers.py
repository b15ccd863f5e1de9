#!/usr/bin/env python3
"""The laws of the house: rooms include only rooms before them, each dependency has one door,
public headers stand alone, the core neither prints nor ends the program.

    check_layers.py [ROOT]     prints every breach as file:line: sentence; exit code 1 if any
"""

import pathlib
import re
import sys

ROOMS = ["base", "read", "tape", "feature", "sketch", "index", "score", "cluster", "report",
         "evaluate", "engine"]
PUBLIC_HEADERS_AT_MOST = 16  # one for each thing a user may come for
SOURCES = (".cpp", ".hpp", ".h", ".c")

# Header prefix -> where it may be included from, as path patterns below core/ or tools/.
DOORS = {
    "tbb/": ["core/base/parallel.*", "core/base/pipeline.*"],
    "oneapi/": [],
    "thread": ["core/base/parallel.cpp", "tools/cli/memory.hpp", "tools/python/run.cpp"],
    "future": [],
    "xxhash.h": ["core/base/hash.hpp"],
    "hwy/": ["core/base/simd.cpp", "core/*/*_simd.cpp"],
    "Eigen/": ["core/score/*", "core/cluster/*"],
    "simdjson.h": ["core/read/*"],
    "zstd.h": ["core/read/*", "core/index/packed_text.cpp"],
    "lmdb.h": ["core/index/store.cpp"],
    "zlib.h": ["core/read/*"],
    "utf8proc.h": ["core/tape/unicode.cpp", "core/tape/display_width.cpp"],
    "libstemmer.h": ["core/tape/lexicon.cpp"],
    "nlohmann/": ["core/report/*", "tools/cli/recipe.cpp"],
    "CLI/": ["tools/cli/arguments*", "tools/cli/option_parts.*", "tools/cli/completion.hpp"],
    "iostream": ["tools/*/*"],
    "fstream": ["tools/*/*"],
    "print": ["tools/*/*"],
    "cstdio": ["tools/*/*"],
    "stdio.h": [],
    "stdlib.h": [],
    "csignal": ["tools/*/*"],
    "signal.h": [],
    "syslog.h": [],
    "err.h": [],
}
# Only the engine spreads work over threads.
PARALLEL_USERS = ["core/base/*", "core/engine/*"]
STREAMS = "cout|cerr|clog|cin"
CALLS = ("v?f?printf|f?putc|f?puts|putchar|fwrite|perror|"
         "_?exit|_Exit|quick_exit|at_quick_exit|atexit|abort|terminate|signal|raise|"
         "(?:secure_)?getenv|setenv|putenv|unsetenv|system|popen")
FORBIDDEN_IN_CORE = re.compile(rf"\bstd::(?:{STREAMS})\b|(?<![\w.])(?<!->)(?:{CALLS})\s*\(")
# What is no code: strings, characters, comments. A quote behind a digit only groups digits.
NO_CODE = re.compile(r'"(?:\\.|[^"\\])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\])*\'|//.*|/\*.*?\*/')
TODO = re.compile(r"(?:^|//)\s*TODO\b")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def allowed(path, patterns):
    return any(pathlib.PurePosixPath(path).match(pattern) for pattern in patterns)


def room_breach(path, header):
    """A sentence if `header`, which is ours, may not be included from `path`."""
    parts = pathlib.PurePosixPath(path).parts
    if header.startswith("wirecopy/"):
        return None
    target = header.split("/")[0]
    if parts[0] == "tools":
        return f"tools include only wirecopy/ headers, not {header}" if "/" in header else None
    if parts[1] == "include":
        return f"a public header includes only wirecopy/ headers, not {header}"
    if len(parts) < 3 or parts[1] not in ROOMS:
        return f"{path} stands in no room and must not include {header}"
    if target not in ROOMS:
        return f"{header} names no room"
    if ROOMS.index(target) > ROOMS.index(parts[1]):
        return f"room {parts[1]} stands before {target} and must not include {header}"
    if header == "base/parallel.hpp" and not allowed(path, PARALLEL_USERS):
        return "only engine/ spreads work over threads"
    return None


def door_breach(path, header):
    for prefix, doors in DOORS.items():
        exact = not prefix.endswith("/")
        if (header == prefix if exact else header.startswith(prefix)) and not allowed(path, doors):
            return f"<{header}> has another door: {', '.join(doors) or 'none'}"
    return None


def check_file(root, path):
    relative = path.relative_to(root).as_posix()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        breaches = []
        if match := INCLUDE.match(line):
            quote, header = match.groups()
            breaches.append(door_breach(relative, header))
            if quote == '"' or header.split("/")[0] in ROOMS:
                breaches.append(room_breach(relative, header))
        elif relative.startswith("core/"):
            if FORBIDDEN_IN_CORE.search(NO_CODE.sub('""', line)):
                breaches.append("the core does not print, end the program or look around it")
            if TODO.search(line):
                breaches.append("no TODO")
        for breach in filter(None, breaches):
            yield f"{relative}:{number}: {breach}"


def check(root):
    breaches = []
    for folder in ("core", "tools"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in SOURCES:
                breaches += check_file(root, path)
    for path in sorted((root / "core").iterdir()):
        if path.is_dir() and path.name not in [*ROOMS, "include"]:
            breaches.append(f"core/{path.name}: is no room of the house")
        elif path.is_file() and path.suffix in SOURCES:
            breaches.append(f"core/{path.name}: stands in no room")
    headers = list((root / "core/include/wirecopy").glob("*.hpp"))
    if len(headers) > PUBLIC_HEADERS_AT_MOST:
        breaches.append(f"core/include/wirecopy: {len(headers)} public headers, at most "
                        f"{PUBLIC_HEADERS_AT_MOST}")
    return breaches


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    breaches = check(root)
    for breach in breaches:
        print(breach)
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
