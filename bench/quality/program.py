"""The program, and the tables that it writes and reads."""

import csv
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
GRADES = ["none", "related", "partial", "rewrite", "edited", "copy"]
RECIPE = ROOT / "core/score/data/english.recipe.json"


def at_least(grade, least):
    return GRADES.index(grade) >= GRADES.index(least)


def pair_of(id_a, id_b):
    return (id_a, id_b) if id_a < id_b else (id_b, id_a)


def read_table(path, delimiter=None):
    with open(path, newline="", encoding="utf-8") as table:
        return list(csv.DictReader(
            table, delimiter=delimiter or ("," if str(path).endswith(".csv") else "\t")))


def read_rows(path):
    """A table without a header."""
    with open(path, newline="", encoding="utf-8") as table:
        return list(csv.reader(table, delimiter="\t"))


def write_table(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def lines_of(path):
    """The lines of a file of JSON Lines, plain or zstd."""
    if not str(path).endswith(".zst"):
        with open(path, encoding="utf-8") as lines:
            yield from lines
        return
    with subprocess.Popen(["zstd", "-dcq", str(path)], stdout=subprocess.PIPE) as reader:
        for line in reader.stdout:
            yield line.decode()
    if reader.returncode:
        raise SystemExit(f"bench/quality: zstd cannot read {path}")


class Program:
    """Runs the program; folders of its own for what it writes."""

    def __init__(self, path, data, folder):
        self.path, self.data, self.folder = str(path), pathlib.Path(data), pathlib.Path(folder)
        self.runs = 0

    def run(self, *arguments, fine=(0,)):
        command = [self.path, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode not in fine:
            sys.stderr.write(done.stderr)
            raise SystemExit(f"bench/quality: this failed: {' '.join(command)}")
        return done.stdout

    def place(self, name):
        self.runs += 1
        return self.folder / f"{self.runs}.{name}"

    def pairs(self, *corpus_and_options):
        """Pairs graded related or closer, as {(id_a, id_b): (grade, story, derived)}."""
        out = self.place("pairs.tsv")
        self.run("pairs", *corpus_and_options, "--grade", "related", "-o", out, fine=(0, 1))
        if not out.exists():
            return {}
        found = {}
        with open(out, newline="", encoding="utf-8") as table:
            for row in csv.DictReader(table, delimiter="\t"):
                found[pair_of(row["id_a"], row["id_b"])] = (
                    row["grade"], float(row["story"]), float(row["derived"]))
        out.unlink()
        return found

    def learn(self, recipe, *options):
        """Cross-validated scores of every labelled pair: (rows by set, figures by set, model)."""
        model, scores, figures = (
            self.place("model"), self.place("scores.csv"), self.place("figures.csv"))
        self.run("learn", "model", recipe, "--data", self.data, "-o", model, "--scores", scores,
                 "--figures", figures, *options)
        by_set = {}
        for row in read_table(scores):
            row["positive"] = row["positive"] == "1"
            row["story"], row["derived"] = float(row["story"]), float(row["derived"])
            by_set.setdefault(row["set"], []).append(row)
        return by_set, {row["set"]: row for row in read_table(figures)}, model

    def evaluate(self, *arguments):
        return json.loads(self.run("evaluate", *arguments, "--format", "json"))


def grade_of(pairs, id_a, id_b):
    return pairs.get(pair_of(id_a, id_b), ("none",))[0]


def features_of(model):
    """The weights of a model that features have, in its order."""
    with open(model, encoding="utf-8") as lines:
        names = [line.split()[0] for line in lines if line.startswith(("story.", "derived."))]
    return [name for name in names if not name.endswith(".bias")]


def recipe_without(feature, path):
    """A copy of the recipe in which one weight is 0."""
    recipe = json.loads(RECIPE.read_text(encoding="utf-8"))
    recipe.setdefault("fixed", {})[feature] = 0

    def placed(name):
        return name if name.startswith("{") else str((RECIPE.parent / name).resolve())

    for one in recipe["sets"]:
        corpus = one["corpus"]
        one["corpus"] = placed(corpus) if isinstance(corpus, str) else [placed(c) for c in corpus]
        one["labels"] = placed(one["labels"])
    path.write_text(json.dumps(recipe), encoding="utf-8")
    return path
