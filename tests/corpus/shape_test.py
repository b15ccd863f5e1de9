"""bench/corpus/shape.py against figures worked out by hand."""

import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench/corpus"))

import shape


class Shape(unittest.TestCase):
    def test_quantiles_lie_on_lines_between_values(self):
        self.assertEqual(shape.quantile([1, 3, 10], .5), 3)
        self.assertEqual(shape.quantile([1, 3, 10], .75), 6.5)
        self.assertEqual(shape.quantile([7], .99), 7)

    def test_words_are_counted_once_an_article_for_document_frequencies(self):
        # The articles hold 6 and 4 words; "the" stands in both, two words occur once.
        figures = shape.shape_of_texts([
            {"text": "The cat, the cat's 2", "date": "2031-01-01"},
            {"text": "THE dog's dog", "date": "2031-01-02"}])
        self.assertEqual(figures["articles"], 2)
        self.assertEqual(figures["articles a day"], 1)
        self.assertEqual(figures["words an article, mean"], 5)
        self.assertEqual(figures["different words an article"], (4 + 3) / 2)
        self.assertEqual(figures["different words"], 5)
        self.assertEqual(figures["share of different words that occur once"], 1 / 5)

    def test_document_frequencies_are_ranked(self):
        # Word k is in the articles k to 11: ranks from 12 articles down to one.
        articles = [{"text": " ".join(f"w{k}" for k in range(number + 1))} for number in range(12)]
        figures = shape.shape_of_texts(articles)
        self.assertEqual(figures["document frequency at rank 10"], 3)
        self.assertNotIn("document frequency at rank 100", figures)

    def test_a_table_of_two_corpora_has_their_ratio(self):
        rows = list(shape.table(["real", "made"], [{"a": 2, "b": 0}, {"a": 3}]))
        self.assertEqual(rows, [("figure", "real", "made", "ratio"), ["a", "2", "3", "1.50"],
                                ["b", "0", "", ""]])


if __name__ == "__main__":
    unittest.main()
