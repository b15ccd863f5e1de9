"""Figures of whole corpora: the founding articles among others, and planted copies."""

import collections
import json
import re

import figures
import program as tool
from program import GRADES, ROOT, at_least, grade_of

SEEDS = ROOT / "seeds"
NAMED = re.compile(r"\b(?:Putin|Musk)\b")
FOUND_FROM = "partial"  # a planted copy is found from this grade on


def founding_pairs(program, *options):
    """How many of the ten pairs are graded rewrite or closer, and their lowest derived."""
    pairs = program.pairs(SEEDS, *options)
    found = sum(1 for grade, *_ in pairs.values() if at_least(grade, "rewrite"))
    lowest = min((row[2] for row in pairs.values()), default=0) if len(pairs) == 10 else 0
    return found, lowest


def intruders(pairs, is_seed):
    """Other articles graded related or closer to a seed: (ids, founding pairs rewrite or closer)."""
    others, founding = set(), 0
    for (id_a, id_b), (grade, *_) in pairs.items():
        if is_seed(id_a) != is_seed(id_b):
            others.add(id_b if is_seed(id_a) else id_a)
        elif is_seed(id_a) and at_least(grade, "rewrite"):
            founding += 1
    return sorted(others), founding


def articles_that_name_them(data, path):
    count = 0
    with open(path, "w", encoding="utf-8") as out:
        for line in tool.lines_of(data / "news_pool_en/docs.jsonl.zst"):
            article = json.loads(line)
            if NAMED.search(f"{article.get('title', '')}\n{article['text']}"):
                out.write(line)
                count += 1
    return count


def intruder_rows(name, pairs, is_seed, note=""):
    others, founding = intruders(pairs, is_seed)
    return [(name, "other articles graded related or closer to a seed", len(others),
             "; ".join(filter(None, ["target 0", note, " ".join(others[:5])]))),
            (name, "founding pairs graded rewrite or closer", founding, "of 10")]


def founding_rows(program, data, quick):
    rows = []
    for name, options in (("", ()), (", credit blanked", ("--no-credit",))):
        found, lowest = founding_pairs(program, *options)
        rows.append(("seeds", f"pairs graded rewrite or closer{name}", found,
                     f"of 10, target {'10' if not name else '8'}; lowest derived {lowest:.3f}"))
    named = program.place("named.jsonl")
    count = articles_that_name_them(data, named)

    def is_file(name):
        return name.startswith(str(SEEDS))

    for name, options in (("", ()), (", credit blanked", ("--no-credit",))):
        rows += intruder_rows(f"seeds in news_pool_en{name}",
                              program.pairs(SEEDS, named, *options), is_file,
                              f"among {count} articles that name Putin or Musk")
    if not quick:
        def is_seed(name):
            return name.startswith("seed:")

        for name, options in (("undated", ("--date-field", "no such field")),
                              ("--window 7d", ("--window", "7d"))):
            rows += intruder_rows(f"seeds in bench/M, {name}",
                                  program.pairs(data / "bench/M.jsonl.zst", *options), is_seed,
                                  "among 100,000 articles")
    return rows


def planted_rows(labels, pairs):
    """Recall of planted copies by kind, and the confusion matrix of kinds and grades."""
    grades = {}
    for planted, original, kind in labels:
        grades.setdefault(kind, collections.Counter())[grade_of(pairs, planted, original)] += 1
    rows, matrix = [], []
    for kind, counts in sorted(grades.items()):
        total = sum(counts.values())
        found = sum(count for grade, count in counts.items() if at_least(grade, FOUND_FROM))
        rows.append(("bench/S", f"{kind}, planted pairs graded {FOUND_FROM} or closer",
                     figures.share(found, total),
                     f"target {'.95' if kind == 'e40' else '.99'}; {found} of {total}"))
        matrix.append((kind, *(counts[grade] for grade in GRADES), total))
    return rows, matrix
