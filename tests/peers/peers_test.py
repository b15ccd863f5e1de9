"""bench/peers: the exact join against comparing everything, and its arithmetic by hand."""

import io
import itertools
import json
import pathlib
import random
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench/peers"))

import agreement
import articles
import exact
import measure
import process


def edited_corpus(seed, count=60, words=60):
    """Texts in families, with 0 to 30 % of the words changed."""
    chance = random.Random(seed)
    texts = []
    for _ in range(count // 4):
        base = [f"w{chance.randrange(400)}" for _ in range(chance.randrange(3, words))]
        for share in (0, .02, .05, .3):
            texts.append(" ".join(f"x{chance.randrange(400)}" if chance.random() < share else word
                                  for word in base))
    return [*texts, "", "...", "one two", "One two!"]


def everything(texts, threshold, width):
    sets = [articles.shingles(text, width) for text in texts]
    pairs = {}
    for (a, of_a), (b, of_b) in itertools.combinations(enumerate(sets), 2):
        if of_a and of_b:
            value = len(of_a & of_b) / len(of_a | of_b)
            if value >= threshold:
                pairs[a, b] = value
    return pairs


class ExactJoin(unittest.TestCase):
    def joined(self, texts, threshold, width):
        with tempfile.TemporaryDirectory() as folder:
            corpus = pathlib.Path(folder) / "corpus.jsonl"
            corpus.write_text("".join(json.dumps({"id": str(place), "text": text}) + "\n"
                                      for place, text in enumerate(texts)), encoding="utf-8")
            out = io.StringIO()
            exact.write_truth(corpus, out, threshold, width)
        rows = [line.split("\t") for line in out.getvalue().splitlines()]
        return {(int(a), int(b)): float(value) for a, b, value in rows}

    def test_it_finds_what_comparing_everything_finds(self):
        for seed, threshold, width in ((1, .7, 5), (2, .5, 5), (3, .3, 2), (4, 1, 5), (5, .9, 3)):
            texts = edited_corpus(seed)
            expected = everything(texts, threshold, width)
            found = self.joined(texts, threshold, width)
            self.assertGreater(len(expected), 5)
            self.assertEqual(set(found), set(expected))
            for pair, value in expected.items():
                self.assertAlmostEqual(found[pair], value, places=5)

    def test_a_pair_right_at_the_threshold_counts(self):
        # Of 10 and 7 single words all 7 are shared: .7, which is not a sum of halves.
        ten = " ".join("abcdefghij")
        self.assertEqual(self.joined([ten, ten[:13], ten[:11]], .7, 1), {(0, 1): .7, (1, 2): .857143})

    def test_articles_shorter_than_a_shingle_equal_their_likes_alone(self):
        self.assertEqual(self.joined(["one two", "One two!", "two one", "", ""], .7, 5), {(0, 1): 1})


class Arithmetic(unittest.TestCase):
    truth = {("a", "b"), ("c", "d"), ("e", "f")}

    def test_recall_is_of_what_is_there_and_precision_of_what_was_found(self):
        found = {("a", "b"), ("c", "d"), ("a", "z"), ("b", "z")}
        self.assertAlmostEqual(agreement.recall(found, self.truth), 2 / 3)
        self.assertAlmostEqual(agreement.precision(found, self.truth), 1 / 2)

    def test_without_anything_to_divide_by_there_is_no_share(self):
        self.assertIsNone(agreement.recall(self.truth, set()))
        self.assertIsNone(agreement.precision(set(), self.truth))

    def test_the_order_of_ids_and_a_header_make_no_difference(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "pairs.tsv"
            path.write_text('id_a\tid_b\tjaccard\nb\ta\t.9\nc\td"\t.8\n', encoding="utf-8")
            self.assertEqual(agreement.read_pairs(path), {("a", "b"), ("c", 'd"')})

    def test_labels_are_sorted_by_kind(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "labels.tsv"
            path.write_text("plant:e40:0\ta\te40\nplant:t50:1\tb\tt50\n", encoding="utf-8")
            self.assertEqual(agreement.read_labels(path),
                             {"e40": {("a", "plant:e40:0")}, "t50": {("b", "plant:t50:1")}})

    def test_pairs_of_founding_articles_have_both_ids_of_them(self):
        self.assertEqual(agreement.founding({("seed:1", "seed:2"), ("a", "seed:1"), ("a", "b")}), 1)

    def test_ratios_are_those_of_rounds(self):
        # 2/1, 9/3, 4/4: whatever slows both tools of a round leaves its ratio.
        costs = [[process.Cost(one, 0, 0, 0) for one in row] for row in ((2, 9, 4), (1, 3, 4))]
        self.assertEqual(measure.ratios(*costs), (2, 1, 3))

    def test_tools_run_in_turn(self):
        order = []
        measure.in_turn(["a", "b"], 2, order.append)
        self.assertEqual(order, ["a", "b", "a", "b"])

    def test_a_new_run_takes_the_place_of_the_one_before(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "results.csv"

            def row(corpus, tool, pairs):
                return {**dict.fromkeys(measure.COLUMNS, ""), "corpus": corpus, "tool": tool,
                        "pairs": pairs}

            measure.append_rows(path, [row("S", "x", "1"), row("S", "y", "2"), row("M", "x", "3")])
            measure.append_rows(path, [row("S", "x", "9")])
            lines = path.read_text(encoding="utf-8").splitlines()
            self.assertEqual([line.split(",")[0] for line in lines], ["corpus", "S", "M", "S"])
            self.assertEqual([line.split(",")[11] for line in lines], ["pairs", "2", "3", "9"])


class Processes(unittest.TestCase):
    def test_time_and_memory_are_those_of_the_process(self):
        with tempfile.TemporaryDirectory() as folder:
            cost = process.measure(
                [sys.executable, "-c", "import time; x = bytearray(80_000_000); time.sleep(.1)"],
                pathlib.Path(folder) / "log")
            self.assertGreater(cost.peak_mb, 70)
            self.assertGreater(cost.wall_seconds, .1)
            self.assertGreater(cost.cpu_seconds, 0)

    def test_what_fails_says_what_it_said(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaisesRegex(process.Failed, "no such thing"):
                process.measure([sys.executable, "-c", "raise SystemExit('no such thing')"],
                                pathlib.Path(folder) / "log")


if __name__ == "__main__":
    unittest.main()
