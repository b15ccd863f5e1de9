"""rensa: R-MinHash over the full sets (its rho mode samples a few tokens an article).
In: CORPUS.jsonl; out: PAIRS.tsv."""

import sys

from rensa import RMinHash, RMinHashLSH

import articles


def main(corpus, out):
    ids = []

    def token_sets():
        for name, text in articles.read(corpus):
            ids.append(name)
            yield articles.shingles(text)

    signed = RMinHash.from_token_sets(token_sets(), articles.PERMUTATIONS, 42)
    index = RMinHashLSH(articles.THRESHOLD, articles.PERMUTATIONS, articles.BANDS)
    index.insert_many(signed)
    articles.write_pairs(out, ids, (
        (a, b) for a, others in enumerate(index.query_all(signed)) for b in sorted(others)
        if a < b and signed[a].jaccard(signed[b]) >= articles.THRESHOLD))


main(*sys.argv[1:])
