"""Runs wirecopy and its peers in turn; started by bench/peers/run."""

import argparse
import csv
import importlib.metadata
import pathlib
import statistics
import subprocess
import sys

sys.dont_write_bytecode = True

import agreement
import articles
import process

HERE = pathlib.Path(__file__).resolve().parent
# Tool, its package, what it is run as; {program}, {corpus} and {out} are filled in.
WIRECOPY = ("{program}", "pairs", "{corpus}", "-o", "{out}", "--format", "tsv")
TOOLS = {
    "wirecopy": (None, (*WIRECOPY, "--jaccard", str(articles.THRESHOLD), "--ngram",
                        str(articles.WIDTH_WORDS))),
    "gaoya": ("gaoya", "peer_gaoya.py"),
    "rensa": ("rensa", "peer_rensa.py"),
    "datasketch": ("datasketch", "peer_datasketch.py"),
    "tf-idf": ("sparse-dot-topn", "peer_tfidf.py"),
    "wirecopy, all grades": (None, (*WIRECOPY, "--window", "7d", "--grade", "partial")),
}
# Tools whose pairs are not meant to be those at the threshold have no precision against them.
OTHER_MEANING = ("wirecopy, all grades",)
COLUMNS = ("corpus", "articles", "tool", "version", "cpu_seconds", "cpu_ratio", "cpu_ratio_least",
           "cpu_ratio_most", "wall_seconds", "peak_mb", "anonymous_mb", "pairs", "recall",
           "precision", "e40_recall", "seed_pairs")


def command_of(tool, program, corpus, out):
    run = TOOLS[tool][1]
    if isinstance(run, str):
        return (sys.executable, "-B", HERE / run, corpus, out)
    return tuple(part.format(program=program, corpus=corpus, out=out) for part in run)


def version_of(tool, program):
    package = TOOLS[tool][0]
    if package:
        return importlib.metadata.version(package)
    return subprocess.run([program, "--version"], capture_output=True, text=True,
                          check=True).stdout.split()[-1]


def ratios(costs, reference):
    """Median, least and most of the ratios of rounds: a noisy machine bends both of a round."""
    each = [one.cpu_seconds / other.cpu_seconds for one, other in zip(costs, reference)]
    return statistics.median(each), min(each), max(each)


def in_turn(tools, rounds, run):
    """{tool: costs}; every round runs every tool once."""
    costs = {tool: [] for tool in tools}
    for number in range(rounds):
        for tool in tools:
            print(f"round {number + 1} of {rounds}: {tool}", file=sys.stderr, flush=True)
            costs[tool].append(run(tool))
    return costs


def quality_of(found, tool, truth, labels):
    return {"pairs": len(found), "recall": agreement.recall(found, truth),
            "precision": None if tool in OTHER_MEANING else agreement.precision(found, truth),
            "e40_recall": agreement.recall(found, labels.get("e40", set())),
            "seed_pairs": agreement.founding(found)}


def text_of(value, digits=3):
    return "" if value is None else f"{value:.{digits}f}" if isinstance(value, float) else str(value)


def print_table(rows):
    shown = ("tool", "cpu_seconds", "cpu_ratio", "wall_seconds", "peak_mb", "anonymous_mb",
             "pairs", "recall", "precision", "e40_recall", "seed_pairs")
    print("| " + " | ".join(name.replace("_", " ") for name in shown) + " |")
    print("|---" * len(shown) + "|")
    for row in rows:
        print("| " + " | ".join(row[name] or "-" for name in shown) + " |")


def write_rows(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as table:
        writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def append_rows(path, rows):
    """In place of those of the same corpus and tool, where there are such."""
    new = {(row["corpus"], row["tool"]) for row in rows}
    kept = []
    if path.exists():
        with open(path, newline="", encoding="utf-8") as table:
            kept = [row for row in csv.DictReader(table)
                    if (row["corpus"], row["tool"]) not in new]
    write_rows(path, kept + rows)


def truth_of(arguments, place):
    """The file named, or that of an exact join, which is made once for a corpus."""
    path = arguments.truth
    if path is None:
        path = place / f"{arguments.name}.truth.tsv"
        if not path.exists() or path.stat().st_mtime < arguments.corpus.stat().st_mtime:
            print("exact join", file=sys.stderr, flush=True)
            part = path.with_suffix(".part")
            with open(part, "wb") as out:
                subprocess.run([sys.executable, "-B", HERE / "exact.py", arguments.corpus],
                               stdout=out, check=True)
            part.rename(path)
    return agreement.read_pairs(path)


def parsed():
    parser = argparse.ArgumentParser(prog="bench/peers/run")
    parser.add_argument("corpus", type=pathlib.Path, help="JSON Lines with id and text, plain")
    parser.add_argument("--truth", type=pathlib.Path,
                        help="pairs at the threshold, tab-separated; an exact join unless given")
    parser.add_argument("--labels", type=pathlib.Path, help="planted id, original id, kind")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="rounds; 3 unless given")
    parser.add_argument("--name", help="of the corpus in tables; its file name unless given")
    parser.add_argument("--only", help="tools, parted by commas; wirecopy is always among them")
    parser.add_argument("--append", action="store_true", help="put the rows into results.csv")
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--output", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    arguments.name = arguments.name or arguments.corpus.name.split(".")[0]
    return arguments


def main():
    arguments = parsed()
    place = arguments.output
    place.mkdir(parents=True, exist_ok=True)
    short = {tool.removeprefix("wirecopy, "): tool for tool in TOOLS}
    only = set(arguments.only.split(",")) if arguments.only else set(short)
    tools = [tool for name, tool in short.items() if tool == "wirecopy" or name in only]
    if only - set(short):
        raise SystemExit(f"bench/peers: no such tool: {', '.join(sorted(only - set(short)))}; "
                         f"there are {', '.join(short)}")

    def out_of(tool):
        return place / f"{arguments.name}.{tool.replace(', ', '_').replace(' ', '_')}.tsv"

    def run(tool):
        return process.measure(
            command_of(tool, arguments.program, arguments.corpus, out_of(tool)),
            place / "log", fine=(0, 1) if TOOLS[tool][0] is None else (0,))

    labels = agreement.read_labels(arguments.labels) if arguments.labels else {}
    truth = truth_of(arguments, place)  # a file that cannot be read says so before hours of work
    costs = in_turn(tools, arguments.repeat, run)
    with open(arguments.corpus, "rb") as lines:
        count = sum(1 for _ in lines)
    rows = []
    for tool in tools:
        middle = [statistics.median(values) for values in zip(*costs[tool])]
        row = {"corpus": arguments.name, "articles": count, "tool": tool,
               "version": version_of(tool, arguments.program)}
        row.update(zip(("cpu_seconds", "wall_seconds", "peak_mb", "anonymous_mb"),
                       (*(f"{one:.2f}" for one in middle[:2]), *(f"{one:.0f}" for one in middle[2:]))))
        row.update(zip(("cpu_ratio", "cpu_ratio_least", "cpu_ratio_most"),
                       (f"{one:.2f}" for one in ratios(costs[tool], costs["wirecopy"]))))
        row.update(quality_of(agreement.read_pairs(out_of(tool)), tool, truth, labels))
        rows.append({name: text_of(row[name]) for name in COLUMNS})
    write_rows(place / f"{arguments.name}.csv", rows)
    if arguments.append:
        append_rows(HERE / "results.csv", rows)
    print_table(rows)
    import plot
    plot.draw(rows, place / f"{arguments.name}.svg")


if __name__ == "__main__":
    main()
