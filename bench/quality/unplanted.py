"""Pairs that nobody planted: what the program finds by itself, and whether it is right.

A sample of them stands in unplanted_S.csv, for a person who reads both articles to fill in
`verdict` (right or wrong) and `reason`. A later run draws the same pairs first, as far as they are
still found, and keeps what was filled in. Pairs that were read and are not drawn stay below the
sample with the grade that they have now, so that no reading is lost.
"""

import figures
import program as tool
from program import at_least, grade_of, pair_of

HEADER = ("id_a", "id_b", "grade", "story", "derived", "verdict", "reason")
VERDICTS = ("right", "wrong")
SAMPLE = 100


def is_unplanted(pair):
    """Of real articles, and not the ten of the founding articles."""
    planted = any(one.startswith("plant:") for one in pair)
    return not planted and not all(one.startswith("seed:") for one in pair)


def found_pairs(pairs):
    return [pair for pair, (grade, *_) in sorted(pairs.items())
            if at_least(grade, "rewrite") and is_unplanted(pair)]


def sampled(found, count=SAMPLE):
    """The same pairs first, whichever others are found."""
    return sorted(found, key=lambda pair: (figures.fraction(" ".join(pair)), pair))[:count]


def read_verdicts(path):
    """{pair: (verdict, reason)} of pairs that somebody has read."""
    if not path.exists():
        return {}
    verdicts = {}
    for row in tool.read_table(path):
        if row["verdict"] and row["verdict"] not in VERDICTS:
            raise SystemExit(f"{path}: verdict {row['verdict']!r} is neither right nor wrong")
        if row["verdict"]:
            verdicts[pair_of(row["id_a"], row["id_b"])] = (row["verdict"], row["reason"])
    return verdicts


def table_rows(sample, pairs, verdicts):
    def row(pair):
        grade, *scores = pairs.get(pair, ("none",))
        story, derived = (f"{score:.6f}" for score in scores) if scores else ("", "")
        return (*pair, grade, story, derived, *verdicts.get(pair, ("", "")))

    dropped = sorted(set(verdicts) - set(sample))
    return [row(pair) for pair in [*sample, *dropped]]


def rows(found, sample, pairs, verdicts):
    """(set, measure, figure, note)."""
    read = [pair for pair in sample if pair in verdicts]
    right = [pair for pair in read if verdicts[pair][0] == "right"]
    made = [("bench/S", "unplanted pairs graded rewrite or closer", len(found), ""),
            ("bench/S", "share right of those read", figures.share(len(right), len(read)),
             f"target .95; {len(right)} of {len(read)} read of {len(sample)} sampled")]
    for grade in ("copy", "edited", "rewrite"):
        those = [pair for pair in read if grade_of(pairs, *pair) == grade]
        good = sum(1 for pair in those if verdicts[pair][0] == "right")
        made.append(("bench/S", f"share right of those graded {grade}",
                     figures.share(good, len(those)), f"{good} of {len(those)}"))
    every = [pair for pair in found if pair in verdicts]
    good = sum(1 for pair in every if verdicts[pair][0] == "right")
    made.append(("bench/S", "share right of all that were read, sampled or not",
                 figures.share(good, len(every)), f"{good} of {len(every)}"))
    shed = [pair for pair in verdicts if not at_least(grade_of(pairs, *pair), "rewrite")]
    lost = sum(1 for pair in shed if verdicts[pair][0] == "right")
    made.append(("bench/S", "pairs read before, now graded less than rewrite", len(shed),
                 f"{lost} were right, {len(shed) - lost} wrong"))
    return made
