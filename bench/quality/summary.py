#!/usr/bin/env python3
"""The table of the main README, from quality.csv: printed, or with --write put where it belongs."""

import pathlib
import sys

sys.dont_write_bytecode = True

import program as tool

HERE = pathlib.Path(__file__).resolve().parent
README = tool.ROOT / "README.md"
HEADER = "| set | figure | wirecopy | best other known to us |"
KINDS = ("e01", "e05", "e10", "e20", "t75", "t50")


def decimals(text):
    """Three of them at most, as in prose: .951, 1, 10."""
    if "." not in text:
        return text
    value = f"{float(text):.3f}"
    return "1.00" if value == "1.000" else value.removeprefix("0")


def table(rows):
    """The lines of the table; rows: those of quality.csv."""
    values = {(row["set"], row["measure"]): row["figure"] for row in rows}

    def figure(of, measure):
        return decimals(values[of, measure])

    planted = min((values["bench/S", f"{kind}, planted pairs graded partial or closer"]
                   for kind in KINDS), key=float)
    e40 = figure("bench/S", "e40, planted pairs graded partial or closer")
    note = next(row["note"] for row in rows if row["measure"] == "share right of those read")
    read = note.split("; ")[1].split(" read")[0] + " read"
    seeds, fnc1, judged = "seeds", "fnc1_dev", "judged_dev firm"
    lines = [
        ("the five seeds", "of ten pairs graded `rewrite` or closer / as if nobody named a source",
         f"{figure(seeds, 'pairs graded rewrite or closer')} / "
         f"{figure(seeds, 'pairs graded rewrite or closer, credit blanked')}",
         "0 (de-duplicators)"),
        ("1,655 articles in 187 stories (fnc1_dev)", "same event: average precision / F1",
         f"{figure(fnc1, 'story, average precision')} / "
         f"{figure(fnc1, 'story, F1 at a cross-validated threshold')}", "tf-idf .925 / .871"),
        ("", "expected calibration error / Brier skill of `story`",
         f"{figure(fnc1, 'story, expected calibration error')} / "
         f"{figure(fnc1, 'story, Brier skill')}", ""),
        ("174 firm pairs graded by reading (judged_dev)",
         "copies, edits and rewrites against the rest: AUC",
         figure(judged, "derived, AUC of 5,4,3 v 1,0"), ".95 (two-word containment)"),
        ("", "rewrites against independent reports: AUC / as if nobody named a source",
         f"{figure(judged, 'derived, AUC of 3 v 1')} / "
         f"{figure(judged, 'derived, AUC of 3 v 1, credit blanked')}", ".76"),
        ("short answers and their sources (Clough and Stevenson)", "F1",
         figure("clough_stevenson", "derived, F1 at .5"), ".76 (tf-idf at a news threshold)"),
        ("10,000 articles (bench/S), planted copies with 1 to 20 % of the words edited, or cut to half",
         "found", decimals(planted), ".99 to 0 (word-5 MinHash)"),
        ("the same, 40 % of the words edited", "found", e40, "0"),
        ("the same articles, pairs that nobody planted graded `rewrite` or closer",
         f"right ({read})",
         figure("bench/S", "share right of those read"), ""),
        ("four invented stories not fitted on, with independent reports and look-alikes",
         "`derived`: average precision",
         figure("families untuned", "derived, average precision"), ""),
        ("", "grades that are right: pairs of a story / traps",
         f"{figure('families untuned', 'labels.tsv, share of grades that are right')} / "
         f"{figure('families untuned', 'traps.tsv, share of grades that are right')}", ""),
        ("245 Russian and English pairs, not fitted on (telegram_pairs)",
         "same event: average precision", figure("telegram_pairs", "story, average precision"),
         ".82 (four-letter shingles)"),
    ]
    return [HEADER, "|---|---|---|---|", *(f"| {' | '.join(line)} |" for line in lines)]


def with_table(text, lines):
    """The README with this table in place of the one it has."""
    old = text.splitlines()
    start = old.index(HEADER)
    end = next(at for at in range(start, len(old)) if not old[at].startswith("|"))
    return "\n".join([*old[:start], *lines, *old[end:]]) + "\n"


def main():
    lines = table(tool.read_table(HERE / "quality.csv"))
    if sys.argv[1:] == ["--write"]:
        README.write_text(with_table(README.read_text(encoding="utf-8"), lines), encoding="utf-8")
    else:
        print("\n".join(lines))


if __name__ == "__main__":
    main()
