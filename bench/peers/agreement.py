"""What was found, against what is there."""

import csv


def pair_of(id_a, id_b):
    return (id_a, id_b) if id_a < id_b else (id_b, id_a)


def read_pairs(path):
    """Pairs of a table whose first two columns are ids; a header of wirecopy's is none."""
    with open(path, newline="", encoding="utf-8") as table:
        return {pair_of(row[0], row[1]) for row in csv.reader(table, delimiter="\t", quotechar=None,
                                                              quoting=csv.QUOTE_NONE)
                if row[:2] != ["id_a", "id_b"]}


def read_labels(path):
    """{kind: pairs} of planted id, id of the original, kind."""
    kinds = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            planted, original, kind = line.rstrip("\n").split("\t")
            kinds.setdefault(kind, set()).add(pair_of(planted, original))
    return kinds


def recall(found, truth):
    """None where there is nothing to find."""
    return len(found & truth) / len(truth) if truth else None


def precision(found, truth):
    """None where nothing was found."""
    return len(found & truth) / len(found) if found else None


def founding(pairs, prefix="seed:"):
    """Of the pairs of the founding articles, by the ids that they have in a corpus."""
    return sum(1 for a, b in pairs if a.startswith(prefix) and b.startswith(prefix))
