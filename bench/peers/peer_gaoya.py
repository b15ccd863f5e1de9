"""gaoya: its own word n-grams, all its threads. In: CORPUS.jsonl; out: PAIRS.tsv."""

import sys

from gaoya.minhash import MinHashStringIndex

import articles


def main(corpus, out):
    ids, texts = map(list, zip(*articles.read(corpus)))
    width = articles.WIDTH_WORDS
    index = MinHashStringIndex(
        hash_size=32, jaccard_threshold=articles.THRESHOLD, num_bands=articles.BANDS,
        band_size=articles.ROWS, num_hashes=articles.PERMUTATIONS, analyzer="word",
        lowercase=True, ngram_range=(width, width), id_container="smallvec")
    index.par_bulk_insert_docs(list(range(len(ids))), texts)
    found = index.par_bulk_query(texts)
    articles.write_pairs(out, ids, ((a, b) for a, others in enumerate(found)
                                    for b in sorted(others) if a < b))


main(*sys.argv[1:])
