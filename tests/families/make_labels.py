#!/usr/bin/env python3
"""Writes labels.tsv, derived.tsv and story.tsv of both halves: what is true of a pair of articles,
by what kinds they are of.

    make_labels.py            writes the six files
    make_labels.py --check    writes nothing; exit code 1 if a file is not what would be written

labels.tsv   id_a id_b at_least at_most why; none < related < partial < rewrite < edited < copy
derived.tsv  id_a id_b label: 1 both go back to one report; 0 one does, the other looks as if
story.tsv    id_a id_b label: 1 the same event; 0 another one

The traps have labels of their own, written by hand: traps.tsv.
"""

import itertools
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
HALVES = ["tuning", "untuned"]

REWRITES = ["r1", "r2", "r3"]
DERIVED = ["w", "c", "e", *REWRITES]
INDEPENDENT = ["i1", "i2"]
SAME_EVENT = DERIVED + INDEPENDENT
LOOK_ALIKES = ["l1", "l2"]
FOREIGN = ["de", "es", "zh"]
ENGLISH = [*SAME_EVENT, "p", "f", *LOOK_ALIKES]


def pairs_of(kinds, others=None):
    """Every pair within `kinds`, or of one of them and one of `others`."""
    return list(itertools.combinations(kinds, 2) if others is None
                else itertools.product(kinds, others))


# Pairs of kinds within a story, with the least and the greatest grade that is right, and why.
GRADES = [
    (pairs_of(["w"], ["c"]), "edited", "copy", "copy with another house's furniture"),
    (pairs_of(["w"], ["e"]), "edited", "edited", "cut and moved about"),
    (pairs_of(["c"], ["e"]), "rewrite", "edited", "copy and cut of one report"),
    (pairs_of(["w", "c", "e"], REWRITES) + pairs_of(REWRITES), "rewrite", "edited",
     "rewritten from one report"),
    (pairs_of(["w"], ["ocr"]), "edited", "copy", "scanned badly"),
    (pairs_of(DERIVED, INDEPENDENT), "related", "related", "own report of the same event"),
    (pairs_of(INDEPENDENT), "related", "related", "two own reports of the same event"),
    (pairs_of(["w", "c"], ["p"]), "partial", "partial", "one passage lifted"),
    (pairs_of(["e", *REWRITES], ["p"]), "none", "partial",
     "another piece with a passage of the report"),
    (pairs_of(SAME_EVENT, ["f"]), "none", "related", "a later act"),
    (pairs_of([*SAME_EVENT, "p", "f"], LOOK_ALIKES) + pairs_of(LOOK_ALIKES), "none", "none",
     "another event"),
    (pairs_of(ENGLISH, FOREIGN) + pairs_of(FOREIGN), "none", "rewrite", "two languages"),
]


def stories_of(folder):
    """Names of the stories of a half, sorted."""
    return sorted({json.loads(line)["story"] for path in folder.glob("*.jsonl")
                   for line in path.read_text(encoding="utf-8").splitlines()
                   if "story" in json.loads(line)})


def labels(half, stories):
    rows = [f"{story}-{a}\t{story}-{b}\t{least}\t{most}\t{why}"
            for story in stories for pairs, least, most, why in GRADES for a, b in pairs]
    rows += [f"{story}-{kind}\t{half}-roundup\tnone\tpartial\tone brief of eight retells the report"
             for story in stories for kind in ("w", "c")]
    return table("id_a\tid_b\tat_least\tat_most\twhy", rows)


def derived(stories):
    alike = pairs_of(DERIVED, [*INDEPENDENT, "f", *LOOK_ALIKES])
    return table("id_a\tid_b\tlabel", [
        f"{story}-{a}\t{story}-{b}\t{label}" for story in stories
        for pairs, label in ((pairs_of(DERIVED), 1), (alike, 0)) for a, b in pairs])


def same_event(stories):
    rows = [f"{story}-{a}\t{story}-{b}\t{label}" for story in stories
            for pairs, label in ((pairs_of(SAME_EVENT), 1), (pairs_of(SAME_EVENT, LOOK_ALIKES), 0))
            for a, b in pairs]
    rows += [f"{story}-{a}\t{other}-{b}\t0" for story, other in itertools.combinations(stories, 2)
             for a, b in pairs_of(SAME_EVENT, SAME_EVENT)]
    return table("id_a\tid_b\tlabel", rows)


def table(header, rows):
    return "".join(row + "\n" for row in [header, *rows])


def main():
    stale = False
    for half in HALVES:
        stories = stories_of(HERE / half)
        for name, text in (("labels.tsv", labels(half, stories)), ("derived.tsv", derived(stories)),
                           ("story.tsv", same_event(stories))):
            path = HERE / half / name
            if sys.argv[1:] == ["--check"]:
                if not path.is_file() or path.read_text(encoding="utf-8") != text:
                    print(f"{path}: not what {pathlib.Path(__file__).name} writes")
                    stale = True
            else:
                path.write_text(text, encoding="utf-8")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
