"""wirecopy tells which news articles are the same wire story, even where one is the other rewritten
in other words.

    import wirecopy

    articles = wirecopy.read("seeds")
    wirecopy.matrix(articles)                  # numpy; a heat map in a notebook
    for pair in wirecopy.pairs(articles):
        print(pair.grade, pair.derived, pair.id_a, pair.id_b)
    print(wirecopy.explain(articles[0], articles[3], corpus=articles))

Articles may come from lists, mappings, data frames and anything that speaks Arrow: see `Articles`.
Calls run on all cores, without the interpreter's lock, and give the same answers for any number of
them. `progress` is called with a stage, how many of its steps are done and how many there are, by
the thread that called; what it raises, or Ctrl-C, ends the run when the engine next says how far it
is.
"""

from . import _core
from ._articles import Article, Articles, ArticlesLike, Rejected, read
from ._calls import (Clusters, Deduplication, Origin, SourceShare, Story, cluster, copies, dedup,
                     explain, matrix, pairs)
from ._errors import (Error, FormatError, InputError, OptionError, OutputError, ParametersError)
from ._explanation import Explanation
from ._index import Answer, Credit, Index, IndexInfo, Match, StoryEvent, compact, stream
from ._matrix import Matrix
from ._tables import ClusteredArticle, CopyPair, Pair, RemovedArticle, Table

__version__: str = _core.version


def grades() -> list[str]:
    """From the weakest to the strongest."""
    return _core.grades()


def measures() -> list[str]:
    """What a matrix can be made of."""
    return _core.measures()


__all__ = [
    "Answer", "Article", "Articles", "ArticlesLike", "ClusteredArticle", "Clusters", "CopyPair",
    "Credit", "Deduplication", "Error", "Explanation", "FormatError", "Index", "IndexInfo",
    "InputError", "Match", "Matrix", "OptionError", "Origin", "OutputError", "Pair",
    "ParametersError", "Rejected", "RemovedArticle", "SourceShare", "Story", "StoryEvent", "Table",
    "cluster", "compact", "copies", "dedup", "explain", "grades", "matrix", "measures", "pairs",
    "read", "stream",
]
