"""Articles of JSON Lines, read and cut as users of these libraries do it."""

import re

try:
    from orjson import loads
except ImportError:  # the exact join alone, without the environment of the peers
    from json import loads

WIDTH_WORDS = 5
PERMUTATIONS, BANDS, ROWS = 128, 16, 8
THRESHOLD = .7
WORD = re.compile(r"\w+")


def read(path):
    """(id, text) of every article."""
    with open(path, "rb") as lines:
        for line in lines:
            article = loads(line)
            yield article["id"], article["text"]


def words_of(text):
    return WORD.findall(text.lower())


def shingles(text, width=WIDTH_WORDS):
    """The set of word n-grams; of fewer words than that there is one of them all."""
    words = words_of(text)
    if len(words) < width:
        return {" ".join(words)} if words else set()
    return set(map(" ".join, zip(*(words[i:] for i in range(width)))))


def write_pairs(path, ids, pairs):
    """pairs: of places in ids, each once."""
    with open(path, "w", encoding="utf-8") as out:
        for a, b in pairs:
            out.write(f"{ids[a]}\t{ids[b]}\n")
