"""Figures of scored pairs.

In: cases (score, positive), scores from 0 to 1. Out: numbers. Equal scores count as one step.
`missed` is the number of positives that have no score at all: they are never found.
"""

import bisect
import hashlib
import math


def fraction(text, seed=42):
    """A number from 0 to 1 that only the text and the seed decide: draws that last."""
    digest = hashlib.sha256(f"{seed}:{text}".encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64


def fold_of(text, folds=10, seed=42):
    return int(fraction(text, seed) * folds)


def steps(cases):
    """From the highest score down: (score, positives, negatives) with that score."""
    counts = {}
    for score, positive in cases:
        count = counts.setdefault(score, [0, 0])
        count[0 if positive else 1] += 1
    return [(score, *counts[score]) for score in sorted(counts, reverse=True)]


def roc_auc(cases):
    """The share of pairs of a positive and a negative in which the positive stands higher."""
    positives = sum(1 for _, positive in cases if positive)
    negatives = len(cases) - positives
    if not positives or not negatives:
        return None
    wins = 0.0
    below = negatives
    for _, found, others in steps(cases):
        below -= others
        wins += found * (below + others / 2)
    return wins / (positives * negatives)


def auc_error(auc, positives, negatives):
    """Standard error of an AUC (Hanley and McNeil 1982)."""
    of_two_positives = auc / (2 - auc)
    of_two_negatives = 2 * auc * auc / (1 + auc)
    variance = (auc * (1 - auc) + (positives - 1) * (of_two_positives - auc * auc)
                + (negatives - 1) * (of_two_negatives - auc * auc)) / (positives * negatives)
    return math.sqrt(max(variance, 0))


def average_precision(cases, missed=0):
    """The steps of recall times the precision after each."""
    positives = sum(1 for _, positive in cases if positive) + missed
    if not positives:
        return None
    found = seen = 0
    total = 0.0
    for _, right, wrong in steps(cases):
        found += right
        seen += right + wrong
        total += right * found / seen
    return total / positives


def counts_at(cases, threshold, missed=0):
    """True positives, false positives and false negatives at a threshold."""
    right = sum(1 for score, positive in cases if positive and score >= threshold)
    wrong = sum(1 for score, positive in cases if not positive and score >= threshold)
    positives = sum(1 for _, positive in cases if positive)
    return right, wrong, positives - right + missed


def f1(right, wrong, lost):
    return 2 * right / (2 * right + wrong + lost) if right else 0.0


def f1_at(cases, threshold, missed=0):
    return f1(*counts_at(cases, threshold, missed))


def best_threshold(cases, missed=0):
    """The score where F1 is highest, the higher one of two; infinite where there is no positive."""
    positives = sum(1 for _, positive in cases if positive) + missed
    best, chosen = 0.0, math.inf
    right = wrong = 0
    for score, found, others in steps(cases):
        right += found
        wrong += others
        value = f1(right, wrong, positives - right)
        if value > best:
            best, chosen = value, score
    return chosen


def cross_validated_f1(cases, missed=()):
    """F1 where each fold's pairs are judged at the threshold that is best on the others.

    In: cases (score, positive, folds): a pair of two folds is tested in the first of them and
    chooses no threshold for either; missed: the fold of each positive without a score. Out: F1 of
    all folds together, and the thresholds.
    """
    folds = sorted({fold for *_, of in cases for fold in of} | set(missed))
    totals = [0, 0, 0]
    thresholds = []
    for fold in folds:
        others = [(score, positive) for score, positive, of in cases if fold not in of]
        own = [(score, positive) for score, positive, of in cases if of[0] == fold]
        threshold = best_threshold(others, sum(1 for of in missed if of != fold))
        thresholds.append(threshold)
        at = counts_at(own, threshold, sum(1 for of in missed if of == fold))
        totals = [total + count for total, count in zip(totals, at)]
    return f1(*totals), thresholds


def equal_mass_bins(cases, bins):
    """Bins of equally many pairs: (from, to, pairs, positives, mean score, share of positives).

    The quantile k / bins of n scores is the one in place floor(k (n - 1) / bins); it and what
    equals it belong below. This is how the program bins, too.
    """
    ordered = sorted(cases)
    if not ordered:
        return []
    edges = [ordered[k * (len(ordered) - 1) // bins][0] for k in range(1, bins)]
    parts = {}
    for score, positive in ordered:
        parts.setdefault(bisect.bisect_left(edges, score), []).append((score, positive))
    made = []
    for _, part in sorted(parts.items()):
        positives = sum(1 for _, positive in part if positive)
        mean = sum(score for score, _ in part) / len(part)
        made.append((part[0][0], part[-1][0], len(part), positives, mean, positives / len(part)))
    return made


def calibration_error(bins):
    """How far the share of positives is from the mean score, over all bins by their pairs."""
    pairs = sum(row[2] for row in bins)
    return sum(row[2] * abs(row[4] - row[5]) for row in bins) / pairs if pairs else None


def brier_skill(cases):
    """1 - Brier score / that of saying the share of positives of every pair."""
    rate = sum(1 for _, positive in cases if positive) / len(cases) if cases else 0
    if rate in (0, 1):
        return None
    score = sum((score - positive) ** 2 for score, positive in cases) / len(cases)
    return 1 - score / (rate * (1 - rate))


def share(part, whole):
    return part / whole if whole else None
