#!/usr/bin/env python3
"""All pairs of articles at an exact Jaccard similarity of their word 5-grams: the truth.

    exact.py CORPUS.jsonl [THRESHOLD] > truth.tsv          id, id, Jaccard

A prefix filter (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007): the shingles of
each article stand in one order, rare ones first, and two sets as similar as asked for share one of
the first |x| - ceil(t |x|) + 1 of either. Sets hold 64-bit hashes, so that two shingles are taken
for one with a probability of one in ten thousand at 100,000 articles; nothing else is estimated.
100,000 articles take minutes and 1.5 GB, and the standard library alone."""

import array
import math
import sys

import articles

BUCKETS = 1 << 24  # of the counts that put rare shingles first; a power of two


def hashed_sets(corpus, width):
    """Ids, and of each article the hashes of its shingles, each once."""
    ids, sets, numbers = [], [], {}
    for name, text in articles.read(corpus):
        ids.append(name)
        words = [numbers.setdefault(word, len(numbers)) for word in articles.words_of(text)]
        if len(words) < width:
            hashes = {hash(tuple(words))} if words else ()
        else:
            hashes = set(map(hash, zip(*(words[i:] for i in range(width)))))
        sets.append(array.array("q", hashes))
    return ids, sets


def prefix(hashes, counts, threshold):
    """The rarest shingles of one article; those of no other article find nothing."""
    length = len(hashes) - math.ceil(threshold * len(hashes) - 1e-9) + 1
    mask = BUCKETS - 1
    rare = sorted((counts[one & mask], one) for one in hashes)[:length]
    return [one for count, one in rare if count > 1]


def jaccard(a, b):
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared)


def similar_pairs(sets, threshold):
    """(place, place, Jaccard), the first place below the second, in order."""
    counts = array.array("I", bytes(4 * BUCKETS))
    mask = BUCKETS - 1
    for hashes in sets:
        for one in hashes:
            counts[one & mask] += 1
    postings, pairs = {}, []
    by_size = sorted((place for place in range(len(sets)) if sets[place]),
                     key=lambda place: (len(sets[place]), place))
    for place in by_size:
        hashes = sets[place]
        least = threshold * len(hashes) - 1e-9
        others = set()
        for one in prefix(hashes, counts, threshold):
            known = postings.setdefault(one, [])
            others.update(other for other in known if len(sets[other]) >= least)
            known.append(place)
        if others:
            own = set(hashes)
            for other in others:
                value = jaccard(own, set(sets[other]))
                if value >= threshold:
                    pairs.append((min(place, other), max(place, other), value))
    return sorted(pairs)


def write_truth(corpus, out, threshold=articles.THRESHOLD, width=articles.WIDTH_WORDS):
    ids, sets = hashed_sets(corpus, width)
    for a, b, value in similar_pairs(sets, threshold):
        out.write(f"{ids[a]}\t{ids[b]}\t{value:.6f}\n")


if __name__ == "__main__":
    write_truth(sys.argv[1], sys.stdout, *map(float, sys.argv[2:3]))
