#!/usr/bin/env python3
"""Writes tuning/ocr.jsonl and untuned/ocr.jsonl: every story's wire original as a poor scan of a
newspaper page would give it back, about one character in seventeen damaged.

    make_ocr.py            writes both files
    make_ocr.py --check    writes nothing; exit code 1 if a file is not what would be written

The damage is what scanners do to print: letters of like shape taken for each other, words run
together, hyphens of line ends left standing inside words. Headlines are whole, as an archive's
catalogue has them. The damage is drawn from a generator whose seed is the article's id, by random()
alone, whose numbers Python promises never to change.
"""

import json
import pathlib
import random
import sys
import zlib

HERE = pathlib.Path(__file__).parent
HALVES = ["tuning", "untuned"]
# Of the characters. The word 5-shingles of scan and original have a Jaccard of 0.09 to 0.13.
DAMAGED_SHARE = 0.06

# What stands on the page and what is read.
CONFUSED = [("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("ri", "n"), ("l", "1"), ("1", "l"),
            ("I", "l"), ("e", "c"), ("c", "e"), ("o", "0"), ("0", "o"), ("h", "b"), ("u", "n"),
            ("n", "u"), ("t", "f"), ("f", "t"), ("a", "o"), ("i", "l"), ("S", "5"), ("5", "S"),
            ("B", "8"), ("8", "B"), (",", "."), ("v", "y"), ("w", "vv")]

# Shares of the damage; the rest is confused letters.
LOST_SPACES = 0.10
BROKEN_WORDS = 0.04


def confused_places(text):
    """Every (place, length, what is read there)."""
    return [(at, len(printed), read) for at in range(len(text))
            for printed, read in CONFUSED if text.startswith(printed, at)]


def lost_spaces(text):
    return [(at, 1, "") for at, letter in enumerate(text) if letter == " "]


def broken_words(text):
    """Places with three letters of a word on either side."""
    return [(at, 1, "- " + text[at]) for at in range(3, len(text) - 2)
            if text[at - 3:at + 3].isalpha()]


def damage(text, draw):
    """The text with DAMAGED_SHARE of its characters hit, none of them twice."""
    confused, spaces, broken = confused_places(text), lost_spaces(text), broken_words(text)
    hits = {}
    touched = set()
    while len(touched) < DAMAGED_SHARE * len(text):
        kind = draw()
        places = (spaces if kind < LOST_SPACES else
                  broken if kind < LOST_SPACES + BROKEN_WORDS else confused)
        at, length, read = places[int(draw() * len(places))]
        span = range(at, at + length)
        if touched.isdisjoint(span):
            touched.update(span)
            hits[at] = (length, read)
    for at in sorted(hits, reverse=True):
        length, read = hits[at]
        text = text[:at] + read + text[at + length:]
    return text


def scan(article):
    identity = article["story"] + "-ocr"
    draw = random.Random(zlib.crc32(identity.encode())).random
    return {**article, "id": identity, "kind": "ocr", "text": damage(article["text"], draw)}


def scans(folder):
    """The lines of the half's ocr.jsonl, the stories by name."""
    lines = []
    for path in sorted(folder.glob("*.jsonl")):
        articles = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        lines += [json.dumps(scan(article), ensure_ascii=False) + "\n"
                  for article in articles if article.get("kind") == "w"]
    return "".join(lines)


def main():
    stale = False
    for half in HALVES:
        path = HERE / half / "ocr.jsonl"
        expected = scans(HERE / half)
        if sys.argv[1:] == ["--check"]:
            if not path.is_file() or path.read_text(encoding="utf-8") != expected:
                print(f"{path}: not what {pathlib.Path(__file__).name} writes")
                stale = True
        else:
            path.write_text(expected, encoding="utf-8")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
