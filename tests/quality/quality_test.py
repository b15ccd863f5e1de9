"""The arithmetic of bench/quality against values worked out by hand, and what becomes of verdicts."""

import math
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench/quality"))

import figures
import labelled
import program as tool
import streams
import summary
import unplanted

# Three positives, three negatives, one tie between them at .5.
CASES = [(.9, True), (.8, False), (.5, True), (.5, False), (.3, True), (.1, False)]


class Figures(unittest.TestCase):
    def test_auc_counts_a_tie_as_half(self):
        # .9 beats three, .5 beats one and ties with one, .3 beats one: 3 + 1.5 + 1 of 9.
        self.assertAlmostEqual(figures.roc_auc(CASES), 5.5 / 9)

    def test_auc_of_one_class_is_none(self):
        self.assertIsNone(figures.roc_auc([(.9, True), (.8, True)]))

    def test_the_error_of_an_auc_is_that_of_hanley_and_mcneil(self):
        # .8, 5 v 5: (.16 + 4 (.8/1.2 - .64) + 4 (1.28/1.8 - .64)) / 25 = .0220444
        self.assertAlmostEqual(figures.auc_error(.8, 5, 5), math.sqrt(.0220444), places=6)

    def test_average_precision_takes_equal_scores_as_one_step(self):
        # Precision 1 at the first, 2 of 4 after the tie, 3 of 5 at the last.
        self.assertAlmostEqual(figures.average_precision(CASES), (1 + 2 / 4 + 3 / 5) / 3)

    def test_average_precision_counts_positives_that_are_never_found(self):
        self.assertAlmostEqual(figures.average_precision(CASES, missed=1), (1 + .5 + .6) / 4)

    def test_f1_at_a_threshold_counts_those_that_have_it(self):
        # Two right, two wrong, one lost; with one that has no score two are lost.
        self.assertAlmostEqual(figures.f1_at(CASES, .5), 4 / 7)
        self.assertAlmostEqual(figures.f1_at(CASES, .5, missed=1), 4 / 8)
        self.assertEqual(figures.f1_at(CASES, .95), 0)

    def test_the_best_threshold_is_where_f1_is_highest(self):
        # F1 down the list: 2/4, 2/5, 4/7, 6/8, 6/9.
        self.assertEqual(figures.best_threshold(CASES), .3)
        self.assertEqual(figures.best_threshold([(.5, False)]), math.inf)

    def test_a_fold_is_judged_at_the_threshold_of_the_others(self):
        # Fold 0 alone would choose .4, fold 1 alone .6: each is judged at the other's.
        cases = [(.4, True, [0]), (.3, False, [0]), (.6, True, [1]), (.5, False, [1])]
        f1, thresholds = figures.cross_validated_f1(cases)
        self.assertEqual(thresholds, [.6, .4])
        # Fold 0 loses its positive; fold 1 has one right, one wrong.
        self.assertAlmostEqual(f1, 2 / 4)

    def test_a_pair_of_two_folds_chooses_no_threshold_for_either(self):
        cases = [(.9, False, [0, 1]), (.8, True, [0]), (.7, True, [1])]
        f1, thresholds = figures.cross_validated_f1(cases)
        self.assertEqual(thresholds, [.7, .8])
        # It is tested once, in fold 0: two of three found are right or lost as follows.
        # Fold 0 at .7: .8 right, .9 wrong. Fold 1 at .8: .7 lost.
        self.assertAlmostEqual(f1, 2 / 4)

    def test_positives_without_a_score_are_lost_in_their_fold(self):
        cases = [(.8, True, [0]), (.7, True, [1])]
        self.assertAlmostEqual(figures.cross_validated_f1(cases)[0], 2 / 3)
        self.assertAlmostEqual(figures.cross_validated_f1(cases, missed=[1])[0], 2 / 4)

    def test_bins_hold_equally_many_pairs(self):
        bins = figures.equal_mass_bins([(.1, False), (.2, False), (.6, True), (.8, False)], 2)
        self.assertEqual([row[:4] for row in bins], [(.1, .2, 2, 0), (.6, .8, 2, 1)])
        self.assertAlmostEqual(bins[1][4], .7)
        self.assertAlmostEqual(bins[1][5], .5)

    def test_equal_scores_share_a_bin(self):
        bins = figures.equal_mass_bins([(.1, False), (.5, True), (.5, True), (.5, False)], 2)
        self.assertEqual([row[2] for row in bins], [4])

    def test_calibration_error_weighs_bins_by_their_pairs(self):
        # Bins of two: |.15 - 0| and |.7 - .5|.
        bins = figures.equal_mass_bins([(.1, False), (.2, False), (.6, True), (.8, False)], 2)
        self.assertAlmostEqual(figures.calibration_error(bins), (2 * .15 + 2 * .2) / 4)
        self.assertIsNone(figures.calibration_error([]))

    def test_brier_skill_is_against_the_share_of_positives(self):
        # Squares .01 + .04 + .16 + .64 = .85, a fourth .2125; rate .25: .1875.
        cases = [(.1, False), (.2, False), (.6, True), (.8, False)]
        self.assertAlmostEqual(figures.brier_skill(cases), 1 - .2125 / .1875)
        self.assertIsNone(figures.brier_skill([(.5, True)]))

    def test_draws_depend_on_text_and_seed_alone(self):
        self.assertEqual(figures.fraction("a"), figures.fraction("a"))
        self.assertNotEqual(figures.fraction("a"), figures.fraction("a", seed=1))
        self.assertEqual(sorted({figures.fold_of(str(i)) for i in range(500)}), list(range(10)))


