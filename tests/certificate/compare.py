"""Compares our sketches with datasketch on pairs of real articles. See run."""

import argparse
import collections
import csv
import io
import itertools
import json
import pathlib
import random
import re
import subprocess
import sys

import datasketch
import numpy
import xxhash
import zstandard

SLOTS = 128
WIDTH_WORDS = 5
# The order in which the helper writes.
METHODS = ["minhash", "minhash 8 bits", "minhash 1 bit", "one_permutation",
           "one_permutation_densified"]


def read_texts(path):
    with open(path, "rb") as file:
        lines = io.TextIOWrapper(zstandard.ZstdDecompressor().stream_reader(file), "utf-8")
        return {article["id"]: article["text"] for article in map(json.loads, lines)}


def shingles_of(text):
    words = re.findall(r"\w+", text.lower())
    return frozenset(" ".join(words[i:i + WIDTH_WORDS]).encode()
                     for i in range(len(words) - WIDTH_WORDS + 1))


def jaccard(a, b):
    return len(a & b) / len(a | b)


def candidate_pairs(data, ids, rng):
    """Near copies, planted copies with their originals and among each other, random pairs."""
    pairs = set()
    with open(data / "bench/S.exact05.tsv", encoding="utf-8") as file:
        pairs.update(tuple(sorted(line.split("\t")[:2])) for line in file)
    families = collections.defaultdict(list)
    with open(data / "bench/S.labels.tsv", encoding="utf-8") as file:
        for line in file:
            planted, original, _ = line.rstrip("\n").split("\t")
            families[original].append(planted)
    for original, planted in families.items():
        pairs.update(tuple(sorted(pair)) for pair in itertools.combinations([original, *planted], 2))
    pairs = sorted(pairs)
    for _ in range(len(pairs)):
        pairs.append(tuple(sorted(rng.sample(ids, 2))))
    return pairs


def choose_pairs(pairs, sets, count, rng):
    """Takes pairs so that their similarities spread over 0 to 1 as evenly as the data allow."""
    bins = collections.defaultdict(list)
    for pair in dict.fromkeys(pairs):
        a, b = sets[pair[0]], sets[pair[1]]
        if a and b:
            exact = jaccard(a, b)
            # 0 and 1 have no variance: estimates there say nothing.
            if 0 < exact < 1:
                bins[int(exact * 10)].append(pair)
    for members in bins.values():
        rng.shuffle(members)
    chosen = []
    while len(chosen) < count and any(bins.values()):
        for members in bins.values():
            if members and len(chosen) < count:
                chosen.append(members.pop())
    return sorted(chosen)


def estimates_of_ours(helper, seeds, sets, pairs):
    numbers = [len(sets)]
    for shingles in sets:
        numbers.append(len(shingles))
        numbers.extend(sorted(xxhash.xxh3_64_intdigest(shingle) for shingle in shingles))
    numbers.append(len(pairs))
    for pair in pairs:
        numbers.extend(pair)
    sent = numpy.array(numbers, dtype=numpy.uint64).tobytes()
    answer = subprocess.run([helper, str(seeds)], input=sent, stdout=subprocess.PIPE, check=True)
    shape = (len(METHODS), seeds, len(pairs))
    return dict(zip(METHODS, numpy.frombuffer(answer.stdout).reshape(shape)))


def estimates_of_datasketch(seeds, sets, pairs):
    rows = []
    for seed in range(1, seeds + 1):
        signatures = []
        for shingles in sets:
            signature = datasketch.MinHash(num_perm=SLOTS, seed=seed)
            signature.update_batch(sorted(shingles))
            signatures.append(signature)
        rows.append([signatures[a].jaccard(signatures[b]) for a, b in pairs])
        print(f"datasketch: seed {seed} of {seeds}", file=sys.stderr)
    return numpy.array(rows)


def standard_error(errors):
    """Of the mean over all seeds and pairs. Pairs that share an article err together, so only
    seeds count as independent."""
    means = errors.mean(axis=1)
    return means.std(ddof=1) / means.size ** 0.5


def main():
    parser = argparse.ArgumentParser(prog="tests/certificate/run")
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--helper", type=pathlib.Path, required=True)
    parser.add_argument("--results", type=pathlib.Path, required=True)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--pairs", type=int, default=1000)
    options = parser.parse_args()

    rng = random.Random(2026)
    texts = read_texts(options.data / "bench/S.jsonl.zst")
    wanted = candidate_pairs(options.data, sorted(texts), rng)
    sets_by_id = {name: shingles_of(texts[name]) for name in sorted({n for p in wanted for n in p})}
    chosen = choose_pairs(wanted, sets_by_id, options.pairs, rng)
    names = sorted({name for pair in chosen for name in pair})
    place = {name: at for at, name in enumerate(names)}
    sets = [sets_by_id[name] for name in names]
    pairs = [(place[a], place[b]) for a, b in chosen]
    exact = numpy.array([jaccard(sets[a], sets[b]) for a, b in pairs])
    tenths = numpy.histogram(exact, bins=10, range=(0, 1))[0]
    print(f"{len(pairs)} pairs of {len(names)} articles; by tenth of J: {tenths}", file=sys.stderr)

    peer = estimates_of_datasketch(options.seeds, sets, pairs)
    ours = estimates_of_ours(options.helper, options.seeds, sets, pairs)
    estimates = {f"datasketch {datasketch.__version__}": peer, **ours}
    peer_variance = ((peer - exact) ** 2).mean()

    failed = False
    with open(options.results, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["method", "slots", "seeds", "pairs", "mean_error", "standard_error",
                        "mean_difference_from_datasketch", "standard_error_of_difference",
                        "variance_about_exact", "ratio_to_datasketch"])
        for method, values in estimates.items():
            errors = values - exact
            difference = values - peer
            variance = (errors ** 2).mean()
            ratio = variance / peer_variance
            # Few bits and empty slots cost variance by design: only minhash must equal the peer's.
            same = method != "minhash" or 0.9 <= ratio <= 1.1
            biased = abs(errors.mean()) > 3 * standard_error(errors)
            moved = abs(difference.mean()) > 3 * standard_error(difference)
            failed |= method in METHODS and (biased or moved or not same)
            numbers = [errors.mean(), standard_error(errors), difference.mean(),
                       standard_error(difference), variance]
            table.writerow([method, SLOTS, options.seeds, len(pairs),
                            *(f"{number:.3g}" for number in numbers), f"{ratio:.3f}"])
    print(options.results.read_text(encoding="utf-8"), end="")
    if failed:
        print("certificate: an estimator is off", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
