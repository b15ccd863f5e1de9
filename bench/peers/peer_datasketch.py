"""datasketch: MinHash and MinHashLSH. In: CORPUS.jsonl; out: PAIRS.tsv."""

import sys

from datasketch import MinHash, MinHashLSH

import articles


def main(corpus, out):
    ids = []

    def token_sets():
        for name, text in articles.read(corpus):
            ids.append(name)
            yield [shingle.encode() for shingle in articles.shingles(text)]

    signed = list(MinHash.generator(token_sets(), num_perm=articles.PERMUTATIONS))
    index = MinHashLSH(num_perm=articles.PERMUTATIONS, params=(articles.BANDS, articles.ROWS))
    with index.insertion_session() as session:
        for place, signature in enumerate(signed):
            session.insert(place, signature, check_duplication=False)
    articles.write_pairs(out, ids, (
        (a, b) for a, signature in enumerate(signed) for b in sorted(index.query(signature))
        if a < b and signature.jaccard(signed[b]) >= articles.THRESHOLD))


main(*sys.argv[1:])
