"""Compares the figures of core/evaluate with those of scikit-learn on random input. See run."""

import argparse
import csv
import math
import pathlib
import struct
import subprocess
import sys
import warnings

import numpy
import sklearn
from sklearn import calibration, metrics
from sklearn.metrics import cluster

PAIR_FIGURES = ["average precision", "ROC AUC", "precision", "recall", "F1", "best precision",
                "best recall", "best F1", "Brier score", "Brier skill",
                "calibration error, equal width", "calibration error, equal mass"]
CURVES = ["reliability, equal width", "reliability, equal mass"]
CLUSTER_FIGURES = ["adjusted Rand index", "B-cubed precision", "B-cubed recall", "B-cubed F1",
                   "pairwise precision", "pairwise recall", "pairwise F1"]
# All differences are of rounding: scikit-learn adds up in other orders, and floats of scores.
LIMIT = 1e-12


def rounds_down(scores, edges):
    """True where a quantile is one of the scores and numpy's interpolation falls short of it, by
    which that score goes to the bin above: not what the definition says."""
    ordered = numpy.sort(scores)
    places = numpy.arange(len(edges)) * (len(scores) - 1)
    exact = places % (len(edges) - 1) == 0
    return (edges[exact] < ordered[places[exact] // (len(edges) - 1)]).any()


class PairProblem:
    """Scores of which more or fewer tie, with labels that have more or less to do with them."""

    def __init__(self, rng):
        self.count = int(rng.choice([1, 2, 3, 10, 100, 1000, 20000]))
        self.highest = float(rng.choice([1, 1, 1, 60]))
        levels = int(rng.choice([1, 2, 5, 50, 1000, 1_000_001]))
        shares = rng.integers(0, levels, self.count) / max(levels - 1, 1)
        # What the library is given: floats of whole millionths. Above 16 a float is coarser.
        self.floats = (numpy.round(shares * self.highest * 1e6) / 1e6).astype(numpy.float32)
        self.scores = numpy.round(self.floats.astype(float) * 1e6) / 1e6
        base = rng.choice([0, 0.01, 0.1, 0.3, 0.5, 1], p=[0.05, 0.2, 0.2, 0.25, 0.25, 0.05])
        likely = base if rng.random() < 0.5 else base * shares * 2
        self.labels = (rng.random(self.count) < likely).astype(numpy.uint8)
        at = self.floats[rng.integers(self.count)] if rng.random() < 0.7 else rng.random()
        self.threshold = numpy.float32(at)
        self.floor = float(rng.choice([0, 0.02, 0.3]))
        self.bins = int(rng.choice([1, 2, 5, 10, 15]))

    def packed(self):
        return (struct.pack("=QQ", 0, self.count) + self.floats.tobytes() + self.labels.tobytes()
                + struct.pack("=fdQ", self.threshold, self.floor, self.bins))

    def expected(self):
        """By name: a number, or an array for a curve; NaN for what there is not."""
        y, s = self.labels, self.scores
        found = s >= numpy.round(float(self.threshold) * 1e6) / 1e6
        values = dict.fromkeys(PAIR_FIGURES, math.nan)
        values.update(dict.fromkeys(CURVES, numpy.empty((0, 2))))
        values["precision"], values["recall"], values["F1"] = (
            metrics.precision_score(y, found, zero_division=math.nan),
            metrics.recall_score(y, found, zero_division=math.nan),
            metrics.f1_score(y, found, zero_division=math.nan))
        if y.any():
            values["average precision"] = metrics.average_precision_score(y, s)
            precision, recall, _ = metrics.precision_recall_curve(y, s)
            f1 = 2 * precision * recall / numpy.maximum(precision + recall, 1e-300)
            # Thresholds ascend; of F1 that differ by rounding alone the highest counts.
            best = numpy.flatnonzero(f1[:-1] >= f1[:-1].max() - 1e-12)[-1]
            values["best precision"], values["best recall"], values["best F1"] = (
                precision[best], recall[best], f1[best])
        if y.any() and not y.all():
            values["ROC AUC"] = metrics.roc_auc_score(y, s)
        if s.max() <= 1:
            values["Brier score"] = metrics.brier_score_loss(y, s, pos_label=1)
            if y.any() and not y.all():
                values["Brier skill"] = metrics.d2_brier_score(y, s, pos_label=1)
            above = s >= self.floor
            if above.any():
                self.add_reliability(y[above], s[above], values)
        return values

    def add_reliability(self, y, s, values):
        edges = {"uniform": numpy.linspace(0, 1, self.bins + 1),
                 "quantile": numpy.percentile(s, numpy.linspace(0, 1, self.bins + 1) * 100)}
        for strategy, kind in (("uniform", "equal width"), ("quantile", "equal mass")):
            shares, means = calibration.calibration_curve(y, s, n_bins=self.bins,
                                                          strategy=strategy)
            if strategy == "quantile" and rounds_down(s, edges[strategy]):
                values["reliability, equal mass"] = values["calibration error, equal mass"] = None
                continue
            counts = numpy.bincount(numpy.searchsorted(edges[strategy][1:-1], s))
            counts = counts[counts > 0]
            values[f"reliability, {kind}"] = numpy.column_stack([shares, means])
            values[f"calibration error, {kind}"] = (
                (counts * numpy.abs(shares - means)).sum() / counts.sum())

    def read(self, numbers):
        values = {name: next(numbers) for name in PAIR_FIGURES}
        for name in CURVES:
            rows = int(next(numbers))
            values[name] = numpy.array([[next(numbers), next(numbers)] for _ in range(rows)]
                                       ).reshape(rows, 2)
        return values


class ClusterProblem:
    """Two clusterings, one of them the other with mistakes, or not related at all."""

    def __init__(self, rng):
        self.count = int(rng.choice([1, 2, 3, 10, 100, 3000]))
        most = int(rng.choice([1, 2, 5, self.count, 4 * self.count]))
        self.labelled = rng.integers(0, most, self.count).astype(numpy.uint32)
        moved = rng.random(self.count) < rng.choice([0, 0.05, 0.5, 1])
        others = rng.integers(0, most, self.count).astype(numpy.uint32)
        self.predicted = numpy.where(moved, others, self.labelled)

    def packed(self):
        return (struct.pack("=QQ", 1, self.count) + self.labelled.tobytes()
                + self.predicted.tobytes())

    def expected(self):
        (_, wrong), (missed, shared) = cluster.pair_confusion_matrix(self.labelled,
                                                                     self.predicted)
        table = cluster.contingency_matrix(self.labelled, self.predicted).astype(float)
        precision = (table ** 2 / table.sum(axis=0)).sum() / self.count
        recall = (table ** 2 / table.sum(axis=1, keepdims=True)).sum() / self.count

        def ratio(part, whole):
            return part / whole if whole else math.nan

        return dict(zip(CLUSTER_FIGURES, [
            metrics.adjusted_rand_score(self.labelled, self.predicted), precision, recall,
            2 * precision * recall / (precision + recall), ratio(shared, shared + wrong),
            ratio(shared, shared + missed), ratio(2 * shared, 2 * shared + wrong + missed)]))

    def read(self, numbers):
        return {name: next(numbers) for name in CLUSTER_FIGURES}


class Tally:
    """What was seen of one figure."""

    def __init__(self):
        self.problems = self.absent = self.rounded = self.disagreed = 0
        self.largest = 0.0

    def add(self, ours, theirs):
        self.problems += 1
        if theirs is None:
            self.rounded += 1
            return
        ours, theirs = numpy.atleast_1d(ours), numpy.atleast_1d(theirs)
        if ours.shape != theirs.shape or (numpy.isnan(ours) != numpy.isnan(theirs)).any():
            self.disagreed += 1
        elif ours.size == 0 or numpy.isnan(ours).all():
            self.absent += 1
        else:
            difference = float(numpy.abs(ours - theirs).max())
            self.largest = max(self.largest, difference)
            self.disagreed += difference > LIMIT


def main():
    parser = argparse.ArgumentParser(prog="tests/scikit_learn/run")
    parser.add_argument("--helper", type=pathlib.Path, required=True)
    parser.add_argument("--results", type=pathlib.Path, required=True)
    parser.add_argument("--problems", type=int, default=2000, help="of each kind")
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    # scikit-learn warns where there is no figure, which is what many problems are for.
    warnings.simplefilter("ignore")

    rng = numpy.random.default_rng(options.seed)
    problems = [kind(rng) for kind in (PairProblem, ClusterProblem)
                for _ in range(options.problems)]
    answer = subprocess.run([options.helper], input=b"".join(p.packed() for p in problems),
                            stdout=subprocess.PIPE, check=True)
    numbers = iter(numpy.frombuffer(answer.stdout))
    tallies = {name: Tally() for name in PAIR_FIGURES + CURVES + CLUSTER_FIGURES}
    for problem in problems:
        expected = problem.expected()
        for name, ours in problem.read(numbers).items():
            tallies[name].add(ours, expected[name])
    if next(numbers, None) is not None:
        raise ValueError("the helper wrote more than was asked for")

    with open(options.results, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["figure", "problems", "absent_in_both", "rounded_by_numpy",
                        "disagreements", "largest_difference", "scikit_learn"])
        for name, tally in tallies.items():
            table.writerow([name, tally.problems, tally.absent, tally.rounded, tally.disagreed,
                            f"{tally.largest:.1g}", sklearn.__version__])
    print(options.results.read_text(encoding="utf-8"), end="")
    return 1 if any(tally.disagreed for tally in tallies.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