STORIES = {"a": "1", "b": "1", "c": "1", "d": "2"}


class Labels(unittest.TestCase):
    def test_pairs_of_a_story_that_are_no_candidates_are_counted(self):
        rows = [{"id_a": "a", "id_b": "b"}, {"id_a": "a", "id_b": "d"}]
        self.assertEqual(labelled.unscored_stories(STORIES, rows), ["1", "1"])

    def test_a_confusion_matrix_counts_pairs_that_the_program_does_not_name_as_none(self):
        pairs = {("a", "b"): ("copy", .9, .9)}
        self.assertEqual(labelled.confusion([("b", "a", "5"), ("a", "c", "5")], pairs),
                         [("5", 1, 0, 0, 0, 0, 1, 2)])

    def test_stories_and_grades_are_counted_over_all_pairs(self):
        pairs = {("a", "b"): ("copy", .9, .9), ("a", "d"): ("related", .6, .1)}
        self.assertEqual(labelled.story_confusion(STORIES, pairs),
                         [("same", 2, 0, 0, 0, 0, 1, 3), ("other", 2, 1, 0, 0, 0, 0, 3)])

    def test_every_labelled_pair_of_the_families_has_a_class(self):
        for half in labelled.HALVES:
            classes = {row[0] for row in labelled.expected_grades(half)}
            for name in ("copy", "rewrite", "independent report", "later act", "trap 1"):
                self.assertIn(name, classes)

    def test_a_grade_is_right_from_the_least_to_the_most_expected(self):
        (labels, traps), rows = labelled.family_grades("tuning", {})
        self.assertTrue(all(row[-1] == (sum(row[3:9]) if row[1] == "none" else 0) for row in rows))
        self.assertLess(labels[1], 1)
        self.assertLess(traps[1], 1)


class Streams(unittest.TestCase):
    def test_others_near_a_seed_are_named_once(self):
        pairs = {("seed:1", "x"): ("related", .6, .1), ("seed:2", "x"): ("related", .6, .1),
                 ("seed:1", "seed:2"): ("rewrite", .9, .8), ("x", "y"): ("copy", .9, .9)}
        self.assertEqual(streams.intruders(pairs, lambda name: name.startswith("seed:")),
                         (["x"], 1))

    def test_a_planted_pair_is_found_from_partial_on(self):
        labels = [("p1", "o1", "e40"), ("p2", "o2", "e40")]
        pairs = {("o1", "p1"): ("partial", .2, .1), ("o2", "p2"): ("related", .8, .3)}
        rows, matrix = streams.planted_rows(labels, pairs)
        self.assertEqual(rows[0][2], .5)
        self.assertEqual(matrix, [("e40", 0, 1, 1, 0, 0, 0, 2)])


