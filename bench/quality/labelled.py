"""Figures of labelled pairs, from cross-validated probabilities and from the grades of the program."""

import collections

import figures
import program as tool
from program import GRADES, ROOT, grade_of, pair_of

HALVES = ("tuning", "untuned")
FLOOR, BINS = .02, 20


def cases_of(rows, score, labels=None):
    return [(row[score], row["positive"]) for row in rows
            if labels is None or row["label"] in labels]


# One event: the stories of fnc1_dev.

def stories_of(data):
    return dict(tool.read_rows(data / "fnc1_dev/clusters.tsv"))


def unscored_stories(stories, rows):
    """The story of every pair of one story that is no candidate: so little is alike in it."""
    sizes = collections.Counter(stories.values())
    scored = collections.Counter(
        stories[row["id_a"]] for row in rows if stories[row["id_a"]] == stories[row["id_b"]])
    return [story for story, size in sorted(sizes.items())
            for _ in range(size * (size - 1) // 2 - scored[story])]


def fnc1(rows, stories):
    """(measure, figure, note) of same-event pairs, and the bins of their reliability."""
    missed = unscored_stories(stories, rows)
    cases = cases_of(rows, "story")
    folded = []
    for row in rows:
        of = sorted((stories[row["id_a"]], stories[row["id_b"]]))
        folded.append((row["story"], row["positive"], [figures.fold_of(story) for story in of]))
    f1, thresholds = figures.cross_validated_f1(
        folded, [figures.fold_of(story) for story in missed])
    likely = [case for case in cases if case[0] >= FLOOR]
    bins = figures.equal_mass_bins(likely, BINS)
    positives = sum(1 for _, positive in cases if positive) + len(missed)
    return [
        ("story, average precision", figures.average_precision(cases, len(missed)),
         f"target .945; {positives} positives, {len(missed)} of them no candidates"),
        ("story, F1 at a cross-validated threshold", f1,
         f"target .895; thresholds {min(thresholds):.3f} to {max(thresholds):.3f}, folds by story"),
        ("story, F1 at .5", figures.f1_at(cases, .5, len(missed)), ""),
        ("story, expected calibration error", figures.calibration_error(bins),
         f"target .03; {len(likely)} pairs of {FLOOR} or more, {BINS} bins of equal mass"),
        ("story, Brier skill", figures.brier_skill(likely), "target .6; the same pairs"),
    ], bins


# Pairs graded by reading.

CLOSE, APART = ("5", "4", "3"), ("1", "0")


def judged(rows, targets=("", "")):
    """(measure, figure, note) of copies, edits and rewrites against what is none of them."""
    made = []
    for (name, labels), target in zip((("5,4,3 v 1,0", CLOSE + APART), ("3 v 1", ("3", "1"))),
                                      targets):
        cases = cases_of(rows, "derived", labels)
        positives = sum(1 for _, positive in cases if positive)
        auc = figures.roc_auc(cases)
        error = figures.auc_error(auc, positives, len(cases) - positives)
        made.append((f"derived, AUC of {name}", auc,
                     f"{target}{positives} v {len(cases) - positives}, standard error {error:.3f}"))
    return made


# Our own families.

def family_paths(half):
    return sorted((ROOT / "tests/families" / half).glob("*.jsonl"))


SAME = {"w", "c", "e", "r1", "r2", "r3"}


def class_of(id_a, id_b):
    """Which row of the table in tests/families/README.md a pair belongs to."""
    kinds = {id_a.rsplit("-", 1)[1], id_b.rsplit("-", 1)[1]}
    retold = {"r1", "r2", "r3"}
    for name, those in (("round-up", {"roundup"}), ("other language", {"de", "es", "zh"}),
                        ("poor scan", {"ocr"}), ("look-alike", {"l1", "l2"}), ("later act", {"f"})):
        if kinds & those:
            return name
    if "p" in kinds:
        return "passage lifted" + (", retold" if kinds & (retold | {"e"}) else "")
    if kinds & {"i1", "i2"}:
        return "independent report"
    if kinds == {"w", "c"}:
        return "copy"
    if kinds == {"w", "e"}:
        return "cut and edited"
    return "rewrite" if kinds & retold else "copy and its cut"


def expected_grades(half):
    """(class, id_a, id_b, at_least, at_most, why) of every pair of a half whose grade is known."""
    folder = ROOT / "tests/families" / half
    for row in tool.read_table(folder / "labels.tsv"):
        yield (class_of(row["id_a"], row["id_b"]), *row.values())
    for row in tool.read_table(folder / "traps.tsv"):
        yield ("trap " + row["why"].split()[0], *row.values())


def family_grades(half, pairs):
    """Figures, and rows of a confusion matrix by class, with what is right in each."""
    matrix, right, total = {}, collections.Counter(), collections.Counter()
    for kind, id_a, id_b, at_least, at_most, _ in expected_grades(half):
        grade = grade_of(pairs, id_a, id_b)
        key = (kind, at_least, at_most)
        matrix.setdefault(key, collections.Counter())[grade] += 1
        table = "traps" if kind.startswith("trap ") else "labels"
        total[table] += 1
        if tool.at_least(grade, at_least) and tool.at_least(at_most, grade):
            right[key] += 1
            right[table] += 1
    rows = [(*key, *(counts[grade] for grade in GRADES), right[key])
            for key, counts in sorted(matrix.items())]
    return [(f"{name}.tsv, share of grades that are right", figures.share(right[name], total[name]),
             f"{right[name]} of {total[name]}") for name in ("labels", "traps")], rows


def worst_pairs(half, rows, pairs, count=10):
    """Pairs of one story whose derived is furthest from what is true."""
    why = {pair_of(id_a, id_b): (kind, reason)
           for kind, id_a, id_b, _, _, reason in expected_grades(half)}

    def error(row):
        return abs(row["positive"] - row["derived"])

    return [(half, row["id_a"], row["id_b"], *why.get(pair_of(row["id_a"], row["id_b"]), ("", "")),
             row["label"], f"{row['derived']:.6f}", f"{row['story']:.6f}",
             grade_of(pairs, row["id_a"], row["id_b"]))
            for row in sorted(rows, key=lambda row: (-error(row), row["id_a"], row["id_b"]))[:count]]


# Grades against labels.

def confusion(labels, pairs):
    """Rows (label, how many of each grade, all); labels: (id_a, id_b, label) in the order wanted."""
    matrix = {}
    for id_a, id_b, label in labels:
        matrix.setdefault(label, collections.Counter())[grade_of(pairs, id_a, id_b)] += 1
    return [(label, *(counts[grade] for grade in GRADES), sum(counts.values()))
            for label, counts in matrix.items()]


def story_confusion(stories, pairs):
    sizes = collections.Counter(stories.values())
    same = sum(size * (size - 1) // 2 for size in sizes.values())
    counts = {"same": collections.Counter(), "other": collections.Counter()}
    for (id_a, id_b), (grade, *_) in pairs.items():
        counts["same" if stories[id_a] == stories[id_b] else "other"][grade] += 1
    totals = {"same": same, "other": len(stories) * (len(stories) - 1) // 2 - same}
    for label, count in counts.items():
        count["none"] = totals[label] - sum(count.values())
    return [(label, *(count[grade] for grade in GRADES), totals[label])
            for label, count in counts.items()]
