"""Measures the quality of the program; started by bench/quality/run."""

import argparse
import csv
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True

import figures
import labelled
import program as tool
import streams
import unplanted
from program import GRADES, RECIPE

BLANKED = ", credit blanked"


def cross_validated_rows(scores, stories):
    """Rows of quality.csv from one run of `learn model`, and the bins of reliability."""
    fnc1, bins = labelled.fnc1(scores["fnc1_dev"], stories)
    rows = [("fnc1_dev", *row) for row in fnc1]
    rows += derived_rows(scores, ("target .985; ", "target .92; "))
    for half, how in (("tuning", "cross-validated"), ("untuned", "not fitted on")):
        rows.append((f"families {half}", "story, average precision",
                     figures.average_precision(labelled.cases_of(
                         scores[f"families {half} story"], "story")), how))
    rows.append(("telegram_pairs", "story, average precision",
                 figures.average_precision(labelled.cases_of(scores["telegram_pairs"], "story")),
                 "target .84; not fitted on"))
    return rows, bins


def derived_rows(scores, judged_targets):
    """The rows that credit has to do with: story knows none."""
    firm, doubtful = (scores[f"judged_dev {which} derived"] for which in ("firm", "doubtful"))
    rows = [("judged_dev firm", *row) for row in labelled.judged(firm, judged_targets)]
    rows += [("judged_dev all", *row) for row in labelled.judged(firm + doubtful)]
    for half, note in (("tuning", "cross-validated"), ("untuned", "target .93; not fitted on")):
        rows.append((f"families {half}", "derived, average precision",
                     figures.average_precision(labelled.cases_of(
                         scores[f"families {half} derived"], "derived")), note))
    rows.append(("clough_stevenson", "derived, F1 at .5",
                 figures.f1_at(labelled.cases_of(scores["clough_stevenson"], "derived"), .5),
                 "target .93"))
    return rows


def check_against_program(scores, own, bins):
    """The program makes some of these figures, too: both must say the same."""
    judged = figures.roc_auc(labelled.cases_of(scores["judged_dev firm derived"], "derived"))
    for name, theirs, ours in (
            ("AUC", own["judged_dev firm derived"]["roc_auc"], judged),
            ("calibration error", own["fnc1_dev"]["mass_calibration_error"],
             figures.calibration_error(bins))):
        if abs(float(theirs) - ours) > 1e-3:
            raise SystemExit(f"bench/quality: {name}: the program says {theirs}, this {ours:.6f}")


def confusion_tables(program, data):
    """{name: (header, rows)} and the figures that come from grades."""
    header = ("label", *GRADES, "all")
    tables, rows = {}, []
    graded = tool.read_table(data / "judged_dev/pairs.tsv")
    graded.sort(key=lambda row: -int(row["grade"]))
    pairs = program.pairs(data / "judged_dev/docs.jsonl")
    for name, kept in (("firm", "0"), ("all", "01")):
        tables[f"judged_dev_{name}"] = (header, labelled.confusion(
            [(row["id_a"], row["id_b"], row["grade"]) for row in graded
             if row["doubtful"] in kept], pairs))
    levels = ["cut", "light", "heavy", "non"]
    clough = sorted(tool.read_rows(data / "clough_stevenson/pairs.tsv"),
                    key=lambda row: levels.index(row[2]))
    tables["clough_stevenson"] = (header, labelled.confusion(
        clough, program.pairs(data / "clough_stevenson/docs.jsonl")))
    telegram = [row[:3] for row in tool.read_rows(data / "unicode/telegram_pairs.tsv")]
    tables["telegram_pairs"] = (header, labelled.confusion(
        sorted(telegram, key=lambda row: row[2], reverse=True),
        program.pairs(data / "unicode/telegram.jsonl")))
    tables["fnc1_dev"] = (header, labelled.story_confusion(
        labelled.stories_of(data), program.pairs(data / "fnc1_dev/docs.jsonl")))
    grades = {}
    for half in labelled.HALVES:
        grades[half] = program.pairs(*labelled.family_paths(half))
        made, matrix = labelled.family_grades(half, grades[half])
        rows += [(f"families {half}", *row) for row in made]
        tables[f"families_{half}"] = (
            ("class", "at_least", "at_most", *GRADES, "right"), matrix)
    return tables, rows, grades


def other_rows(program, data):
    """What overlaps alone reach on the same pairs."""
    fnc1 = data / "fnc1_dev"
    rows = []
    for name, options in (("tfidf", ("tfidf",)), ("word-5 Jaccard", ("jaccard",))):
        out = program.evaluate(fnc1 / "docs.jsonl", fnc1 / "clusters.tsv", "--score", *options)
        rows += [("fnc1_dev", f"{name}, average precision", out["average_precision"], "for comparison"),
                 ("fnc1_dev", f"{name}, best F1", out["best"]["f1"],
                  "for comparison; best threshold of all")]
    firm = program.place("firm.tsv")
    firm.write_text("id_a\tid_b\tgrade\n" + "".join(
        f"{row['id_a']}\t{row['id_b']}\t{row['grade']}\n"
        for row in tool.read_table(data / "judged_dev/pairs.tsv") if row["doubtful"] == "0"),
        encoding="utf-8")
    for name, options in (("word-2 Jaccard", ("jaccard", "-n", "2")), ("blend", ("blend",))):
        for what, positive, negative in (("5,4,3 v 1,0", "5,4,3", "1,0"), ("3 v 1", "3", "1")):
            out = program.evaluate(data / "judged_dev/docs.jsonl", firm, "--positive", positive,
                                   "--negative", negative, "--score", *options)
            rows.append(("judged_dev firm", f"{name}, AUC of {what}", out["roc_auc"],
                         "for comparison"))
    return rows


