"""tf-idf cosine, the baseline of all: scikit-learn and sparse_dot_topn, two threads. Words, not
n-grams: a vocabulary of all word 5-grams would not fit. In: CORPUS.jsonl; out: PAIRS.tsv."""

import sys

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn

import articles

NEAREST = 50  # of an article, more than the largest group of copies in the corpora measured


def main(corpus, out):
    ids = []

    def texts():
        for name, text in articles.read(corpus):
            ids.append(name)
            yield text

    rows = TfidfVectorizer(stop_words="english", max_df=.1, dtype=numpy.float32).fit_transform(texts())
    near = sp_matmul_topn(rows, rows.T.tocsr(), top_n=NEAREST, threshold=articles.THRESHOLD,
                          n_threads=2).tocoo()
    pairs = {(min(a, b), max(a, b)) for a, b in zip(near.row.tolist(), near.col.tolist()) if a != b}
    articles.write_pairs(out, ids, sorted(pairs))


main(*sys.argv[1:])