class Verdicts(unittest.TestCase):
    def setUp(self):
        self.pairs = {("a", f"b{i:03}"): ("rewrite", .9, .8) for i in range(150)}
        self.pairs[("a", "plant:e01:1")] = ("copy", 1.0, 1.0)
        self.pairs[("seed:000", "seed:001")] = ("rewrite", .9, .9)
        self.pairs[("a", "c")] = ("related", .9, .4)

    def test_only_pairs_that_nobody_planted_are_drawn(self):
        found = unplanted.found_pairs(self.pairs)
        self.assertEqual(len(found), 150)
        self.assertEqual(len(unplanted.sampled(found)), 100)

    def test_a_draw_keeps_its_pairs_when_others_go(self):
        found = unplanted.found_pairs(self.pairs)
        before, after = unplanted.sampled(found), unplanted.sampled(found[10:])
        self.assertLessEqual(set(before) - set(found[:10]), set(after))

    def test_a_later_run_keeps_verdicts(self):
        sample = unplanted.sampled(unplanted.found_pairs(self.pairs))
        verdicts = {sample[0]: ("right", "same report"), ("a", "c"): ("wrong", "next step"),
                    ("y", "z"): ("right", "gone")}
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "unplanted_S.csv"
            tool.write_table(path, unplanted.HEADER,
                             unplanted.table_rows(sample, self.pairs, verdicts))
            self.assertEqual(unplanted.read_verdicts(path), verdicts)
            rows = tool.read_table(path)
        self.assertEqual(len(rows), 102)
        self.assertEqual([row["grade"] for row in rows[100:]], ["related", "none"])

    def test_the_share_right_is_of_those_read_and_still_found(self):
        found = unplanted.found_pairs(self.pairs)
        sample = unplanted.sampled(found)
        verdicts = {sample[0]: ("right", ""), sample[1]: ("wrong", ""), ("a", "c"): ("wrong", "")}
        rows = {measure: figure for _, measure, figure, _ in
                unplanted.rows(found, sample, self.pairs, verdicts)}
        self.assertEqual(rows["share right of those read"], .5)
        self.assertEqual(rows["pairs read before, now graded less than rewrite"], 1)

    def test_a_verdict_is_right_or_wrong(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "unplanted_S.csv"
            tool.write_table(path, unplanted.HEADER, [("a", "b", "copy", "", "", "perhaps", "")])
            with self.assertRaises(SystemExit):
                unplanted.read_verdicts(path)


class Summary(unittest.TestCase):
    def test_figures_have_three_decimals_at_most(self):
        self.assertEqual([summary.decimals(text) for text in ("0.9514", "1.0000", "10", "0.0270")],
                         [".951", "1.00", "10", ".027"])

    def test_the_table_replaces_the_one_before(self):
        text = f"a\n{summary.HEADER}\n|---|\n| old |\n\nb\n"
        self.assertEqual(summary.with_table(text, [summary.HEADER, "| new |"]),
                         f"a\n{summary.HEADER}\n| new |\n\nb\n")

    def test_the_readme_states_what_was_measured(self):
        lines = summary.table(tool.read_table(summary.HERE / "quality.csv"))
        text = summary.README.read_text(encoding="utf-8")
        self.assertEqual(summary.with_table(text, lines), text,
                         "run bench/quality/summary.py --write")


class Recipes(unittest.TestCase):
    def test_a_feature_is_left_out_by_a_weight_of_0(self):
        with tempfile.TemporaryDirectory() as folder:
            path = tool.recipe_without("story.conflict", pathlib.Path(folder) / "recipe.json")
            text = path.read_text(encoding="utf-8")
            self.assertIn('"story.conflict": 0', text)
            self.assertIn("{data}/fnc1_dev", text)
            self.assertNotIn("../", text)

    def test_biases_are_no_features(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "model"
            path.write_text("wirecopy model 1\n# story x\nstory.bias\t1\nstory.days\t2\n"
                            "derived.credit\t3\nbase_rate\t.1\n", encoding="utf-8")
            self.assertEqual(tool.features_of(path), ["story.days", "derived.credit"])


if __name__ == "__main__":
    unittest.main()