# The figures that an ablation is measured by: (set, measure, short name).
MAIN = (("fnc1_dev", "story, average precision", "fnc1_dev AP"),
        ("fnc1_dev", "story, F1 at .5", "fnc1_dev F1"),
        ("judged_dev firm", "derived, AUC of 5,4,3 v 1,0", "judged_dev AUC"),
        ("judged_dev firm", "derived, AUC of 3 v 1", "judged_dev 3 v 1 AUC"),
        ("clough_stevenson", "derived, F1 at .5", "clough_stevenson F1"),
        ("families tuning", "story, average precision", "tuning story AP"),
        ("families tuning", "derived, average precision", "tuning derived AP"),
        ("families untuned", "story, average precision", "untuned story AP"),
        ("families untuned", "derived, average precision", "untuned derived AP"),
        ("telegram_pairs", "story, average precision", "telegram_pairs AP"))


def ablation(program, stories, rows, model):
    """What each weight brings: the main figures, and how much less they are where it is 0."""
    def main_figures(rows, model):
        values = {(of, measure): figure for of, measure, figure, _ in rows}
        founding, _ = streams.founding_pairs(program, "--model", model)
        traps = labelled.family_grades("tuning", program.pairs(
            *labelled.family_paths("tuning"), "--model", model))[0][1][1]
        return [*(values[of, measure] for of, measure, _ in MAIN), traps, founding]

    whole = main_figures(rows, model)
    table = [("none: the figure itself", *map(shown, whole))]
    for feature in tool.features_of(model):
        recipe = tool.recipe_without(feature, program.place("recipe.json"))
        scores, _, without = program.learn(recipe)
        less = main_figures(cross_validated_rows(scores, stories)[0], without)
        table.append((feature, *(shown(a - b) for a, b in zip(whole, less))))
    return ("weight at 0", *(name for *_, name in MAIN), "tuning traps right", "founding pairs"), table


def shown(figure):
    if figure is None:
        return ""
    return str(figure) if isinstance(figure, int) else f"{figure:.4f}"


def parsed():
    parser = argparse.ArgumentParser(description=__doc__.split(";")[0] + ".")
    parser.add_argument("--data", required=True, type=pathlib.Path,
                        help="folder of the labelled sets (bench/quality/README.md)")
    parser.add_argument("--program", required=True, help="build/release/... unless given")
    parser.add_argument("--output", required=True, type=pathlib.Path,
                        help="folder for the tables; this one unless given")
    parser.add_argument("--quick", action="store_true", help="leave out bench/M")
    return parser.parse_args()


def main():
    arguments = parsed()
    data, output = arguments.data.resolve(), arguments.output
    output.mkdir(parents=True, exist_ok=True)
    sample_path = output / "unplanted_S.csv"
    verdicts = unplanted.read_verdicts(sample_path)

    def say(what):
        print(f"bench/quality: {what}", file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory() as folder:
        program = tool.Program(arguments.program, data, folder)
        stories = labelled.stories_of(data)

        say("cross-validated probabilities")
        scores, own, model = program.learn(RECIPE)
        rows, bins = cross_validated_rows(scores, stories)
        check_against_program(scores, own, bins)
        blanked_scores, *_ = program.learn(RECIPE, "--no-credit")
        rows += [(of, measure + BLANKED, figure, note) for of, measure, figure, note
                 in derived_rows(blanked_scores, ("target .965; ", "target .82; "))]
        tool.write_table(output / "reliability.csv",
                         ("set", "target", "from", "to", "pairs", "positives", "mean_score",
                          "positive_share"),
                         [("fnc1_dev", "story", *(shown(value) for value in one)) for one in bins])

        say("what each weight brings")
        header, table = ablation(program, stories, rows, model)
        tool.write_table(output / "ablation.csv", header, table)

        say("grades of labelled pairs")
        tables, grade_rows, grades = confusion_tables(program, data)
        worst = []
        for half in labelled.HALVES:
            worst += labelled.worst_pairs(half, scores[f"families {half} derived"], grades[half])
        tool.write_table(output / "worst_families.csv",
                         ("half", "id_a", "id_b", "class", "why", "label", "derived", "story",
                          "grade"), worst)
        rows += grade_rows + other_rows(program, data)

        say("bench/S")
        pairs = program.pairs(data / "bench/S.jsonl.zst")
        made, matrix = streams.planted_rows(tool.read_rows(data / "bench/S.labels.tsv"), pairs)
        tables["bench_S"] = (("label", *GRADES, "all"), matrix)
        found = unplanted.found_pairs(pairs)
        sample = unplanted.sampled(found)
        rows += made + unplanted.rows(found, sample, pairs, verdicts)
        tool.write_table(sample_path, unplanted.HEADER,
                         unplanted.table_rows(sample, pairs, verdicts))
        for name, (header, table) in tables.items():
            tool.write_table(output / f"confusion_{name}.csv", header, table)

        say("the founding articles" + ("" if arguments.quick else ", among 100,000 too"))
        rows += streams.founding_rows(program, data, arguments.quick)

    written = [(of, measure, shown(figure), note) for of, measure, figure, note in rows]
    written.sort(key=lambda row: row[0])  # the sets in order, each one's rows as they were made
    tool.write_table(output / "quality.csv", ("set", "measure", "figure", "note"), written)
    writer = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    writer.writerows(written)
    print("\nWorst pairs of the families")
    writer.writerows(worst)


if __name__ == "__main__":
    main()
